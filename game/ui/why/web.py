"""A web of words and arrows: how nodes lie, and how a link is drawn so that colour alone never tells its sign."""

import math
from dataclasses import dataclass

import pygame

from game.explain.speech import Speaker
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.map.lines import Point
from game.ui.theme import Colour
from game.ui.typeset import HEADING, SMALL_BOLD


@dataclass(frozen=True)
class Arrow:
    """One link as it is drawn.

    Attributes:
        cause: Key of the node it leaves.
        effect: Key of the node it reaches.
        sign: 1 or −1.
        later: Whether a clock is drawn.
        told: The link in a sentence.
    """

    cause: str
    effect: str
    sign: int
    later: bool
    told: str


def bend(start: Point, end: Point, bow: float, steps: int = 14) -> list[Point]:
    """Return a curve between two points that bows to one side."""
    (ax, ay), (bx, by) = start, end
    length = math.hypot(bx - ax, by - ay) or 1.0
    mx, my = (ax + bx) / 2 - (by - ay) / length * bow, (ay + by) / 2 + (bx - ax) / length * bow
    shares = [k / steps for k in range(steps + 1)]
    return [((1 - t) ** 2 * ax + 2 * t * (1 - t) * mx + t * t * bx,
             (1 - t) ** 2 * ay + 2 * t * (1 - t) * my + t * t * by) for t in shares]  # fmt: skip


def arrow(easel: Easel, points: list[Point], colour: Colour, sign: int, weight: float = 2.4) -> None:
    """Draw a curve with its head: solid where both go the same way, dashed where they go opposite ways."""
    easel.line(points, weight, colour, 0 if sign > 0 else 9)
    (ax, ay), (bx, by) = points[-3], points[-1]
    length = math.hypot(bx - ax, by - ay) or 1.0
    ux, uy, size = (bx - ax) / length, (by - ay) / length, easel.px(4) + easel.px(weight) * 3
    base = bx - ux * size, by - uy * size
    easel.area([(bx, by), (base[0] - uy * size * 0.5, base[1] + ux * size * 0.5),
                (base[0] + uy * size * 0.5, base[1] - ux * size * 0.5)], colour)  # fmt: skip


def badge(easel: Easel, at: Point, sign: int, later: bool) -> None:
    """Draw a plus or a minus on the curve, and a small clock beside it where it works later."""
    pen, theme = easel.pen, easel.theme
    colour, radius = theme.gain if sign > 0 else theme.accent, pen.tx(11)
    pixels = radius / max(pen.scale, 0.6)
    easel.dot(at, pixels, colour)
    ink, half = theme.on_accent if theme.soft else theme.paper, radius * 0.55
    easel.box(at[0] - half, at[1] - half * 0.22, at[0] + half, at[1] + half * 0.22, ink)
    if sign > 0:
        easel.box(at[0] - half * 0.22, at[1] - half, at[0] + half * 0.22, at[1] + half, ink)
    if later:
        beside = (at[0], at[1] - radius * 2.1)
        easel.dot(beside, pixels * 0.95, easel.ground)
        easel.icon("clock", beside, 20, theme.ink2)


@dataclass(frozen=True)
class Neighbourhood(Chart):
    """One number between its direct causes and its direct effects; never more than seven words."""

    name: str
    middle: str
    labels: tuple[tuple[str, str], ...]
    causes: tuple[Arrow, ...]
    effects: tuple[Arrow, ...]

    def describe(self, speaker: Speaker) -> str:
        """Say what moves it and what it moves."""
        say, names = speaker.words, dict(self.labels)
        comma, nothing = say("read.comma"), say("why.nothing")
        return say("why.around_said", number=self.name,
                   causes=comma.join(names[one.cause] for one in self.causes) or nothing,
                   effects=comma.join(names[one.effect] for one in self.effects) or nothing)  # fmt: skip

    def table(self, speaker: Speaker) -> Table:
        """Return a sentence for each link."""
        return ((self.name,), *((one.told,) for one in (*self.causes, *self.effects)))

    def boxes(self, size: tuple[int, int], tall: int, wide: int) -> dict[str, pygame.Rect]:
        """Return where every word lies: causes at the left, effects at the right; those that are both, twice."""
        wide = min(wide, round(size[0] * 0.27))
        found = {}
        for side, keys in (("cause", [a.cause for a in self.causes]), ("effect", [a.effect for a in self.effects])):
            step = size[1] / max(len(keys), 1)
            for k, key in enumerate(keys):
                box = pygame.Rect(0, 0, wide, tall)
                box.center = (wide // 2 + 2 if side == "cause" else size[0] - wide // 2 - 2, round(step * (k + 0.5)))
                found[f"{side} {key}"] = box
        box = pygame.Rect(0, 0, wide, round(tall * 1.3))
        box.center = (size[0] // 2, size[1] // 2)
        found["middle"] = box
        return found

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint curves first, then the words on them."""
        pen, theme, names = easel.pen, easel.theme, dict(self.labels)
        boxes = self.boxes(easel.rect.size, round(pen.tx(56)), round(pen.tx(300)))
        centre = boxes["middle"]
        for k, one in enumerate(self.causes):
            start, share = boxes[f"cause {one.cause}"], (k + 1) / (len(self.causes) + 1)
            end = (centre.left - easel.px(4), centre.top + centre.height * share)
            self._curve(easel, (start.right, start.centery), end, one)
        for k, one in enumerate(self.effects):
            end_box, share = boxes[f"effect {one.effect}"], (k + 1) / (len(self.effects) + 1)
            begin = (centre.right, centre.top + centre.height * share)
            self._curve(easel, begin, (end_box.left - easel.px(4), end_box.centery), one)
        for key, box in boxes.items():
            main = key == "middle"
            easel.box(box.left, box.top, box.right, box.bottom, theme.ink if main else theme.ink3, 8)
            if not main:
                easel.box(box.left + 1.5, box.top + 1.5, box.right - 1.5, box.bottom - 1.5, theme.card, 7)
            text = self.name if main else names[key.partition(" ")[2]]
            role = HEADING if main else SMALL_BOLD
            easel.words(text, (box.centerx, box.centery - pen.line_height(role) / 2), role,
                        theme.paper if main else theme.ink, "middle", box.width - pen.tx(16))  # fmt: skip

    def _curve(self, easel: Easel, start: Point, end: Point, one: Arrow) -> None:
        theme = easel.theme
        points = bend(start, end, (start[1] - end[1]) * 0.18)
        arrow(easel, points, theme.gain if one.sign > 0 else theme.accent, one.sign)
        badge(easel, points[7], one.sign, one.later)
