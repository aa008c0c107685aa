"""Learning checks: which questions are asked when, and what the answers show.

Theory: questions afterwards teach more than before (Latimier 2019), and with reasons more than with right or wrong
(Van der Kleij 2015). The two forms of a pair ask the same thing in other words.
Boundary: three answers show little about one person; they are shown for each concept and never as one number.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from game.content import library
from game.content.level import Level
from game.content.question import FormName, Item, QuestionPair, item, items, own_items
from game.session.recording import Said
from game.session.session import Session
from game.simulation.dice import seeds_for

ASKED, ENOUGH = 3, 2
"""Questions of a check, and how many right ones show that an idea is known already."""

Occasion = Literal["before", "after", "again", "known"]


def form_of(seed: int, occasion: Occasion) -> FormName:
    """Return which form is asked when: the other one afterwards; which is first turns with the dice."""
    first = seed % 2 == 0
    return "a" if first == (occasion in ("before", "again")) else "b"


def chosen_pairs(level: Level, bank: Mapping[str, QuestionPair], seed: int, most: int = ASKED) -> list[QuestionPair]:
    """Choose pairs on what a level teaches, each concept in its turn."""
    fitting = [pair for pair in bank.values() if pair.kind != "transfer" and set(pair.concepts) & set(level.teaches)]
    fitting = _turned(fitting, seed)
    picked: list[QuestionPair] = []
    for concept in list(level.teaches) * most:
        one = next((pair for pair in fitting if concept in pair.concepts and pair not in picked), None)
        if one is not None and len(picked) < most:
            picked.append(one)
    return picked


def check(level: Level, occasion: Occasion, seed: int) -> list[Item]:
    """Return the questions of an occasion: before, after (with one from another trade), or to show one knows."""
    bank = library.questions()
    form = form_of(seed, occasion)
    chosen = chosen_pairs(level, bank, seed)
    if occasion == "before":
        return [item(pair, form) for pair in chosen] + own_items(level, "before")
    met = {*level.teaches, *level.meets}
    transfer = [pair for pair in bank.values() if pair.kind == "transfer" and met & set(pair.concepts)]
    transfer = _turned(transfer, seed)
    if occasion == "known":
        rest = [pair for pair in chosen_pairs(level, bank, seed, 3 * ASKED) if pair not in chosen]
        return [item(pair, form) for pair in [*transfer[:1], *rest, *chosen][:ASKED]]
    return [item(pair, form) for pair in [*chosen, *transfer[:1]]] + own_items(level, "after")


def again(concept: str, seed: int) -> Item | None:
    """Return one question about an old concept."""
    fitting = [pair for pair in library.questions().values() if concept in pair.concepts]
    return item(_turned(fitting, seed)[0], form_of(seed, "again")) if fitting else None


def order(one: Item, seed: int) -> list[int]:
    """Return the order in which answers are shown: where the right one stands tells nothing."""
    keys = [int(word) for word in seeds_for(seed, len(one.answers) + 1, f"answers.{one.id}")[1:]]
    return sorted(range(len(one.answers)), key=lambda k: keys[k])


def answer(session: Session, one: Item, number: int, occasion: Occasion) -> bool:
    """Record an answer (its number as the author wrote it); returns whether it is right."""
    session.said.append(Said(question=one.id, answer=str(number), quarter=session.quarter, kind=occasion))
    return one.answers[number].right


def is_right(said: Said, known: Mapping[str, Item]) -> bool | None:
    """Tell whether a recorded answer is right; None where the question or the answer does not exist."""
    one = known.get(said.question)
    if one is None or not (said.answer.isascii() and said.answer.isdigit() and len(said.answer) < 3):
        return None
    number = int(said.answer)
    return one.answers[number].right if number < len(one.answers) else None


def every_item(level: Level | None = None) -> dict[str, Item]:
    """Return every question there is, a level's own too, by its id."""
    own = [*own_items(level, "before"), *own_items(level, "after")] if level else []
    return {**items(library.questions()), **{one.id: one for one in own}}


def done(session: Session, occasion: Occasion) -> bool:
    """Whether a check has been answered in this run."""
    return any(said.kind == occasion for said in session.said)


def _turned(pairs: Sequence[QuestionPair], seed: int) -> list[QuestionPair]:
    """Put pairs in an order of the dice."""
    keys = [int(word) for word in seeds_for(seed, len(pairs) + 1, "questions")[1:]]
    return [pair for _, pair in sorted(zip(keys, pairs, strict=True), key=lambda both: both[0])]
