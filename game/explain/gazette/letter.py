"""A letter to the editor: one founder, one measured fact. Where nothing was measured, nobody writes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.content import numbers
from game.explain.gazette.years import Year
from game.explain.genealogy import Life
from game.explain.speech import Speaker
from game.session.session import Session


@dataclass(frozen=True)
class Letter:
    """What is said, and the firm whose founder signs."""

    text: str
    firm: int


def letter(session: Session, known: Mapping[int, Life], year: Year, speaker: Speaker) -> Letter | None:
    """Return the weightiest letter of a year, or None."""
    alive = [life for life in known.values() if life.born <= year.at and (life.gone is None or life.gone > year.at)]
    if not alive:
        return None
    found = [*_neighbours(known, alive, year, speaker), *_copies(session, alive, year, speaker),
             *_wages(session, alive, year, speaker), *_apprentice(alive, known, year, speaker)]  # fmt: skip
    return found[year.number % len(found)] if found else None


def _signed(some: Sequence[Life], year: Year) -> int:
    """Choose who signs: one of the older half, another each year."""
    oldest = sorted(some, key=lambda life: (life.born, life.firm))[: len(some) // 2 + 1]
    return oldest[year.number % len(oldest)].firm


def _neighbours(known: Mapping[int, Life], alive: Sequence[Life], year: Year, speaker: Speaker) -> Iterator[Letter]:
    """Three or more doors in one place closed."""
    closed = Counter(life.place for life in known.values() if life.gone and year.since < life.gone <= year.at)
    for place, count in closed.most_common(1):
        here = [life for life in alive if life.place == place]
        if count > 2 and here:
            text = speaker.words("gazette.letter.neighbours", count=count, place=speaker.place(place), left=len(here))
            yield Letter(text, _signed(here, year))


def made_at(life: Life, quarter: int) -> int:
    """Return what a firm made in a quarter."""
    return next((kind for since, kind in reversed(life.kinds) if since <= quarter), life.kinds[0][1])


def _copies(session: Session, alive: Sequence[Life], year: Year, speaker: Speaker) -> Iterator[Letter]:
    """Most firms make the same."""
    made = Counter(made_at(life, year.at) for life in alive)
    for kind, count in made.most_common(1):
        if len(alive) >= 8 and count >= 0.6 * len(alive):
            margin = float(session.branch.region.history["mean_margin"][year.at, 0])
            facts = {"same": count, "count": len(alive), "product": speaker.product(kind / 8)}
            if margin < 0:
                text = speaker.words("gazette.letter.losses", loss=numbers.number(-100 * margin), **facts)
            else:
                text = speaker.words("gazette.letter.copies", margin=speaker.value("mean_margin", margin), **facts)
            yield Letter(text, _signed([life for life in alive if made_at(life, year.at) == kind], year))


def _wages(session: Session, alive: Sequence[Life], year: Year, speaker: Speaker) -> Iterator[Letter]:
    """Wages rose by a twentieth or more."""
    wage = session.branch.region.history["wage"][:, 0]
    rise = float(wage[year.at] / wage[year.since]) - 1
    if rise >= 0.05:
        yield Letter(speaker.words("gazette.letter.wages", rise=speaker.value("markup", rise)), _signed(alive, year))


def _apprentice(alive: Sequence[Life], known: Mapping[int, Life], year: Year, speaker: Speaker) -> Iterator[Letter]:
    """Somebody's people opened a firm."""
    for life in alive:
        young = [child for child in life.children if year.since < known[child].born <= year.at]
        if young:
            yield Letter(speaker.words("gazette.letter.apprentice", firm=speaker.firm(young[0])), life.firm)
