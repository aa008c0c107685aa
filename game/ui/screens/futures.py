"""The futures: where every main number may go, until when acting helps, and what stands in the way."""

from functools import partial

import pygame

from game.content import numbers
from game.explain import forecast as words_of
from game.explain.forecast import WAYS, Forecast
from game.simulation.indicators import WATCHED
from game.ui.charts import Closing, Fan, show
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Screen, Turn
from game.ui.typeset import BODY, HEADING, HERO, SMALL, SMALL_BOLD


class FuturesSheet(Screen):
    """A sheet: one number's fan at the left; chances, window and obstacles at the right."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.number = "employment"

    def draw(self, kit: Kit) -> None:
        """Draw the sheet; it goes on asking, so that it is complete even when it is opened early."""
        session = self.playing.session
        self.playing.futures.look(kit.workers, session.branch, True, session.level.quarters)
        inner = sheet(kit, 1640, 1000, kit.words("ui.futures"))
        forecast = self.playing.futures.forecast
        if forecast is None:
            kit.paragraph(kit.words("ui.futures_wait"), inner.topleft, inner.width, BODY, kit.theme.ink2)
            return
        narrow = inner.width < kit.tx(1000)
        wide = inner.width if narrow else round(inner.width * 0.58)
        room = pygame.Rect(inner.x, inner.y, wide, inner.height)
        with kit.scrolling("futures", room) as drawn:
            inside = pygame.Rect(room.x, drawn[0], room.width - kit.px(20), room.height)
            y = self._fan(kit, inside, forecast)
            if narrow:
                y = self._side(kit, pygame.Rect(inside.x, y + kit.px(20), inside.width, 10), forecast)
            drawn.append(y)
        if not narrow:
            x = room.right + kit.px(24)
            kit.hairline((x, inner.y), (x, inner.bottom))
            side = pygame.Rect(x + kit.px(24), inner.y, inner.right - x - kit.px(24), inner.height)
            with kit.scrolling("futures side", side) as drawn:
                drawn.append(self._side(kit, pygame.Rect(side.x, drawn[0], side.width - kit.px(14), 10), forecast))

    def _fan(self, kit: Kit, room: pygame.Rect, forecast: Forecast) -> int:
        """Draw the numbers to choose from, and the fan of the chosen one."""
        speaker, y = self.playing.speaker, self._choices(kit, room, forecast)
        band = forecast.bands[self.number]
        ends = [speaker.value(self.number, float(series[-1])) for series in (band.p10, band.p50, band.p90)]
        kit.text(speaker.name(self.number), (room.x, y), HEADING)
        y += kit.line_height(HEADING)
        said = kit.words("ui.futures_band", years=forecast.horizon // 4, low=ends[0], middle=ends[1], high=ends[2])
        y += kit.paragraph(said, (room.x, y), room.width, BODY, kit.theme.ink2) + kit.px(8)
        tall = max(kit.tx(330), room.height - (y - room.y) - kit.tx(130))
        chart = pygame.Rect(room.x, y, room.width, tall)
        past = tuple(self.playing.series(self.number)[: forecast.at + 1])
        show(kit, chart, Fan(forecast, self.number, past), speaker, "chart fan")
        y = chart.bottom + kit.px(14)
        for line in ("forecast.model", "forecast.assumption"):
            y += kit.paragraph(kit.words(line), (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(4)
        return y

    def _choices(self, kit: Kit, room: pygame.Rect, forecast: Forecast) -> int:
        """Draw one small tab for each number that has a band."""
        x, y = room.x, room.y
        tall = max(kit.tx(36), 28)
        for number in forecast.bands:
            name = self.playing.speaker.name(number)
            wide = kit.width(name, SMALL) + 2 * kit.tx(12)
            if x + wide > room.right:
                x, y = room.x, y + tall + kit.px(6)
            box = pygame.Rect(x, y, wide, tall)
            hot = kit.spot(box, f"future {number}", partial(self._choose, number))
            chosen = number == self.number
            if chosen or hot:
                ground = kit.theme.ink if chosen else kit.theme.hairline
                kit.plate(box, ground, tall // 2)
            ink = kit.theme.paper if chosen else kit.theme.ink
            kit.text(name, (box.centerx, box.centery - kit.line_height(SMALL) / 2), SMALL, ink, "middle")
            x = box.right + kit.px(6)
        return y + tall + kit.px(14)

    def _choose(self, number: str) -> Turn | None:
        self.number = number
        return None

    def _side(self, kit: Kit, room: pygame.Rect, forecast: Forecast) -> int:
        """Draw the chance, the phases at the horizon, the window, and what stands in the way."""
        found, y = forecast.flourishing, room.y
        shown = kit.text(numbers.percent(found.value), (room.x, y), HERO, kit.theme.accent)
        y = shown.bottom
        y += kit.paragraph(words_of.chance(forecast, self.playing.speaker), (room.x, y), room.width, SMALL) + kit.px(12)
        kit.text(kit.words("ui.futures_phases", years=forecast.horizon // 4), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(2)
        for name in WATCHED:
            share = forecast.phases[name.removeprefix("p_")]
            row = pygame.Rect(room.x, y, room.width, kit.tx(40))
            share_bar(kit, row, kit.words(f"phase.{name}"), numbers.percent(share), share, name == "p_renewal")
            y += kit.line_height(SMALL) + kit.px(14)
        return self._limits(kit, room, self._window(kit, room, y + kit.px(6)))

    def _window(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw the chance by when one acts, and say it."""
        kit.text(kit.words("ui.futures_window"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(4)
        window = self.playing.futures.window
        if window is None:
            kit.text(kit.words("ui.window.unknown"), (room.x, y), SMALL, kit.theme.ink2)
            return y + kit.line_height(SMALL) + kit.px(12)
        chart = pygame.Rect(room.x, y, room.width, kit.tx(130))
        show(kit, chart, Closing(window, window.moments[0], window.moments[-1]), self.playing.speaker, "chart window")
        y = chart.bottom + kit.px(6)
        return (
            y
            + kit.paragraph(words_of.closing(window, self.playing.speaker), (room.x, y), room.width, SMALL)
            + kit.px(14)
        )

    def _limits(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw how much each of the four would help, and say which binds."""
        limits = self.playing.futures.limits
        if limits is None:
            return y
        kit.text(kit.words("ui.futures_limits"), (room.x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(4)
        y += kit.paragraph(words_of.in_the_way(limits, self.playing.speaker), (room.x, y), room.width, SMALL)
        y += kit.px(8)
        for way in WAYS:
            gain = max(limits.gains[way].value, 0.0)
            row = pygame.Rect(room.x, y, room.width, kit.tx(40))
            label = f"+{numbers.number(100 * gain)}"
            share_bar(kit, row, kit.words(f"ui.limit.{way}"), label, gain, way == limits.binding)
            y += kit.line_height(SMALL) + kit.px(14)
        return y


def share_bar(kit: Kit, rect: pygame.Rect, label: str, value: str, share: float, strong: bool = False) -> None:
    """Draw a labelled share as a bar."""
    kit.text(label, (rect.x, rect.y), SMALL, room=rect.width - kit.width(value, SMALL_BOLD) - kit.px(8))
    kit.text(value, (rect.right, rect.y), SMALL_BOLD, align="right")
    bar = pygame.Rect(rect.x, rect.y + kit.line_height(SMALL) + kit.px(2), rect.width, max(kit.px(6), 4))
    kit.bar(bar, share, kit.theme.accent if strong else kit.theme.ink)
