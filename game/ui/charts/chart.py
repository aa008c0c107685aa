"""What every chart can do: be painted, be said in a sentence, and be read as a table."""

from collections import OrderedDict
from collections.abc import Hashable

import pygame

from game.explain.speech import Speaker
from game.ui.charts.easel import Easel
from game.ui.charts.table import ChartTable, Table
from game.ui.kit import Kit
from game.ui.screen import Push
from game.ui.theme import Colour

MOST_KEPT = 64
"""Painted charts kept; a screen shows fewer."""

_painted: OrderedDict[Hashable, pygame.Surface] = OrderedDict()


class Chart:
    """A chart is data that can be painted; equal charts look the same, so a painted one is kept."""

    def describe(self, speaker: Speaker) -> str:
        """Say in one sentence what is to be seen."""
        raise NotImplementedError

    def table(self, speaker: Speaker) -> Table:
        """Return its figures in rows; the first row holds the headings."""
        raise NotImplementedError

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint it into the easel's room."""
        raise NotImplementedError


def picture(
    kit: Kit, chart: Chart, speaker: Speaker, size: tuple[int, int], ground: Colour | None = None
) -> pygame.Surface:
    """Return the painted chart, from memory where it has been painted before."""
    ground = ground or kit.theme.panel
    key = (chart, size, kit.theme.name, kit.words.language, kit.scale, kit.type_scale, ground, speaker.level.id)
    if key not in _painted:
        easel = Easel(kit, (max(size[0], 1), max(size[1], 1)), ground)
        chart.paint(easel, speaker)
        _painted[key] = easel.finished()
        if len(_painted) > MOST_KEPT:
            _painted.popitem(last=False)
    _painted.move_to_end(key)
    return _painted[key]


def show(
    kit: Kit, rect: pygame.Rect, chart: Chart, speaker: Speaker, key: str = "", ground: Colour | None = None
) -> None:
    """Draw a chart.

    Args:
        kit: Tools.
        rect: Room.
        chart: What to draw.
        speaker: Who names numbers and dates.
        key: Name of its spot: the tip says the chart in a sentence, pressing it opens its table. Without a name it is
            part of something that can be pressed as a whole.
        ground: Colour it lies on, the panel's if left out.
    """
    if rect.width < 2 or rect.height < 2:
        return
    kit.surface.blit(picture(kit, chart, speaker, rect.size, ground), rect)
    if key and kit.spot(rect, key, lambda: Push(ChartTable(chart, speaker)), chart.describe(speaker)):
        kit.plate(rect.inflate(kit.px(8), kit.px(8)), kit.theme.ink3, kit.px(6), 1)
