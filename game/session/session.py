"""One playthrough: a level, a seed, lines of time, goals, and what the player said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.content.build import setup_of
from game.content.level import Level, digest
from game.content.policy_card import PolicyCard
from game.session import goals
from game.session.branch import Branch, Step
from game.session.goals import Outcome, Progress
from game.session.recording import (
    FORMAT,
    BranchLine,
    LevelRef,
    Prediction,
    Recording,
    Said,
    action_of,
    digests_of,
    lines_of,
)
from game.simulation.actions import Action, Answer, Quote, Refusal
from game.simulation.rules import Rules
from game.version import RULES, VERSION


@dataclass
class Session:
    """A level being played. The clock, the screen and the language never enter here."""

    level: Level
    cards: Mapping[str, PolicyCard]
    seed: int
    rules: Rules
    branches: list[Branch]
    current: int = 0
    predictions: list[Prediction] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    @classmethod
    def open(cls, level: Level, cards: Mapping[str, PolicyCard], seed: int) -> "Session":
        """Open a level at its first quarter."""
        rules = Rules(setup_of(level, cards))
        return cls(level, cards, seed, rules, [Branch.start(rules, seed)])

    @property
    def branch(self) -> Branch:
        """The line of time being played."""
        return self.branches[self.current]

    @property
    def quarter(self) -> int:
        """The quarter that runs now."""
        return self.branch.quarter

    def quote(self, action: Action) -> Quote | Refusal:
        """Say what an action would take, or why it cannot be done; the same check serves hovering and doing."""
        if self.outcome().ended:
            return Refusal("ended")
        return self.branch.quote(action)

    def do(self, action: Action) -> Quote | Refusal:
        """Do an action, if it is allowed."""
        answer = self.quote(action)
        return self.branch.do(action) if isinstance(answer, Quote) else answer

    def advance(self) -> bool:
        """Run one quarter; False when the level has ended."""
        if self.outcome().ended:
            return False
        self.branch.advance()
        return True

    def undo(self) -> Action | None:
        """Take back the last thing done in this quarter."""
        return self.branch.undo()

    def rewind(self, quarter: int, name: str = "") -> None:
        """Go back to the beginning of an earlier quarter; what came after stays as a line of its own."""
        if quarter == self.quarter and not any(step.quarter == quarter for step in self.branch.steps):
            return
        self.branches.append(self.branch.forked(quarter, name, self.current))
        self.current = len(self.branches) - 1

    def switch(self, number: int) -> None:
        """Play another line of time."""
        self.current = number

    def pending(self) -> tuple[str, ...]:
        """List the events that wait for an answer."""
        waiting = self.branch.region.state.pending[0]
        return tuple(event.id for event, on in zip(self.rules.setup.events, waiting, strict=True) if on > 0)

    def happened(self, quarter: int) -> tuple[str, ...]:
        """List the events that came with the beginning of a quarter."""
        if quarter not in self.branch.snapshots or quarter == 0:
            return ()
        now = self.branch.snapshots[quarter].state.fired[0]
        before = self.branch.snapshots[quarter - 1].state.fired[0]
        return tuple(e.id for e, a, b in zip(self.rules.setup.events, now, before, strict=True) if a > b)

    def progress(self) -> list[Progress]:
        """Judge every goal on what has happened so far."""
        history = self.branch.region.history
        return [goals.progress(goal, history, self.level.quarters) for goal in self.level.goals]

    def outcome(self) -> Outcome:
        """Say whether the level has ended, and how."""
        return goals.outcome(
            self.level.goals, self.level.government.vote, self.branch.region.history, self.level.quarters
        )

    def votes(self) -> list[tuple[int, float, bool]]:
        """List every council vote so far: quarter, support, whether the government stayed."""
        return goals.votes(self.level.government.vote, self.branch.region.history)

    def record(self) -> Recording:
        """Write the run down."""
        others = [(k, branch) for k, branch in enumerate(self.branches) if k != self.current]
        return Recording(
            format=FORMAT,
            game_version=VERSION,
            rules=RULES,
            level=LevelRef(id=self.level.id, digest=digest(self.level)),
            seed=self.seed,
            quarter=self.quarter,
            actions=lines_of(self.branch.steps),
            predictions=tuple(self.predictions),
            answers=tuple(self.said),
            branches=tuple(
                BranchLine(name=b.name, fork=b.fork, quarter=b.quarter, actions=lines_of(b.steps)) for _, b in others
            ),
            digests=digests_of(self.branch),
            finished=self.outcome().ended,
        )

    @classmethod
    def replay(cls, level: Level, cards: Mapping[str, PolicyCard], recording: Recording) -> "Session":
        """Play a recording again, up to the quarter it stopped at."""
        session = cls.open(level, cards, recording.seed)
        session.predictions = list(recording.predictions)
        session.said = list(recording.answers)
        play(session, [Step(line.quarter, action_of(line)) for line in recording.actions], recording.quarter)
        for line in recording.branches:
            session.branches.append(session.branches[0].forked(min(line.fork, session.quarter), line.name, 0))
            session.current = len(session.branches) - 1
            steps = [Step(item.quarter, action_of(item)) for item in line.actions if item.quarter >= line.fork]
            play(session, steps, line.quarter)
        session.current = 0
        return session


def play(session: Session, steps: list[Step], until: int) -> list[tuple[Step, Refusal]]:
    """Play steps in order up to a quarter, and return those that were refused."""
    refused = []
    rest = sorted(steps, key=lambda step: step.quarter)
    while True:
        while rest and rest[0].quarter <= session.quarter:
            step = rest.pop(0)
            answer = session.do(step.action)
            if isinstance(answer, Refusal):
                refused.append((step, answer))
        if session.quarter >= until or not session.advance():
            return refused


def first_difference(session: Session, recording: Recording) -> int | None:
    """Return the first quarter in which a replay differs from what was recorded; None when all agree."""
    known = session.branch.digests
    for quarter, digest_then in sorted(recording.digests.items()):
        if known.get(quarter) != digest_then:
            return quarter
    return None


__all__ = ["Answer", "Session", "first_difference", "play"]
