"""A year is a chapter: a decision is asked every quarter of a minute or so, and never for a click alone."""

import pytest

from game.simulation.actions import Answer, Enact, Quote
from game.ui.rhythm import NORMAL, SECONDS, TIMES, UNHURRIED
from game.ui.screen import Push
from game.ui.screens.ending import Ending
from game.ui.screens.event import EventSheet
from game.ui.screens.region import Region
from game.ui.screens.vote import VoteSheet
from game.ui.street import pace
from tests.ui.player import opened

FRAME = 0.1


def region_of(level: str) -> Region:
    screen = opened(level).app.stack.top
    assert isinstance(screen, Region)
    return screen


def plays(region: Region, seconds: float, speed: int = NORMAL) -> tuple[list[float], list[str]]:
    """Play as a person who does one thing whenever time stops; returns when, and what stopped it."""
    session, asked, why = region.playing.session, [], []
    region.set_speed(speed)
    passed = 0.0
    while passed < seconds:
        turn = region.pass_time(FRAME)
        passed += FRAME
        if isinstance(turn, Push) and isinstance(turn.screen, Ending):
            return [*asked, passed], [*why, "end"]
        if isinstance(turn, Push) or not region.running:
            asked.append(passed)
            why.append(type(turn.screen).__name__ if isinstance(turn, Push) else "budget")
            for event in session.pending():
                chosen = next(item for item in session.level.events if item.id == event).choices[0]
                region.playing.do(Answer(event, chosen.id))
            if why[-1] == "budget":
                cards = [Enact(card.id) for card in session.rules.setup.policies]
                free = [action for action in cards if isinstance(session.quote(action), Quote)]
                if free:
                    region.playing.do(free[0])
            if not region.running:
                region.toggle()
    return asked, why


@pytest.mark.parametrize("level", ["birth", "wenzhou"])
def test_at_normal_speed_a_decision_is_asked_every_quarter_of_a_minute_or_so(level: str) -> None:
    asked, why = plays(region_of(level), 600.0)
    gaps = [b - a for a, b in zip([0.0, *asked[:-1]], asked, strict=True)]
    assert len(asked) >= 5
    assert max(gaps) <= 34.0, list(zip(gaps, why, strict=True))
    assert sum(gaps) / len(gaps) >= 8.0, "time must also be let run"


def test_time_waits_for_the_budget_in_a_years_first_quarter_where_something_can_be_paid() -> None:
    region = region_of("birth")
    region.toggle()
    for _ in range(600):
        region.pass_time(FRAME)
        if not region.running:
            break
    assert region.playing.session.quarter in (3, 4)
    assert (
        region.playing.session.level.date_of(region.playing.session.quarter)[1] == 1 or region.playing.session.pending()
    )


def test_ac_15_speeds_go_from_a_quarter_of_normal_to_four_times_and_time_takes_as_long() -> None:
    assert (min(TIMES.values()), TIMES[NORMAL], max(TIMES.values())) == (0.25, 1.0, 4.0)
    for speed, times in TIMES.items():
        region = region_of("birth")
        region.set_speed(speed)
        region.pass_time(0.0)
        begun, passed = region.playing.session.quarter, 0.0
        while region.playing.session.quarter == begun:
            region.pass_time(FRAME)
            passed += FRAME
        assert passed == pytest.approx(SECONDS[NORMAL] / times, abs=2 * FRAME)


def test_at_the_fastest_speed_it_runs_on() -> None:
    _, why = plays(region_of("birth"), 30.0, UNHURRIED + 1)
    assert "budget" not in why
    assert SECONDS[UNHURRIED + 1] < SECONDS[UNHURRIED]


def test_where_nothing_can_be_paid_time_does_not_stop() -> None:
    region = region_of("birth")
    region.playing.session.branch.region.state.treasury[0] = -50.0
    _, why = plays(region, 40.0)
    assert "budget" not in why


def test_the_councils_vote_is_shown() -> None:
    _, why = plays(region_of("birth"), 90.0)
    assert VoteSheet.__name__ in why
    assert EventSheet.__name__ in why


def test_a_street_a_little_too_long_moves_up_instead_of_leaving_two_houses_alone() -> None:
    kit, room = opened("wenzhou", 4).kit, 600
    usual = pace(kit, 1, room)
    fits = room // usual
    assert pace(kit, fits, room) == usual
    assert usual > pace(kit, fits + 2, room) >= usual * 0.8
    assert pace(kit, fits + 2, room) * (fits + 2) <= room
    assert pace(kit, 3 * fits, room) == usual, "a long street breaks into rows"
