"""What a run shows of learning, piece by piece: each piece is a thing done in a quarter, and can be looked at there.

Marks and the rubric are counted from these pieces and from nothing else, so every number has its evidence. What helps
a player (hints, text size, language, a reader, the terminal) leaves no piece, and so cannot be graded.
Boundary: a card played in time may have been a lucky guess, and so may a right answer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from game.explain.checks import check, every_item, is_right
from game.explain.quantities import CONCEPTS
from game.session.predicting import due, on_line, outcome_of, sound
from game.session.recording import Prediction, Said
from game.session.session import Session
from game.simulation.actions import Answer, Repeal
from game.simulation.indicators import INDICATORS

LEAD = 10
"""Quarters a card must come before the trouble it is for (design; training takes about as long)."""

IN_TIME: Mapping[str, tuple[str, Literal["highest", "lowest"]]] = {
    "entry": ("firms", "highest"),
    "labour": ("wage", "highest"),
    "trust": ("trust", "lowest"),
    "crowding": ("mean_margin", "lowest"),
    "lock_in": ("lock_in", "highest"),
    "renewal": ("p_petrified", "highest"),
}
"""The number whose turn a card of each row of the rubric must precede by ``LEAD`` quarters (design)."""

ROWS: Mapping[str, tuple[str, ...]] = {
    "entry": (
        "entry", "agglomeration", "external_economies", "division_of_labour", "spin_offs", "pioneer", "entrepreneurs",
        "formative_phase", "three_formations", "gravity", "sticky_places", "cathedral", "specialised_market",
    ),
    "labour": ("labour_pool", "training", "talent_inflow"),
    "trust": (
        "trust", "collective_action", "cooperation", "information_sharing", "informal_exchange", "tacit_knowledge",
        "embeddedness", "opportunism", "end_game", "free_riding", "hybrid_governance", "place_brand", "scandal",
    ),
    "crowding": (
        "congestion", "crowding", "imitation", "variety", "shake_out", "growth_phase", "maturity_phase",
        "displacement", "likeness_difference", "natural_selection",
    ),
    "lock_in": ("lock_in", "path_dependence", "petrified_phase", "openness_closure"),
    "renewal": (
        "second_flourishing", "upgrading", "openness", "related_variety", "four_upgradings", "three_routes",
        "innovation_system", "absorptive_capacity", "value_chain", "life_cycle",
    ),
}  # fmt: skip
"""The six rows of the rubric and the concept cards each stands for."""

Kind = Literal["quarters", "before", "asked", "after", "check", "prediction", "explanation", "decision"]


@dataclass(frozen=True)
class Evidence:
    """One thing done, or not done although it was asked for.

    Attributes:
        kind: What it is; ``quarters``, ``before``, ``asked`` and ``after`` count as taking part.
        quarter: When.
        what: A question, a number, a prompt's name, or the place of a decision among the run's.
        share: How much of it was done, or right.
        rows: Rows of the rubric it speaks for.
        answer: What was answered.
        counts: Whether it enters a mark; other pieces speak for the rubric alone.
        transfer: It is about another trade.
    """

    kind: Kind
    quarter: int
    what: str
    share: float
    rows: frozenset[str] = frozenset()
    answer: str = ""
    counts: bool = True
    transfer: bool = False


def rows_of(concepts: Iterable[str]) -> frozenset[str]:
    """Return the rows of the rubric that some concepts belong to."""
    some = set(concepts)
    return frozenset(row for row, cards in ROWS.items() if some & set(cards))


def gather(session: Session) -> tuple[Evidence, ...]:
    """List every piece, in the order of the run."""
    found = [*_taken(session), *_answered(session), *_foreseen(session), *_explained(session), *_decided(session)]
    return tuple(sorted(found, key=lambda one: one.quarter))


def _taken(session: Session) -> Iterator[Evidence]:
    """Say what was asked for, and how much of it was done."""
    level, last = session.level, session.quarter
    ended = session.outcome().ended
    yield Evidence("quarters", last, "", 1.0 if ended else last / level.quarters)
    for kind in ("before", "after"):
        asked = {one.id for one in check(level, kind, session.seed)}
        done = {said.question for said in session.said if said.kind == kind} & asked
        if asked:
            yield Evidence(kind, 0 if kind == "before" else last, "", len(done) / len(asked))
    sealed = {(one.quarter, one.indicator) for one in _sealed(session)}
    for ask in level.predictions:
        if ask.at <= last:
            yield Evidence("asked", ask.at, ask.indicator, float((ask.at, ask.indicator) in sealed))


def _answered(session: Session) -> Iterator[Evidence]:
    """Judge the questions after play, each answer the first time it was given; unanswered ones are not right."""
    known, first = every_item(session.level), _first(session, ("after",))
    for item in check(session.level, "after", session.seed):
        said = first.get(item.id)
        right = said is not None and bool(is_right(said, known))
        transfer = item.pair is not None and item.pair.kind == "transfer"
        rows = rows_of(item.concepts) if right else frozenset()
        answer = said.answer if said else ""
        yield Evidence("check", _when(said, session), item.id, float(right), rows, answer, transfer=transfer)


def _foreseen(session: Session) -> Iterator[Evidence]:
    """Judge predictions whose time has come; those nobody asked for speak for the rubric alone."""
    asked = {(ask.at, ask.indicator) for ask in session.level.predictions}
    for one in _sealed(session):
        outcome = outcome_of(one, session.branch)
        if due(one) > session.quarter or outcome.spread <= 0 or one.hindsight:
            continue
        rows = frozenset() if outcome.far_off else rows_of((CONCEPTS.get(one.indicator, ""),))
        yield Evidence("prediction", one.quarter, one.indicator, float(not outcome.far_off), rows,
                       counts=(one.quarter, one.indicator) in asked)  # fmt: skip


def _explained(session: Session) -> Iterator[Evidence]:
    """Judge answers to the question why: the share of the two largest causes that was named."""
    for said in _first(session, ("explain", "fall")).values():
        parts = said.question.split(".")
        number = parts[1] if len(parts) == 4 else ""
        if said.right is None or number not in INDICATORS:
            continue
        rows = rows_of((CONCEPTS.get(number, ""),)) if said.right == 1.0 else frozenset()
        yield Evidence("explanation", _when(said, session), said.question, said.right, rows, said.answer)


def _decided(session: Session) -> Iterator[Evidence]:
    """List decisions, and for which rows of the rubric each came in time; those of an example are not the player's."""
    limits = {row: _turn(session, *number) - LEAD for row, number in IN_TIME.items()}
    for k, step in enumerate(session.branch.steps):
        card = None if isinstance(step.action, Answer | Repeal) else session.cards.get(step.action.policy)
        rows = frozenset() if card is None or card.temptation else rows_of(card.concepts)
        if step.quarter >= session.worked:
            timely = frozenset(row for row in rows if step.quarter <= limits[row])
            yield Evidence("decision", step.quarter, str(k), float(bool(timely)), timely)


def _turn(session: Session, number: str, way: str) -> int:
    """Return the quarter in which a number was highest or lowest, of those a card could precede."""
    series = session.branch.region.history[number][:, 0]
    later = series[LEAD : session.quarter + 1]
    if not later.shape[0]:
        return 0
    return LEAD + int(later.argmax() if way == "highest" else later.argmin())


def _when(said: Said | None, session: Session) -> int:
    """Return when something was said, within the run: a recording may have been written by hand."""
    told = session.quarter if said is None or said.quarter is None else said.quarter
    return min(told, session.quarter)


def _sealed(session: Session) -> list[Prediction]:
    return [one for one in on_line(session.predictions, session.branch) if sound(one)]


def _first(session: Session, kinds: tuple[str, ...]) -> dict[str, Said]:
    """Return the first answer to each question on some occasions: later ones have seen what is right."""
    found: dict[str, Said] = {}
    for said in session.said:
        if said.kind in kinds:
            found.setdefault(said.question, said)
    return found
