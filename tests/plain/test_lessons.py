"""Everything about learning can be typed, and what cannot be understood is told kindly."""

from pathlib import Path

import pytest

from game.content import library
from game.content.level_teaching import Statistics
from game.content.words import LANGUAGES, words
from game.explain import checks
from game.explain.speech import Speaker
from game.plain import page
from game.plain.terminal import Terminal
from game.session import notebook, progress, store
from game.session.session import Session
from tests.session.playing import level, solved


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path / "home"))


def terminal(language: str = "en", statistics: Statistics | None = None, name: str = "birth") -> Terminal:
    here = level(name).model_copy(update={"statistics": statistics})
    cards = library.policies()
    speakers: dict[str, Speaker] = {name: Speaker(words(name), here, cards) for name in LANGUAGES}
    return Terminal(Session.open(here, cards, 1), speakers, language)


def typed(game: Terminal, *lines: str) -> list[str]:
    return [text for line in lines for text in game.answer(line)]


def to_quarter(game: Terminal, quarter: int) -> list[str]:
    told: list[str] = []
    first = {event.id: event.choices[0].id for event in game.session.level.events if event.choices}
    while game.session.quarter < quarter and not game.session.outcome().ended:
        for event in game.session.pending():
            told += game.answer(f"answer {event} {first[event]}")
        told += game.answer("next")
    return told


def test_the_level_asks_and_time_waits_for_the_line() -> None:
    game = terminal()
    to_quarter(game, 4)
    told = typed(game, "next 30")
    assert game.session.quarter == 8
    assert any("predict firms" in line for line in told)


@pytest.mark.parametrize("line", ["predict firms rise", "predict firms peak 3", "predict firms 4 5 6 7 8 9"])
def test_a_line_is_sealed_by_a_shape_or_by_numbers_and_never_twice(line: str) -> None:
    game = terminal()
    to_quarter(game, 8)
    assert typed(game, line)[0].startswith("Sealed")
    assert "sealed this quarter already" in typed(game, "predict firms fall")[0]
    assert len(game.session.predictions) == 1
    assert "will be opened" in typed(game, "predictions")[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("predict", "Shapes"), ("predict firms", "Shapes"), ("predict firms up", "Shapes"),
        ("predict nobody rise", "no number called"), ("predict firms 1 2 3", "needs 6 values"),
        ("predict firms 4 5 6 7 8 900", "lies outside"), ("predict firms 4 5 6 7 8 nan", "lies outside"),
        ("predict firms 4 5 6 7 8 1e999", "lies outside"), ("explain 1 2", "nothing to explain"),
        ("diagnose", "Phases"), ("diagnose boom", "Phases"), ("diagnose 1 2 3", "Phases"),
        ("diagnose 1 2 3 4 " + "9" * 6000, "Phases"), ("pick a", "No question"), ("skip", "No question"),
        ("advisers", "Treasury"), ("predictions", "No predictions"), ("diagnoses", "not said yet"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_changes_nothing(line: str, told: str) -> None:
    game = terminal()
    to_quarter(game, 8)
    before = game.session.record()
    assert any(told in text for text in typed(game, line))
    assert game.session.record() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_answered_by_letters_and_tell_why_only_after_play(language: str) -> None:
    game = terminal(language)
    say = words(language)  # type: ignore[arg-type]
    told = typed(game, "check before", "pick a", "pick z", "skip", "pick c")
    assert say("learn.check.noted") in told
    assert say("learn.read.letters", letters="a b c") in told
    assert say("learn.check.before_done") in told
    assert [said.kind for said in game.session.said] == ["before", "before"]
    to_quarter(game, 40)
    told = typed(game, "check after", "pick a", "pick a", "pick a", "pick a")
    reasons = [answer.why[language] for one in game.lessons.asking.items for answer in one.answers if answer.why]  # type: ignore[index]
    assert sum(any(why in line for line in told) for why in reasons) >= 4
    assert any("1 / 1" in line or "0 / 1" in line or "/ 2" in line for line in told)


def test_a_prompt_comes_at_a_turn_of_phase_and_is_answered_by_two_numbers() -> None:
    game = terminal(name="chain")
    told = to_quarter(game, 40)
    assert any("explain 1 4" in line for line in told)
    answer = typed(game, "explain 1 2")
    assert answer[0].startswith("The two largest were")
    assert [said.kind for said in game.session.said] == ["explain"]
    assert "nothing to explain" in typed(game, "explain 1 2")[0]


def test_a_diagnosis_is_compared_when_the_level_is_over() -> None:
    game = terminal()
    to_quarter(game, 8)
    typed(game, "diagnose formative")
    assert not any("measured" in line for line in typed(game, "diagnoses"))
    to_quarter(game, 40)
    assert any("measured" in line for line in typed(game, "diagnoses"))


def test_marks_are_told_kept_and_copied(tmp_path: Path) -> None:
    game = terminal()
    to_quarter(game, 8)
    assert any("Entry: met" in line for line in typed(game, f"marks {tmp_path / 'copy.json'}"))
    assert (tmp_path / "copy.json").read_bytes() == notebook.path().read_bytes()
    assert any("Entry" in line for line in typed(game, f"marks {tmp_path / 'copy.json' / 'below'}"))


def test_rough_figures_are_said_to_be_estimates() -> None:
    game = terminal(statistics=Statistics(lag=2, noise=0.1))
    to_quarter(game, 8)
    assert any("Estimates as of 1999 Q3" in line for line in typed(game, "show"))
    assert not any("Estimates" in line for line in typed(terminal(), "show"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_told_whole_beside_the_run_and_nothing_of_the_run_changes(language: str) -> None:
    game = terminal(language)
    told = typed(game, "example whole")
    notes = [step.note[game.language] for step in level().solution if step.note]
    assert [line.strip() for line in told if line.strip() in notes] == notes
    kind = "won" if solved().outcome().won else "lost"
    assert told[-1] == words(game.language)(f"watch.{kind}")
    assert (game.session.quarter, game.session.branch.steps) == (0, [])
    assert progress.of("birth") == progress.Record(followed="whole")
    assert words(game.language)("watch.due.part") in typed(game, "example")


def test_an_example_is_finished_by_typing_and_does_not_count_as_won() -> None:
    game = terminal()
    told = typed(game, "example part")
    assert (game.session.quarter, game.session.worked) == (12, 12)
    assert any("it is yours. The example has 2 more steps" in line for line in told)
    assert typed(game, "example part") == [words("en")("watch.at_the_beginning")]
    typed(game, "rewind 0")
    assert game.session.worked == 12, "what was seen was seen"
    to_quarter(game, 100)
    assert game.session.outcome().ended
    assert any("Up to" in line and "worked example" in line for line in page.ending(game.session, game.speaker))
    assert progress.of("birth") == progress.Record(followed="part")


def test_a_run_of_ones_own_counts_in_the_terminal_as_in_the_window() -> None:
    game = terminal()
    to_quarter(game, 100)
    typed(game, "next", "next 5")
    assert (progress.of("birth").plays, progress.of("birth").followed) == (1, "")


@pytest.mark.parametrize(("letters", "offered"), [("wrong", True), ("right", False)])
def test_an_example_is_offered_first_where_the_answers_before_play_call_for_it(letters: str, offered: bool) -> None:
    game = terminal()
    typed(game, "check before")
    told: list[str] = []
    for one in checks.check(level(), "before", 1):
        shown = checks.order(one, 1)
        picked = next(k for k, number in enumerate(shown) if one.answers[number].right == (letters == "right"))
        told = typed(game, f"pick {'abcd'[picked]}")
    assert any("example whole" in line for line in told) == offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_jobs_fell_is_asked_looked_up_and_answered_by_typing(language: str) -> None:
    game = terminal(language)
    assert typed(game, "check fall") == [words(game.language)("learn.no_fall")]
    to_quarter(game, 100)
    told = typed(game, "check fall")
    prompt = game.lessons.prompt
    assert prompt is not None
    looked_up = told[-1].partition("why ")[2]
    assert looked_up == f"employment {prompt.reason.at - prompt.reason.since} until {prompt.reason.at}"
    largest = game.speaker.contribution(prompt.reason, prompt.reason.contributions[0])
    assert largest in " ".join(typed(game, f"why {looked_up}"))
    right = [prompt.choices.index(cause) + 1 for cause in prompt.right]
    typed(game, f"explain {right[0]} {right[1]}")
    assert [(said.kind, said.right, said.seconds) for said in game.session.said] == [("fall", 1.0, None)]


def test_a_hint_that_was_read_is_written_down_once() -> None:
    game = terminal()
    typed(game, "hint", "hint", "hint 2")
    assert [said.question for said in game.session.said] == ["hint.1", "hint.2"]
