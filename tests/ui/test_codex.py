"""The codex is read by pointer and keys: by theme, by typing, by words in the text; the way back is kept."""

import pygame
import pytest

from game.content import glossary, library
from game.content.citations import source_told
from game.content.language import Language
from game.content.words import words
from game.explain import theory
from game.session import notebook as notebooks
from game.ui.codex.pages import KINDS, groups
from game.ui.codex.trail import SHOWN
from game.ui.preferences import Preferences
from game.ui.screen import Push, Screen
from game.ui.screens.codex import Codex
from game.ui.screens.concept import Concept
from game.ui.screens.event import EventSheet
from tests.ui.player import Player, opened

ALL = [(kind, way[1]) for kind in KINDS for _, _, ways in groups(kind, words("en")) for way in ways]


def reading(screen: Screen, language: Language = "en", text: float = 1.0) -> Player:
    preferences = Preferences(language)
    preferences.text = text
    player = Player.sits_down(preferences=preferences)
    player.app._turn(Push(screen))
    player.waits()
    return player


def types(player: Player, text: str) -> None:
    for letter in text:
        player.happens(pygame.event.Event(pygame.TEXTINPUT, text=letter))


def page_of(player: Player) -> tuple[str, str]:
    assert isinstance(player.top, Codex)
    return player.top.kind, player.top.chosen[player.top.kind]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_draws_itself_and_no_two_spots_share_a_key(language: Language) -> None:
    player = reading(Codex(), language)
    for kind, id_ in ALL[language == "zh" :: 2]:
        player.app.stack.screens[-1] = Codex(kind, id_)
        player.waits()
        keys = [spot.key for spot in player.spots if spot.tab]
        assert len(keys) == len(set(keys)), (id_, keys)
    assert len(ALL) == (
        len(library.concepts()) + len(library.policies()) + len(theory.names())
        + len(library.tour()) + len(library.disputes())
    )  # fmt: skip


def test_one_theme_is_open_at_a_time() -> None:
    player = reading(Codex())
    entries = [spot.key for spot in player.spots if spot.key.startswith("entry ")]
    assert len(entries) < 20 < len(library.concepts())
    player.chooses("group time")
    assert "entry ideas lock_in" in player.stops
    assert "entry ideas agglomeration" not in player.stops
    player.chooses("entry ideas lock_in")
    assert page_of(player) == ("ideas", "lock_in")


def test_typing_finds_pages_of_every_kind_and_esc_clears_it_before_it_closes() -> None:
    player = reading(Codex())
    types(player, "trust")
    assert {"entry ideas trust", "entry ideas end_game"} <= set(player.stops)
    assert "entry ideas congestion" not in player.stops
    player.press("esc")
    assert player.where == "Codex"
    assert "group time" in player.stops
    player.clicks("search")
    types(player, "zzz")
    assert not [key for key in player.stops if key.startswith("entry ")]
    player.clicks("clear")
    player.press("esc")
    assert player.where == "Title"


def test_chinese_can_be_searched_for() -> None:
    player = reading(Codex(), "zh")
    types(player, "信任")
    player.chooses("entry ideas trust")
    assert page_of(player) == ("ideas", "trust")


def test_the_letter_that_opens_the_codex_is_no_search() -> None:
    player = opened()
    pressed = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_c, mod=0, unicode="c", scancode=0)
    player.happens(pressed, pygame.event.Event(pygame.TEXTINPUT, text="c"))
    assert isinstance(player.top, Codex)
    assert player.top.search.text == ""


def test_words_lead_on_and_esc_leads_back_one_page_at_a_time() -> None:
    player = reading(Codex("ideas", "second_flourishing"))
    player.chooses("word trust")
    player.clicks("ideas end_game")
    player.clicks("mechanisms trust")
    player.clicks("ideas opportunism")
    assert [key for key in player.stops if key.startswith("back ")] == [f"back {k}" for k in range(SHOWN, 0, -1)]
    player.press("esc")
    assert page_of(player) == ("mechanisms", "trust")
    player.clicks("back 2")
    assert page_of(player) == ("ideas", "trust")
    player.press("esc")
    assert page_of(player) == ("ideas", "second_flourishing")
    player.press("esc")
    assert player.where == "Title"


def test_a_card_opens_cards_and_closes_them_in_turn() -> None:
    player = reading(Concept("trust"))
    player.chooses("ideas end_game")
    player.chooses("ideas shake_out")
    assert player.where == "Concept"
    player.press("esc")
    assert isinstance(player.top, Concept) and player.top.concept.id == "end_game"
    player.press("esc")
    assert isinstance(player.top, Concept) and player.top.concept.id == "trust"
    player.press("esc")
    assert player.where == "Title"


def test_the_tour_visits_every_stop_and_comes_back() -> None:
    stops = [one.id for one in library.tour()]
    player = reading(Codex("paper", stops[0]))
    seen = [page_of(player)[1]]
    while "next_stop" in player.stops:
        player.clicks("next_stop")
        seen.append(page_of(player)[1])
    assert seen == stops
    player.clicks("last_stop")
    assert page_of(player)[1] == stops[-2]
    player.press("esc")
    assert player.where == "Title"


def test_the_tour_goes_in_the_papers_order_and_says_what_is_not_in_it() -> None:
    stops = library.tour()
    assert [stop.section for stop in stops] == sorted(stop.section for stop in stops)
    assert {stop.standing for stop in stops} == {"paper", "reconstructed", "disputed"}
    assert all(stop.note for stop in stops if stop.standing != "paper")


def test_the_tour_says_what_is_reconstructed() -> None:
    made = [stop for stop in library.tour() if stop.standing == "reconstructed"]
    assert [stop.section for stop in made] == [2]
    assert made[0].note and "figures 1 and 2" in made[0].note.en.lower() and "图1和图2" in made[0].note.zh
    assert "gravity" in made[0].concepts


def test_in_little_room_there_is_one_thing_at_a_time() -> None:
    player = reading(Codex(), text=2.0)
    assert "contents" not in player.stops
    player.chooses("entry ideas congestion")
    assert "entry ideas congestion" not in player.stops
    player.press("esc")
    assert "entry ideas congestion" in player.stops
    player.press("esc")
    assert player.where == "Title"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_words_of_brief_and_event_and_policy_can_be_opened(language: Language) -> None:
    player = opened("birth", 2, chosen=Preferences(language))
    event = player.playing.session.level.events[0]
    player.app.stack.take(Push(EventSheet(player.playing, event.id)))
    player.waits()
    expected = {f"word {mark.concept}" for mark in glossary.marks(event.text[language], language)}
    assert expected <= set(player.stops)


def test_an_idea_shows_what_the_player_has_done_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reading(Codex("ideas", "trust")).picture()
    assert reading(Codex("ideas", "trust")).picture() == before
    kept = notebooks.Notebook(concepts={"trust": notebooks.Entry(marks=notebooks.Marks(seen=True, used=True))})
    monkeypatch.setattr(notebooks, "load", lambda: (kept, None))
    assert reading(Codex("ideas", "trust")).picture() != before


def test_where_an_idea_comes_from_is_told_in_the_readers_language() -> None:
    for card in library.concepts().values():
        told = source_told(card.source, "zh")
        assert "section" not in told and "Chen" not in told and "paper" not in told, card.id
        assert source_told(card.source, "en") == card.source


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["paper", "disputes"])
def test_the_contents_are_written_whole(language: Language, kind: str, written: set[str]) -> None:
    player = reading(Codex(), language)
    written.clear()
    player.clicks(f"tab {kind}")
    player.waits()
    assert not [line for line in written if line.endswith("…")]
