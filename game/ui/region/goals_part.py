"""The goals in the panel: each under its own sign with figure and day, or sign and bar alone, told on a page."""

from collections.abc import Callable

import pygame

from game.content.words import Words
from game.plain.page import status_of
from game.session.goals import Progress, by_need
from game.session.session import Session
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import HEADING, SMALL

SIGNS = {
    "firms": "house", "employment": "jobs", "variety": "kinds", "suppliers": "links", "rung": "stairs",
    "mean_margin": "pane", "trust": "trust", "treasury": "treasury", "lock_in": "lock", "skill": "train",
    "skilled_share": "train", "openness": "world", "reputation": "name", "support": "support", "value_added": "chart",
    "revenue": "market", "rent": "place", "hierarchical": "family",
}  # fmt: skip
"""The sign of what a goal is about; any other wears a flag."""
OVER = {"met": "done", "missed": "close"}
"""The mark of a goal that is decided."""
MOST_PIPS = 12
"""Quarters to be kept on end that are drawn as pips."""


def shown(session: Session) -> list[Progress]:
    """List the goals a player may see."""
    found = by_need(session.progress())
    return [item for item in found if item.goal.kind != "fail" and not (item.goal.hidden and item.status == "open")]


def avoided(session: Session) -> list[Progress]:
    """List what must not happen, as far as a player may see it."""
    found = session.progress()
    return [item for item in found if item.goal.kind == "fail" and not (item.goal.hidden and item.status == "open")]


def draw(kit: Kit, playing: Playing, inner: pygame.Rect, y: int, brief: bool, press: Callable[[], Turn | None]) -> int:
    """Draw the part, ``brief`` as marks only; returns where it ends."""
    items = shown(playing.session)
    if not items:
        return y
    heading = kit.words("ui.goals")
    if brief:
        return _marks(kit, playing, items, inner, y, press)
    top = y
    kit.text(heading, (inner.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    for item in items:
        y = line(kit, playing, item, inner, y)
    if kit.spot(pygame.Rect(inner.x, top, inner.width, y - top).inflate(kit.px(8), 0), "goals", press):
        kit.tip("\n".join(told(playing, item) for item in items))
    return y


def _marks(
    kit: Kit, playing: Playing, items: list[Progress], inner: pygame.Rect, y: int, press: Callable[[], Turn | None]
) -> int:
    """Draw the heading and, in the same row, a sign and a bar for each goal."""
    heading = kit.text(kit.words("ui.goals"), (inner.x, y), HEADING)
    row = pygame.Rect(inner.x, y, inner.width, kit.line_height(HEADING))
    left = heading.right + kit.px(20)
    wide = max(min((inner.right - left) // len(items), kit.tx(76)), kit.tx(24))
    for k, item in enumerate(items):
        x = left + k * wide
        colour = colour_of(kit, item)
        kit.icon(sign_of(item), (x, row.centery - kit.tx(9)), 18, colour)
        bar = pygame.Rect(x + kit.tx(23), row.centery - kit.px(3), wide - kit.tx(32), max(kit.px(6), 4))
        if bar.width > kit.px(8):
            kit.bar(bar, item.share, colour)
    if kit.spot(row.inflate(kit.px(8), kit.px(4)), "goals", press):
        kit.tip("\n".join(told(playing, item) for item in items))
    return row.bottom


def colour_of(kit: Kit, item: Progress) -> tuple[int, int, int]:
    """Return the colour of a goal that is met, missed or open."""
    theme = kit.theme
    met, missed = (theme.gain, theme.accent) if item.goal.kind != "fail" else (theme.accent, theme.gain)
    return {"met": met, "missed": missed, "open": theme.ink}[item.status]


def sign_of(item: Progress) -> str:
    """Return a goal's sign; a decided one has a tick or a cross."""
    turned = {"met": "missed", "missed": "met"} if item.goal.kind == "fail" else {}
    return OVER.get(turned.get(item.status, item.status)) or SIGNS.get(item.goal.indicator, "goal")


def told(playing: Playing, item: Progress) -> str:
    """Say a goal in one line: what is asked, how it stands, when it is due."""
    say = playing.speaker.words
    now = say("goal.now", value=playing.speaker.told(item.goal.indicator, item.value))
    state = say("read.comma").join((now, due(playing, item, True)))
    return say("read.pair", first=item.goal.text[say.language], second=state)


def due(playing: Playing, item: Progress, full: bool) -> str:
    """Say how it ended, or by when it is asked; what is kept quarter after quarter is said in figures on the page."""
    goal, say, last = item.goal, playing.speaker.words, playing.session.level.quarters
    if item.status != "open":
        return say(f"goal.{item.status}")
    if goal.for_ is not None:
        return say("goal.held", run=kept(item), count=goal.for_) if full or goal.for_ > MOST_PIPS else ""
    day = next((day for day in (goal.until, goal.by, goal.at) if day is not None), last)
    if day >= last and not full:
        return say("goal.always" if goal.until is not None else "goal.end")
    way = "until" if goal.until is not None else "by" if goal.by is not None else "at"
    return say(f"goal.{way}", date=playing.speaker.date(min(day, last)))


def term(playing: Playing, item: Progress) -> str:
    """Say whether it is decided, else by when it is asked and how many quarters are left."""
    if item.status != "open":
        return playing.speaker.words(f"goal.{status_of(item)}")
    goal, say, last = item.goal, playing.speaker.words, playing.session.level.quarters
    asked = [due(playing, item, True)]
    if goal.for_ is not None and goal.kind == "fail":
        return asked[0]
    day = min(next((day for day in (goal.until, goal.by, goal.at) if day is not None), last), last)
    if goal.for_ is not None:
        asked.append(say("goal.by", date=playing.speaker.date(day)))
    asked.append(say("goal.left", count=day - playing.session.quarter))
    return say("desk.comma").join(asked)


def kept(item: Progress) -> int:
    """Return for how many quarters on end a goal has been met until now."""
    return round(item.share * (item.goal.for_ or 0))


def line(kit: Kit, playing: Playing, item: Progress, inner: pygame.Rect, y: int) -> int:
    """Write one goal in few figures: sign and words, a bar, how it stands, and when it is due; returns its foot."""
    theme, colour = kit.theme, colour_of(kit, item)
    kit.icon(SIGNS.get(item.goal.indicator, "goal"), (inner.x, y + kit.tx(2)), 22, colour)
    left = inner.x + kit.tx(34)
    room = inner.right - left
    y += kit.paragraph(words_of(item, kit.words), (left, y), room, SMALL, theme.ink, 3)
    bar = pygame.Rect(left, y + kit.px(4), room, max(kit.px(6), 4))
    kit.bar(bar, item.share, colour)
    y = bar.bottom + kit.px(2)
    return y + _state(kit, playing, item, pygame.Rect(left, y, room, kit.line_height(SMALL))) + kit.px(8)


def words_of(item: Progress, say: Words) -> str:
    """Return a goal's words; one that need not be met says so."""
    text = item.goal.text[say.language]
    return say("read.aside", first=text, second=say("goal.optional")) if item.goal.kind == "optional" else text


def _state(kit: Kit, playing: Playing, item: Progress, row: pygame.Rect) -> int:
    """Write the figure at the left and when it is due at the right, or below it; returns the height."""
    figure = ""
    if item.goal.kind == "pass":
        figure = kit.words("goal.now", value=playing.speaker.told(item.goal.indicator, item.value))
    when, decided = due(playing, item, False), item.status in OVER
    wide = kit.width(when, SMALL) + (kit.tx(24) if decided else 0)
    kit.text(figure, row.topleft, SMALL, kit.theme.ink2)
    if not when:
        _pips(kit, item, row)
        return row.height
    beside = kit.width(figure, SMALL) + kit.tx(16) + wide <= row.width
    x, y = (row.right - wide, row.y) if beside else (row.x, row.y + row.height)
    if decided:
        kit.icon(OVER[item.status], (x, y + kit.tx(3)), 18, colour_of(kit, item))
        x += kit.tx(24)
    kit.text(when, (x, y), SMALL, colour_of(kit, item) if decided else kit.theme.ink2)
    return row.height * (1 if beside else 2)


def _pips(kit: Kit, item: Progress, row: pygame.Rect) -> None:
    """Draw a pip for each quarter that it must be kept on end, full for those it has been."""
    most, step, radius = item.goal.for_ or 0, kit.tx(15), max(kit.tx(4), 3)
    for k in range(most):
        at = row.right - (most - k - 0.5) * step, row.centery
        pygame.draw.aacircle(kit.surface, kit.theme.ink if k < kept(item) else kit.theme.ink3, at, radius)
        if k >= kept(item):
            pygame.draw.aacircle(kit.surface, kit.theme.panel, at, radius - max(kit.tx(1.5), 1))
