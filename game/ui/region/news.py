"""News in one line each; in a small window the first line stands for all, with their count, until they are unfolded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.explain.story import Message
from game.ui.kit import Kit
from game.ui.learning import Offer
from game.ui.playing import NOTICES, Playing
from game.ui.screen import Turn
from game.ui.typeset import SMALL, SMALL_BOLD

SYMBOLS = {"decision": "write", "event": "event", "phase": "timeline", "firm": "estate", "page": "paper"}

WIDE = 404
"""Width of a slip, in units of text."""

Way = Callable[[], Turn | None]


@dataclass(frozen=True)
class Ways:
    """Where news leads: to a number's causes, a place, an event's answers, the Gazette, the log."""

    why: Callable[[str], Turn | None]
    place: Callable[[int], Turn | None]
    answer: Way
    read: Way
    log: Way

    def of(self, message: Message) -> Way:
        """Return where a piece of news leads."""
        number, site = message.number, message.place
        if message.kind == "page":
            return self.read
        if site is not None:
            return lambda: self.place(site)
        if number is not None and not number.startswith("p_"):
            return lambda: self.why(number)
        return self.log


@dataclass(frozen=True)
class Line:
    """One slip in a line: its spot, its icon, its words, where it leads, and how it is put away."""

    key: str
    symbol: str
    text: str
    press: Way
    loud: bool = False
    away: tuple[str, Way] | None = None


def waiting(playing: Playing, event: str, ways: Ways) -> Line:
    """Return the line of an event that waits for an answer."""
    return Line(f"answer {event}", "event", playing.speaker.event(event), ways.answer, True)


def offering(offer: Offer, put_away: Callable[[str], None]) -> Line:
    """Return the line of something that could be done now."""
    return Line(offer.key, "chart", offer.title, offer.open, False, (f"away {offer.key}", lambda: put_away(offer.key)))


def telling(playing: Playing, message: Message, ways: Ways) -> Line:
    """Return the line of a piece of news; whoever follows it has read it."""
    lead = ways.of(message)

    def follow() -> Turn | None:
        playing.read(message)
        return lead()

    key = key_of(message)
    return Line(f"notice {key}", SYMBOLS[message.kind], text_of(playing, message), follow, message.weight == "loud",
                (f"read {key}", lambda: playing.read(message)))  # fmt: skip


def key_of(message: Message) -> str:
    """Return what tells a piece of news from others."""
    return f"{message.quarter} {message.text}"


def text_of(playing: Playing, message: Message) -> str:
    """Return the words of a piece of news."""
    return playing.speaker.words("ui.gazette_out") if message.kind == "page" else message.text


def draw_line(kit: Kit, line: Line, at: tuple[int, int], wide: int) -> int:
    """Draw a slip of one line; returns where the next may begin."""
    box = pygame.Rect(*at, wide, max(kit.px(24) + kit.line_height(SMALL), kit.tx(44)))
    kit.card(box)
    ink = kit.theme.accent if line.loud else kit.theme.ink2
    kit.icon(line.symbol, (box.x + kit.tx(16), box.centery - kit.tx(11)), 22, ink)
    whole = pygame.Rect(box.x, box.y, box.width - (kit.tx(44) if line.away else 0), box.height)
    kit.spot(whole, line.key, line.press, line.text)
    top = box.centery - kit.line_height(SMALL) / 2
    kit.paragraph(line.text, (box.x + kit.tx(52), top), wide - kit.tx(100), SMALL, most=1)
    if line.away:
        middle = (box.right - kit.tx(26), box.centery)
        kit.symbol("close", middle, *line.away, kit.words("ui.put_away"), size=16)
    return box.bottom + kit.px(12)


class News:
    """Whether the news of a small window is unfolded."""

    def __init__(self) -> None:
        self.open = False

    def turn(self) -> Turn | None:
        """Unfold it, or fold it again."""
        self.open = not self.open
        return None

    def draw(self, kit: Kit, lines: Sequence[Line], at: tuple[int, int], most: int) -> pygame.Rect:
        """Draw the first line and the count of all, or as many as are shown at once; returns where they lie."""
        x, y = at
        count = kit.width(str(len(lines)), SMALL_BOLD) + kit.tx(54) if len(lines) > 1 else 0
        wide = min(kit.tx(WIDE), most - (count + kit.px(8) if count else 0))
        shown = lines[: NOTICES if self.open else 1]
        wide = min(wide, max((kit.width(line.text, SMALL) for line in shown), default=0) + kit.tx(104))
        for number, line in enumerate(shown):
            below = draw_line(kit, line, (x, y), wide)
            if count and not number:
                self._count(kit, pygame.Rect(x + wide + kit.px(8), y, count, below - y - kit.px(12)), len(lines))
            y = below
        return pygame.Rect(*at, wide + (kit.px(8) + count if count else 0), y - at[1])

    def _count(self, kit: Kit, box: pygame.Rect, count: int) -> None:
        kit.card(box)
        hot = kit.spot(box, "news", self.turn, kit.words("ui.news_fold" if self.open else "ui.news_all"))
        ink = kit.theme.accent if hot else kit.theme.ink
        kit.text(str(count), (box.x + kit.tx(12), box.centery - kit.line_height(SMALL) / 2), SMALL_BOLD, ink)
        kit.icon("up" if self.open else "down", (box.right - kit.tx(30), box.centery - kit.tx(9)), 18, ink)
