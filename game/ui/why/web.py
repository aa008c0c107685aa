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
from game.ui.typeset import HEADING, SMALL, SMALL_BOLD


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


@dataclass(frozen=True)
class MapNode:
    """One word of the whole map, and how many of its links were seen."""

    key: str
    label: str
    room: str


@dataclass(frozen=True)
class WholeMap(Chart):
    """Every link of the model, room by room; lit where this run gave evidence of it.

    ``seen`` has the date at which the link of the same place was seen, or nothing.
    """

    rooms: tuple[tuple[str, str], ...]
    nodes: tuple[MapNode, ...]
    arrows: tuple[Arrow, ...]
    seen: tuple[str, ...]
    chosen: str = ""

    def describe(self, speaker: Speaker) -> str:
        """Say how much of the model was seen."""
        return speaker.words("why.map_about", seen=sum(map(bool, self.seen)), all=len(self.arrows))

    def table(self, speaker: Speaker) -> Table:
        """Return a sentence for each link, with when it was seen."""
        return ((self.describe(speaker),), *((text,) for text in self.sentences(speaker)))

    def sentences(self, speaker: Speaker, node: str = "") -> list[str]:
        """Tell every link, or those of one word."""
        return [
            speaker.words("why.map_seen", sentence=one.told, when=when) if when
            else speaker.words("why.map_not_seen", sentence=one.told)
            for one, when in zip(self.arrows, self.seen, strict=True)
            if not node or node in (one.cause, one.effect)
        ]  # fmt: skip

    def frames(self, size: tuple[int, int], gap: int) -> dict[str, pygame.Rect]:
        """Return where each room lies: three beside each other, two above each other."""
        wide, tall = (size[0] - 2 * gap) // 3, (size[1] - gap) // 2
        return {
            key: pygame.Rect((k % 3) * (wide + gap), (k // 3) * (tall + gap), wide, tall)
            for k, (key, _) in enumerate(self.rooms)
        }

    def boxes(self, size: tuple[int, int], gap: int, line: int) -> dict[str, pygame.Rect]:
        """Return where every word lies: in two columns in its room, set off so that links can pass."""
        found = {}
        for key, frame in self.frames(size, gap).items():
            some = [node for node in self.nodes if node.room == key]
            rows = -(-len(some) // 2)
            top, step = frame.y + line + 6, (frame.height - line - 10) / max(rows, 1)
            for k, node in enumerate(some):
                wide = round(frame.width * 0.43)
                box = pygame.Rect(0, 0, wide, min(round(line * 1.35), round(step * 0.86)))
                x = frame.x + frame.width * (0.25 if k % 2 == 0 else 0.75)
                box.center = (round(x), round(top + step * (k // 2 + 0.5 + (0.08 if k % 2 else -0.08))))
                found[node.key] = box
        return found

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint rooms, then grey links, then lit ones, then words."""
        pen, theme, line = easel.pen, easel.theme, easel.pen.line_height(SMALL)
        gap = round(pen.px(26))
        for key, frame in self.frames(easel.rect.size, gap).items():
            easel.box(frame.left, frame.top, frame.right, frame.bottom, easel.tinted(theme.ink3, 0.10), 10)
            easel.words(dict(self.rooms)[key], (frame.x + pen.px(12), frame.y + pen.px(4)), SMALL_BOLD, theme.ink2)
        boxes = self.boxes(easel.rect.size, gap, line)
        order = sorted(range(len(self.arrows)), key=lambda k: (self._own(self.arrows[k]), bool(self.seen[k])))
        for k in order:
            self._link(easel, boxes, self.arrows[k], bool(self.seen[k]))
        near = {self.chosen} | {end for one in self.arrows if self._own(one) for end in (one.cause, one.effect)}
        for node in self.nodes:
            self._word(easel, boxes[node.key], node, not self.chosen or node.key in near)

    def _own(self, one: Arrow) -> bool:
        return bool(self.chosen) and self.chosen in (one.cause, one.effect)

    def _link(self, easel: Easel, boxes: dict[str, pygame.Rect], one: Arrow, lit: bool) -> None:
        """Paint a link: grey where nothing was seen of it, faint where another word is chosen."""
        theme = easel.theme
        colour: Colour = theme.hairline
        weight = 1.0
        if lit:
            colour, weight = theme.gain if one.sign > 0 else theme.accent, 1.6
        if self.chosen and not self._own(one):
            colour, weight = easel.tinted(colour if lit else theme.hairline, 0.3), 1.0
        elif self.chosen:
            colour, weight = (colour if lit else theme.ink3), 2.6
        start, end = boxes[one.cause], boxes[one.effect]
        points = _between(start, end)
        arrow(easel, points, colour, one.sign, weight)

    def _word(self, easel: Easel, box: pygame.Rect, node: MapNode, clear: bool) -> None:
        """Paint a word on its card."""
        theme, pen = easel.theme, easel.pen
        edge = theme.accent if node.key == self.chosen else theme.ink3
        easel.box(box.left, box.top, box.right, box.bottom, edge, 6)
        easel.box(box.left + 1.2, box.top + 1.2, box.right - 1.2, box.bottom - 1.2, theme.card, 5)
        easel.words(node.label, (box.centerx, box.centery - pen.line_height(SMALL) / 2), SMALL,
                    theme.ink if clear else theme.ink2, "middle", box.width - pen.px(8))  # fmt: skip


def _between(start: pygame.Rect, end: pygame.Rect) -> list[Point]:
    """Return a curve from the edge of one box to the edge of another."""
    (ax, ay), (bx, by) = start.center, end.center
    bow = 0.12 * math.hypot(bx - ax, by - ay)
    points = bend((ax, ay), (bx, by), bow, 60)
    kept = [p for p in points if not start.collidepoint(p) and not end.inflate(4, 4).collidepoint(p)]
    return kept if len(kept) > 3 else points
