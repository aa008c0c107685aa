"""The tones and what each means. Every one has a twin that can be seen; nobody needs to hear."""

from collections.abc import Mapping
from functools import cache

from game.session.session import Session
from game.ui.sound.waves import Samples, samples, sequence

Notes = tuple[tuple[float, float, float], ...]

C, D, E, G, A, C2, E2, G2 = 261.6, 293.7, 329.6, 392.0, 440.0, 523.3, 659.3, 784.0

TONES: Mapping[str, Notes] = {
    "done": ((0.0, G, 0.35), (0.09, C2, 0.5)),
    "refused": ((0.0, E, 0.25), (0.10, D, 0.4)),
    "opened": ((0.0, E2, 0.35),),
    "closed": ((0.0, C / 2, 0.7),),
    "cheated": ((0.0, D, 0.3), (0.02, D * 1.06, 0.5)),
    "vote": ((0.0, C, 0.5), (0.16, E, 0.5), (0.32, G, 0.7)),
    "year": ((0.0, C2, 0.6), (0.22, G, 0.8)),
    "flourishing": ((0.0, C, 0.9), (0.14, E, 0.9), (0.28, G, 0.9), (0.42, C2, 1.1),
                    (0.58, E2, 1.1), (0.74, G2, 1.6)),
}  # fmt: skip
"""Notes of each tone: begin, pitch, length."""

MEANING: Mapping[str, str] = {
    "done": "read.done", "refused": "read.refused", "opened": "story.firm_born", "closed": "story.firm_gone",
    "cheated": "ui.legend.broken", "vote": "story.vote_stayed", "year": "gazette.out",
    "flourishing": "story.phase_turn",
}  # fmt: skip
"""The words in which the same is told where it can be seen: the sentence on the map, the slips, the log, the legend."""

LOUDEST = 0.5


@cache
def tone(name: str) -> Samples:
    """Return a tone as a mixer plays it."""
    return samples(sequence(TONES[name]), LOUDEST)


def of_quarter(session: Session) -> list[str]:
    """List the tones of the quarter that has just begun, the weightiest last; at most three, so none is lost."""
    history, quarter = session.branch.region.history, session.quarter
    counts = {"closed": "exits", "opened": "entries", "cheated": "scandals"}
    heard = [name for name, number in counts.items() if float(history.last(number, 0)[0]) > 0]
    if session.level.date_of(quarter)[1] == 1:
        heard.append("year")
    if any(when == quarter for when, _, _ in session.votes()):
        heard.append("vote")
    if _renewed(session):
        heard.append("flourishing")
    return heard[-3:]


def _renewed(session: Session) -> bool:
    """Whether the second flourishing has just become the likeliest phase."""
    history = session.branch.region.history

    def leads(back: int) -> bool:
        others = ("p_formative", "p_growth", "p_maturity", "p_petrified")
        now = float(history.last("p_renewal", back)[0])
        return all(now > float(history.last(name, back)[0]) for name in others)

    return session.quarter > 0 and leads(0) and not leads(1)
