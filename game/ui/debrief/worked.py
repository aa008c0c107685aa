"""A worked example: the level's own solution step by step, and why each step is taken.

It is told to those who have won or have finished one; whoever wants it earlier can watch it (``screens/watch``).
"""

import pygame

from game.explain.speech import Speaker
from game.explain.worked import Deed, deeds
from game.ui.debrief.facts import heading
from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.typeset import BODY, SMALL


def example(playing: Playing) -> list[Deed]:
    """Return the steps of the solution that say why; nothing before it is won, or finished by the player."""
    session = playing.session
    told = session.outcome().won or session.worked > 0
    return [deed for deed in deeds(session, playing.speaker) if deed.why] if told else []


def worked(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """List the worked example; returns where the page goes on."""
    steps = example(talk.playing)
    if not steps:
        return room.y
    y = heading(kit, room, room.y + kit.px(16), kit.words("worked.title"), kit.words("worked.about"))
    for deed in steps:
        y = told(kit, pygame.Rect(room.x, y, room.width, 10), talk.playing.speaker, deed)
    return y


def told(kit: Kit, room: pygame.Rect, speaker: Speaker, deed: Deed, fresh: bool = True) -> int:
    """Write one step: its date beside what is done and why; returns where the next one begins."""
    beside = kit.tx(140) if room.width > kit.tx(440) else 0
    x, y = room.x + beside, room.y
    kit.text(speaker.date(deed.step.quarter), room.topleft, SMALL, kit.theme.ink2)
    y += 0 if beside else kit.line_height(SMALL)
    y += kit.paragraph(deed.said, (x, y), room.width - beside, BODY, kit.theme.ink if fresh else kit.theme.ink2)
    if deed.why:
        y += kit.paragraph(deed.why, (x, y), room.width - beside, SMALL, kit.theme.ink if fresh else kit.theme.ink2)
    return y + kit.px(10)
