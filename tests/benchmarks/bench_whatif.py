"""How long removing 30 decisions of a 120-quarter run one by one takes: ``python -m tests.benchmarks.bench_whatif``.

64 futures for each, in two warm processes, as the command ``whatif`` and the debrief do it.
"""

from time import perf_counter

from game.content import library
from game.lab import debriefing
from game.lab.workers import Workers
from game.session.session import Session
from game.simulation.actions import Adjust, Enact, Quote, Repeal
from tests.session.playing import level

DECISIONS, QUARTERS = 30, 120


def busy(name: str = "h01_wenzhou") -> Session:
    """Play a level with a decision every year, whatever can be done, until there are thirty."""
    session = Session.open(level(name), library.policies(), 1)
    for quarter in range(QUARTERS):
        for card in session.rules.setup.policies if quarter % 4 == 0 and len(session.branch.steps) < DECISIONS else ():
            tries = (Enact(card.id, 0), Adjust(card.id, 0, 2), Repeal(card.id, 0))
            if any(isinstance(session.do(action), Quote) for action in tries):
                break
        session.advance()
    return session


def main() -> None:
    """Measure and print."""
    session = busy()
    question = debriefing.of_decisions(debriefing.Run.of(session), 64, ("removed",))
    workers = Workers(2, patient=False)
    workers.warm()
    workers.answer(question)
    began = perf_counter()
    found = workers.answer(question)
    seconds = perf_counter() - began
    workers.close()
    print(f"{len(found)} decisions of {session.quarter} quarters, 64 futures each: {seconds:.1f} s in two processes")


if __name__ == "__main__":
    main()
