"""Answers before and after and diagnoses are told in the debrief, of one run and of a class, never as one number."""

import pytest

from game.content import library
from game.content.words import LANGUAGES, words
from game.explain import checks, diagnosis, learned
from game.explain.class_findings import ClassFindings
from game.explain.gains import gains
from game.explain.speech import Speaker
from game.plain.class_talk import concepts
from game.session.session import Session
from tests.session.playing import opened


def answered(right: bool) -> Session:
    """Answer everything before and after, rightly or wrongly, and say once which phase it is."""
    session = opened()
    for occasion in ("before", "after"):
        for one in checks.check(session.level, occasion, session.seed):
            number = next(k for k, answer in enumerate(one.answers) if answer.right == right)
            checks.answer(session, one, number, occasion)
    diagnosis.diagnose(session, (1, 0, 0, 0, 0))
    return session


def speaker(language: str, session: Session) -> Speaker:
    return Speaker(words(language), session.level, session.cards)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_tells_its_answers_by_concept_and_its_diagnoses_with_a_score(language: str) -> None:
    session = answered(True)
    told = learned.lines(session, speaker(language, session))
    assert len(told) == len(gains(session.said, session.level)) + 1 > 1
    score = diagnosis.score(session)
    assert score is not None
    assert f"{score:.2f}" in told[-1]
    assert all("{" not in line for line in told)


def test_where_nothing_was_asked_nothing_is_said() -> None:
    session = opened()
    assert learned.lines(session, speaker("en", session)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_sees_the_shares_right_before_and_after_beside_each_concept(language: str) -> None:
    session = answered(True)
    said = [one for k in (True, False) for one in answered(k).said]
    marks = {id_: dict.fromkeys(("seen", "predicted", "used", "explained"), 0.5) for id_ in session.level.teaches}
    found = ClassFindings((), (), None, None, (0, None), marks, gains(said, session.level))
    page = concepts(found, speaker(language, session))
    assert words(language)("debrief.check_columns.before") in page  # type: ignore[arg-type]
    for one in found.checks:
        assert learned.share(one.after) in page
        assert library.concepts()[one.concept].name[language] in page  # type: ignore[index]
    without = concepts(ClassFindings((), (), None, None, (0, None), marks), speaker(language, session))
    assert words(language)("debrief.check_columns.before") not in without  # type: ignore[arg-type]
