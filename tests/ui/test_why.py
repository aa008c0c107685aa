"""Why in the window: every rung is reached by keys, opens in words, and is soon there."""

import time

import pytest

from game.explain.scopes import AtPlace, OfFirm
from game.ui.preferences import Preferences
from game.ui.screens.codex import Codex
from game.ui.screens.policy import PolicySheet
from game.ui.screens.why import RUNGS, Why
from tests.ui.player import Player, opened


@pytest.fixture(scope="module")
def player() -> Player:
    """Somebody at a region that has run for three years, with one decision taken."""
    found = opened("birth", 6)
    found.chooses("card trade_association")
    found.chooses("start")
    found.press(*["n"] * 6)
    while found.where != "Region":
        found.press("1" if found.where == "EventSheet" else "esc")
    return found


def asks(player: Player, number: str, **how: object) -> Why:
    """Open a sheet and wait until it is whole."""
    while player.where != "Region":
        player.press("esc")
    why = Why(player.playing, number, **how)  # type: ignore[arg-type]
    player.app.stack.screens.append(why)
    for _ in range(60):
        player.waits()
        if not why.moving:
            break
    return why


def test_every_rung_is_reached_by_keys_and_closes_with_escape(player: Player) -> None:
    why = asks(player, "trust")
    for rung in RUNGS:
        player.chooses(f"tab {rung}")
        for _ in range(30):
            player.waits()
        assert why.rung == rung
        assert not [spot.key for spot in player.spots if spot.tab and min(spot.rect.size) < 24]
    player.press("esc")
    assert player.where == "Region"


def test_a_bar_opens_to_its_mechanism_whose_theory_opens_in_the_codex(player: Player) -> None:
    asks(player, "trust")
    player.chooses("bar trust.dealing")
    assert player.spot("theory")
    player.chooses("theory")
    assert player.where == "Codex"


def test_a_bar_names_the_decision_behind_it(player: Player) -> None:
    why = asks(player, "trust")
    reason = why.reason()
    assert reason is not None
    decided = next(part for part in reason.contributions if part.decided)
    why.chosen = decided.cause
    player.waits()
    assert player.spot(f"decision {decided.decided[0][0].partition('.')[2]}")


def test_a_card_named_as_a_cause_opens_itself_where_it_runs_and_from_there_the_codex(player: Player) -> None:
    why = asks(player, "trust")
    reason = why.reason()
    assert reason is not None
    cause = next(part.cause for part in reason.contributions for decision, _ in part.decided
                 if decision == "policy.trade_association")  # fmt: skip
    why.chosen = cause
    player.waits()
    player.chooses("decision trade_association")
    assert isinstance(player.top, PolicySheet)
    assert player.top.card.id == "trade_association"
    assert player.top.running, "it opens where it runs"
    player.chooses("codex")
    assert isinstance(player.top, Codex)
    assert (player.top.kind, player.top.chosen["policies"]) == ("policies", "trade_association")
    player.press("esc", "esc")
    assert player.where == "Why"


def test_a_card_that_would_move_the_number_opens_itself(player: Player) -> None:
    why = asks(player, "trust")
    why.chosen = ""
    player.waits()
    mover = player.spot("mover *").key.partition(" ")[2]
    player.chooses(f"mover {mover}")
    assert isinstance(player.top, PolicySheet)
    assert player.top.card.id == mover


def test_a_word_around_a_number_leads_to_why_of_that_number(player: Player) -> None:
    why = asks(player, "trust", rung="around")
    player.waits(0.5)
    player.chooses("cause cheating")
    assert why.number == "cheating"


def test_a_decision_taken_away_becomes_a_line_of_time(player: Player) -> None:
    before = len(player.playing.session.branches)
    why = asks(player, "trust", rung="fork")
    player.chooses("fork 0 without")
    for _ in range(20):
        player.waits()
    assert why.forks.fork is not None
    assert why.forks.fork.over
    assert len(player.playing.session.branches) == before + 1
    assert player.spot("chart fork")
    player.chooses("fork 0 without")
    assert len(player.playing.session.branches) == before + 1, "the same line is not lived twice"


def test_a_word_of_the_whole_map_tells_its_links(player: Player) -> None:
    why = asks(player, "trust", rung="map")
    player.waits(0.5)
    player.chooses("node trust")
    assert why.chosen == "trust"
    assert player.spot("ask")


def test_a_place_and_a_firm_open_to_why(player: Player) -> None:
    state = player.playing.session.branch.region.state
    firm = int(state.firm[0])
    for scope in (AtPlace(0), OfFirm(firm)):
        why = asks(player, "mean_margin", scope=scope)
        assert why.reason() is not None or why.at <= why.since
        assert why.rungs == ("causes", "fork")


def test_a_closed_firm_is_asked_about_its_life(player: Player) -> None:
    gone = [int(f) for page in player.playing.session.branch.pages.values() for _, _, fs in page.gone.values()
            for f in fs]  # fmt: skip
    why = asks(player, "revenue", scope=OfFirm(gone[0]))
    assert why.at <= player.playing.session.quarter
    player.press("pagedown")
    assert why.number == "profit"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sheet_is_there_within_a_third_of_a_second(language: str) -> None:
    player = opened("wenzhou", 12, chosen=Preferences(language))
    asks(player, "price")
    player.press("esc")
    best = 9.0
    for number in ("trust", "firms", "mean_margin"):
        begun = time.process_time()
        player.app.stack.screens.append(Why(player.playing, number))
        player.waits()
        best = min(best, time.process_time() - begun)
        player.press("esc")
    assert best < 0.3


def test_what_one_firm_earns_is_not_called_the_profit_of_all(player: Player) -> None:
    firm = int(player.playing.session.branch.region.state.firm[0])
    why = asks(player, "profit", scope=OfFirm(firm))
    reason = why.reason()
    assert reason is not None
    assert "all firms" not in player.playing.speaker.headline(reason)[0]
    assert "all firms" in player.playing.speaker.scoped("profit", None)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_of_the_whole_map_is_whole_in_large_type(language: str, written: set[str]) -> None:
    player = opened("birth", 6, chosen=Preferences(language, text=2.0))
    why = Why(player.playing, "trust", rung="map")
    player.app.stack.screens.append(why)
    for _ in range(60):
        player.waits()
    chart = why.pictured(language, "")
    assert {node.label for node in chart.nodes} <= written
