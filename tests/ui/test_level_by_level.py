"""What playing every level in the window brought to light: prices, events and goals that only some levels have."""

import pytest

from game.content import library, numbers
from game.content.language import Language
from game.simulation.actions import Quote
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.ending import Ending
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.stack import Stack
from tests.session.playing import level, solved
from tests.ui.observing import observed, overlapping
from tests.ui.player import USUAL, opened

BOTH: tuple[Language, ...] = ("en", "zh")


@pytest.mark.parametrize("name", ["austrian_wine", "north_jutland", "taranto"])
@pytest.mark.parametrize("language", BOTH)
def test_a_price_in_a_long_currency_never_lies_on_the_word_beside_it(name: str, language: Language) -> None:
    player = opened(name, chosen=Preferences(language))
    families = [spot.key for spot in player.spots if spot.key.startswith("family ")]
    for family in families:
        player.clicks(family)
        player.points((0, 0))
        with observed() as lines:
            player.waits()
        desk = [line for line in lines if line.whole.y > USUAL[1] * 0.8]
        assert not overlapping(desk), family


def test_an_event_nobody_can_pay_for_does_not_hold_time_up() -> None:
    asking = level("overcompetition")
    priced = (one.model_copy(update={"choices": tuple(c for c in one.choices if c.price)}) for one in asking.events)
    player = opened(asking.model_copy(update={"events": tuple(priced)}))
    while player.where != "EventSheet":
        player.press("n")
        if player.where in ("Predict", "Revealed", "PromptSheet"):
            player.press("esc")
    waiting = player.playing.session.pending()
    player.playing.session.branch.region.state.treasury[0] = 0.1
    with observed() as lines:
        player.waits()
    assert player.kit.words("ui.event_on_credit").split()[0] in " ".join(line.text for line in lines)
    player.press("1")
    assert player.where == "EventSheet", "it cannot be paid"
    player.press("esc", "space")
    assert player.where != "EventSheet"
    now = player.quarter
    while player.where != "Region":
        player.press("esc")
    player.waits(6)
    assert player.quarter > now
    assert not set(waiting) & set(player.playing.session.pending())


@pytest.mark.parametrize("language", BOTH)
def test_the_debrief_says_of_every_goal_whether_it_was_reached(language: Language) -> None:
    preferences = Preferences(language)
    title, playing = Title(preferences), Playing(solved("sameness"), preferences)
    player_app = App(Paper.of((1920, 1080)), preferences, Stack(title, Ending(playing, Region(playing, title))))
    with observed() as lines:
        player_app.frame(0.016)
    text = "".join(line.text for line in lines).replace(" ", "")
    wanted = [goal for goal in playing.session.level.goals if goal.kind != "fail"]
    assert len(wanted) == 4
    for goal in wanted:
        assert goal.text[language].replace(" ", "") in text


@pytest.mark.parametrize("language", BOTH)
def test_good_name_skill_and_rent_are_written_as_levels_ask_for_them(language: Language) -> None:
    speaker = opened("austrian_wine", chosen=Preferences(language)).playing.speaker
    assert speaker.value("reputation", 0.92) == numbers.percent(0.92)
    assert speaker.value("skill", 1.1) == numbers.percent(1.1)
    assert speaker.value("rent", 0.125) == numbers.percent(0.125, 1), "Wall Street asks for 12.5 %"
    assert speaker.change("skill", 0.1) == "+" + numbers.number(10, 1)


@pytest.mark.parametrize("language", BOTH)
def test_what_an_answer_takes_is_told_without_noughts(language: Language) -> None:
    speaker = opened(chosen=Preferences(language)).playing.speaker
    assert speaker.quote(Quote(0.0, 0.0, 0.0, 0.0)) == speaker.words("ui.free")
    assert speaker.quote(Quote(1.0, 0.0, 0.0, 0.0)) == speaker.words("desk.now", price=speaker.money(1.0))
    assert speaker.quote(Quote(1.0, 0.1, 1.0, 0.0)).count(speaker.words("desk.comma").strip()) == 2


@pytest.mark.parametrize("name", library.names_of_levels())
def test_no_answer_says_beside_its_price_that_it_costs_nothing(name: str) -> None:
    for event in level(name).events:
        for choice in event.choices:
            assert choice.text is None or "costs nothing" not in choice.text["en"].lower()
            assert choice.text is None or "不花钱" not in choice.text["zh"]
