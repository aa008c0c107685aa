"""Workers give the same answers as the game itself, later, and never hold it up."""

import time
from collections.abc import Iterator

import numpy as np
import pytest

from game.lab import questions
from game.lab.forecast import forecast
from game.lab.workers import Workers
from game.simulation.actions import Enact
from tests.lab.futures import region

PATIENCE = 60.0


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    found = Workers(2, patient=False)
    yield found
    found.close()


def waited(workers: Workers, name: str) -> object:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        answer = workers.poll(name)
        if answer is not None:
            return answer
        time.sleep(0.01)
    raise AssertionError("no answer came")


def test_two_processes_answer_as_one(workers: Workers) -> None:
    shared = workers.answer(questions.of_futures(region(40), 24, 8))
    alone = forecast(region(40), 24, 8)
    assert shared.flourishing == alone.flourishing
    assert np.array_equal(shared.paths, alone.paths)


def test_asking_returns_at_once_and_the_answer_comes_once(workers: Workers) -> None:
    began = time.perf_counter()
    workers.ask("futures", questions.of_futures(region(40), 64, 40))
    assert time.perf_counter() - began < 0.2
    assert workers.poll("nothing was asked") is None
    assert waited(workers, "futures") is not None
    assert workers.poll("futures") is None
    assert not workers.busy("futures")


def test_a_newer_question_replaces_an_older_one(workers: Workers) -> None:
    workers.ask("futures", questions.of_futures(region(40), 64, 40))
    workers.ask("futures", questions.of_futures(region(60), 8, 4))
    answer = waited(workers, "futures")
    assert answer.at == 60  # type: ignore[attr-defined]


def test_without_processes_the_answer_is_the_same() -> None:
    alone = Workers(1)
    alone._broken = True
    alone.ask("futures", questions.of_futures(region(40), 8, 4))
    answer = alone.poll("futures")
    assert answer is not None
    assert np.array_equal(answer.paths, forecast(region(40), 8, 4).paths)
    alone.close()


@pytest.mark.parametrize("next_step", ["warm", "ask"])
def test_a_worker_that_died_while_it_waited_is_no_trouble(next_step: str) -> None:
    killed = Workers(2, patient=False)
    killed.ask("first", questions.of_futures(region(40), 8, 4))
    waited(killed, "first")
    assert killed._pool is not None
    for process in list(killed._pool._processes.values()):
        process.kill()
        process.join()
    for _ in range(50):  # the pool takes a moment to notice
        if next_step == "warm":
            killed.warm()
        else:
            killed.ask("next", questions.of_futures(region(40), 8, 4))
        if killed._broken:
            break
        time.sleep(0.1)
    killed.ask("last", questions.of_futures(region(40), 8, 4))
    answer = killed.poll("last")
    assert answer is not None
    assert np.array_equal(answer.paths, forecast(region(40), 8, 4).paths)
    killed.close()


def test_closing_twice_or_unused_is_fine() -> None:
    unused = Workers(2, patient=False)
    unused.close()
    unused.close()


def test_a_decision_is_compared_with_the_same_futures_without_it() -> None:
    seen = questions.of_decision(region(40), Enact("trade_association"), 12, 16).here()
    assert seen.bands["trust"].p50[0] == pytest.approx(0.0, abs=1e-6)
    assert seen.more["trust"] == 12
    assert seen.bands["treasury"].p50[1] < 0.0
    for name in seen.more:
        assert seen.more[name] + seen.less[name] <= seen.worlds


def test_a_decision_that_is_refused_changes_nothing() -> None:
    seen = questions.of_decision(region(40), Enact("no_such_card"), 6, 4).here()
    assert all(not band.p50.any() for band in seen.bands.values())
    assert sum(seen.more.values()) == 0
