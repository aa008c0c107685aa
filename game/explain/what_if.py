"""What if: from a past quarter, one decision taken away or moved, everything else done again by the same dice."""

from dataclasses import dataclass, field

from game.session.branch import Branch, Step
from game.session.session import Session
from game.simulation.actions import Refusal


@dataclass
class Fork:
    """A line of time that lives again from where a decision was changed; it joins the session's lines.

    Attributes:
        number: Its number among the session's lines.
        branch: The line.
        until: The quarter it is lived to.
        todo: What is still to be done in it.
        refused: What could not be done any more.
    """

    number: int
    branch: Branch
    until: int
    todo: list[Step]
    refused: list[Step] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether it has reached the present."""
        return self.branch.quarter >= self.until

    def work(self, most: int) -> None:
        """Live some quarters."""
        for _ in range(most):
            if self.over:
                return
            self.branch.advance()
            self._act()

    def _act(self) -> None:
        """Do what is to be done in the quarter that runs."""
        while self.todo and self.todo[0].quarter <= self.branch.quarter:
            step = self.todo.pop(0)
            if isinstance(self.branch.do(step.action), Refusal):
                self.refused.append(step)


def fork(session: Session, decision: int, later: int | None, name: str) -> Fork:
    """Begin a line of time in which one decision was not taken, or taken some quarters later or earlier.

    Args:
        session: The run; the new line is added to it, and the line being played stays.
        decision: Number of the step on the line being played.
        later: Quarters by which it is moved, or None to take it away.
        name: What the line is called.
    """
    line = session.branch
    step = line.steps[decision]
    rest = [one for k, one in enumerate(line.steps) if k != decision]
    if later is not None:
        rest.append(Step(min(max(step.quarter + later, 0), max(line.quarter - 1, 0)), step.action))
    rest.sort(key=lambda one: one.quarter)
    quarter = min(step.quarter, step.quarter + (later or 0), line.quarter)
    branch = line.forked(max(quarter, 0), name, session.current)
    branch.steps = [one for one in branch.steps if one.quarter < branch.fork]
    session.branches.append(branch)
    found = Fork(len(session.branches) - 1, branch, line.quarter, [one for one in rest if one.quarter >= branch.fork])
    found._act()
    return found
