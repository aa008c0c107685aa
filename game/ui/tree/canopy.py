"""The family tree drawn: every firm a line through time in the colour of what it makes, branches where people left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import pygame

from game.explain.family_tree import Line, Tree
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.map.lines import stroke
from game.ui.screen import Turn
from game.ui.theme import Colour, mix
from game.ui.typeset import SMALL, SMALL_BOLD


@dataclass(frozen=True)
class Canopy:
    """Where everything stands: ``rect`` holds the quarters, ``top`` is the first row, ``row`` a row's height."""

    kit: Kit
    tree: Tree
    rect: pygame.Rect
    top: int
    row: float
    last: int
    named: bool
    seen: pygame.Rect

    def x(self, quarter: float) -> float:
        """Return where a quarter stands."""
        return self.rect.x + self.rect.width * quarter / max(self.last, 1)

    def y(self, row: int) -> float:
        """Return the middle of a row."""
        return self.top + self.row * (row + 0.5)

    def draw(self, name: Callable[[int], str], tip: Callable[[int], str], press: Callable[[int], Turn | None]) -> None:
        """Draw the lines that can be seen; every firm is a spot."""
        hot: Line | None = None
        for line in self.tree.lines:
            box = self._box(line)
            in_sight = box.colliderect(self.seen)
            said = tip(line.life.firm) if in_sight else ""
            if self.kit.spot(box, f"life {line.life.firm}", partial(press, line.life.firm), said, self.named):
                hot = line
        family = self._family(hot) if hot else frozenset()
        for line in self.tree.lines:
            self._branch(line, bool(family) and line.row not in family)
        for line in self.tree.lines:
            if self.seen.top - self.row <= self.y(line.row) <= self.seen.bottom + self.row:
                self._life(line, bool(family) and line.row not in family, line is hot, name)

    def _box(self, line: Line) -> pygame.Rect:
        left, tall = round(self.x(line.life.born)), max(round(self.row), SMALLEST_SPOT if self.named else 3)
        end = self.x(self.last if line.life.gone is None else line.life.gone)
        wide = max(round(end - left) + (self.kit.tx(150) if self.named else 0), SMALLEST_SPOT)
        box = pygame.Rect(left, 0, wide, tall)
        box.centery = round(self.y(line.row))
        return box

    def _family(self, line: Line) -> frozenset[int]:
        """Return the rows of a firm, its forebears and its heirs."""
        rows, above = {line.row}, line.parent_row
        while above is not None:
            rows.add(above)
            above = self.tree.lines[above].parent_row
        for other in self.tree.lines[line.row + 1 :]:
            if other.generation <= line.generation:
                break
            rows.add(other.row)
        return frozenset(rows)

    def _ink(self, colour: Colour, faded: bool) -> Colour:
        return mix(colour, self.kit.theme.panel, 0.78) if faded else colour

    def _branch(self, line: Line, faded: bool) -> None:
        """Draw the way from the parent's line down to this one, or where the founder came from."""
        kit, x, y = self.kit, self.x(line.life.born), self.y(line.row)
        if line.parent_row is None:
            self._root(line, x, y, faded)
            return
        above = self.y(line.parent_row)
        if max(above, y) < self.seen.top or min(above, y) > self.seen.bottom:
            return
        bend = min(self.row * 0.5, kit.px(10))
        weight = max(1.6 * kit.scale, 1.2) if self.named else 1.0
        colour = self._ink(kit.theme.thread, faded)
        corner = [(x, y - bend), (x + bend * 0.3, y - bend * 0.3), (x + bend, y)]
        stroke(kit.surface, [(x, above), *corner], weight, colour)

    def _root(self, line: Line, x: float, y: float, faded: bool) -> None:
        """Mark a founder who left no firm here: of the place, or from elsewhere."""
        kit, theme = self.kit, self.kit.theme
        radius = max(kit.px(5) if self.named else self.row * 0.3, 2)
        if line.life.origin == "attracted":
            colour, back = self._ink(theme.gain, faded), radius * 5
            stroke(kit.surface, [(x - back, y - radius * 1.6), (x, y)], max(2.2 * kit.scale, 1.3), colour)
            for share in (0.15, 0.5, 0.85) if self.named else ():
                at = (x - back * share, y - radius * 1.6 * share)
                pygame.draw.aacircle(kit.surface, colour, at, max(radius * 0.55, 2))
            return
        colour = self._ink(theme.ink, faded)
        pygame.draw.aacircle(kit.surface, colour, (x, y), radius)
        if line.life.origin != "seed":
            pygame.draw.aacircle(kit.surface, theme.panel, (x, y), max(radius - max(kit.px(2), 1.5), 1))

    def _life(self, line: Line, faded: bool, hot: bool, name: Callable[[int], str]) -> None:
        """Draw one firm from birth to exit, in the colours of what it made."""
        kit, life, y = self.kit, line.life, self.y(line.row)
        end = self.last if life.gone is None else life.gone
        weight = max(kit.px(5.4 if hot else 4), 4 if hot else 3) if self.named else max(round(self.row * 0.4), 1)
        spans = [*life.kinds, (end, life.kind)]
        for (since, kind), (until, _) in pairwise(spans):
            left, right = self.x(since), self.x(until)
            lies = pygame.Rect(round(left), round(y - weight / 2), max(round(right - left), 1), weight)
            kit.plate(lies, self._ink(kit.theme.products[kind], faded), weight // 2)
        for quarter in line.twigs:
            foot = (self.x(quarter), y)
            tip = (foot[0] + kit.px(5), y + min(self.row * 0.36, kit.px(9)))
            stroke(kit.surface, [foot, tip], max(1.4 * kit.scale, 1.0), self._ink(kit.theme.ink3, faded))
        if self.named or hot:
            self._end(line, self.x(end), y, faded, hot, name(life.firm))

    def _end(self, line: Line, x: float, y: float, faded: bool, hot: bool, name: str) -> None:
        """Draw how it ends: a house where it lives, a cross where it closed; and its name."""
        kit, living = self.kit, line.life.gone is None
        side = min(max(kit.tx(18), 16), max(round(self.row) - 4, 16))
        ink = self._ink(kit.theme.ink if living or hot else kit.theme.ink2, faded)
        if living:
            dx, dy = anchor_of(side)
            if not faded:
                house = building(line.life.kind, side, 4, 0, kit.theme)
                kit.surface.blit(house, (round(x) + side // 2 + kit.px(4) - dx, round(y) + round(side * 0.46) - dy))
            x += round(side * 1.36) + kit.px(12)
        else:
            arm = max(kit.px(4), 3)
            for way in (-1, 1):
                stroke(kit.surface, [(x - arm, y - way * arm), (x + arm, y + way * arm)], 1.3, ink)
            x += kit.px(12)
        role = SMALL_BOLD if hot or (living and line.living > 3) else SMALL
        room = self.seen.right - round(x) - kit.px(10)
        if room > kit.tx(30):
            kit.text(name, (x, y - kit.line_height(SMALL) / 2), role, ink, room=room)


def axis(kit: Kit, rect: pygame.Rect, bottom: int, years: Sequence[tuple[float, str]]) -> None:
    """Write years along the top, with a hairline down from each."""
    right = rect.x
    for x, label in years:
        kit.hairline((x, rect.bottom), (x, bottom))
        if x >= right:
            right = round(kit.text(label, (x, rect.y), SMALL, kit.theme.ink2).right) + kit.px(24)
