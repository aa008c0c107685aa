"""One playthrough: a level, a seed, lines of time, goals, and what the player said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from game.content.build import setup_of
from game.content.level import Level, digest
from game.content.policy_card import PolicyCard
from game.session import goals, predicting
from game.session.branch import Branch, Step
from game.session.figures import Figures
from game.session.goals import Outcome, Progress
from game.session.recording import (
    FORMAT,
    MOST_BRANCHES,
    MOST_NAME,
    MOST_QUARTERS,
    ActionLine,
    BranchLine,
    Diagnosis,
    LevelRef,
    Prediction,
    Recording,
    Said,
    action_of,
    course_of,
    digests_of,
    lines_of,
)
from game.simulation.actions import Action, Quote, Refusal
from game.simulation.exact import Array
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
    diagnoses: list[Diagnosis] = field(default_factory=list)
    player: str = ""
    """The name a run is handed in under; never a person's own."""
    worked: int = 0
    """Up to which quarter a worked example played; what was done before it is not the player's own."""
    _judged: tuple[Array, int, tuple[Progress, ...], Outcome] | None = field(
        default=None, init=False, repr=False, compare=False
    )
    """Goals and level as they stand, and the last row of the history they were judged on: every frame asks."""

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

    def branch_off(self, name: str = "") -> None:
        """Leave this line of time here and now; it stays as it is, and what was done this quarter is done on both."""
        here = self.branch
        fresh = here.forked(self.quarter, name, self.current)
        for step in here.steps:
            if step.quarter == self.quarter:
                fresh.do(step.action)
        self.branches.append(fresh)
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
        return list(self._judge()[0])

    def outcome(self) -> Outcome:
        """Say whether the level has ended, and how."""
        return self._judge()[1]

    def _judge(self) -> tuple[tuple[Progress, ...], Outcome]:
        history, level = self.branch.region.history, self.level
        last, length = history.rows[-1], len(history)
        if self._judged is None or self._judged[0] is not last or self._judged[1] != length:
            found = tuple(goals.progress(goal, history, level.quarters) for goal in level.goals)
            outcome = goals.outcome_of(found, level.government.vote, history, level.quarters)
            self._judged = last, length, found, outcome
        return self._judged[2:]

    def votes(self) -> list[tuple[int, float, bool]]:
        """List every council vote so far: quarter, support, whether the government stayed."""
        return goals.votes(self.level.government.vote, self.branch.region.history)

    @property
    def figures(self) -> Figures:
        """What the office of statistics publishes of the line being played."""
        return Figures(self.branch, self.level.statistics, self.seed)

    def record(self) -> Recording:
        """Write the run down."""
        others = [branch for k, branch in enumerate(self.branches) if k != self.current][-MOST_BRANCHES:]
        return Recording(
            format=FORMAT,
            game_version=VERSION,
            rules=RULES,
            level=LevelRef(id=self.level.id, digest=digest(self.level)),
            seed=self.seed,
            quarter=self.quarter,
            name=self.branch.name[:MOST_NAME],
            player=self.player[:MOST_NAME],
            worked=self.worked,
            actions=lines_of(self.branch.steps),
            predictions=predicting.written(self.predictions, self.branch),
            answers=tuple(self.said),
            diagnoses=tuple(self.diagnoses),
            branches=tuple(
                BranchLine(name=b.name[:MOST_NAME], fork=b.fork, quarter=b.quarter, actions=lines_of(b.steps))
                for b in others
            ),
            digests=digests_of(self.branch),
            course=course_of(self.branch.region.history),
            finished=self.outcome().ended,
        )

    @classmethod
    def replay(cls, level: Level, cards: Mapping[str, PolicyCard], recording: Recording) -> "Session":
        """Play a recording again, up to the quarter it stopped at, even past the level's own end."""
        session = cls.open(level, cards, recording.seed)
        session.predictions = list(recording.predictions)
        session.said = list(recording.answers)
        session.diagnoses = list(recording.diagnoses)
        main = session.branch
        main.name = recording.name
        session.player, session.worked = recording.player, recording.worked
        play(main, steps_of(recording.actions), recording.quarter)
        for line in recording.branches:
            steps = steps_of(line.actions)
            # A line may have left another line than the main one: it shares the past while the same was done.
            shared = min(line.fork, line.quarter, main.quarter, parting(main.steps, steps))
            branch = main.forked(shared, line.name, 0)
            until = min(line.quarter, level.quarters)  # a hundred lines without an end would take for ever
            play(branch, [step for step in steps if step.quarter >= shared], until)
            branch.fork = line.fork
            session.branches.append(branch)
        return session


def steps_of(lines: Sequence[ActionLine]) -> list[Step]:
    """Read the steps of a recording, in the order of their quarters."""
    return sorted((Step(line.quarter, action_of(line)) for line in lines), key=lambda step: step.quarter)


def parting(steps: Sequence[Step], others: Sequence[Step]) -> int:
    """Return the quarter in which two lines of time first do different things."""
    for pair in zip_longest(steps, others):
        if pair[0] != pair[1]:
            return min(step.quarter for step in pair if step)
    return MOST_QUARTERS


def play(branch: Branch, steps: Sequence[Step], until: int) -> None:
    """Play steps in order up to a quarter; what is refused leaves no trace."""
    rest = list(steps)
    while True:
        while rest and rest[0].quarter <= branch.quarter:
            branch.do(rest.pop(0).action)
        if branch.quarter >= until:
            return
        branch.advance()


def first_difference(session: Session, recording: Recording) -> int | None:
    """Return the first quarter in which a replay differs from what was recorded; None when all agree.

    What was refused differs too, and so does a recording without a fingerprint of its end.
    """
    known = session.branch.digests
    found = [quarter for quarter, then in recording.digests.items() if known.get(quarter) != then]
    if recording.quarter not in recording.digests:
        found.append(recording.quarter)
    done = parting(session.branch.steps, steps_of(recording.actions))
    return min([*found, done]) if found or done < MOST_QUARTERS else None
