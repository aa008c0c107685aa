"""Small marks beside a level: goals met as dots, measured difficulty as steps; and both in words."""

import pygame

from game.content import numbers
from game.session.progress import Record
from game.ui.entrance.shelf import Entry
from game.ui.kit import Kit
from game.ui.screen import later

STEP = 15
"""From one dot to the next, in units of text."""


def wide(kit: Kit, most: int) -> int:
    """Return how wide so many dots are."""
    return kit.tx(STEP) * most


def dots(kit: Kit, middle: tuple[float, float], met: int, most: int) -> int:
    """Draw goals met as full dots among empty ones; returns how wide they are."""
    radius, step = max(kit.tx(5), 3), kit.tx(STEP)
    left = middle[0] - step * (most - 1) / 2
    for k in range(most):
        at = (left + k * step, middle[1])
        pygame.draw.aacircle(kit.surface, kit.theme.accent if k < met else kit.theme.ink2, at, radius)
        if k >= met:
            pygame.draw.aacircle(kit.surface, kit.theme.paper, at, max(radius - max(kit.tx(1.5), 1), 1))
    return wide(kit, most)


def steps(kit: Kit, at: tuple[float, float], difficulty: int) -> int:
    """Draw difficulty as one to three rising steps, standing on ``at``; returns how wide they are."""
    wide, gap = max(kit.tx(5), 3), max(kit.tx(2), 1)
    for k in range(3):
        tall = max(kit.tx(5 + 4 * k), 3)
        box = pygame.Rect(round(at[0]) + k * (wide + gap), round(at[1]) - tall, wide, tall)
        full = k < difficulty
        pygame.draw.rect(kit.surface, kit.theme.ink if full else kit.theme.ink3, box, 0 if full else 1)
    return 3 * (wide + gap)


def ideas(kit: Kit, entry: Entry) -> str:
    """Name the ideas of a level."""
    known = later("game.content.library").concepts()
    names = [known[id_].name[kit.words.language] for id_ in entry.level.teaches if id_ in known]
    return kit.words("read.comma").join(names)


def taught(kit: Kit, entry: Entry) -> str:
    """Say what a level teaches."""
    named = ideas(kit, entry)
    return kit.words("command.teaches", concepts=named) if named else ""


def measures(kit: Kit, entry: Entry, record: Record) -> str:
    """Say how long a level is, how hard, and what was reached."""
    say, parts = kit.words, [kit.words("unit.years", count=max(entry.level.quarters // 4, 1))]
    if entry.forgiving is not None:
        share = numbers.percent(entry.forgiving)
        parts.append(say("entrance.difficulty", grade=say(f"entrance.grade.{entry.difficulty}"), share=share))
    if record.plays:
        parts.append(say("entrance.best", count=record.stars, most=entry.most))
    return say("entrance.between").join(parts)


def tip(kit: Kit, entry: Entry, record: Record) -> str:
    """Say everything about a level in a few lines."""
    lines = (entry.level.title[kit.words.language], taught(kit, entry), measures(kit, entry, record))
    return "\n".join(line for line in lines if line)
