"""The family tree: who left whose firm to open their own. The most telling picture of heredity there is."""

import pygame

from game.explain.family_tree import Tree, tree_of
from game.explain.genealogy import Life, lives, tell
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.firm import FirmSheet
from game.ui.tabs import tabs
from game.ui.tree.canopy import Canopy, axis
from game.ui.typeset import BODY, SMALL

MANY = 70
"""So many firms, and the tree opens with dead twigs folded."""
VIEWS = ("names", "folded", "whole")
SIGNS = ("seed", "founded", "attracted", "spinoff", "gone")


class FamilyTree(Screen):
    """A sheet with every firm there ever was."""

    sheet = True

    def __init__(self, playing: Playing, firm: int | None = None) -> None:
        self.playing = playing
        playing.looked.add("family_tree")
        self._sought = firm
        self._known: tuple[str, dict[int, Life], dict[bool, Tree]] | None = None
        self.view = "folded" if len(self.known) > MANY else "names"
        if firm is not None and all(line.life.firm != firm for line in self.tree.lines):
            self.view = "names"

    @property
    def known(self) -> dict[int, Life]:
        """Every firm's life on this line of time."""
        return self._grown()[1]

    @property
    def tree(self) -> Tree:
        """The tree in the chosen view."""
        _, known, trees = self._grown()
        fold = self.view == "folded"
        if fold not in trees:
            trees[fold] = tree_of(known, fold)
        return trees[fold]

    def _grown(self) -> tuple[str, dict[int, Life], dict[bool, Tree]]:
        branch = self.playing.session.branch
        made_for = f"{self.playing.session.current} {branch.quarter} {branch.digests[branch.quarter]}"
        if self._known is None or self._known[0] != made_for:
            self._known = (made_for, lives(branch), {})
        return self._known

    def draw(self, kit: Kit) -> None:
        """Draw heading, years and the tree."""
        inner = sheet(kit, 1780, 1010, kit.words("tree.heading"))
        y = inner.y - kit.px(6)
        y += kit.paragraph(self._summary(kit), (inner.x, y), inner.width, BODY, kit.theme.ink2, 3) + kit.px(8)
        choices = [(view, kit.words(f"tree.view.{view}")) for view in VIEWS]
        y += tabs(kit, (inner.x, y), inner.width, choices, self.view, self._look) + kit.px(10)
        legend = self._legend(kit, inner)
        years = pygame.Rect(inner.x, y, inner.width, kit.line_height(SMALL) + kit.px(4))
        room = pygame.Rect(inner.x, years.bottom, inner.width, inner.bottom - legend - years.bottom)
        self._canopy(kit, years, room)

    def _canopy(self, kit: Kit, years: pygame.Rect, room: pygame.Rect) -> None:
        """Draw the tree in its scrolling room."""
        tree, speaker, last = self.tree, self.playing.speaker, self.playing.session.quarter
        named = self.view != "whole"
        rows = max(len(tree.lines), 1)
        fitting = max(min((room.height - kit.px(14)) / rows, kit.tx(22)), 2.0)
        row = float(max(kit.line_height(SMALL), 24)) if named else fitting
        plot = pygame.Rect(room.x + kit.px(30), room.y, room.width - kit.px(54) - kit.tx(190), room.height)
        axis(kit, pygame.Rect(plot.x, years.y, plot.width, years.height), room.bottom, self._years(plot, last))
        self._seek(kit, row, room)
        with kit.scrolling("tree", room) as drawn:
            top = drawn[0] + kit.px(6)
            canopy = Canopy(kit, tree, plot, top, row, last, named, room)
            canopy.draw(speaker.firm, self._tip, self._open)
            drawn.append(top + round(rows * row) + kit.px(6))

    def _seek(self, kit: Kit, row: float, room: pygame.Rect) -> None:
        """Bring the firm it was opened for into the middle, once."""
        found = [line.row for line in self.tree.lines if line.life.firm == self._sought]
        if found:
            kit.scrolls["tree"] = max(found[0] * row - room.height / 2, 0.0)
            self._sought = None

    def _years(self, plot: pygame.Rect, last: int) -> list[tuple[float, str]]:
        """Choose years to write: each year of a short run, every fifth or tenth of a long one."""
        level = self.playing.session.level
        step = 1 if last <= 24 else 5 if last <= 160 else 10
        first = level.date_of(0)[0]
        found = []
        for quarter in range(last + 1):
            year, number = level.date_of(quarter)
            if quarter == 0 or (number == 1 and year % step == 0 and (year - first) * 4 > 2 * step):
                found.append((plot.x + plot.width * quarter / max(last, 1), str(year)))
        return found

    def _summary(self, kit: Kit) -> str:
        """Say in a sentence what the tree shows."""
        known, say = self.known, kit.words
        left = sum(1 for life in known.values() if life.parent is not None)
        text = say("tree.summary", count=len(known), left=left,
                   living=sum(1 for life in known.values() if life.gone is None))  # fmt: skip
        best = max(self.tree.lines, key=lambda line: line.living if line.parent_row is None else 0, default=None)
        if best is not None and best.living > 2:
            largest = say("tree.largest", firm=self.playing.speaker.firm(best.life.firm), count=best.living)
            text = say("read.sentences", first=text, second=largest)
        if self.tree.folded:
            text = say("read.sentences", first=text, second=say("tree.folded", count=self.tree.folded))
        return text

    def _legend(self, kit: Kit, inner: pygame.Rect) -> int:
        """Say how to read it, at the foot, in as many rows as that takes; returns the height used."""
        step, x, row, places = kit.line_height(SMALL), inner.x, 0, []
        for name in SIGNS:
            wide = kit.tx(30) + kit.width(kit.words(f"tree.sign.{name}"), SMALL)
            if x + wide > inner.right and x > inner.x:
                x, row = inner.x, row + 1
            places.append((x, row))
            x += wide + kit.px(26)
        for name, (x, k) in zip(SIGNS, places, strict=True):
            y = inner.bottom - (row + 1 - k) * step
            _sign(kit, name, x, y + step / 2)
            kit.text(kit.words(f"tree.sign.{name}"), (x + kit.tx(30), y), SMALL, kit.theme.ink2)
        return (row + 1) * step + kit.px(10)

    def _look(self, view: str) -> Turn | None:
        self.view = view
        return None

    def _tip(self, firm: int) -> str:
        return tell(self.known[firm], self.known, self.playing.speaker)

    def _open(self, firm: int) -> Turn | None:
        return Push(FirmSheet(self.playing, firm))

    def key(self, key: int, modifiers: int) -> Turn | None:
        """F goes from view to view."""
        if key == pygame.K_f:
            self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
            return None
        return super().key(key, modifiers)


def _sign(kit: Kit, name: str, x: int, middle: float) -> None:
    """Draw one sign of the tree, in its colour."""
    theme, left, right = kit.theme, x + kit.tx(4), x + kit.tx(22)
    if name == "attracted":
        stroke(kit.surface, [(left, middle - kit.tx(5)), (right, middle)], max(2.2 * kit.scale, 1.4), theme.gain)
    elif name == "spinoff":
        bend = [(left, middle - kit.tx(8)), (left, middle), (right, middle)]
        stroke(kit.surface, bend, max(1.6 * kit.scale, 1.2), theme.thread)
    elif name == "gone":
        kit.icon("close", (x + kit.tx(8), middle - kit.tx(6)), 12, theme.ink2)
    else:
        pygame.draw.aacircle(kit.surface, theme.ink, (x + kit.tx(13), middle), kit.tx(6))
        if name == "founded":
            pygame.draw.aacircle(kit.surface, theme.panel, (x + kit.tx(13), middle), kit.tx(4))
