"""The whole model as six rooms of words with every link between them."""

import math
from dataclasses import dataclass, replace

import pygame

from game.explain.speech import Speaker
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.map.lines import Point
from game.ui.pen import Pen
from game.ui.theme import Colour
from game.ui.typeset import SMALL, SMALL_BOLD
from game.ui.why.web import Arrow, arrow, bend

WORD = 0.43
"""Width of a word's card, of its room: two stand beside each other."""


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
    columns: int = 3
    """Rooms beside each other: fewer where the words in them are large."""

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
        """Return where each room lies, row by row."""
        across, rows = self.columns, -(-len(self.rooms) // self.columns)
        wide, tall = (size[0] - (across - 1) * gap) // across, (size[1] - (rows - 1) * gap) // rows
        return {
            key: pygame.Rect((k % across) * (wide + gap), (k // across) * (tall + gap), wide, tall)
            for k, (key, _) in enumerate(self.rooms)
        }

    def fitting(self, pen: Pen, room: int, gap: int) -> "WholeMap":
        """Return it with as many rooms beside each other as leave every word whole."""
        widest = max(pen.width(node.label, SMALL) for node in self.nodes) + pen.px(10)
        fits = (across for across in (3, 2) if WORD * (room - (across - 1) * gap) / across >= widest)
        return replace(self, columns=next(fits, 1))

    def boxes(self, size: tuple[int, int], gap: int, line: int) -> dict[str, pygame.Rect]:
        """Return where every word lies: in two columns in its room, set off so that links can pass."""
        found = {}
        for key, frame in self.frames(size, gap).items():
            some = [node for node in self.nodes if node.room == key]
            rows = -(-len(some) // 2)
            top, step = frame.y + line + 6, (frame.height - line - 10) / max(rows, 1)
            for k, node in enumerate(some):
                wide = round(frame.width * WORD)
                box = pygame.Rect(0, 0, wide, min(round(line * 1.35), round(step * 0.86)))
                x = frame.x + frame.width * (0.25 if k % 2 == 0 else 0.75)
                box.center = (round(x), round(top + step * (k // 2 + 0.5 + (0.08 if k % 2 else -0.08))))
                found[node.key] = box
        return found

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint rooms, then grey links, then lit ones, then words."""
        pen, theme, line = easel.pen, easel.theme, easel.pen.line_height(SMALL)
        gap = round(pen.px(26))
        for frame in self.frames(easel.rect.size, gap).values():
            easel.box(frame.left, frame.top, frame.right, frame.bottom, easel.tinted(theme.ink3, 0.10), 10)
        boxes = self.boxes(easel.rect.size, gap, line)
        order = sorted(range(len(self.arrows)), key=lambda k: (self._own(self.arrows[k]), bool(self.seen[k])))
        for k in order:
            self._link(easel, boxes, self.arrows[k], bool(self.seen[k]))
        for key, frame in self.frames(easel.rect.size, gap).items():
            name, at = dict(self.rooms)[key], (frame.x + pen.px(12), frame.y + pen.px(4))
            easel.box(at[0], at[1], at[0] + pen.width(name, SMALL_BOLD), at[1] + line, easel.tinted(theme.ink3, 0.10))
            easel.words(name, at, SMALL_BOLD, theme.ink2)
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
