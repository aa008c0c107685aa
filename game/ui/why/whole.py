"""The whole causal map, grey, lit where this run gave evidence of a link."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.explain.causal.evidence import seen
from game.explain.causal.links import COUNTED, Link
from game.explain.causal.telling import label
from game.explain.causal.variables import ROOM_OF, ROOMS
from game.explain.speech import Speaker
from game.simulation.indicators import MEASURED
from game.ui import charts
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import HEADING, SMALL
from game.ui.why.around import arrow_of
from game.ui.why.rooms import MapNode, WholeMap

if TYPE_CHECKING:
    from game.ui.screens.why import Why


def whole_map(playing: Playing, links: list[Link], chosen: str) -> WholeMap:
    """Build the picture of the whole model."""
    speaker: Speaker = playing.speaker
    pairs: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.mechanism != COUNTED and link.cause in ROOM_OF and link.effect in ROOM_OF:
            pairs.setdefault((link.cause, link.effect), link)
    shown = list(pairs.values())
    when = seen(playing.session.branch, shown)
    return WholeMap(
        tuple((room, speaker.words(f"why.room.{room}")) for room in ROOMS),
        tuple(MapNode(key, label(speaker, key), room) for room, some in ROOMS.items() for key in some),
        tuple(arrow_of(speaker, link) for link in shown),
        tuple(speaker.date(when[link]) if link in when else "" for link in shown),
        chosen,
    )


def draw(kit: Kit, room: pygame.Rect, why: "Why") -> int:
    """Draw the map; returns where it ends."""
    say, speaker, y = kit.words, why.playing.speaker, room.y
    if not why.around.map.ready:
        return y + kit.paragraph(say("why.measuring"), (room.x, y), room.width)
    gap = round(kit.px(26))
    chart = why.pictured(kit.words.language, why.chosen).fitting(kit, room.width, gap)
    y += kit.paragraph(chart.describe(speaker), (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(12)
    tall = max(room.bottom - y - kit.tx(60), kit.tx(600)) if chart.columns == 3 else kit.tx(1800 // chart.columns)
    area = pygame.Rect(room.x, y, room.width, tall)
    charts.show(kit, area, chart, speaker, "chart map")
    boxes = chart.boxes(area.size, gap, kit.line_height(SMALL))
    for node in chart.nodes:
        box = boxes[node.key].move(area.topleft)
        if kit.spot(box, f"node {node.key}", partial(_choose, why, node.key), node.label):
            kit.plate(box.inflate(4, 4), kit.theme.ink, kit.px(8), 2)
    y = area.bottom + kit.px(14)
    chosen = next((node for node in chart.nodes if node.key == why.chosen), None)
    if chosen is None:
        return y + kit.paragraph(say("why.map_choose"), (room.x, y), room.width, SMALL, kit.theme.ink2)
    head = kit.text(say("why.map_links", name=chosen.label), (room.x, y), HEADING)
    if chosen.key in MEASURED:
        kit.link(say("ui.why"), (head.right + kit.px(20), y), "ask", partial(_ask, why, chosen.key), SMALL)
    y += kit.line_height(HEADING)
    for text in chart.sentences(speaker, chosen.key):
        y += kit.paragraph(text, (room.x, y), room.width, SMALL)
    return y + kit.px(10)


def _choose(why: "Why", key: str) -> Turn | None:
    why.chosen = "" if why.chosen == key else key
    return None


def _ask(why: "Why", number: str) -> Turn | None:
    why.rung = "causes"
    return why.ask(number)
