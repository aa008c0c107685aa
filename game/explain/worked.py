"""The worked example: a level's own solution, step by step with its reasons, and how this help fades.

Theory: examples help newcomers (Barbieri 2023) and hinder those who know already (expertise reversal), so steps are
taken away from the end: a first example is watched whole, a second is finished by the player, then one plays alone.
Boundary: a solution is one way to win and not the best; on some dice it does not win.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.content.level import Level
from game.content.plan import actions_of
from game.explain import checks
from game.explain.speech import Speaker
from game.explain.tale import decision
from game.session.branch import Step
from game.session.progress import Record
from game.session.session import Session
from game.simulation.actions import Quote

Fade = Literal["whole", "part", "alone"]
FADES: tuple[Fade, ...] = ("whole", "part", "alone")

LEFT = 3
"""A worked example that fades leaves the last of so many parts to the player (design)."""


@dataclass(frozen=True)
class Deed:
    """One step of the solution: what is done, how it is said, and why; some need no reason."""

    step: Step
    said: str
    why: str


def deeds(session: Session, speaker: Speaker) -> list[Deed]:
    """Tell every step of a level's solution."""
    return [
        Deed(step, decision(session, speaker, step), line.note[speaker.language] if line.note else "")
        for line, step in zip(session.level.solution, steps(session.level), strict=True)
    ]


def steps(level: Level) -> list[Step]:
    """Return a level's solution as steps."""
    places = [place.id for place in level.map.places]
    return [Step(quarter, action) for quarter, action in actions_of(level.solution, places)]


def handed_over(level: Level) -> int:
    """Return the quarter from which the player finishes a worked example; 0 where too little of it would be shown."""
    due = [line.quarter for line in level.solution]
    return due[len(due) - max(len(due) // LEFT, 1)] if due else 0


def fades(level: Level) -> tuple[Fade, ...]:
    """List in which ways a level can be begun."""
    if not level.solution:
        return ("alone",)
    return FADES if handed_over(level) else ("whole", "alone")


def next_fade(level: Level, kept: Mapping[str, Record]) -> Fade:
    """Return how much of the example is due: less with every level on which one was followed, and on this one too."""
    here = kept.get(level.id, Record()).followed
    elsewhere = sum(bool(record.followed) for name, record in kept.items() if name != level.id)
    step = max(FADES.index(here) + 1 if here else 0, min(elsewhere, len(FADES) - 1))
    return next(fade for fade in FADES[step:] if fade in fades(level))


def offered_first(session: Session, kept: Mapping[str, Record]) -> Fade | None:
    """Return the example to offer before play: to those whose answers before play show that the idea is new."""
    known = checks.every_item(session.level)
    right = [checks.is_right(said, known) for said in session.said if said.kind == "before"]
    fade = next_fade(session.level, kept)
    return fade if right and sum(map(bool, right)) < checks.ENOUGH and fade != "alone" else None


def until(session: Session, speaker: Speaker) -> str:
    """Say up to when an example played; nothing where the whole run is the player's own."""
    return speaker.words("watch.until", date=speaker.date(session.worked)) if session.worked else ""


@dataclass
class Example:
    """A solution being played, whole or up to where it is handed over.

    Attributes:
        session: The run it is played on.
        fade: How much of it.
        done: The numbers of its steps that were done.
        left: The numbers of those that these dice did not allow, such as what could not be paid.
    """

    session: Session
    fade: Fade = "whole"
    done: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._due = steps(self.session.level)
        self.until = handed_over(self.session.level) if self.fade == "part" else self.session.level.quarters
        self.act()

    @property
    def over(self) -> bool:
        """Whether there is nothing more to show."""
        return self.session.outcome().ended or self.session.quarter >= self.until

    @property
    def ahead(self) -> int:
        """How many steps are still to come."""
        return len(self._due) - len(self.done) - len(self.left)

    @property
    def yours(self) -> bool:
        """Whether the player takes over here."""
        return self.fade == "part" and self.over and not self.session.outcome().ended

    def advance(self) -> bool:
        """Run one quarter and do what is due; tells whether anything was done."""
        if self.over:
            return False
        self.session.advance()
        if self.fade == "part":
            self.session.worked = self.session.quarter
        return self.act()

    def act(self) -> bool:
        """Do what the solution has for this quarter; tells whether anything was done."""
        before = len(self.done)
        if not self.over:
            for number, step in enumerate(self._due):
                if step.quarter == self.session.quarter:
                    found = isinstance(self.session.do(step.action), Quote)
                    (self.done if found else self.left).append(number)
        return len(self.done) > before
