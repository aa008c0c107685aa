"""A voice for those who do not see the window: what has the focus is said, and written to the terminal line by line.

A line is name, role, value and place among its like: "Vocational centre, card, 2 of 5". The name is what stands written
within the spot, so nothing that is seen can be forgotten to be said; an icon has its tip.
"""

import shutil
import subprocess
from collections import deque
from collections.abc import Callable
from functools import cached_property

from game.content.language import Language
from game.ui.focus import lead
from game.ui.kit import Kit
from game.ui.spot import Spot

SPEAKERS = {"spd-say": ("--language",), "say": ()}
"""Programs of a system that speak, and how they are told the language: Speech Dispatcher, and the one of macOS."""

KINDS = ("tab", "card", "place", "number", "level", "answer", "choice", "phase", "firm", "line", "entry", "speed")
"""Kinds of spots that have a word of their own: the first word of their key."""


def told(kit: Kit, spot: Spot) -> str:
    """Say what a spot is: name, role, value and place among its like."""
    say = kit.words
    # What has no like is told by its place on the whole screen.
    like = [one.key for one in kit.spots if one.tab and _kind(spot) in ("", _kind(one))]
    among = len(like) > 1 and spot.key in like
    place = say("voice.place", k=like.index(spot.key) + 1, count=len(like)) if among else ""
    parts = (_name(kit, spot), say(f"voice.role.{_role(spot)}"), spot.value, place)
    return say("voice.pause").join(part for part in parts if part)


def _name(kit: Kit, spot: Spot) -> str:
    """Return what a spot is called: what it was given, what is written in it, or else the first line of its tip."""
    room = spot.rect.inflate(4, 4)
    written = [text for at, text in kit.written or () if room.collidepoint(at.center)]
    return spot.name or kit.words("voice.pause").join(dict.fromkeys(written)) or spot.tip.split("\n")[0]


def _kind(spot: Spot) -> str:
    return spot.key.split(" ")[0] if " " in spot.key else ""


def _role(spot: Spot) -> str:
    if spot.draft is not None:
        return "field"
    if spot.adjust is not None:
        return "slider"
    return "switch" if spot.name and spot.value else _kind(spot) if _kind(spot) in KINDS else "button"


class Voice:
    """Says lines: to the terminal, and aloud where the system can. A new line cuts the one before short."""

    def __init__(self, write: Callable[[str], object] | None = None) -> None:
        self.said: deque[str] = deque(maxlen=200)
        self._write = write
        self._last: tuple[int, str] = (0, "")
        self._speaking: subprocess.Popen[bytes] | None = None

    @cached_property
    def _speaker(self) -> str:
        """The program that speaks, looked for when something is first said; nothing where somebody else writes."""
        return next((name for name in SPEAKERS if shutil.which(name)), "") if self._write is None else ""

    def follow(self, kit: Kit, screen: int, language: Language) -> None:
        """Say what Enter would press, once; on another screen, its heading first.

        Args:
            kit: The frame that was drawn.
            screen: Which screen lies on top, by any number of its own.
            language: To speak in.
        """
        spot = (kit.focused() if kit.by_keys else None) or lead(kit)
        line = told(kit, spot) if spot is not None else ""
        if (screen, line) == self._last:
            return
        heading = kit.heading if screen != self._last[0] else ""
        self._last = (screen, line)
        self.say(kit.words("voice.stop").join(part for part in (heading, line) if part), language)

    def say(self, line: str, language: Language) -> None:
        """Say one line."""
        if not line:
            return
        self.said.append(line)
        (self._write or _to_terminal)(line)
        if self._speaker:
            self.hush()
            tongue = [*SPEAKERS[self._speaker], language] if SPEAKERS[self._speaker] else []
            self._speaking = subprocess.Popen(
                [self._speaker, *tongue, "--", line], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )

    def hush(self) -> None:
        """Cut short what is being said."""
        if self._speaking is not None and self._speaking.poll() is None:
            self._speaking.terminate()

    close = hush


def _to_terminal(line: str) -> None:
    print(line, flush=True)
