"""What a decision would change, under the decision: a few numbers, and in how many futures."""

import pygame

from game.explain.speech import Speaker
from game.lab.preview import Preview
from game.ui.charts import good
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.typeset import HEADING, SMALL, SMALL_BOLD

MOST = 4
CLEAR = 0.7
"""Share of futures in which a number must move the same way to be worth a line."""


def clearest(preview: Preview, speaker: Speaker) -> list[str]:
    """List the numbers a decision moves the same way in most futures, and by as much as can be written."""
    sure = {name: max(preview.more[name], preview.less[name]) / preview.worlds for name in preview.bands}
    seen = {name: speaker.change(name, float(preview.bands[name].p50[-1])) for name in sure}
    worth = [name for name in sure if sure[name] >= CLEAR and any(figure in "123456789" for figure in seen[name])]
    return sorted(worth, key=lambda name: -sure[name])[:MOST]


def draw(kit: Kit, playing: Playing, preview: Preview | None, room: pygame.Rect, y: int) -> int:
    """Draw the part; returns where it ends."""
    if kit.workers is None:
        return y
    kit.text(kit.words("ui.preview"), (room.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(2)
    if preview is None:
        kit.text(kit.words("ui.preview_wait"), (room.x, y), SMALL, kit.theme.ink2, room=room.width)
        return y + kit.line_height(SMALL) + kit.px(12)
    years = (len(preview.quarters) - 1) // 4
    y += kit.paragraph(kit.words("ui.preview_about", years=years, worlds=preview.worlds), (room.x, y), room.width,
                       SMALL, kit.theme.ink2) + kit.px(4)  # fmt: skip
    shown = clearest(preview, playing.speaker)
    if not shown:
        return y + kit.paragraph(kit.words("ui.preview_nothing"), (room.x, y), room.width, SMALL) + kit.px(12)
    for name in shown:
        y = _line(kit, playing, preview, name, room, y)
    return y + kit.px(12)


def _line(kit: Kit, playing: Playing, preview: Preview, name: str, room: pygame.Rect, y: int) -> int:
    """Write one number: by how much, in how many futures, and between what."""
    band, speaker = preview.bands[name], playing.speaker
    low, middle, high = (speaker.change(name, float(series[-1])) for series in (band.p10, band.p50, band.p90))
    rises = preview.more[name] >= preview.less[name]
    count = preview.more[name] if rises else preview.less[name]
    kit.text(speaker.name(name), (room.x, y), SMALL, room=round(room.width * 0.5))
    kit.text(middle, (room.right, y), SMALL_BOLD, good(kit, name, 1.0 if rises else -1.0), "right")
    y += kit.line_height(SMALL)
    said = kit.words("ui.preview_band", low=low, high=high, count=count, worlds=preview.worlds)
    kit.text(said, (room.x, y), SMALL, kit.theme.ink2, room=room.width)
    return y + kit.line_height(SMALL) + kit.px(4)
