"""What happened is told: every firm that came and went, every vote, event and decision, in both languages."""

from itertools import pairwise

import pytest

from game.content import library
from game.content.words import LANGUAGES, Words, words
from game.explain import story, tale
from game.explain.speech import Speaker, kind_of
from game.explain.story import Message
from game.explain.why import Explainer
from game.session.session import Session
from game.simulation.actions import Enact
from game.simulation.indicators import WATCHED
from tests.session.playing import level, opened, solved

BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def shoes() -> Session:
    return solved("wenzhou")


def speaker(language: str, name: str = "wenzhou") -> Speaker:
    """Speak with strict words: a missing word or value is an error."""
    plain = words(language)  # type: ignore[arg-type]
    strict = Words(plain.language, {id_: plain._texts[id_] for id_ in plain.ids}, strict=True)
    return Speaker(strict, level(name), library.policies())


@BOTH
def test_every_firm_that_came_or_went_is_told_once(shoes: Session, language: str) -> None:
    speak, history = speaker(language), shoes.branch.region.history
    for quarter in range(1, shoes.quarter + 1):
        told = story.messages(shoes, speak, quarter)
        came, went = history["entries"][quarter, 0], history["exits"][quarter, 0]
        assert sum(message.weight == "quiet" for message in told) == came + went
        assert sum(message.firm is not None for message in told) == came
        assert all(message.quarter == quarter and message.text for message in told)


def test_events_and_votes_are_told_loudly(shoes: Session) -> None:
    speak = speaker("en")
    loud = {q: [m.text for m in story.messages(shoes, speak, q) if m.weight == "loud"] for q in range(121)}
    assert "8 August 1987: the fire in Hangzhou" in loud[38]
    assert loud[0] == []
    for quarter, _, stayed in shoes.votes():
        assert any(("kept you" in text) == stayed and "council" in text for text in loud[quarter])


def test_nothing_is_told_of_a_quarter_that_has_not_come(shoes: Session) -> None:
    assert story.messages(shoes, speaker("en"), 121) == []


def test_the_loudest_are_kept_in_the_order_they_were_told() -> None:
    weights = ("quiet", "loud", "plain", "quiet", "loud")
    told = [Message(1, weight, str(k)) for k, weight in enumerate(weights)]
    assert [message.text for message in story.loudest(told, 3)] == ["1", "2", "4"]
    assert story.loudest(told, 9) == told
    assert story.loudest(told, 0) == []


@BOTH
def test_the_tale_of_a_run_names_its_phases_and_its_decisions(shoes: Session, language: str) -> None:
    speak = speaker(language)
    told = tale.tale(shoes, speak, Explainer())
    turns = tale.phases(shoes)
    assert turns[0][0] == 0
    assert len(turns) >= 2
    assert all(name in WATCHED for _, name in turns)
    assert all(first[1] != second[1] and first[0] < second[0] for first, second in pairwise(turns))
    text = "\n".join(told)
    assert all(speak.words(f"phase.{name}") in text for _, name in turns)
    done = tale.decisions(shoes, speak)
    assert [quarter for quarter, _ in done] == [step.quarter for step in shoes.branch.steps]
    assert all(text for _, text in done)


@BOTH
def test_what_was_started_twice_is_counted_so_that_the_names_add_up(language: str) -> None:
    session = opened()
    session.do(Enact("incubator", 0, 1))
    for _ in range(8):
        session.advance()
    session.do(Enact("incubator", 1, 1))
    session.do(Enact("tax_holiday", 0, 1))
    speak = speaker(language, "birth")
    told = tale.tale(session, speak, Explainer())[-1]
    assert "3" in told
    assert speak.words("story.times", name=speak.policy("incubator"), count=2) in told
    assert told.count(speak.policy("tax_holiday")) == 1
    assert speak.words("story.times", name=speak.policy("tax_holiday"), count=1) not in told


@BOTH
def test_a_run_in_which_nothing_was_done_says_so(language: str) -> None:
    session = opened()
    assert tale.tale(session, speaker(language, "birth"), Explainer()) == []
    for _ in range(5):
        session.advance()
    speak = speaker(language, "birth")
    assert tale.tale(session, speak, Explainer())[-1] == speak.words("story.nothing_done")
    assert tale.decisions(session, speak) == []


@pytest.mark.parametrize(
    ("style", "kind"), [(0.0, 0), (0.06, 0), (0.07, 1), (0.5, 4), (0.93, 7), (0.94, 0), (0.999, 0)]
)
def test_products_have_eight_kinds_round_the_circle(style: float, kind: int) -> None:
    assert kind_of(style) == kind


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (0.0, "0", "0"),
        (0.004, "4k", "4,000"),
        (-0.03, "−30k", "−3万"),
        (0.06, "60k", "6万"),
        (0.15, "150k", "15万"),
        (0.9996, "1.0M", "100万"),
        (1.25, "1.2M", "125万"),
    ],
)
def test_a_little_money_never_reads_as_nothing(value: float, english: str, chinese: str) -> None:
    assert speaker("en", "birth").money(value) == english
    assert speaker("zh", "birth").money(value) == chinese


@BOTH
def test_variety_above_a_hundred_percent_says_of_what_it_is_a_share(language: str) -> None:
    said = speaker(language)
    of_chance = said.words("unit.of_chance", value=said.value("variety", 1.08))
    assert said.told("variety", 1.08) == of_chance != said.value("variety", 1.08)
    assert said.told("variety", 0.5) == said.value("variety", 0.5)
    assert said.told("skill", 1.08) == said.value("skill", 1.08), "a level of skills may pass what is ordinary"
