"""The top bar: where and when we are, money, support, attention, time; and below or in it the five phases."""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.content import numbers
from game.ui import shapes, typeset
from game.ui.icons import seal
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.map.glass import keeps_layers
from game.ui.playing import Playing
from game.ui.region import phases
from game.ui.screen import Push, Turn
from game.ui.screens.help import Help
from game.ui.screens.numbers import Numbers
from game.ui.screens.rewind import Rewind
from game.ui.typeset import HEADING, QUARTER, REGION, SMALL, SMALL_BOLD, STAT

if TYPE_CHECKING:
    from game.ui.screens.region import Region

Why = Callable[[str], Turn | None]


def height(kit: Kit, playing: Playing) -> int:
    """Return the height of bar and band."""
    return bar_height(kit, playing) + _band(kit)


def bar_height(kit: Kit, playing: Playing) -> int:
    """Return the height of the bar alone: the panel begins below it."""
    return _bar(kit) * (2 if _two_rows(kit, playing) else 1)


def folded_height(kit: Kit) -> int:
    """Return the height of the bar that holds the phases too."""
    return _bar(kit) + kit.tx(50)


def _bar(kit: Kit) -> int:
    return max(kit.px(64), kit.tx(56))


def _band(kit: Kit) -> int:
    return max(kit.px(48), kit.tx(42))


def _two_rows(kit: Kit, playing: Playing) -> bool:
    """Large text needs a second row for the numbers."""
    name = kit.width(playing.session.level.title[kit.words.language], REGION)
    return name + kit.tx(1230) > kit.rect.width


def draw(kit: Kit, screen: "Region", why: Why, band: int) -> None:
    """Draw the bar, and below it the band, as wide as the map."""
    playing = screen.playing
    two = _two_rows(kit, playing)
    bar = _bar(kit)
    rect = pygame.Rect(0, 0, kit.rect.width, bar * (2 if two else 1))
    pygame.draw.rect(kit.surface, kit.theme.paper, rect)
    pygame.draw.rect(kit.surface, kit.theme.paper, pygame.Rect(0, rect.bottom, band, _band(kit)))
    left = _controls(kit, screen, pygame.Rect(0, 0, kit.rect.width, bar), True)
    x = _where(kit, screen, bar, left if two else left - _least(kit, playing) - kit.tx(28))
    if two:
        _stats(kit, playing, (kit.px(24), kit.px(24)), kit.rect.width, bar + bar // 2, why)
    else:
        _stats(kit, playing, (x + kit.tx(28), max(x + kit.tx(60), kit.px(440))), left, bar // 2, why)
    phases.band(kit, playing, pygame.Rect(0, rect.bottom, band, _band(kit)))


def draw_folded(kit: Kit, screen: "Region", why: Why) -> None:
    """Draw the bar of a small window: the numbers in a second row, and beside them the phases."""
    playing, bar, tall, margin = screen.playing, _bar(kit), folded_height(kit), kit.px(24)
    kit.card(pygame.Rect(0, 0, kit.rect.width, tall), kit.theme.paper, "panel", 0)
    _where(kit, screen, bar, _controls(kit, screen, pygame.Rect(0, 0, kit.rect.width, bar), False))
    below = pygame.Rect(margin, bar, kit.rect.width - 2 * margin, tall - bar)
    limit = below.right - phases.least(kit) - kit.tx(28)
    middle = below.y + kit.tx(20)
    x = _stats(kit, playing, (below.x, below.x), limit, middle, why) + kit.tx(28)
    wide = min(below.right - x, 2 * phases.least(kit))
    phases.brief(kit, playing, pygame.Rect(below.right - wide, below.y, wide, below.height), middle)


def _where(kit: Kit, screen: "Region", bar: int, limit: int) -> int:
    """Write the region's name and the quarter; the seal opens the menu, as another button does."""
    playing = screen.playing
    side, title = kit.tx(40), playing.session.level.title[kit.words.language]
    x, y = kit.px(24), (bar - kit.line_height(REGION)) / 2
    date = playing.speaker.date(playing.session.quarter)
    room = limit - x - side - kit.px(16) - kit.width(date, QUARTER) - kit.px(40)
    if room > -kit.px(32):
        at = pygame.Rect(x, (bar - side) // 2, side, side)
        kit.surface.blit(seal(side, kit.theme.accent, kit.theme.on_accent), at)
        whole = kit.width(title, REGION) <= room
        kit.spot(at, "seal", screen.menu, ("" if whole else title + "\n") + kit.words("ui.menu_tip"))
        title = title if whole else re.split("[:：]", title)[0]  # the name without what it is about
        x = at.right + kit.px(16)
    if room > kit.tx(60):  # in a narrow window only the date matters
        x = _name(kit, title, (x, bar // 2), room) + kit.px(18)
    when = kit.text(date, (x, y), QUARTER, kit.theme.ink2)
    return when.right


def _name(kit: Kit, title: str, at: tuple[int, int], room: int) -> int:
    """Write the region's name about a middle, smaller where it is long, at last in two lines; returns where it ends."""
    role = next((role for role in (REGION, HEADING, SMALL_BOLD) if kit.width(title, role) <= room), SMALL_BOLD)
    lines = min(kit.lines_of(title, room, role), 2)
    kit.paragraph(title, (at[0], at[1] - lines * kit.line_height(role) / 2), room, role, most=2)
    return at[0] + min(max(kit.width(line, role) for line in typeset.wrapped(title, role, kit.type_scale, room)), room)


def _stats(kit: Kit, playing: Playing, starts: tuple[int, int], limit: int, middle: int, why: Why) -> int:
    """Write treasury, support and attention; each opens to its causes. Returns where they end.

    They begin at the later start where they fit before ``limit``, else as early as they must; where even that is too
    late, the treasury's change is left to its tip.
    """
    money, support = _figures(playing)
    each, wide = playing.once("running", partial(_running, playing)), _least(kit, playing)
    each = each if starts[0] + wide + kit.width(each, SMALL) + kit.tx(10) < limit else ""
    wide += kit.width(each, SMALL) + kit.tx(10) if each else 0
    x = max(min(starts[1], limit - wide - kit.tx(12)), starts[0])
    x = _stat(kit, "treasury", money, each, x, middle, "treasury", why)
    x = _stat(kit, "support", support, "", x + kit.tx(40), middle, "support", why)
    return _attention(kit, playing, x + kit.tx(40), middle)


def _figures(playing: Playing) -> tuple[str, str]:
    """Write treasury and support."""
    speaker, state = playing.speaker, playing.session.branch.region.state
    held, behind = float(state.treasury[0]), float(state.support[0])
    return playing.once("figures", lambda: (speaker.money(held), speaker.value("support", behind)))


def _least(kit: Kit, playing: Playing) -> int:
    """Return how wide treasury, support and attention are without the treasury's change."""
    figures = sum(kit.width(figure, STAT) for figure in _figures(playing))
    pips = 36 + 24 * round(playing.session.level.government.attention)
    return figures + kit.tx(2 * 34 + 2 * 40 + 10 + pips)


def _running(playing: Playing) -> str:
    """Say what came in and went out in the last quarter by itself; what was bought once is no part of it."""
    branch, speaker = playing.session.branch, playing.speaker
    if not branch.quarter:
        return ""
    causes = branch.pages[branch.quarter - 1].by_cause("treasury")
    flow = sum(float(amount) for cause, amount in causes.items() if cause.startswith("public_budget."))
    return speaker.words("unit.a_quarter", amount=speaker.change("treasury", flow))


def _stat(kit: Kit, symbol: str, value: str, extra: str, x: int, middle: int, number: str, why: Why) -> int:
    """Write one number that opens to its causes; returns where it ends."""
    wide = kit.tx(34) + kit.width(value, STAT) + (kit.tx(10) + kit.width(extra, SMALL) if extra else 0)
    box = pygame.Rect(x, middle - kit.tx(22), wide, kit.tx(44))
    hot = kit.spot(box.inflate(kit.px(12), 0), number, lambda: why(number), kit.words(f"meaning.{number}"))
    if hot:
        kit.plate(box.inflate(kit.px(16), 0), kit.theme.hairline, kit.px(8))
    kit.icon(symbol, (x, middle - kit.tx(12)), 24)
    after = kit.text(value, (x + kit.tx(34), middle - kit.line_height(STAT) / 2), STAT)
    if extra:
        kit.text(extra, (after.right + kit.tx(10), middle - kit.line_height(SMALL) / 2), SMALL, kit.theme.ink2)
    return box.right


def _attention(kit: Kit, playing: Playing, x: int, middle: int) -> int:
    """Draw attention as pips: full, half or empty. Returns where they end."""
    left = float(playing.session.branch.region.state.attention[0])
    most = round(playing.session.level.government.attention)
    box = pygame.Rect(x, middle - kit.tx(22), kit.tx(36 + 24 * most), kit.tx(44))
    tip = kit.words("ui.attention_tip", left=numbers.number(left, 0 if left == round(left) else 1), most=most)
    kit.spot(box, "attention", lambda: None, tip)
    kit.icon("attention", (x, middle - kit.tx(12)), 24)
    for k in range(most):
        full = 1.0 if left - k >= 0.99 else 0.5 if left - k >= 0.45 else 0.0
        at = (x + kit.tx(42) + kit.tx(24) * k, middle)
        shapes.pip(kit.surface, at, kit.tx(7), kit.theme.ink, full, kit.theme.paper)
    return box.right


def _controls(kit: Kit, screen: "Region", bar: pygame.Rect, undo: bool) -> int:
    """Draw time and tools from the right, ``undo`` among them or elsewhere; returns where they begin."""
    playing, say = screen.playing, kit.words
    step = max(kit.tx(50), 38)
    x = bar.right - kit.px(24) - step // 2
    middle = bar.centery
    tools = (
        ("menu", say("ui.menu_tip"), screen.menu, True),
        ("help", say("ui.help_tip"), lambda: Push(Help(playing.preferences)), True),
        ("overlays", say("overlay.list_tip"), screen.map.looking.list_overlays, True),
        ("chart", say("ui.numbers_tip"), lambda: Push(Numbers(playing)), True),
        ("timeline", say("ui.rewind_tip"), lambda: Push(Rewind(playing)), playing.session.quarter > 0),
        ("council", say("learn.council_tip"), screen.council, True),
    )
    for name, tip, press, on in tools:
        if name == "overlays" and keeps_layers(kit):
            continue
        kit.symbol(name, (x, middle), f"tool {name}", press, tip, on=on)
        x -= step
    if undo:
        draw_undo(kit, screen, (x, middle))
        x -= step
    return _time(kit, screen, x - kit.px(8), middle)


def draw_undo(kit: Kit, screen: "Region", centre: tuple[int, int]) -> None:
    """Draw the way back from what was done this quarter."""
    session = screen.playing.session
    undoable = any(done.quarter == session.quarter for done in session.branch.steps)
    kit.symbol("undo", centre, "tool undo", screen.undo, kit.words("ui.undo_tip"), on=undoable)


def _time(kit: Kit, screen: "Region", right: int, middle: int) -> int:
    """Draw step, speeds and pause from the right; returns where they begin."""
    say = kit.words
    step = max(kit.tx(44), 34)
    kit.symbol("step", (right - step // 2, middle), "step", screen.step, say("ui.step_tip"), size=22)
    apart = max(kit.tx(28), SMALLEST_SPOT)
    pill = pygame.Rect(0, 0, kit.tx(44) + 4 * apart + kit.tx(14), kit.tx(44))
    pill.midright = (right - step - kit.px(8), middle)
    kit.plate(pill, kit.theme.hairline, pill.height // 2)
    name, tip = ("pause", "ui.pause_tip") if screen.running else ("play", "ui.play_tip")
    kit.symbol(name, (pill.x + pill.height // 2, middle), "pause", screen.toggle, say(tip), size=22, chosen=True)
    for speed in range(1, 5):
        box = pygame.Rect(pill.x + kit.tx(50) + apart * (speed - 1), pill.y, apart, pill.height)
        hot = kit.spot(box, f"speed {speed}", partial(screen.set_speed, speed), say(f"entrance.speed_tip.{speed}"))
        tall = kit.tx(6 + 4 * speed)
        mark = pygame.Rect(box.centerx - kit.tx(3), middle + kit.tx(11) - tall, kit.tx(6), tall)
        chosen = speed == screen.speed
        colour = kit.theme.ink if chosen or hot else kit.theme.ink3
        kit.plate(mark, colour, kit.px(3))
    return pill.x - kit.px(8)
