"""The tree of time: what a number did on every line, and below it the lines themselves with their forks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.explain.branches import name_of
from game.session.lanes import Lane
from game.ui.kit import Kit
from game.ui.map.lines import fill, stroke
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.theme import mix
from game.ui.typeset import SMALL, SMALL_BOLD


def label_of(kit: Kit, playing: Playing, number: int) -> str:
    """Write a line of time's name, and how many jobs it ends with."""
    session = playing.session
    jobs = round(float(session.branches[number].region.history.last("employment")[0]))
    words = "timeline.here" if number == session.current else "timeline.line"
    return kit.words(words, name=name_of(session, playing.speaker, number), jobs=jobs)


def widest(kit: Kit, playing: Playing) -> int:
    """Return how much room the names of the lines need beside them."""
    numbers = range(len(playing.session.branches))
    return max(kit.width(label_of(kit, playing, k), SMALL_BOLD) for k in numbers) + kit.px(20)


@dataclass(frozen=True)
class Tracks:
    """One axis of time for curves and lines.

    ``rect`` is as wide as all quarters together, ``names`` is the room beside it for what the lines are called.
    """

    kit: Kit
    playing: Playing
    rect: pygame.Rect
    last: int
    found: Sequence[Lane]
    names: int

    def x(self, quarter: float) -> float:
        """Return where a quarter stands."""
        return self.rect.x + self.rect.width * quarter / max(self.last, 1)

    def quarter_at(self, x: float) -> int:
        """Return the quarter that stands here."""
        return round((x - self.rect.x) * max(self.last, 1) / max(self.rect.width, 1))

    def curves(self, plot: pygame.Rect, number: str, chosen: int) -> None:
        """Draw a number on every line of time: the one being played in ink, with all that would be left behind pale."""
        kit, session, theme = self.kit, self.playing.session, self.kit.theme
        series = [[float(v) for v in branch.region.history[number][:, 0]] for branch in session.branches]
        low, high = min(min(one) for one in series), max(max(one) for one in series)
        bottom = 0.0 if 0 <= low < 0.5 * high else low
        span = (high - bottom) or 1.0

        def at(quarter: int, value: float) -> tuple[float, float]:
            return self.x(quarter), plot.bottom - plot.height * 0.94 * (value - bottom) / span

        for value in (bottom, bottom + span):
            x, y = at(self.last, value)
            kit.hairline((plot.x, y), (plot.right, y), theme.ink3 if value == bottom else None)
            text = self.playing.speaker.value(number, value)
            kit.text(text, (x + kit.px(14), y - kit.line_height(SMALL) / 2), SMALL, theme.ink2)
        for k, branch in enumerate(session.branches):
            if k != session.current:
                start = min(branch.fork, len(series[k]) - 1)
                points = [at(q, series[k][q]) for q in range(start, len(series[k]))]
                stroke(kit.surface, points, max(1.6 * kit.scale, 1.2), theme.ink3)
        here = series[session.current]
        ahead = [at(q, here[q]) for q in range(chosen, len(here))]
        stroke(kit.surface, ahead, max(2.4 * kit.scale, 1.5), mix(theme.ink, theme.panel, 0.55))
        stroke(kit.surface, [at(q, here[q]) for q in range(chosen + 1)], max(3 * kit.scale, 1.8), theme.ink)
        dot = at(chosen, here[chosen])
        pygame.draw.aacircle(kit.surface, theme.panel, dot, max(kit.px(9), 6))
        pygame.draw.aacircle(kit.surface, theme.accent, dot, max(kit.px(7), 4))

    def lanes(self, top: int, press: Callable[[int], Turn | None]) -> int:
        """Draw the lines of time; returns where they end. Every line but the one being played can be pressed."""
        tall = max(self.kit.tx(34), 26)
        for lane in self.found:
            self._lane(lane, top, tall, press)
        return top + len(self.found) * tall

    def _lane(self, lane: Lane, top: int, tall: int, press: Callable[[int], Turn | None]) -> None:
        kit, theme, session = self.kit, self.kit.theme, self.playing.session
        y, here = top + tall * (lane.row + 0.5), lane.number == session.current
        start, end = self.x(lane.fork), self.x(lane.quarter)
        box = pygame.Rect(round(start), 0, max(round(end - start) + self.names, tall), tall - 2)
        box.right = max(min(box.right, kit.rect.right), box.x + tall)
        box.centery = round(y)
        hot = not here and kit.spot(box, f"line {lane.number}", partial(press, lane.number), self._tip(lane))
        colour = theme.accent if hot else theme.ink if here else theme.ink3
        weight = max(kit.px(4 if here or hot else 2.6), 2)
        if lane.parent_row is not None:
            above, bend = top + tall * (lane.parent_row + 0.5), tall * 0.4
            corner = [(start, y - bend), (start + bend * 0.3, y - bend * 0.3), (start + bend, y)]
            stroke(kit.surface, [(start, above), *corner], max(2 * kit.scale, 1.4), colour)
            pygame.draw.aacircle(kit.surface, colour, (start, above), max(kit.px(5), 3))
            start += bend
        lies = pygame.Rect(round(start), round(y - weight / 2), max(round(end - start), 2), weight)
        kit.plate(lies, colour, weight // 2)
        for quarter in lane.marks:
            at = (max(self.x(quarter), start), y)
            pygame.draw.aacircle(kit.surface, colour, at, max(kit.px(6), 4))
            pygame.draw.aacircle(kit.surface, theme.panel, at, max(kit.px(3.4), 2))
        for quarter in lane.events:
            self._diamond((max(self.x(quarter), start), y - tall * 0.3))
        if here:
            pygame.draw.aacircle(kit.surface, theme.accent, (end, y), max(kit.px(7), 4))
        label = label_of(kit, self.playing, lane.number)
        role = SMALL_BOLD if here or hot else SMALL
        ink = theme.ink if here or hot else theme.ink2
        kit.text(label, (end + kit.px(14), y - kit.line_height(SMALL) / 2), role, ink,
                 room=max(round(self.rect.right + self.names - end - kit.px(14)), kit.tx(40)))  # fmt: skip

    def _diamond(self, at: tuple[float, float]) -> None:
        """Draw the mark of an event."""
        side = max(self.kit.px(5), 4)
        corners = [(at[0], at[1] - side), (at[0] + side, at[1]), (at[0], at[1] + side), (at[0] - side, at[1])]
        fill(self.kit.surface, corners, self.kit.theme.accent)

    def _tip(self, lane: Lane) -> str:
        date, session = self.playing.speaker.date, self.playing.session
        jobs = round(float(session.branches[lane.number].region.history.last("employment")[0]))
        words = self.kit.words
        return words(
            "ui.line",
            name=name_of(session, self.playing.speaker, lane.number),
            fork=date(lane.fork),
            to=date(lane.quarter),
            jobs=jobs,
        )

    def cursor(self, quarter: int, top: int, bottom: int, strong: bool) -> None:
        """Draw where in time we look."""
        x, theme = self.x(quarter), self.kit.theme
        colour = theme.accent if strong else theme.ink3
        pygame.draw.line(self.kit.surface, colour, (x, top), (x, bottom), max(self.kit.px(2), 2) if strong else 1)
