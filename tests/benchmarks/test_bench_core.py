"""The benchmark runs, and its figures are of the right kind; how fast a machine is, no test can know."""

from tests.benchmarks.bench_core import measure


def test_the_benchmark_runs() -> None:
    speed = measure(worlds=4, quarters=2, rounds=1, age=12)
    assert speed.firms > 5
    assert 0.0 < speed.firm_quarter < speed.quarter
    assert 0.0 < speed.large < speed.small
    assert len(speed.lines()) == 5
