"""A worked example: the level's own solution step by step, and why each step is taken; shown to those who have won."""

import pygame

from game.explain.tale import decision
from game.lab.ensemble import action_of
from game.session.branch import Step
from game.ui.debrief.facts import heading
from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.typeset import BODY, SMALL


def example(playing: Playing) -> list[tuple[int, str, str]]:
    """Return quarter, deed and reason of each step of the solution that says why; nothing before it is won."""
    session, speaker = playing.session, playing.speaker
    if not session.outcome().won:
        return []
    places = [place.id for place in session.level.map.places]
    steps = [(step, Step(step.quarter, action_of(step, places))) for step in session.level.solution]
    return [(a.quarter, decision(session, speaker, b), a.note[speaker.language]) for a, b in steps if a.note]


def worked(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """List the worked example; returns where the page goes on."""
    steps = example(talk.playing)
    if not steps:
        return room.y
    y = heading(kit, room, room.y + kit.px(16), kit.words("worked.title"), kit.words("worked.about"))
    for quarter, deed, why in steps:
        inner = room.width - kit.tx(140)
        kit.text(talk.playing.speaker.date(quarter), (room.x, y), SMALL, kit.theme.ink2)
        y += kit.paragraph(deed, (room.x + kit.tx(140), y), inner, BODY)
        y += kit.paragraph(why, (room.x + kit.tx(140), y), inner, SMALL, kit.theme.ink2) + kit.px(6)
    return y
