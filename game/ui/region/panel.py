"""The panel at the right: goals, the numbers that matter, what the firms make, and how to read the map."""

from collections.abc import Callable
from functools import partial

import pygame

from game.explain.speech import kind_of
from game.session.goals import Progress
from game.ui.charts import good, spark
from game.ui.kit import Kit
from game.ui.map import threads
from game.ui.map.buildings import anchor_of, building
from game.ui.map.lines import stroke
from game.ui.playing import Playing
from game.ui.region import futures_part
from game.ui.screen import Turn
from game.ui.typeset import BODY, HEADING, SMALL, STAT

NUMBERS = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in")
"""Numbers in view; every other is one press away."""


def width(kit: Kit) -> int:
    """Return the panel's width: it grows with the text, but leaves most of the window to the map."""
    return min(round(kit.px(416) * (0.55 + 0.45 * kit.type_scale / kit.scale)), round(kit.rect.width * 0.4))


def draw(
    kit: Kit, rect: pygame.Rect, playing: Playing, why: Callable[[str], Turn | None],
    open_futures: Callable[[], Turn | None],
) -> None:  # fmt: skip
    """Draw the panel; what does not fit can be scrolled to."""
    room = pygame.Rect(rect.x + kit.px(10), rect.y + kit.px(14), rect.width - kit.px(14), rect.height - kit.px(22))
    inner = pygame.Rect(room.x + kit.px(14), room.y, room.width - kit.px(32), room.height)
    with kit.scrolling("panel", room) as drawn:
        y = drawn[0]
        if playing.session.level.goals:
            y = _goals(kit, playing, inner, y) + kit.px(14)
        y = _numbers(kit, playing, inner, y, why) + kit.px(14)
        y = futures_part.draw(kit, playing, inner, y, open_futures) + kit.px(14)
        y = _products(kit, playing, inner, y) + kit.px(14)
        y = _legend(kit, inner, y)
        drawn.append(y)


def _goals(kit: Kit, playing: Playing, inner: pygame.Rect, y: int) -> int:
    """Write every goal with how far along it is."""
    kit.text(kit.words("ui.goals"), (inner.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    for item in playing.session.progress():
        if item.goal.kind != "fail" and not (item.goal.hidden and item.status == "open"):
            y = _goal(kit, playing, item, inner, y)
    return y


def _goal(kit: Kit, playing: Playing, item: Progress, inner: pygame.Rect, y: int) -> int:
    """Write one goal: its words, its value now, and a bar."""
    theme = kit.theme
    mark = {"met": "done", "missed": "close", "open": "goal"}[item.status]
    colour = {"met": theme.gain, "missed": theme.accent, "open": theme.ink2}[item.status]
    kit.icon(mark, (inner.x, y + kit.tx(3)), 20, colour)
    left = inner.x + kit.tx(32)
    room = inner.right - left
    value = playing.speaker.value(item.goal.indicator, item.value)
    y += kit.paragraph(item.goal.text[kit.words.language], (left, y), room, SMALL, theme.ink, 3)
    bar = pygame.Rect(left, y + kit.px(6), room - kit.width(value, SMALL) - kit.px(12), max(kit.px(6), 4))
    kit.bar(bar, item.share, theme.gain if item.status == "met" else theme.ink)
    kit.text(value, (inner.right, bar.centery - kit.line_height(SMALL) / 2), SMALL, theme.ink2, "right")
    return y + kit.line_height(SMALL) + kit.px(4)


def _numbers(kit: Kit, playing: Playing, inner: pygame.Rect, y: int, why: Callable[[str], Turn | None]) -> int:
    """Write the numbers in view: a small line of their past, their value, and the change in a year."""
    kit.text(kit.words("ui.numbers"), (inner.x, y), HEADING)
    kit.text(kit.words("ui.in_a_year"), (inner.right, y), SMALL, kit.theme.ink2, "right")
    y += kit.line_height(HEADING) + kit.px(2)
    speaker, tall = playing.speaker, max(kit.tx(38), kit.line_height(STAT))
    for number in NUMBERS:
        row = pygame.Rect(inner.x, y, inner.width, tall)
        if kit.spot(
            row.inflate(kit.px(8), 0), f"number {number}", partial(why, number), kit.words(f"meaning.{number}")
        ):
            pygame.draw.rect(kit.surface, kit.theme.land, row.inflate(kit.px(16), 0), border_radius=kit.px(8))
        now = playing.value(number)
        change = now - playing.value(number, 4)
        middle = row.centery
        moved = speaker.change(number, change)
        kit.text(moved, (inner.right, middle - kit.line_height(SMALL) / 2), SMALL, good(kit, number, change), "right")
        value_at = inner.right - kit.tx(66)
        shown = kit.text(
            speaker.value(number, now), (value_at, middle - kit.line_height(STAT) / 2), STAT, align="right"
        )
        name = kit.text(speaker.name(number), (inner.x, middle - kit.line_height() / 2), BODY,
                        room=max(shown.x - inner.x - kit.px(10), kit.tx(40)))  # fmt: skip
        left = max(name.right + kit.px(12), inner.x + round(inner.width * 0.36))
        room = shown.x - kit.px(14) - left
        if room > kit.px(40):
            spark(kit, pygame.Rect(left, row.y + tall // 4, room, tall // 2), playing.series(number))
        y += tall
    return y


def _products(kit: Kit, playing: Playing, inner: pygame.Rect, y: int) -> int:
    """Show what the firms make: roof, colour, name, and a bar."""
    kit.text(kit.words("ui.what_they_make"), (inner.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(2)
    state = playing.session.branch.region.state
    counts = [0] * 8
    for style in state.style[0][state.alive[0]]:
        counts[kind_of(float(style))] += 1
    most = max(*counts, 1)
    side, tall = max(kit.tx(22), 16), kit.tx(31)
    names = [name[kit.words.language] for name in playing.session.level.industry.products]
    bars = inner.x + kit.tx(40) + min(max(kit.width(name, SMALL) for name in names) + kit.tx(12), inner.width // 2)
    for kind, name in enumerate(names):
        house = building(kind, side, 3, 0, kit.theme)
        dx, dy = anchor_of(side)
        kit.surface.blit(house, (inner.x + kit.tx(14) - dx, y + tall - kit.tx(4) - dy))
        ink = kit.theme.ink if counts[kind] else kit.theme.ink2
        kit.text(name, (inner.x + kit.tx(40), y + tall / 2 - kit.line_height(SMALL) / 2), SMALL, ink,
                 room=bars - inner.x - kit.tx(48))  # fmt: skip
        room = inner.right - bars - kit.tx(34)
        long = max(round(room * counts[kind] / most), kit.px(2) if counts[kind] else 1)
        bar = pygame.Rect(bars, y + tall // 2 - kit.px(4), long, kit.px(9))
        pygame.draw.rect(kit.surface, kit.theme.products[kind], bar, border_radius=kit.px(3))
        if counts[kind]:
            kit.text(str(counts[kind]), (bar.right + kit.px(8), y + tall / 2 - kit.line_height(SMALL) / 2), SMALL)
        y += tall
    return y


def _legend(kit: Kit, inner: pygame.Rect, y: int) -> int:
    """Say how to read the map, in words."""
    kit.hairline((inner.x, y - kit.px(6)), (inner.right, y - kit.px(6)))
    tall = kit.tx(32)
    for name in ("light", "thread", "broken", "stone", "link", "walkers"):
        middle = y + tall // 2
        _sign(kit, name, (inner.x, middle))
        kit.text(kit.words(f"ui.legend.{name}"), (inner.x + kit.tx(50), middle - kit.line_height(SMALL) / 2), SMALL,
                 room=inner.width - kit.tx(50))  # fmt: skip
        y += tall
    return y


def _sign(kit: Kit, name: str, at: tuple[int, int]) -> None:
    """Draw one sign of the map."""
    x, y, theme, wide = at[0], at[1], kit.theme, kit.tx(36)
    a, b = (x, y + kit.tx(6)), (x + wide, y + kit.tx(6))
    if name == "light":
        for k, colour in enumerate((theme.lit, theme.products[3])):
            box = pygame.Rect(x + kit.tx(16) * k, y - kit.tx(5), kit.tx(10), kit.tx(10))
            pygame.draw.rect(kit.surface, colour, box)
            pygame.draw.rect(kit.surface, theme.ink3, box, 1)
    elif name == "thread":
        threads.thread(kit.surface, a, b, 0.9, theme)
    elif name == "broken":
        threads.broken(kit.surface, a, b, theme)
    elif name == "stone":
        side = max(kit.tx(22), 16)
        dx, dy = anchor_of(side)
        kit.surface.blit(building(0, side, 2, 4, theme), (x + kit.tx(14) - dx, y + kit.tx(10) - dy))
    elif name == "link":
        stroke(kit.surface, [(x, y + kit.tx(4)), (x + wide, y - kit.tx(4))], 2.2, theme.gain)
    else:
        threads.walker(kit.surface, x + kit.tx(10), y + kit.tx(8), theme)
        threads.walker(kit.surface, x + kit.tx(22), y + kit.tx(8), theme)
