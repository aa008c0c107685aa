"""Two lines of time side by side: what they are called, where they first differ, and by how much they end apart."""

from dataclasses import dataclass

from game.explain.speech import Speaker
from game.explain.tale import decision
from game.session.session import Session, parting


@dataclass(frozen=True)
class Apart:
    """One number on both lines, in the last quarter both have come to."""

    number: str
    one: float
    other: float

    @property
    def difference(self) -> float:
        """How much higher it is on the first line."""
        return self.one - self.other


def name_of(session: Session, speaker: Speaker, number: int) -> str:
    """Return what the player calls a line of time, or its number; one called after a card speaks any language."""
    name = session.branches[number].name
    card = next((card.name for card in session.cards.values() if name in (card.name.en, card.name.zh)), None)
    return card[speaker.language] if card else name or speaker.words("timeline.unnamed", number=number + 1)


def first_difference(session: Session, speaker: Speaker, one: int, other: int) -> str:
    """Say until when two lines are the same, and what is then done on each."""
    lines = (session.branches[one], session.branches[other])
    quarter = parting(lines[0].steps, lines[1].steps)
    names = [name_of(session, speaker, number) for number in (one, other)]
    say = speaker.words
    if quarter > max(line.quarter for line in lines):
        return say("timeline.no_difference", one=names[0], other=names[1])
    nothing = say("timeline.nothing_done")
    done = [
        say("read.comma").join(decision(session, speaker, step) for step in line.steps if step.quarter == quarter)
        for line in lines
    ]
    return say("timeline.first_difference", date=speaker.date(quarter), one=names[0], other=names[1],
               did=done[0] or nothing, other_did=done[1] or nothing)  # fmt: skip


def common_end(session: Session, one: int, other: int) -> int:
    """Return the last quarter that both lines have come to."""
    return min(session.branches[one].quarter, session.branches[other].quarter)


def ends(session: Session, one: int, other: int, numbers: tuple[str, ...]) -> list[Apart]:
    """Compare numbers in the last quarter that both lines have come to."""
    quarter = common_end(session, one, other)
    first, second = (session.branches[number].region.history for number in (one, other))
    return [Apart(name, float(first[name][quarter, 0]), float(second[name][quarter, 0])) for name in numbers]
