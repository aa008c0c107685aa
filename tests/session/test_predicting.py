"""A prediction is sealed before anything is seen, never changed, and compared with what happened on its own line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.yardstick import yardstick
from game.session import predicting
from game.session.predicting import NotSealed, judged, quarters_ahead, resolved, seal
from game.session.recording import Prediction
from game.session.session import Session
from game.simulation.actions import Enact
from tests.session.playing import opened, replayed

REACH = (0.0, 100.0)


def at(quarter: int, name: str = "birth", seed: int = 1) -> Session:
    session = opened(name, seed)
    while session.quarter < quarter:
        session.advance()
    return session


def guess(session: Session, value: float = 10.0, number: str = "firms") -> Prediction | NotSealed:
    count = len(quarters_ahead(session.quarter, session.level.quarters))
    return seal(session, number, [value] * count, REACH)


@given(st.integers(0, 400), st.integers(4, 400))
def test_a_prediction_lies_on_a_few_quarters_after_now_up_to_the_end(quarter: int, end: int) -> None:
    quarters = quarters_ahead(quarter, end)
    assert list(quarters) == sorted(set(quarters))
    assert len(quarters) <= predicting.POINTS
    if quarters:
        assert quarter < quarters[0]
        assert quarters[-1] == min(quarter + predicting.AHEAD, end)
    else:
        assert end - quarter < predicting.LEAST_AHEAD


def test_sealed_is_sealed() -> None:
    session = at(8)
    first = guess(session, 10.0)
    assert isinstance(first, Prediction)
    assert guess(session, 20.0) == NotSealed("sealed_already")
    assert session.predictions == [first]
    with pytest.raises(ValueError, match="frozen"):
        first.values = (1.0,)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("number", "values", "reason"),
    [
        ("firms", [10.0] * 5 + [100.1], "outside"), ("firms", [-0.1] + [1.0] * 5, "outside"),
        ("firms", [float("nan")] * 6, "outside"), ("firms", [1.0] * 5, "wrong_count"),
        ("firms", [], "wrong_count"), ("nobody", [1.0] * 6, "no_number"),
    ],
)  # fmt: skip
def test_what_lies_outside_the_chart_is_told_and_not_sealed(number: str, values: list[float], reason: str) -> None:
    session = at(8)
    refused = seal(session, number, values, REACH)
    assert isinstance(refused, NotSealed)
    assert refused.reason == reason
    assert session.predictions == []


def test_it_is_too_late_when_the_level_is_nearly_over() -> None:
    assert guess(at(37)) == NotSealed("too_late")


def test_the_simulation_never_sees_a_prediction() -> None:
    with_it, without = at(8), at(8)
    guess(with_it)
    for session in (with_it, without):
        session.advance()
    assert with_it.branch.digests == without.branch.digests


def test_when_its_time_has_come_it_is_compared_with_what_happened() -> None:
    session = at(8)
    sealed = guess(session, 10.0)
    assert isinstance(sealed, Prediction)
    while session.quarter < 39:
        session.advance()
        assert resolved(session) == []
    session.advance()
    [outcome] = resolved(session)
    real = [float(session.branch.region.history["firms"][q, 0]) for q in sealed.quarters]
    assert list(outcome.real) == real
    assert outcome.gap == pytest.approx(sum(abs(10.0 - value) for value in real) / len(real))
    assert replayed(session).record() == session.record()
    assert session.record().predictions[0].real == outcome.real


def test_a_prediction_belongs_to_the_line_it_was_made_on() -> None:
    session = at(8)
    guess(session)
    while session.quarter < 20:
        session.advance()
    session.rewind(12)
    assert predicting.on_line(session.predictions, session.branch) == session.predictions
    session.rewind(4)
    session.do(Enact("incubator"))
    while session.quarter < 9:
        session.advance()
    assert predicting.on_line(session.predictions, session.branch) == []


def test_who_has_seen_the_future_of_this_moment_does_not_foresee_it() -> None:
    session = at(16)
    session.rewind(8)
    sealed = guess(session)
    assert isinstance(sealed, Prediction)
    assert sealed.hindsight
    fresh = guess(at(8))
    assert isinstance(fresh, Prediction)
    assert not fresh.hindsight


def test_the_level_asks_once_at_its_own_quarter() -> None:
    session = at(7)
    assert predicting.asked_now(session) is None
    session.advance()
    ask = predicting.asked_now(session)
    assert ask is not None
    assert ask.indicator == "firms"
    guess(session)
    assert predicting.asked_now(session) is None


def test_the_spread_of_the_futures_draws_the_line_at_the_worst_third() -> None:
    """Somebody who draws one future blindly, while another comes true, is far off in about a third of cases."""
    session = at(8, "wenzhou")
    region = session.branch.region
    quarters = quarters_ahead(8, 120)
    low, high = yardstick(region, "firms", quarters, 40)
    from game.lab.forecast import dice_of, futures, moment  # noqa: PLC0415

    now = moment(region)
    batch = futures(now, dice_of(now, 40))
    rows = []
    while batch.state.quarter < quarters[-1]:
        batch.advance()
        if batch.state.quarter in quarters:
            rows.append([float(value) for value in batch.history.last("firms")])
    lines = [tuple(row[world] for row in rows) for world in range(40)]
    far = [
        judged(
            Prediction(quarter=8, indicator="firms", values=mine, quarters=quarters, low=low, high=high), real
        ).far_off
        for mine in lines for real in lines if mine is not real
    ]  # fmt: skip
    assert 0.2 <= sum(far) / len(far) <= 0.47


def test_sixty_predictions_and_a_full_game_stay_small() -> None:
    sealed = Prediction(
        quarter=100, indicator="mean_margin", values=(0.12345,) * 6, quarters=(107, 113, 120, 127, 133, 140),
        low=(0.12345,) * 6, high=(0.12345,) * 6, real=(0.12345,) * 6, moment="0123456789abcdef",
    )  # fmt: skip
    size = len(sealed.model_dump_json(exclude_none=True))
    assert 8 * size < 5_000


@pytest.mark.parametrize(
    "changed",
    [
        {"values": (1.0,)}, {"values": (1.0,) * 7}, {"indicator": "nobody"}, {"quarters": (9, 9, 10, 11, 12, 13)},
        {"quarters": (20, 19, 18, 17, 16, 15)}, {"quarters": (1, 2, 3, 4, 5, 6)}, {"low": (1.0,), "high": (2.0,)},
        {"low": (1.0,) * 6}, {"quarters": ()},
    ],
)  # fmt: skip
def test_a_prediction_written_by_hand_is_kept_and_passed_over(changed: dict[str, object]) -> None:
    session = at(8)
    sealed = guess(session)
    assert isinstance(sealed, Prediction)
    session.predictions[0] = sealed.model_copy(update=changed)
    while session.advance():
        pass
    assert resolved(session) == []
    assert len(session.record().predictions) == 1
    session.predictions[0] = sealed
    assert len(resolved(session)) == 1
