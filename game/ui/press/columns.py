"""The columns of the Gazette: the lead, the other stories, the street of houses."""

from collections.abc import Callable
from functools import partial

import pygame

from game.explain.gazette.issue import Issue
from game.explain.gazette.stories import Story
from game.simulation.indicators import MEASURED
from game.ui import charts
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Turn
from game.ui.screens.firm import FirmSheet
from game.ui.screens.why import Why
from game.ui.street import height, pace, per_house, street
from game.ui.typeset import BODY, HEADING, LEAD, PAGE, SMALL, SMALL_BOLD, Role


def leads(playing: Playing, story: Story, at: int) -> Callable[[], Turn | None] | None:
    """Return what pressing a story opens: its firm, the causes of its number, or nothing."""
    if story.firm is not None:
        return lambda: Push(FirmSheet(playing, story.firm or 0))
    if story.number is not None:
        return partial(_why, playing, story.number, at)
    return None


def _why(playing: Playing, number: str, at: int) -> Turn | None:
    return Push(Why(playing, number, at))


def story_block(kit: Kit, playing: Playing, story: Story, room: pygame.Rect, at: int, main: bool) -> int:
    """Set one story; its headline can be pressed where it leads somewhere. Returns where it ends."""
    role: Role = PAGE if main else HEADING
    lines = kit.lines_of(story.headline, room.width, role)
    box = pygame.Rect(room.x, room.y, room.width, max(lines * kit.line_height(role), SMALLEST_SPOT))
    press, hot = leads(playing, story, at), False
    if press is not None:
        tip = kit.words("ui.why") if story.firm is None else playing.speaker.firm(story.firm)
        hot = kit.spot(box.inflate(kit.px(8), 0), f"story {story.kind}", press, tip)
    kit.paragraph(story.headline, box.topleft, room.width, role, kit.theme.accent if hot else kit.theme.ink)
    y = box.bottom + kit.px(6 if main else 2)
    body = LEAD if main else BODY
    y += kit.paragraph(story.text, (room.x, y), room.width, body, kit.theme.ink if main else kit.theme.ink2)
    return y


def stories(kit: Kit, playing: Playing, issue: Issue, room: pygame.Rect) -> int:
    """Set the other stories side by side, hairlines between them; returns where the longest ends."""
    count = len(issue.stories)
    if not count:
        return room.y
    columns = min(count, max(room.width // kit.tx(250), 1))
    gap = kit.px(40)
    wide = (room.width - gap * (columns - 1)) // columns
    ends = [room.y] * columns
    for k, story in enumerate(issue.stories):
        column = k % columns
        top = ends[column] + (kit.px(18) if ends[column] > room.y else 0)
        block = pygame.Rect(room.x + column * (wide + gap), top, wide, 10)
        ends[column] = story_block(kit, playing, story, block, issue.year.at, False)
    for column in range(1, columns):
        x = room.x + column * (wide + gap) - gap // 2
        kit.hairline((x, room.y), (x, max(ends)))
    return max(ends)


def two_streets(kit: Kit, playing: Playing, issue: Issue, room: pygame.Rect) -> int:
    """Draw what the firms made a year ago and make now; returns where it ends."""
    before, now = issue.street
    year = issue.year
    first = str(year.number - 1) if year.since else kit.words("gazette.at_first")
    y, label = room.y, max(kit.width(first, SMALL), kit.width(str(year.number), SMALL))
    kit.text(kit.words("gazette.street"), (room.x, y), SMALL_BOLD)
    left = room.x + label + kit.px(20)
    each = max(per_house(kit, counts, room.right - left, 2) for counts in issue.street)
    step = pace(kit, max(sum(-(-count // each) for count in counts) for counts in issue.street), room.right - left)
    if each > 1:
        note = kit.words("gazette.each_is", count=each)
        kit.text(note, (room.right, y), SMALL, kit.theme.ink2, "right", room=room.width // 2)
    y += kit.line_height(SMALL) + kit.px(4)
    history = playing.session.branch.region.history
    for quarter, counts, word in ((year.since, before, first), (year.at, now, str(year.number))):
        middle = y + height(kit) - kit.line_height(SMALL)
        kit.text(word, (room.x, middle), SMALL, kit.theme.ink2)
        lit = round(min(max(float(history["mean_margin"][quarter, 0]) / 0.18, 0), 1) * 6)
        stone = round(5 * float(history["lock_in"][quarter, 0]))
        y = street(kit, pygame.Rect(left, y, room.right - left, 10), counts, each, lit, stone, step) + kit.px(4)
    return y


def year_chart(kit: Kit, playing: Playing, issue: Issue, room: pygame.Rect) -> int:
    """Draw the number of the lead, or else the firms, up to the year's end; the year is tinted."""
    number = issue.lead.number if issue.lead.number in MEASURED else "firms"
    kit.text(playing.speaker.name(number or "firms"), room.topleft, SMALL_BOLD)
    plot = pygame.Rect(room.x, room.y + kit.line_height(SMALL) + kit.px(6), room.width, kit.tx(130))
    values = playing.series(number or "firms")[: issue.year.at + 1]
    marks = [charts.Mark(step.quarter) for step in playing.session.branch.steps if step.quarter < issue.year.at]
    span = (issue.year.since, issue.year.at)
    charts.history(kit, plot, values, playing.speaker, number or "firms", issue.year.at, marks, span)
    return plot.bottom
