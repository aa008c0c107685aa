"""First tried, then told (LS-04): whoever begins mostly fails, may try again at once, and only then hears the idea."""

import time

import pytest

from game.content import library, proof_note
from game.content.words import LANGUAGES, words
from game.explain import taught
from game.explain.speech import Speaker
from game.lab.strategies import HEURISTICS, STRATEGIES
from game.plain.terminal import Terminal
from game.session.session import Session
from game.ui.preferences import Preferences
from game.ui.screens.ending import Ending
from game.ui.screens.region import Region
from tests.session.playing import level
from tests.ui.player import Player, opened

CHAPTERS = ("lesson", "history", "contrast")
MOST = 0.3
NAIVE = ("little_of_everything", "phase_reader", "patient_trust_builder", "early_opener", "builder", "trainer")
"""Who stands for a first attempt: each has one plain idea, keeps it to the end, and knows nothing of this level.

Notes keep the share they win together. Doing nothing is no attempt, cards by lot no idea, and the solution is known.
"""


@pytest.mark.parametrize("kind", CHAPTERS)
def test_the_first_level_of_each_chapter_is_mostly_failed_at_first(kind: str) -> None:
    first = next(path for path in library.level_files() if level(path.stem).kind == kind)
    note = proof_note.read(first)
    assert note is not None, "it was proven"
    assert note.beginner < MOST
    assert note.nothing < MOST
    assert note.solution > 0.5, "failable, and not hopeless"


def test_so_is_every_other_level_and_the_notes_speak_of_plain_ideas() -> None:
    assert HEURISTICS == NAIVE
    assert set(NAIVE) <= set(STRATEGIES)
    notes = {path.stem: proof_note.read(path) for path in library.level_files()}
    too_easy = {name: note.beginner for name, note in notes.items() if note is not None and note.beginner >= MOST}
    assert not too_easy


def at_the_end(language: str = "en") -> Player:
    player = opened("birth", 40, chosen=Preferences(language))  # type: ignore[arg-type]
    for _ in range(40):
        if player.where == "Ending":
            return player
        player.press("esc" if player.where != "Region" else "n")
    raise AssertionError(player.where)


def test_another_attempt_is_ready_in_less_than_three_seconds() -> None:
    player = at_the_end()
    player.clicks("step next")
    begun = time.process_time()
    player.clicks("play_again")
    while not isinstance(player.top, Region):
        player.waits()
    assert time.process_time() - begun < 3.0
    assert player.quarter == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_idea_is_named_before_and_told_after_the_attempt_and_opens(language: str, written: set[str]) -> None:
    say, ideas = words(language), taught.taught(level("birth"))
    assert ideas
    written.clear()
    player = Player.sits_down(preferences=Preferences(language))
    player.chooses("levels")
    player.chooses("level birth")
    before = "".join(written)
    assert all(one.name[language] in before for one in ideas), "it is named"
    assert say("debrief.taught") not in before
    assert not any(one.what[language][:12] in before for one in ideas)
    player.chooses(f"concept {ideas[0].id}")
    assert player.where == "Concept", "whoever asks is told at once"

    written.clear()
    player = at_the_end(language)
    assert isinstance(player.top, Ending)
    player.clicks("step next")
    told = "".join(written)
    assert say("debrief.taught") in told
    assert all(one.what[language][:12] in told for one in ideas)
    player.clicks(f"idea {ideas[0].id}")
    assert player.where == "Concept"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_tells_it_at_the_end_too(language: str) -> None:
    here, cards = level("birth"), library.policies()
    speakers = {name: Speaker(words(name), here, cards) for name in LANGUAGES}
    game = Terminal(Session.open(here, cards, 1), speakers, language)  # type: ignore[arg-type]
    idea = taught.taught(here)[0].what[language]
    before, lines = list[str](), list[str]()
    while not game.session.outcome().ended:
        before += lines
        for event in game.session.pending():
            game.answer(f"answer {event} {next(one for one in here.events if one.id == event).choices[0].id}")
        lines = game.answer("next")
    assert any(idea in line for line in lines)
    assert not any(idea in line for line in before)
