"""The whole game can be played by typing, in both languages, and nothing that is typed can break it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import cli
from game.classroom import hand_in, pseudonym
from game.content import library
from game.content.plan import PlanStep
from game.content.words import LANGUAGES, words
from game.explain.speech import Speaker
from game.plain import page
from game.plain.terminal import Terminal, play
from game.session import outbox, saves, store
from game.session.recording import Recording
from game.simulation.indicators import MEASURED
from tests.commands.process import python
from tests.session.playing import level, opened, solved


def terminal(language: str = "en", name: str = "birth") -> Terminal:
    """Sit down at a terminal."""
    speakers = {lang: Speaker(words(lang), level(name), library.policies()) for lang in LANGUAGES}
    return Terminal(opened(name), speakers, language)


def typed(steps: tuple[PlanStep, ...], quarters: int) -> list[str]:
    """Write a plan as a person would type it."""
    lines = []
    for quarter in range(quarters):
        for step in steps:
            if step.quarter == quarter:
                what = f"{step.event} {step.choice}" if step.do == "answer" else f"{step.policy} {step.place or ''}"
                what += f" x{step.size}" if step.size else ""
                lines.append(f"{step.do} {what}")
        lines.append("next")
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_level_is_played_by_typing_its_solution(
    language: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    lines = typed(level().solution, 40)
    monkeypatch.setattr("sys.stdin", _Typed(lines))
    script = tmp_path / "told.txt"
    assert cli.main(["read", "birth", "--seed", "1", "--lang", language, "--transcript", str(script)]) == 0
    out = capsys.readouterr().out
    outcome = solved().outcome()
    say = words(language)  # type: ignore[arg-type]
    assert outcome.ended
    assert say("outcome.won" if outcome.won else "outcome.lost") in out
    assert level().title[language] in out  # type: ignore[index]
    assert say("refusal.unknown_place") not in out
    assert "> enact incubator willow" in script.read_text(encoding="utf-8")
    kept = saves.read(store.path_of(store.TERMINAL))
    assert isinstance(kept, Recording)
    assert kept == solved().record()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_named_as_a_cause_is_told_with_its_state_and_how_to_ask_for_it(language: str) -> None:
    desk = terminal(language)
    for line in ("enact trade_association", "next 6", "answer fair_offer stay", "next 6"):
        desk.answer(line)
    told = desk.answer("why trust 4")
    [line] = [one for one in told if one.strip().startswith("card trade_association ")]
    assert desk.speaker.policy("trade_association") in line
    assert words(language)("read.running", places="").strip() in line  # type: ignore[arg-type]
    assert desk.speaker.shifts(desk.session.cards["trade_association"]) in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finished_level_is_handed_in_where_the_window_hands_it_in_and_an_unfinished_one_is_not(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    desk, say = terminal(language), words(language)  # type: ignore[arg-type]
    desk.name = pseudonym.name(7, language)  # type: ignore[arg-type]
    assert desk.answer("hand in") == [say("class.not_over")]
    assert not (tmp_path / "hand_ins").exists()
    desk.answer("enact incubator willow")
    while not desk.session.outcome().ended:
        told = desk.answer("next 40")
    assert say("class.how_to_hand_in") in told
    lines = desk.answer("hand in")
    [made] = (tmp_path / "hand_ins").glob("*.json")
    assert say("class.handed_in", path=made) in lines
    assert any(desk.name in line for line in lines), "told under which name"
    assert made == outbox.path_for(desk.session), "the window writes there too"
    found = hand_in.verify(made)
    assert found.mark == "good"
    assert found.recording is not None
    assert found.recording.player == desk.name


def test_where_nothing_can_be_written_handing_in_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(store.HOME, str(tmp_path / "file"))
    desk = terminal()
    while not desk.session.outcome().ended:
        desk.session.advance()
    [line] = desk.answer("hand in")
    assert str(tmp_path / "file") in line
    assert words("en")("class.handed_in", path="") not in line


class _Typed:
    """What was piped in."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = iter([*(line + "\n" for line in lines), ""])

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        return next(self._lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_answers_in_the_players_language(language: str) -> None:
    desk = terminal(language)
    for line in (
        "show", "desk", "goals", "places", "card incubator", "enact incubator willow",
        "adjust incubator willow x2", "next 3",
        "answer", "answer fair_offer go", "next 6", "why firms", "why treasury 5", "hint", "hint 2",
        "repeal incubator willow",
        "undo", "rewind 4", "help", f"lang {language}",
    ):  # fmt: skip
        said = desk.answer(line)
        assert said, line
        text = "\n".join(said)
        assert not any(
            f"{block}." in text for block in ("read", "refusal", "cause", "story", "goal", "number", "outcome")
        )
    assert desk.session.quarter == 4


def test_the_language_can_be_changed_while_playing() -> None:
    desk = terminal("en")
    assert level().title.zh in desk.answer("lang zh")[0]
    assert level().title.en in desk.answer("lang en")[0]
    desk.answer("lang fr")
    assert desk.language == "en"


def test_a_place_is_found_by_id_name_and_number() -> None:
    for place in ("kiln", "KILN", "Old Kiln", "老窑镇", "2"):
        desk = terminal()
        desk.answer(f"enact incubator {place} x2")
        [step] = desk.session.branch.steps
        assert (step.action.site, step.action.size) == (1, 2)  # type: ignore[union-attr]


def test_a_programme_of_a_place_needs_one_that_exists() -> None:
    desk = terminal()
    assert desk.answer("enact incubator")[0] == words("en")("refusal.place_needed")
    assert desk.answer("enact incubator atlantis")[0] == words("en")("refusal.unknown_place")
    assert desk.session.branch.steps == []
    desk.answer("enact incubator willow")
    assert desk.answer("repeal incubator atlantis")[0] == words("en")("refusal.unknown_place")
    assert len(desk.session.branch.steps) == 1


def test_the_game_stops_when_an_event_waits_for_an_answer() -> None:
    desk = terminal()
    said = "\n".join(desk.answer("next 20"))
    assert desk.session.quarter == 3
    assert "answer fair_offer go" in said
    assert "answer fair_offer stay" in said


@pytest.mark.parametrize("name", ["birth", "wenzhou"])
def test_every_answer_says_what_it_moves_and_for_how_long(name: str) -> None:
    for language in LANGUAGES:
        desk = terminal(language, name)
        for event in level(name).events:
            said = "\n".join(page.event(desk.session, desk.speaker, event.id))
            for shift in (shift for choice in event.choices for shift in choice.shifts):
                assert words(language)(f"lever.{shift.lever}") in said
                assert str(shift.for_) in said


def test_reasons_add_up_on_the_page() -> None:
    desk = terminal()
    desk.answer("next 3")
    desk.answer("next 9")
    for number in MEASURED:
        said = desk.answer(f"why {number} 4")
        assert any(words("en")("story.adds_up") in line for line in said)
        assert f"number.{number}" not in said[0]


def test_a_run_is_saved_where_one_asks(tmp_path: Path) -> None:
    desk = terminal()
    desk.answer("enact incubator willow")
    desk.answer(f"save {tmp_path / 'mine.json'}")
    assert saves.read(tmp_path / "mine.json") == desk.session.record()
    for place in (".", "/", "\0", str(tmp_path)):
        assert "Cannot write" in desk.answer(f"save {place}")[0]


EVERY = [pytest.param(name, marks=() if name in ("birth", "taranto", "sandbox") else pytest.mark.long)
         for name in library.names_of_levels()]  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_a_level_can_be_opened_and_run_to_its_end_by_typing_next(name: str) -> None:
    desk = terminal("zh", name)
    desk.opening()
    for _ in range(200):
        desk.answer("next 400")
        if desk.session.outcome().ended:
            break
    assert desk.session.outcome().ended
    assert words("zh")("outcome.lost") in "\n".join(page.ending(desk.session, desk.speaker)) or name != "birth"


def test_quitting_ends_the_play_and_nothing_after_it_is_read() -> None:
    desk = terminal()
    play(desk, ["next", "quit", "next"], lambda _: None)
    assert desk.session.quarter == 1


PIECES = st.sampled_from([
    "next", "n", "show", "desk", "enact", "adjust", "repeal", "answer", "why", "undo", "rewind", "card",
    "hint", "lang", "goals",
    "incubator", "missing_link", "willow", "2", "0", "-1", "x2", "x²", "³", "½", "9" * 30, "٣", "fair_offer",
    "go", "firms", "zh", "en",
    "{}", "%s", "\0", "‮", "温州", "NEXT", "--lang", "1e9", "nan",
])  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.one_of(PIECES, PIECES, st.text(max_size=8)), max_size=4).map(" ".join), max_size=25))
def test_nonsense_is_answered_and_never_breaks_the_game(lines: list[str]) -> None:
    desk = terminal()
    told: list[str] = []
    play(desk, [line for line in lines if not line.strip().casefold().startswith(("save", "q"))], told.append)
    assert all(isinstance(text, str) for text in told)
    assert 0 <= desk.session.quarter <= 40


def test_odd_characters_may_be_piped_in(tmp_path: Path) -> None:
    typed = b"\xff\xfe\nnext\n\x00\nwhy\n".decode("latin-1")
    said = python("read", "birth", "--lang", "en", typed=typed, SECOND_FLOURISHING_HOME=str(tmp_path))
    assert said.returncode == 0
    assert "1998 Q2" in said.stdout
    assert said.stderr == ""


def test_a_folder_that_cannot_be_written_does_not_end_the_game(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = python("read", "birth", "--lang", "en", typed="next\n", SECOND_FLOURISHING_HOME=str(tmp_path / "file"))
    assert said.returncode == 0
    assert "Cannot write" in said.stderr
    assert "Traceback" not in said.stderr


def answers(*lines: str) -> list[str]:
    """Type some commands one after another."""
    here = terminal()
    return [text for line in lines for text in here.answer(line)]


def test_the_ladder_of_why_is_told_in_lines() -> None:
    said = answers("next 6", "why mean_margin 4", "around trust", "stocks 4", "map", "firms")
    text = "\n".join(said)
    for expected in ("They add up", "That it happens", "The higher", "Firms, in three quarters", "of the model"):
        assert expected in text, expected


def test_why_is_asked_of_a_place_and_of_a_firm_and_what_is_not_there_is_said() -> None:
    text = "\n".join(answers("next 6", "why employment 4 at willow", "why firms at nowhere", "why firms of 1",
                             "why mean_margin of 9999", "around happiness", "whatif", "stocks"))  # fmt: skip
    for expected in ("Jobs in Willow Market", "1. willow", "9999", "You have decided nothing yet"):
        assert expected in text, expected


def test_what_if_is_told_and_the_line_is_kept() -> None:
    text = "\n".join(answers("enact trade_association", "next 6", "whatif", "whatif 1", "whatif 1 earlier"))
    assert "1. " in text
    assert text.count("rather than") == 12


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("en", ("2.5M now", "works fully after 7", "Help for founders")),
        ("zh", ("先付250万，每季", "7个季度后", "帮助创业")),
    ],
)
def test_a_card_tells_its_price_its_pace_and_what_it_shifts(language: str, pieces: tuple[str, ...]) -> None:
    told = "\n".join(terminal(language).answer("card incubator"))
    assert [piece for piece in pieces if piece not in told] == []


def test_what_was_done_names_only_what_it_took() -> None:
    at = terminal()
    at.answer("next 3")
    assert at.answer("answer fair_offer go")[0] == "Done: 1.0M now."
    assert at.answer("enact incubator willow") == ["Done: 2.5M now, 200k a quarter, attention 1."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command(language: str) -> None:
    at = terminal(language)
    told = " ".join(at.answer("help"))
    assert [name for name in at._commands() if name not in told and name not in ("n", "q")] == []
