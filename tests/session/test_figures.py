"""Late and rough figures: what is shown is blurred in the same way whenever one looks; what happens is not."""

import pytest

from game.content import library
from game.content.level import Level
from game.content.level_teaching import Statistics
from game.session.session import Session
from tests.session.playing import level


def rough(lag: int = 3, noise: float = 0.1, seed: int = 1, quarters: int = 24) -> Session:
    changed: Level = level().model_copy(update={"statistics": Statistics(lag=lag, noise=noise)})
    session = Session.open(changed, library.policies(), seed)
    for _ in range(quarters):
        session.advance()
    return session


def test_without_statistics_figures_are_what_happened() -> None:
    session = Session.open(level(), library.policies(), 1)
    for _ in range(8):
        session.advance()
    assert not session.figures.rough
    assert session.figures.series("firms") == [float(v) for v in session.branch.region.history["firms"][:, 0]]
    assert session.figures.value("trust") == float(session.branch.region.history.last("trust")[0])


def test_figures_are_late_by_the_lag() -> None:
    session = rough(lag=3, noise=0.0)
    true = [float(v) for v in session.branch.region.history["employment"][:, 0]]
    assert session.figures.quarter == 21
    assert session.figures.series("employment") == pytest.approx([round(value) for value in true[:22]], abs=0.51)
    assert session.figures.known_at("variety", 10)[-1] == pytest.approx(
        float(session.branch.region.history["variety"][7, 0])
    )


def test_noise_is_the_same_whenever_one_looks_and_differs_by_number_quarter_and_seed() -> None:
    early, late = rough(quarters=12), rough(quarters=24)
    assert late.figures.series("variety")[:10] == early.figures.series("variety")
    true = late.branch.region.history["variety"][:, 0]
    errors = [shown / float(value) for shown, value in zip(late.figures.series("variety"), true, strict=False)]
    assert len(set(errors)) > 15
    assert 0.03 < sum(abs(error - 1) for error in errors) / len(errors) < 0.2
    assert rough(seed=2, quarters=12).figures.series("trust") != early.figures.series("trust")


def test_the_truth_goals_and_dice_are_not_touched() -> None:
    blurred, plain = rough(), Session.open(level(), library.policies(), 1)
    for _ in range(24):
        plain.advance()
    assert blurred.branch.digests == plain.branch.digests
    assert [p.value for p in blurred.progress()] == [p.value for p in plain.progress()]


@pytest.mark.parametrize("number", ["treasury", "support", "attention"])
def test_the_governments_own_accounts_are_exact(number: str) -> None:
    session = rough()
    assert session.figures.value(number) == float(session.branch.region.history.last(number)[0])


def test_no_estimate_leaves_what_is_possible() -> None:
    session = rough(noise=0.3)
    assert all(0 <= value <= 1 for value in session.figures.series("trust"))
    assert all(value >= 0 and value == round(value) for value in session.figures.series("firms"))
