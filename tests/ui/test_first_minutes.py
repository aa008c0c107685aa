"""The first minutes: soon a decision, short words, hints for those in trouble alone (SP-01, LS-08)."""

import re
from collections.abc import Iterator

import pygame
import pytest

from game.content.language import Language
from game.content.words import LANGUAGES, words
from game.session import progress
from game.session.goals import Outcome
from game.simulation.actions import Enact
from game.ui import typeset
from game.ui.guess import round_parts
from game.ui.map import terrain
from game.ui.map.plates import Plates
from game.ui.map.projection import Projection
from game.ui.pen import Pen
from game.ui.preferences import Preferences
from game.ui.region import hints, slips
from game.ui.region.hints import IDLE, PATIENCE
from game.ui.screens.brief import Brief
from game.ui.screens.event import EventSheet
from game.ui.screens.region import Region
from game.ui.theme import THEMES, Theme
from game.ui.typeset import BODY
from tests.session.playing import level, replayed
from tests.ui.observing import observed
from tests.ui.player import Player, opened

PRESS = 1.5
"""Seconds a newcomer takes to find and press one thing."""
WORDS_A_SECOND, SIGNS_A_SECOND = 3.0, 5.0
"""How fast a careful reader reads English words and Chinese signs."""
MOST_WORDS, MOST_SIGNS = 20, 40
NOTICES = ("story.firm_", "story.vote_", "story.scandal", "story.phase_turn", "ui.begin_hint", "gazette.out",
           "entrance.hint", "refusal.", "read.done", "read.undone", "read.nothing", "ui.answer_it")  # fmt: skip
"""The beginnings of words that appear by themselves in a first play."""


def length(text: str, language: Language) -> int:
    """Count English words, or Chinese signs."""
    if language == "en":
        return len(re.findall(r"[\w’'-]+", text))
    return sum(typeset.is_chinese(sign) for sign in text)


def messages(language: Language) -> Iterator[tuple[str, str]]:
    """Yield every message of the first lesson, with where it stands."""
    first = level("birth")
    yield "brief", first.brief[language]
    for k, hint in enumerate(first.hints):
        yield f"hint {k}", hint[language]
    for goal in first.goals:
        yield f"goal {goal.id}", goal.text[language]
    for prediction in first.predictions:
        yield f"prediction {prediction.indicator}", prediction.text[language]
    for event in first.events:
        yield f"event {event.id}", event.text[language]
        yield from ((f"choice {choice.id}", choice.text[language]) for choice in event.choices if choice.text)
    say = words(language)
    yield from ((id_, say._texts[id_]) for id_ in sorted(say.ids) if id_.startswith(NOTICES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ls_08_no_message_of_the_first_lesson_is_long(language: Language) -> None:
    most = MOST_WORDS if language == "en" else MOST_SIGNS
    long = {where: length(text, language) for where, text in messages(language) if length(text, language) > most}
    assert not long
    assert len(list(messages(language))) > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_sp_01_the_first_decision_is_made_within_a_minute(language: Language) -> None:
    player = Player.sits_down()
    player.app.preferences.language = language
    seconds = 0.0
    speed = WORDS_A_SECOND if language == "en" else SIGNS_A_SECOND
    for key in ("lesson", "begin", "card incubator", "start"):
        with observed() as lines:
            player.waits()
        if isinstance(player.top, Brief):  # what is set large is read; small print and map are looked at
            large = [line for line in lines if line.role.size >= BODY.size and line.whole.x < player.kit.rect.centerx]
            seconds += sum(length(line.shown, language) for line in large) / speed
        player.clicks(key)
        seconds += PRESS + 2.0
    assert [step.action.policy for step in player.playing.session.branch.steps] == ["incubator"]
    assert seconds < 60, f"{seconds:.0f} seconds"


def test_ls_08_nobody_is_offered_a_hint_at_once() -> None:
    player = opened()
    player.waits(2)
    assert "hint" not in player.stops


def test_ls_08_who_does_nothing_is_offered_a_hint_and_opens_one_after_another(written: set[str]) -> None:
    player = opened()
    hints = [hint.en for hint in player.playing.session.level.hints]
    player.app.stack.top.hints.idle = IDLE  # type: ignore[attr-defined]
    player.waits(0.2)
    assert "hint" in player.stops
    assert not any(hint[:20] in line for line in written for hint in hints), "offered, not told"
    for hint in hints:
        written.clear()
        player.chooses("hint")
        assert any(line and hint.startswith(line) for line in written)
    assert "hint" not in player.stops, "the last one is the plainest"
    player.chooses("hint close")
    player.waits(0.2)
    assert "hint" not in player.stops


def test_ls_08_who_tried_twice_and_has_not_won_is_offered_a_hint_and_opening_it_is_written_down() -> None:
    for _ in range(2):
        progress.finished("birth", Outcome(ended=True, won=False, stars=0, reason="term"))
    player = opened()
    assert "hint" in player.stops
    assert player.playing.session.said == []
    player.chooses("hint")
    player.chooses("hint")
    said = replayed(player.playing.session).said
    assert [(one.question, one.kind) for one in said] == [("hint.1", "hint"), ("hint.2", "hint")]


def hinted(player: Player, *, times: int = 1) -> hints.Hints:
    """Open hints as somebody does who has long done nothing."""
    found: hints.Hints = player.app.stack.top.hints  # type: ignore[attr-defined]
    found.idle = IDLE
    player.waits(0.2)
    for _ in range(times):
        player.chooses("hint")
    return found


def test_a_hint_that_asks_to_look_goes_once_one_has_looked_and_the_next_one_is_plainer() -> None:
    player = opened()
    found = hinted(player)
    assert player.playing.session.level.hints[0].done == ("firms",)
    player.waits(0.2)
    assert found.step == 1, "it stays until it is followed"
    player.chooses("number trust")
    player.press("esc")
    player.waits(0.2)
    assert found.step == 1, "another number was not asked for"
    player.chooses("number firms")
    player.press("esc")
    player.waits(0.2)
    assert "hint close" not in player.stops
    assert "hint" not in player.stops, "whoever follows is left alone for a while"
    found.quiet_until, found.idle = 0, IDLE
    player.waits(0.2)
    player.chooses("hint")
    assert found.step == 2, "what was followed is not told again"


def test_a_hint_that_names_cards_goes_once_all_of_them_are_started() -> None:
    player = opened()
    found = hinted(player, times=3)
    for card in ("incubator", "missing_link"):
        player.playing.do(Enact(card, 0))
        player.waits(0.2)
        assert "hint close" in player.stops, "one card of it is still to be started"
    player.playing.advance()
    player.playing.do(Enact("tax_holiday", 0))
    player.waits(0.2)
    assert "hint close" not in player.stops
    assert found.step == 0
    assert found.over == {3}


def test_a_hint_that_names_nothing_goes_with_the_next_decision() -> None:
    player = opened("labour")
    hinted(player, times=2)
    assert player.playing.session.level.hints[1].done == ()
    player.waits(0.2)
    assert "hint close" in player.stops
    player.playing.do(Enact("training_centre", 0))
    player.waits(0.2)
    assert "hint close" not in player.stops


def test_ls_08_who_acts_is_left_alone() -> None:
    player = opened()
    player.playing.do(Enact("incubator", 0))
    player.app.stack.top.hints.idle = IDLE  # type: ignore[attr-defined]
    player.waits(0.2)
    assert "hint" not in player.stops


def test_ls_08_a_goal_that_slips_while_nothing_is_decided_brings_a_hint() -> None:
    player = opened("birth", 20)
    assert player.quarter >= PATIENCE
    player.waits()
    assert "hint" in player.stops
    now = player.quarter
    player.press("n")
    assert player.quarter == now + 1 or player.where == "EventSheet", "it never stands in the way"


def test_begin_answers_at_once_and_the_map_is_printed_pass_by_pass(
    written: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player.sits_down()
    player.app.stack.screens.append(Brief(level("birth"), player.app.preferences, player.app.stack.screens[0]))
    player.waits()
    passes: list[float] = []
    print_on = Plates.print_on
    monkeypatch.setattr(Plates, "print_on", lambda *given: (passes.append(0), print_on(*given))[1])
    player.press("enter")
    region = player.app.stack.top
    assert isinstance(region, Region)
    assert region.unfinished, "the screen is there before its map is"
    assert words("en")("map.printing") in written
    assert [spot.key for spot in player.spots if spot.key.startswith("firm ")], "and already answers"
    while region.unfinished:
        before = len(passes)
        player.waits()
        assert len(passes) == before + 1, "a frame prints one pass"
    written.clear()
    player.waits()
    assert words("en")("map.printing") not in written


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_ground_takes_as_many_passes_as_are_counted(theme: Theme) -> None:
    first = level("birth").map
    frame = Projection.of(first, (0, 0, 200, 120)).frame
    assert len(list(terrain.passes(first, frame, (200, 120), theme, 1))) == terrain.pass_count(theme)


@pytest.mark.parametrize("name", ["birth", "wenzhou", "trust"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_the_first_sentence_nor_a_hint_covers_a_town_or_its_name(
    name: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened(name, 0, (1280, 720), Preferences(language))
    region = player.app.stack.top
    assert isinstance(region, Region)
    region.hints.idle = IDLE + 1
    cards: list[pygame.Rect] = []
    placed = hints.clearing
    for module in (hints, slips):
        monkeypatch.setattr(module, "clearing", lambda *given: (cards.append(placed(*given)), cards[-1])[1])
    player.waits()
    towns = region.map.taken(player.kit, region.around.rooms(player.kit).free)
    assert len(cards) == 2
    for card in cards:
        assert card.collidelist(towns) < 0
    assert not cards[0].colliderect(cards[1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", [0, 1])
def test_a_hint_and_the_news_lie_side_by_side_at_any_size_of_text(
    language: Language, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened("wenzhou", 38, (1280, 720), Preferences(language, text=2.0))
    region = player.app.stack.top
    assert isinstance(region, Region)
    region.hints.step, region.hints.idle = step, IDLE
    cards: list[pygame.Rect] = []
    card = Pen.card
    monkeypatch.setattr(Pen, "card", lambda pen, rect, *more: (cards.append(rect.copy()), card(pen, rect, *more))[1])
    placed, places = hints.clearing, list[pygame.Rect]()
    monkeypatch.setattr(hints, "clearing", lambda *given: (places.append(placed(*given)), places[-1])[1])
    player.app.frame(0.016)
    assert region.hints.offered
    news = [one for one in cards if 0 < one.x < 40 and one.y < 420 and one != places[-1]]
    assert news
    assert places[-1].collidelist(news) < 0


def test_money_a_quarter_leaves_out_what_was_bought_once(written: set[str]) -> None:
    player = opened("birth")
    assert not any("a quarter" in line for line in written)
    player.playing.do(Enact("incubator", 0))
    before = float(player.playing.session.branch.region.state.treasury[0])
    player.playing.advance()
    came = float(player.playing.session.branch.region.state.treasury[0]) - before
    written.clear()
    player.waits()
    assert f"{player.playing.speaker.change('treasury', came)} a quarter" in written


def test_an_event_says_what_the_treasury_holds(written: set[str]) -> None:
    player = opened("birth", 3)
    player.app.stack.screens.append(EventSheet(player.playing, "fair_offer"))
    player.waits()
    held = player.playing.speaker.money(float(player.playing.session.branch.region.state.treasury[0]))
    assert any(line.startswith(f"The treasury holds {held}.") for line in written)


@pytest.mark.parametrize(("ends", "parts"), [((0, 50), 5), ((0, 40), 4), ((0, 1), 5), ((0, 60), 3), ((-0.1, 0.2), 3),
                                             ((-5, 5), 4)])  # fmt: skip
def test_the_chart_of_a_prediction_is_ruled_at_round_values(ends: tuple[float, float], parts: int) -> None:
    assert round_parts(*ends) == parts
