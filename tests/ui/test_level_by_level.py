"""What playing every level in the window brought to light: prices, events and goals that only some levels have."""

import re

import pytest

from game.content import library, numbers
from game.content.language import Language
from game.session import predicting
from game.simulation.actions import Quote
from game.simulation.registry import LEVERS
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.ending import Ending
from game.ui.screens.policy import PolicySheet
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.stack import Stack
from game.ui.typeset import NAME
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


@pytest.mark.parametrize("language", BOTH)
def test_an_answer_that_needs_no_words_leaves_no_empty_line(language: Language) -> None:
    player = opened("ruhr", 4, chosen=Preferences(language))
    player.press("space")
    assert player.where == "EventSheet"
    first = player.top.event.choices[0]  # type: ignore[attr-defined]
    assert first.text is None and not first.shifts
    assert player.spot(f"choice {first.id}").rect.height == 2 * player.kit.px(14) + player.kit.line_height(NAME)


@pytest.mark.parametrize("size", [USUAL, (1920, 1080)])
@pytest.mark.parametrize("language", BOTH)
def test_what_a_card_shifts_is_named_whole(language: Language, size: tuple[int, int]) -> None:
    player = opened("exam", size=size, chosen=Preferences(language))
    region, levers = player.top, {player.kit.words(f"lever.{id_}") for id_ in LEVERS}
    assert isinstance(region, Region)
    for card in library.policies():
        player.app.stack.screens = [region, PolicySheet(region.playing, card)]
        with observed() as lines:
            player.waits()
        assert not [line.shown for line in lines if line.text in levers and line.cut], card


SPANS = ("five", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty")
YEARS = (5, 7, 8, 9, 10, 12, 15, 20)
LONG = dict(zip((*SPANS, "五", "七", "八", "九", "十", "十二", "十五", "二十"), YEARS * 2, strict=True))
AHEAD = r"(\w+) years|往后(.+?)年|([一二三四五六七八九十]+)年[后里]"


@pytest.mark.parametrize("name", library.names_of_levels())
@pytest.mark.parametrize("language", BOTH)
def test_a_prediction_asks_about_the_time_that_can_be_drawn(name: str, language: Language) -> None:
    here = level(name)
    for ask in here.predictions:
        text, due = ask.text[language], predicting.quarters_ahead(ask.at, here.quarters)[-1]
        spans = {LONG["".join(found)] for found in re.findall(AHEAD, text) if "".join(found) in LONG}
        assert spans <= {(due - ask.at) // 4}, text
        assert {int(year) for year in re.findall(r"(?:in |到)(\d{4})[?年]", text)} <= {here.date_of(due)[0]}, text
        if re.search("the end|期末|最后", text):
            assert due == here.quarters, text


@pytest.mark.parametrize("name", library.names_of_levels())
@pytest.mark.parametrize("language", BOTH)
def test_a_share_that_a_goal_asks_for_is_written_as_the_window_shows_it(name: str, language: Language) -> None:
    speaker = opened(name, chosen=Preferences(language)).playing.speaker
    shares = [goal for goal in level(name).goals if "%" in speaker.value(goal.indicator, goal.value)]
    for goal in shares:
        assert goal.value not in map(float, re.findall(r"\d+\.\d+", goal.text[language])), goal.id


@pytest.mark.parametrize(
    "name, language, value, written",
    [("austrian_wine", "en", 4.0, "40.0M schillings"), ("ruhr", "en", 0.4, "DM 40.0M"),
     ("taranto", "zh", 2.5, "25亿里拉"), ("taranto", "zh", 0.251, "2.51亿里拉")],
)  # fmt: skip
def test_money_is_written_as_people_write_it(name: str, language: Language, value: float, written: str) -> None:
    assert opened(name, chosen=Preferences(language)).playing.speaker.money(value) == written


@pytest.mark.parametrize("name", ["swiss_watches", "northern_italy", "southern_germany", "silicon_valley"])
@pytest.mark.parametrize("language", BOTH)
def test_the_numbers_at_the_top_keep_off_the_clock_of_a_level_with_a_long_name(name: str, language: Language) -> None:
    for size in (USUAL, (1440, 810), (1920, 1080)):
        player = opened(name, size=size, chosen=Preferences(language))
        assert player.spot("attention").rect.right <= player.spot("pause").rect.left, size


@pytest.mark.parametrize("language", BOTH)
def test_what_an_answer_moves_in_several_steps_is_told_once(language: Language) -> None:
    speaker = opened("bangalore", chosen=Preferences(language)).playing.speaker
    roads = next(event for event in level("bangalore").events if event.id == "roads")
    build = next(choice for choice in roads.choices if choice.id == "build")
    assert len(build.shifts) == 3
    assert speaker.answer(build).count(speaker.words("lever.congestion.built")) == 1
