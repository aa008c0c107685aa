"""The debrief in the window: three steps, what is computed beside it, an intention kept, a page saved."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.content.language import Language
from game.explain.findings import Findings, Regret, Skill
from game.explain.forecast import Estimate
from game.explain.luck_told import luck_rows
from game.explain.recap import recap
from game.explain.style import Government, evidence
from game.explain.tale import untried
from game.lab import company, debriefing, skill, turning, without
from game.plain import page
from game.session import progress, store
from game.session.album import Kept
from game.session.session import Session
from game.simulation.actions import Enact
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.charts.dots import Dots, Row
from game.ui.charts.table import ChartTable
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.resuming import resume
from game.ui.screens.brief import Brief
from game.ui.screens.ending import Ending
from game.ui.screens.prompt import PromptSheet
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.screens.why import Why
from game.ui.stack import Stack
from tests.lab.runs import played
from tests.session.playing import level, opened, replayed
from tests.ui.player import USUAL, Player


@pytest.fixture(scope="module")
def session() -> Session:
    return played()


@pytest.fixture(scope="module")
def found(session: Session) -> Findings:
    """Find out what a debrief shows, with few futures and a small company."""
    run = debriefing.Run.of(session)
    few = [company.play_many(run.level, run.cards, run.seed, name, 40) for name in ("nothing", "trainer", "random")]
    answers: list[tuple[str, Any]] = [
        ("play", skill.play(run.level, run.cards, run.seed, 8, name, run.branch.steps, run.end))
        for name in (skill.YOU, skill.NOBODY, skill.REFERENCE)
    ]
    answers += [("weigh", without.weigh(job)) for job in without.jobs(run.level, run.branch, run.end, 6)]
    now = [session.branch.snapshots[quarter] for quarter in turning.moments(run.branch, run.end)]
    answers += [("turning", (one.state.quarter, 0.9 - one.state.quarter / 50)) for one in now]
    answers.append(("regret", Regret(12, "costly", -0.2, 0.01, "")))
    return debriefing.merge(run, company.merge(run.level, few), answers)


def debriefed(
    session: Session, found: Findings | None = None, size: tuple[int, int] = USUAL, in_class: bool = False,
    language: Language = "en", text: float = 1.0,
) -> tuple[Player, Ending]:  # fmt: skip
    """Sit down before the debrief of a run; nobody computes, what was found is laid before it."""
    preferences = Preferences(language, text)
    title = Title(preferences)
    playing = Playing(session, preferences)
    region = Region(playing, title)
    ending = Ending(playing, region, in_class)
    ending.talk.found = found
    player = Player(App(Paper.of(size), preferences, Stack(title, region, ending)))
    player.waits()
    return player, ending


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("size", "text"), [((1280, 720), 1.0), ((1280, 720), 2.0), ((1920, 1080), 1.0)])
def test_every_step_is_drawn_with_a_way_on(
    session: Session, found: Findings, language: Language, size: tuple[int, int], text: float
) -> None:
    player, ending = debriefed(session, found, size, language=language, text=text)
    for step in ("facts", "causes", "next"):
        player.chooses(f"step {step}")
        assert ending.step == step
        inside = player.app.canvas.surface.get_rect()
        assert all(inside.contains(s.rect) for s in player.spots if s.key in ("play_again", "leave", "save_page"))


def test_causes_show_what_decisions_did_and_each_measure_can_be_chosen(session: Session, found: Findings) -> None:
    player, ending = debriefed(session, found)
    player.clicks("step causes")
    for key in ("decisions", "luck", "company firms", "company suppliers", "company variety"):
        assert player.spot(key).tip
    before = player.spot("decisions").tip
    player.clicks("measure differ")
    assert ending.talk.measure().number == "variety"
    assert player.spot("decisions").tip != before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_luck_and_skill_are_read_as_a_table_too(
    session: Session, found: Findings, language: Language, written: set[str]
) -> None:
    found = replace(found, skill=Skill(0.8, Estimate(0.7, 0.55, 0.85), 8, -0.05, 0.01))
    player, ending = debriefed(session, found, language=language)
    player.chooses("step causes")
    player.chooses("luck table")
    assert isinstance(player.top, ChartTable)
    rows = luck_rows(found, ending.playing.speaker)
    assert {cell for row in rows for cell in row[1:] if cell} <= written
    assert len(rows) == 9, "choices, dice, skill here and elsewhere, the dice's kindness, three verdicts, headings"
    assert [row[1] for row in rows[-3:]] == ["0", "0", "1"]
    player.press("esc")
    player.chooses("luck")
    written.clear()
    player.waits()
    assert player.kit.words("debrief.you") in written, "one's own run stands in the chart's table"


def test_in_a_class_no_step_is_skipped_but_each_may_be_shortened(session: Session, found: Findings) -> None:
    player, ending = debriefed(session, found, in_class=True)
    player.clicks("step next")
    assert ending.step == "facts"
    assert not any(spot.key in ("play_again", "leave") for spot in player.spots)
    player.clicks("shorter")
    assert ending.talk.short
    player.clicks("go_on")
    player.clicks("go_on")
    assert ending.step == "next"
    assert player.spot("play_again")


def test_an_intention_is_kept_and_stands_before_the_next_run(
    session: Session, found: Findings, written: set[str]
) -> None:
    player, ending = debriefed(session, found)
    player.clicks("step next")
    ending.talk.draft.type("help founders early")
    player.press("esc")
    assert progress.of("birth").intention == "help founders early"
    written.clear()
    player.app.stack.screens.append(Brief(level("birth"), player.app.preferences, player.app.stack.screens[0]))
    player.waits()
    assert any("help founders early" in line for line in written)


def test_the_last_turn_leads_back_to_its_quarter(session: Session, found: Findings) -> None:
    own = played()
    assert found.turning is not None
    assert found.turning.last is not None
    player, _ = debriefed(own, found)
    player.clicks("go to the turn")
    assert player.where == "Region"
    assert player.quarter == found.turning.last
    assert len(own.branches) == 2


def test_the_page_is_saved_and_the_window_says_where(session: Session, found: Findings, home: Path) -> None:
    player, ending = debriefed(session, found)
    player.clicks("save_page")
    (page,) = (home / "debriefs").iterdir()
    assert str(page) in ending.talk.trouble
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_where_nothing_can_be_written_it_says_so_and_goes_on(
    session: Session, found: Findings, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file stands where the folder should be")
    player, ending = debriefed(session, found)
    player.clicks("save_page")
    assert ending.talk.trouble
    assert player.where == "Ending"


def test_a_run_of_less_than_a_year_is_told_plainly(written: set[str]) -> None:
    player, _ = debriefed(played(quarters=2, plan=[]))
    assert player.where in ("Ending", "Region")


def test_what_has_come_stays_when_the_computing_is_stopped(session: Session) -> None:
    _, ending = debriefed(session)
    ending.talk.stop(None)
    assert ending.talk.trouble
    ending.talk.go_on()
    assert not ending.talk.stopped


def test_dots_say_what_they_show_and_are_a_table(session: Session) -> None:
    playing = Playing(session, Preferences("en"))
    dots = Dots("firms", (Row("others", (10.0, 20.0, 30.0)),), 25.0, "you")
    assert "1 of 3" in dots.describe(playing.speaker)
    assert dots.table(playing.speaker)[1] == ("you", "", "", "25", "", "")
    assert dots.table(playing.speaker)[2] == ("others", "10", "10", "20", "30", "30")


def test_why_jobs_fell_is_asked_after_the_facts_may_be_looked_up_and_is_answered_once(session: Session) -> None:
    fresh = replayed(session)
    player, _ = debriefed(fresh)
    player.chooses("why fell")
    sheet = player.top
    assert isinstance(sheet, PromptSheet)
    player.chooses("why")
    why = player.top
    assert isinstance(why, Why)
    assert (why.since, why.at) == (sheet.prompt.reason.since, sheet.prompt.reason.at)
    player.waits(30)
    player.press("esc")
    for cause in sheet.prompt.right:
        player.press(str(sheet.prompt.choices.index(cause) + 1))
    player.chooses("answer")
    said = fresh.said[-1]
    assert (said.kind, said.right) == ("fall", 1.0)
    assert said.seconds is not None
    assert 30 <= said.seconds < 40, "looking it up counts as time"
    player.chooses("go on")
    assert "why fell" not in player.stops


def test_the_best_run_before_is_laid_beside_this_one(session: Session, found: Findings) -> None:
    player, ending = debriefed(session, found)
    alone = player.spot("story").tip
    ending.talk.earlier = (Kept("x", 2, False, {"firms": 40.0}, course=(10.0, 200.0, 400.0)),)
    player.waits()
    assert player.spot("story").tip != alone
    player.chooses("story")
    assert isinstance(player.top, ChartTable)
    table = player.top.chart.table(ending.playing.speaker)
    assert any("400" in cell for row in table for cell in row)


def test_a_judged_decision_leads_to_its_evidence(session: Session, found: Findings) -> None:
    player, _ = debriefed(session, found)
    player.chooses("step causes")
    player.chooses("judged 12")
    why = player.top
    assert isinstance(why, Why)
    assert (why.since, why.at) == (12, 16)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whoever_comes_back_to_a_run_is_told_where_it_stands(language: Language, home: Path) -> None:
    session = played(quarters=9)
    preferences = Preferences(language)
    Playing(session, preferences).save("back")
    again = resume(store.path_of("back"), preferences)
    assert isinstance(again, Playing)
    lines = recap(session, again.speaker, again.explainer)
    assert len(lines) == 3
    assert [message.text for message in reversed(again.notices)] == lines
    assert again.speaker.date(9) in lines[0]
    assert recap(opened("birth"), again.speaker, again.explainer) == [], "nothing to come back to"


@pytest.fixture(scope="module")
def lost() -> Session:
    """Return a lesson played by one idea alone."""
    return played(seed=40, plan=[(0, Enact("incubator", 1, 1))])


@pytest.mark.parametrize(("language", "first", "then"), [("en", "Never started: Missing-link promotion", "treasury."),
                                                         ("zh", "一次没办过的卡：", "没花。")])  # fmt: skip
def test_a_lost_run_names_the_cards_nobody_started_and_the_money_left(
    lost: Session, language: Language, first: str, then: str
) -> None:
    player, _ = debriefed(lost, language=language)
    told = untried(lost, player.playing.speaker)
    assert told.endswith(then)
    assert "ncubator" not in told and "孵化器" not in told
    assert len(told.split(", " if language == "en" else "、")) == 5, "the five of six cards that were never started"
    assert first[:10] in told
    plain = "\n".join(page.ending(lost, player.playing.speaker))
    assert told in plain
    assert ". 任" not in plain


def test_from_a_lesson_that_was_won_one_press_leads_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    won = next(run for run in (played(seed=seed) for seed in range(40, 60)) if run.outcome().won)
    assert untried(won, Playing(won, Preferences("en")).speaker) == ""
    progress.over(won)
    player, _ = debriefed(won)
    player.chooses("step next")
    player.chooses("next_lesson")
    assert isinstance(player.top, Brief)
    assert player.top.level.id != "birth"
    player.press("esc")
    assert player.where == "Title"


def test_a_lesson_that_was_lost_offers_to_be_played_again_first(lost: Session) -> None:
    player, _ = debriefed(lost)
    player.chooses("step next")
    assert not any(spot.key == "next_lesson" for spot in player.spots)
    assert player.spot("play_again")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_shows_a_style_is_told_in_whole_sentences(language: Language, session: Session) -> None:
    speaker = Playing(session, Preferences(language)).speaker
    told = evidence(Government("spontaneous", 0.0, 0.0, (), 2, 1, 0), speaker)
    stop = speaker.words("debrief.stop")
    assert told.count(stop) == 2, told
    assert told.endswith(stop)
