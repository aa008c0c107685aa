"""Soft shapes: cards with warm shadows, thick smooth lines, dashed lines, pips."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.map.lines import Point, stroke
from game.ui.theme import Colour

Shade = tuple[int, int, Colour]
"""A shadow's blur, its strength in per cent, and its colour."""

Strip = tuple[int, int, pygame.Surface]
"""A picture, and where it lies from a card's upper left corner."""


_OVER = 4
"""How many times larger a corner is drawn before it is shrunk: so its edge is smooth."""


@lru_cache(maxsize=512)
def _corners(radius: int, weight: int, colour: Colour) -> pygame.Surface:
    """Return the four corners of a rounded shape as one disc, or ring, with a smooth edge."""
    big, middle = radius * _OVER, (radius * _OVER, radius * _OVER)
    disc = pygame.Surface((2 * big, 2 * big), pygame.SRCALPHA)
    disc.fill((*colour[:3], 0))
    pygame.draw.circle(disc, colour, middle, big)
    if 0 < weight < radius:
        pygame.draw.circle(disc, (*colour[:3], 0), middle, big - weight * _OVER)
    return pygame.transform.smoothscale(disc, (2 * radius, 2 * radius))


SMALL = 6400
"""Pixels up to which a plate is quicker laid down as one picture than put together (measured)."""


def plate(surface: pygame.Surface, colour: Colour, rect: pygame.Rect, radius: int, weight: int = 0) -> None:
    """Draw a rectangle with round, smooth corners: filled, or its outline where it is given a weight."""
    if rect.width * rect.height <= SMALL:
        surface.blit(_small(rect.width, rect.height, radius, weight, colour), rect)
    else:
        _put_together(surface, colour, rect, radius, weight)


@lru_cache(maxsize=512)
def _small(width: int, height: int, radius: int, weight: int, colour: Colour) -> pygame.Surface:
    """Return a small plate as a picture."""
    whole = pygame.Surface((max(width, 0), max(height, 0)), pygame.SRCALPHA)
    _put_together(whole, colour, whole.get_rect(), radius, weight)
    return whole


def _put_together(surface: pygame.Surface, colour: Colour, rect: pygame.Rect, radius: int, weight: int) -> None:
    r = min(radius, rect.width // 2, rect.height // 2)
    if r < 2:
        pygame.draw.rect(surface, colour, rect, weight)
        return
    x, y, right, low, wide, tall = rect.x, rect.y, rect.right, rect.bottom, rect.width - 2 * r, rect.height - 2 * r
    corners = _corners(r, weight, colour)
    surface.blit(corners, (x, y), (0, 0, r, r))
    surface.blit(corners, (right - r, y), (r, 0, r, r))
    surface.blit(corners, (x, low - r), (0, r, r, r))
    surface.blit(corners, (right - r, low - r), (r, r, r, r))
    if not weight:
        for part in ((x + r, y, wide, rect.height), (x, y + r, r, tall), (right - r, y + r, r, tall)):
            surface.fill(colour, part)
        return
    for part in ((x + r, y, wide, weight), (x + r, low - weight, wide, weight),
                 (x, y + r, weight, tall), (right - weight, y + r, weight, tall)):  # fmt: skip
        surface.fill(colour, part)


@lru_cache(maxsize=96)
def _edge(width: int, height: int, ground: Colour, radius: int, shade: Shade) -> tuple[Strip, ...]:
    """Return the rim of a card with its soft shadow, in four strips: what the round corners do not reach is plain.

    Their colours are weighed by what they cover (premultiplied).
    """
    blur, share, colour = shade
    margin = 2 * blur
    size = width + 2 * margin, height + 2 * margin
    # A soft thing may be made small and then stretched: blurring a whole sheet takes as long as thirty frames.
    part = min(4 / blur, 1.0)
    small = pygame.Surface((round(size[0] * part), round(size[1] * part)), pygame.SRCALPHA)
    small.fill((*colour, 0))
    rect = pygame.Rect(*(round(side * part) for side in (margin, margin, width, height)))
    pygame.draw.rect(small, (*colour, round(2.55 * share)), rect, border_radius=round(radius * part))
    whole = pygame.transform.smoothscale(pygame.transform.gaussian_blur(small, max(round(blur * part), 1)), size)
    rect = pygame.Rect(margin, margin - blur // 3, width, height)
    body = pygame.Surface(size, pygame.SRCALPHA)
    body.fill((*ground[:3], 0))
    plate(body, ground, rect, radius)
    # Where a smooth corner lies on a faint shadow, only colours weighed by what they cover mix rightly.
    whole = whole.premul_alpha()
    whole.blit(body.premul_alpha(), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    strips = [strip for strip in _rim(size, _inside(rect, radius)) if strip.width > 0 and strip.height > 0]
    return tuple((strip.x - rect.x, strip.y - rect.y, whole.subsurface(strip).copy()) for strip in strips)


def _inside(body: pygame.Rect, radius: int) -> pygame.Rect:
    """Return the part of a card that its round corners do not reach."""
    return body.inflate(-2 * radius, -2 * radius)


def card(surface: pygame.Surface, rect: pygame.Rect, ground: Colour, radius: int, shade: Shade | None) -> None:
    """Draw a card, with its shadow if it casts one."""
    if shade is None:
        plate(surface, ground, rect, radius)
    else:
        inside = _inside(rect, radius)
        for x, y, strip in _edge(rect.width, rect.height, ground, radius, shade):
            surface.blit(strip, (rect.x + x, rect.y + y), None, pygame.BLEND_PREMULTIPLIED)
        band = _band(inside.width, ground)
        surface.blits([(band, (inside.x, y), (0, 0, inside.width, inside.bottom - y))
                       for y in range(inside.y, inside.bottom, BAND)], False)  # fmt: skip


def _rim(size: tuple[int, int], hole: pygame.Rect) -> tuple[pygame.Rect, ...]:
    """Return the four strips round a hole: blending takes long, and most of a card needs none."""
    wide, tall = size
    return (pygame.Rect(0, 0, wide, hole.top), pygame.Rect(0, hole.bottom, wide, tall - hole.bottom),
            pygame.Rect(0, hole.top, hole.left, hole.height),
            pygame.Rect(hole.right, hole.top, wide - hole.right, hole.height))  # fmt: skip


BAND = 32
"""Rows that are laid down at once: few enough to stay at hand while the next are written."""


@lru_cache(maxsize=96)
def _band(width: int, ground: Colour) -> pygame.Surface:
    """Return a plain band: laying it down is quicker than filling where rows do not begin on a round number."""
    sheet = pygame.Surface((max(width, 1), BAND))
    sheet.fill(ground)
    return sheet


def dashed(surface: pygame.Surface, points: Sequence[Point], colour: Colour, weight: float, dash: float = 8.0) -> None:
    """Draw a dashed line through points."""
    drawn: list[Point] = []
    left, on = dash, True
    for (ax, ay), (bx, by) in pairwise(points):
        length, gone = math.hypot(bx - ax, by - ay), 0.0
        while length - gone > 1e-6:
            part = min(left, length - gone)
            start, end = gone / length, (gone + part) / length
            if on:
                drawn = drawn or [(ax + (bx - ax) * start, ay + (by - ay) * start)]
                drawn.append((ax + (bx - ax) * end, ay + (by - ay) * end))
            gone, left = gone + part, left - part
            if left <= 1e-6:
                if on:
                    stroke(surface, drawn, weight, colour)
                on, left, drawn = not on, dash if not on else dash * 0.7, []
    if on and len(drawn) > 1:
        stroke(surface, drawn, weight, colour)


def pip(surface: pygame.Surface, at: Point, radius: float, colour: Colour, share: float, ground: Colour) -> None:
    """Draw a small ring, filled as far as ``share`` says (0, half, 1)."""
    picture = _pip(radius, colour, share, ground)
    surface.blit(picture, picture.get_rect(center=(round(at[0]), round(at[1]))))


@lru_cache(maxsize=128)
def _pip(radius: float, colour: Colour, share: float, ground: Colour) -> pygame.Surface:
    """Return a pip as a picture: drawing its smooth circles takes as long as a line of text."""
    middle = round(radius) + 1
    whole = pygame.Surface((2 * middle + 1, 2 * middle + 1), pygame.SRCALPHA)
    whole.fill((*colour[:3], 0))
    pygame.draw.aacircle(whole, colour, (middle, middle), radius)
    if share < 1:
        pygame.draw.aacircle(whole, ground, (middle, middle), radius - max(radius * 0.26, 1.2))
    if 0 < share < 1:
        whole.set_clip(pygame.Rect(0, 0, middle, 2 * middle + 1))
        pygame.draw.aacircle(whole, colour, (middle, middle), radius)
    return whole


def blurred(surface: pygame.Surface, cover: Colour, share: float, radius: int) -> pygame.Surface:
    """Return what lies below a sheet: blurred, and covered by paper."""
    # A quarter of the size takes a quarter of the time of a half, and nobody can tell under paper.
    small = pygame.transform.smoothscale_by(surface, 0.25)
    soft = pygame.transform.smoothscale(pygame.transform.gaussian_blur(small, -(-radius // 2)), surface.get_size())
    veil = pygame.Surface(surface.get_size())
    veil.fill(cover)
    veil.set_alpha(round(255 * share))
    soft.blit(veil, (0, 0))
    return soft
