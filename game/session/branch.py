"""One line through time: the region now, every quarter before it, and everything that was done."""

from dataclasses import dataclass, field

from game.simulation.acting import act
from game.simulation.actions import Action, Quote, Refusal, check
from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.rules import Rules


@dataclass(frozen=True)
class Step:
    """Something done in a quarter."""

    quarter: int
    action: Action


@dataclass
class Branch:
    """A line of time; a fork shares the past of the line it leaves.

    Attributes:
        name: What the player calls it.
        region: The region now.
        parent: Number of the branch it left, or None.
        fork: The quarter it left at.
        steps: Everything done, in order.
        snapshots: The region at the beginning of each quarter, before anything was done in it.
        pages: The ledger, a page a quarter.
        digests: A fingerprint of each quarter's beginning.
    """

    name: str
    region: Region
    parent: int | None = None
    fork: int = 0
    steps: list[Step] = field(default_factory=list)
    snapshots: dict[int, Region] = field(default_factory=dict)
    pages: dict[int, Page] = field(default_factory=dict)
    digests: dict[int, str] = field(default_factory=dict)

    @classmethod
    def start(cls, rules: Rules, seed: int, name: str = "") -> "Branch":
        """Open a level."""
        branch = cls(name, Region.open(rules, seed))
        branch._arrive()
        return branch

    @property
    def quarter(self) -> int:
        """The quarter that runs now."""
        return self.region.state.quarter

    @property
    def moment(self) -> str:
        """A name for now: another quarter, another past or another thing done has another."""
        return f"{self.digests[self.quarter]} {len(self.steps)} {hash(tuple(self.steps[-1:]))}"

    def quote(self, action: Action) -> Quote | Refusal:
        """Say what an action would take, or why it cannot be done."""
        return check(self.region.rules, self.region.state, self.region.history, action)

    def do(self, action: Action) -> Quote | Refusal:
        """Do an action now, if it is allowed."""
        answer = act(self.region.rules, self.region.state, self.region.history, action, page=self.pages[self.quarter])
        if isinstance(answer, Quote):
            self.steps.append(Step(self.quarter, action))
            self.region.refresh()
        return answer

    def advance(self) -> None:
        """Run one quarter."""
        self.region.advance(self.pages[self.quarter])
        self._arrive()

    def undo(self) -> Action | None:
        """Take back the last thing done in this quarter; None when there is none."""
        if not self.steps or self.steps[-1].quarter != self.quarter:
            return None
        undone = self.steps.pop().action
        again = [step.action for step in self.steps if step.quarter == self.quarter]
        self.steps = [step for step in self.steps if step.quarter != self.quarter]
        self.region = self.snapshots[self.quarter].snapshot()
        self.pages[self.quarter] = Page(self.quarter)
        for action in again:
            self.do(action)
        return undone

    def forked(self, quarter: int, name: str, parent: int) -> "Branch":
        """Return a new line that leaves this one at the beginning of an earlier quarter."""
        return Branch(
            name,
            self.snapshots[quarter].snapshot(),
            parent,
            quarter,
            [step for step in self.steps if step.quarter < quarter],
            {q: region for q, region in self.snapshots.items() if q <= quarter},
            {q: page for q, page in self.pages.items() if q < quarter} | {quarter: Page(quarter)},
            {q: digest for q, digest in self.digests.items() if q <= quarter},
        )

    def _arrive(self) -> None:
        """Keep the beginning of the quarter, and open its page."""
        self.snapshots[self.quarter] = self.region.snapshot()
        self.digests[self.quarter] = self.region.state.digest()
        self.pages[self.quarter] = Page(self.quarter)
