"""Concepts that were met, with a dot for each way of meeting them: full where it was done, a ring where not."""

from collections.abc import Iterable
from functools import partial

import pygame

from game.content import library
from game.session.notebook import Marks
from game.ui.kit import Kit
from game.ui.rich import push
from game.ui.shapes import pip
from game.ui.tables.model import Cell, Column, Order, Row
from game.ui.tables.table import table
from game.ui.theme import Colour


def concept_marks(
    kit: Kit, room: pygame.Rect, met: Iterable[tuple[str, Marks]], ground: Colour, order: Order | None = None
) -> int:
    """Draw the table on its ground; each concept opens its card. Returns where it ends."""
    say, ways = kit.words, list(Marks.model_fields)
    heads = [Column(say(f"debrief.concept_columns.{way}"), "middle", sorts=True) for way in ways]
    rows = []
    for concept, marks in met:
        if concept not in library.concepts():
            continue
        done = [getattr(marks, way) for way in ways]
        card = library.concepts()[concept]
        dots = (Cell(value=float(one), paint=partial(_dot, one, ground), wide=kit.tx(70)) for one in done)
        cells = (Cell(card.name[say.language]), *dots)
        rows.append(Row(f"concept {concept}", cells, partial(push, concept), partial(str, card.what[say.language])))
    return table(kit, room, "concepts", [Column(say("table.concept"), sorts=True), *heads], rows, order)


def _dot(done: bool, ground: Colour, kit: Kit, box: pygame.Rect) -> None:
    pip(kit.surface, box.center, kit.tx(7), kit.theme.ink, float(done), ground)
