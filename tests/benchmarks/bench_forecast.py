"""How long a look ahead takes: ``python -m tests.benchmarks.bench_forecast``.

256 futures of 40 quarters, of a region of some fifty firms, in one process and in two warm ones; as a multiple of
``np.exp`` on as many numbers as the futures have seats and quarters, measured in the same run.
"""

from collections.abc import Callable
from time import perf_counter

import numpy as np

from game.lab import questions
from game.lab.forecast import HORIZON, WORLDS
from game.lab.workers import Workers
from game.simulation.region import Region
from tests.simulation.regions import play, rules


def best(rounds: int, run: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds; disturbance only ever slows down."""
    found = []
    for _ in range(rounds):
        began = perf_counter()
        run()
        found.append(perf_counter() - began)
    return min(found)


def main() -> None:
    """Measure and print."""
    region = play(Region.open(rules(), 5, 1), 60, plan={})
    question = questions.of_futures(region)
    numbers = np.linspace(-1.0, 1.0, WORLDS * HORIZON * region.state.firms.shape[1])
    yard = best(5, lambda: np.exp(numbers))
    workers = Workers(2, patient=False)
    workers.answer(question)
    alone, shared = best(5, question.here), best(5, lambda: workers.answer(question))
    workers.close()
    print(f"firms at the start       {region.state.firms.shape[1]:8d}")
    for name, seconds in (("one process, s", alone), ("two processes, s", shared)):
        print(f"{name:24} {seconds:8.2f}   {seconds / yard:6.0f} × np.exp on {numbers.size:,} numbers")


if __name__ == "__main__":
    main()
