"""The question about a fall (CE-07): it is about the deepest one, and what the ladder shows is enough to answer it."""

from functools import cache

import pytest

from game.content import library
from game.content.language import Language
from game.content.words import words
from game.explain import prompts
from game.explain.comprehension import deepest, fall, understood
from game.explain.prompts import Prompt
from game.explain.speech import Speaker
from game.explain.why import Explainer
from game.plain import ladder
from game.session.recording import Said
from game.session.session import Session
from tests.session.playing import opened, replayed

LEVELS = ("labour", "sameness", "overcompetition", "lock_in", "window")
"""Levels on which jobs fall where nobody governs."""


@cache
def asked(name: str) -> tuple[Session, Prompt]:
    session = opened(name)
    while session.advance():
        pass
    prompt = fall(session, Explainer())
    assert prompt is not None
    return session, prompt


@pytest.mark.parametrize(
    ("series", "span"),
    [([3, 5, 4, 1, 2], (1, 3)), ([5, 4, 4, 4], (0, 1)), ([1, 2, 3], (0, 0)), ([7], (0, 0)), ([], (0, 0))],
)
def test_the_deepest_fall_is_found_and_the_shortest_of_those_as_deep(
    series: list[float], span: tuple[int, int]
) -> None:
    assert deepest(series) == span


def test_a_fall_that_took_longer_is_looked_at_for_two_years() -> None:
    since, at = deepest([float(100 - k) for k in range(40)])
    assert at - since == prompts.BACK


@pytest.mark.parametrize("name", LEVELS)
def test_the_question_is_about_the_deepest_fall_of_the_run(name: str) -> None:
    session, prompt = asked(name)
    reason = prompt.reason
    jobs = session.branch.region.history["employment"][:, 0]
    falls = [jobs[at] - jobs[since] for at in range(len(jobs)) for since in range(max(at - prompts.BACK, 0), at)]
    assert reason.moved == pytest.approx(min(falls))
    assert reason.moved < 0
    assert set(prompt.right) <= set(prompt.choices)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", LEVELS)
def test_whoever_reads_three_lines_and_knows_nothing_else_finds_both_causes_by_their_words(
    name: str, language: Language
) -> None:
    """A stand-in for a newcomer, and no more: that people do so within two minutes only people can show."""
    session, prompt = asked(name)
    speaker = Speaker(words(language), session.level, library.policies())
    read = ladder.causes(prompt.reason, speaker, 2)
    named = [cause for line in read for cause in prompt.choices if line.startswith(f"  {speaker.cause(cause)}")]
    assert sorted(named[:2]) == sorted(prompt.right), read


def test_answers_are_counted_with_the_time_they_took_and_outlive_the_recording() -> None:
    session, prompt = asked("lock_in")
    wrong = [cause for cause in prompt.choices if cause not in prompt.right]
    before = len(session.said)
    prompts.answer(session, prompt, [prompt.right[0], wrong[0]], 119.0)
    prompts.answer(session, prompt, list(prompt.right), 121.0)
    prompts.answer(session, prompt, wrong[:2], 10.0)
    prompts.answer(session, prompt, list(prompt.right))
    answers = replayed(session).said[before:]
    del session.said[before:]
    found = understood([*answers, Said(question="why.firms.0.8", answer="a", kind="explain", right=1.0)])
    assert (found.asked, found.named, found.in_time) == (4, 3, 1)
