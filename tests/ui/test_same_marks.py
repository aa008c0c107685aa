"""Window or terminal, English or Chinese, large text, a reader, hints: the same done is marked the same (GR-06)."""

from functools import cache

import pytest

from game.content import library
from game.content.grading import Grading
from game.content.words import LANGUAGES, words
from game.explain.evidence import Evidence, gather
from game.explain.forecast import Estimate
from game.explain.grading import Graded, Run, of_class
from game.explain.speech import Speaker
from game.plain.terminal import Terminal
from game.session.session import Session
from game.ui.preferences import Preferences
from game.ui.screens.question import Questions
from tests.session.playing import level
from tests.ui.player import Player, opened

INDEX = Estimate(0.6, 0.5, 0.7)
"""What lab says of the decisions: a function of level, seed and steps, and the steps are compared below."""


def marked(session: Session) -> Graded:
    run = Run("Calm Otter", "a.json", session, gather(session))
    return of_class([run], [INDEX], {}, Grading())[0]


def typed(language: str, *extra: str) -> Session:
    """Play in the terminal; what is typed beside the run is typed in its third year."""
    here, cards = level("birth"), library.policies()
    speakers: dict[str, Speaker] = {name: Speaker(words(name), here, cards) for name in LANGUAGES}
    game = Terminal(Session.open(here, cards, 1), speakers, language)
    for line in ("check before", *["pick a"] * 3, "enact incubator kiln"):
        game.answer(line)
    while not game.session.outcome().ended:
        if game.session.quarter == 8 and not game.session.predictions:
            for line in ("predict firms rise", *extra):
                game.answer(line)
        for event in game.session.pending():
            first = next(one for one in here.events if one.id == event).choices[0].id
            game.answer(f"answer {event} {first}")
        game.answer("next")
    for line in ("check after", *["pick b"] * 4):
        game.answer(line)
    return game.session


def pressed(chosen: Preferences) -> Session:
    """Play at the window, by keys and by mouse."""
    player = opened("birth", 0, (1920, 1080), chosen)
    player.clicks("questions before")
    _answers(player, 3, "a")
    player.press("esc")
    if all(spot.key != "card incubator" for spot in player.spots):
        player.clicks("desk")  # with large text the desk is a drawer
    player.clicks("card incubator")
    player.clicks("start")
    session = player.playing.session
    while not session.outcome().ended:
        if session.quarter == 8 and not session.predictions:
            _predicts(player)
        player.press("1" if player.where == "EventSheet" else "n" if player.where == "Region" else "esc")
    while player.where != "Region":
        player.press("esc")
    player.clicks("questions after")
    _answers(player, 4, "b")
    return session


def _answers(player: Player, questions: int, letter: str) -> None:
    """Answer by keys; with large text the first Enter brings the button into view, the second presses it."""
    asking = player.top
    assert isinstance(asking, Questions)
    for number in range(questions):
        player.press(letter, "enter")
        if asking.at == number:
            player.press("enter")


def _predicts(player: Player) -> None:
    player.press("p")
    player.clicks("tab shape rise")
    player.clicks("seal")


@cache
def plainly() -> Session:
    """Play in English in the terminal, without any help."""
    return typed("en")


def judged(session: Session) -> list[Evidence]:
    return [one for one in gather(session) if one.kind not in ("before", "after")]


@pytest.mark.parametrize(
    "chosen",
    [Preferences("zh"), Preferences("en", 2.0, "contrast"), Preferences("en", 1.0, "night", voice=True)],
    ids=["Chinese", "large and in contrast", "with a reader"],
)
def test_window_and_terminal_are_marked_alike(chosen: Preferences) -> None:
    mine, plain = pressed(chosen), plainly()
    assert mine.record().actions == plain.record().actions
    assert judged(mine) == judged(plain)
    assert (marked(mine).total, marked(mine).parts, marked(mine).rubric) == (
        marked(plain).total, marked(plain).parts, marked(plain).rubric)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_hints_reasons_and_advice_take_nothing_and_give_nothing(language: str) -> None:
    helped = typed(language, "hint", "hint", "hint", "why firms", "advisers", "codex")
    assert any(said.kind == "hint" for said in helped.said), "a hint was opened, and is written down"
    assert marked(helped).total == marked(plainly()).total
    assert marked(helped).rubric == marked(plainly()).rubric


def test_the_marks_do_follow_what_is_done() -> None:
    """Else the tests above could not fail."""
    plain = plainly()
    without = Session.replay(plain.level, plain.cards, plain.record().model_copy(update={"answers": ()}))
    assert marked(without).total != marked(plain).total
