"""A run is compared with the company on the day the company is read, and not before."""

from types import SimpleNamespace
from typing import Any

import pytest

from game.content.words import LANGUAGES, words
from game.explain.company_told import company_lines, comparable
from game.explain.speech import Speaker
from game.explain.stars import compared
from tests.session.playing import opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_that_stopped_early_is_not_compared(language: str) -> None:
    session = opened("birth")
    speaker = Speaker(words(language), session.level, session.cards)  # type: ignore[arg-type]
    read = compared(session.level)
    company: Any = SimpleNamespace(values=[[0.0, 1.0] for _ in read], strategies=("nothing", "random"))
    stopped = company_lines(session, company, speaker)
    assert all(speaker.date(0) in line for line in stopped)
    while session.quarter < session.level.quarters:
        session.advance()
    whole = company_lines(session, company, speaker)
    for (number, at, _), line, before in zip(read, whole, stopped, strict=True):
        own = comparable(session, number, at)
        assert own is not None
        assert speaker.value(number, own) in line
        assert line != before
