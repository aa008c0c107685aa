"""What happened in a quarter, told as short messages that lead to a place, a firm or a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.explain.speech import Speaker
from game.session.session import Session
from game.simulation.indicators import WATCHED
from game.simulation.state import SEED, SPINOFF

Weight = Literal["quiet", "plain", "loud"]
Kind = Literal["decision", "firm", "event", "phase", "page"]


@dataclass(frozen=True)
class Message:
    """One message: how loud it is, its words, and what it leads to."""

    quarter: int
    weight: Weight
    text: str
    place: int | None = None
    firm: int | None = None
    number: str | None = None
    kind: Kind = "event"


def messages(session: Session, speaker: Speaker, quarter: int) -> list[Message]:
    """Tell what came with the beginning of a quarter."""
    if quarter == 0 or quarter not in session.branch.snapshots:
        return []
    told = [Message(quarter, "loud", speaker.event(event)) for event in session.happened(quarter)]
    told += _votes(session, speaker, quarter)
    told += _scandal(session, speaker, quarter)
    told += _phase(session, speaker, quarter)
    told += _births(session, speaker, quarter)
    return told + _deaths(session, speaker, quarter)


def _votes(session: Session, speaker: Speaker, quarter: int) -> list[Message]:
    """Tell of the council's vote."""
    return [
        Message(
            quarter,
            "loud",
            speaker.words(f"story.vote_{'stayed' if stayed else 'lost'}", support=speaker.value("support", support)),
            number="support",
        )
        for when, support, stayed in session.votes()
        if when == quarter
    ]


def _scandal(session: Session, speaker: Speaker, quarter: int) -> list[Message]:
    """Tell of a scandal that broke out."""
    outbreak = session.branch.pages[quarter - 1].by_cause("scandal").get("reputation.outbreak")
    if outbreak is None or not float(outbreak) > 0:
        return []
    return [Message(quarter, "loud", speaker.words("story.scandal"), number="reputation")]


def _phase(session: Session, speaker: Speaker, quarter: int) -> list[Message]:
    """Tell when another phase becomes the likeliest."""
    history = session.branch.snapshots[quarter].history

    def likeliest(back: int) -> str:
        return max(WATCHED, key=lambda name: float(history.last(name, back)[0]))

    now, before = likeliest(0), likeliest(1)
    if now == before:
        return []
    text = speaker.words("story.phase_turn", phase=speaker.words(f"phase.{now}"))
    return [Message(quarter, "plain", text, number=now, kind="phase")]


def _births(session: Session, speaker: Speaker, quarter: int) -> list[Message]:
    """Tell of every firm that opened."""
    state = session.branch.snapshots[quarter].state
    _, rows, firms = session.branch.pages[quarter - 1].born
    told = []
    for row, firm in zip(rows, firms, strict=True):
        place = int(state.place[row])
        values = {"firm": speaker.firm(int(firm)), "place": speaker.place(place)}
        if int(state.origin[row]) == SPINOFF:
            values["parent"] = speaker.firm(int(state.parent[row]))
            text = speaker.words("story.firm_spinoff", **values)
        else:
            text = speaker.words("story.firm_born", **values)
        told.append(Message(quarter, "quiet", text, place=place, firm=int(firm), kind="firm"))
    return told


def _deaths(session: Session, speaker: Speaker, quarter: int) -> list[Message]:
    """Tell of every firm that closed."""
    before = session.branch.snapshots[quarter - 1].state
    told = []
    for _, rows, firms in session.branch.pages[quarter - 1].gone.values():
        for row, firm in zip(rows, firms, strict=True):
            years = (quarter - int(before.born[row])) // 4
            here_before = int(before.origin[row]) == SEED
            word = f"story.firm_gone{'_old' if here_before else '' if years else '_young'}"
            text = speaker.words(word, firm=speaker.firm(int(firm)), years=years)
            told.append(Message(quarter, "quiet", text, place=int(before.place[row]), kind="firm"))
    return told


def loudest(told: Sequence[Message], most: int) -> list[Message]:
    """Keep the loudest few messages, in the order they were told."""
    order = {"loud": 0, "plain": 1, "quiet": 2}
    kept = sorted(range(len(told)), key=lambda k: (order[told[k].weight], k))[:most]
    return [told[k] for k in sorted(kept)]
