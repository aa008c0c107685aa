"""The sheet of goals says of each more than the panel: measured, needed, by when, moved how in a year, and why."""

import pytest

from game.content.language import Language
from game.content.words import LANGUAGES
from game.ui.preferences import Preferences
from game.ui.region import goals_part
from game.ui.screens.why import Why
from tests.ui.player import Player, opened


def looked(player: Player) -> str:
    """Open the sheet as a player does."""
    player.chooses("goals")
    player.waits(0.3)
    assert player.where == "Goals"
    return player.where


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_each_goal_says_what_is_measured_what_is_needed_by_when_and_how_it_moved(
    language: Language, text: float, written: set[str]
) -> None:
    player = opened("wenzhou", 30, chosen=Preferences(language, text=text))
    playing, say, speaker = player.playing, player.playing.speaker.words, player.playing.speaker
    player.app.stack.screens.append(player.top.goals().screen)  # type: ignore[attr-defined]
    player.waits(0.3)
    written.clear()
    for item in goals_part.shown(playing.session):
        player.tab_to(f"why {item.goal.id}")  # it is scrolled into sight
        number = item.goal.indicator
        change = speaker.change(number, playing.value(number) - playing.value(number, 4))
        bound = say("goal.at_least" if item.goal.op == ">=" else "goal.at_most",
                    value=speaker.told(number, item.goal.value))  # fmt: skip
        told = {speaker.told(number, item.value), bound, change, say("goal.why", number=speaker.name(number))}
        assert told <= written, told - written
    left = say("goal.left", count=playing.session.level.quarters - playing.session.quarter)
    whole = "".join(sorted(written))
    assert left in whole or all(part in whole for part in left.split()), "how much time is left"


def test_each_goal_leads_to_why_of_its_number() -> None:
    player = opened("birth", 8)
    looked(player)
    for item in goals_part.shown(player.playing.session):
        player.chooses(f"why {item.goal.id}")
        assert isinstance(player.top, Why)
        assert player.top.number == item.goal.indicator
        player.press("esc")
        assert player.where == "Goals"


def test_what_must_not_happen_is_told_on_the_sheet(written: set[str]) -> None:
    player = opened("birth", 8)
    [empty] = goals_part.avoided(player.playing.session)
    assert empty.goal.text.en not in written, "the panel is silent about it"
    looked(player)
    assert empty.goal.text.en in written
    assert player.playing.speaker.words("goal.limit") in written


def test_a_change_is_welcome_where_it_leads_to_the_goal_or_away_from_what_must_not_happen() -> None:
    player = opened("wenzhou", 30)
    sheet = player.top.goals().screen  # type: ignore[attr-defined]
    seen = {}
    for item in (*goals_part.shown(player.playing.session), *goals_part.avoided(player.playing.session)):
        text, nearer = sheet._moved(item)
        seen[item.goal.kind, item.goal.indicator] = text[0], nearer
    assert seen["pass", "reputation"] == ("−", -1), "the name fell, and a good name is asked for"
    assert seen["pass", "trust"] == ("+", 1)
    assert seen["fail", "firms"] == ("+", 1), "more firms lead away from too few"
