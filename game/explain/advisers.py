"""Three advisers who disagree: each looks at other numbers, wants another card, and says what will come of it.

Theory: who answers for money and jobs now, for skill and novelty, and for margins sees three different regions.
Claim: none. Each says something that can be checked some quarters later, and it is checked.
Boundary: a line is worked out from what was known at the time alone, so the record cannot be polished afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.explain.forecast import Forecast
from game.session.session import Session

Adviser = Literal["treasury", "college", "guild"]
ADVISERS: tuple[Adviser, ...] = ("treasury", "college", "guild")

EVERY = 4
"""Quarters between two lines whose truth is counted: one a year."""

FIRST = 4
"""The first quarter in which there is a year to look back on."""

COMFORT = {"skilled_share": 0.8, "openness": 0.3, "variety": 0.6}
"""Where the college would be content (design); it speaks of whatever is farthest below."""

WANTED: dict[str, tuple[str, ...]] = {
    "employment": ("missing_link", "tax_holiday", "anchor_plant", "bail_out"),
    "skilled_share": ("training_centre", "apprenticeship", "university_programme"),
    "openness": ("outside_links", "fairs_abroad", "talent", "university_programme"),
    "variety": ("research_consortium", "upgrading_programme", "incubator", "training_centre"),
    "mean_margin": ("joint_selling", "market_hall", "joint_purchasing", "protection", "trade_association"),
    "trust": ("trade_association", "mediation", "testing_house", "market_hall"),
    "revenue": ("fairs_abroad", "place_brand", "housing_roads", "market_hall"),
}
"""The cards an adviser thinks of when a number worries him, dearest to him first."""


@dataclass(frozen=True)
class Claim:
    """What will have happened to a number in so many quarters."""

    number: str
    rises: bool
    quarters: int


@dataclass(frozen=True)
class Advice:
    """One adviser's line in one quarter.

    Attributes:
        adviser: Who speaks.
        at: When.
        stance: Start a card, do without it, or leave things alone.
        card: Which card; None where none of this level's would help, or nothing should be done.
        moved: How the number moved in the year before.
        claim: What can be checked.
    """

    adviser: Adviser
    at: int
    stance: Literal["start", "refuse", "wait"]
    card: str | None
    moved: float
    claim: Claim


@dataclass(frozen=True)
class Record:
    """How often an adviser was right, of how often it could be told."""

    right: int
    told: int


def council(session: Session, at: int | None = None) -> tuple[Advice, ...]:
    """Return the three lines of a quarter, from what was known then; nothing before there is a year to look back on."""
    now = session.quarter if at is None else at
    if now < FIRST:
        return ()
    college, guild = _college(session, now), _guild(session, now)
    return _treasury(session, now, college), college, guild


def records(session: Session) -> dict[Adviser, Record]:
    """Count, for the line being played, how often what each said each year came true."""
    said = [advice for at in range(FIRST, session.quarter, EVERY) for advice in council(session, at)]
    return {who: _record(session, [advice for advice in said if advice.adviser == who]) for who in ADVISERS}


def came_true(session: Session, advice: Advice) -> bool | None:
    """Tell whether what was said has happened; None while it cannot be told. What stands still has not moved."""
    until = advice.at + advice.claim.quarters
    if until > session.quarter:
        return None
    history = session.branch.region.history[advice.claim.number][:, 0]
    moved = float(history[until] - history[advice.at])
    return moved > 0 if advice.claim.rises else moved < 0


def futures_agree(advice: Advice, forecast: Forecast | None) -> bool | None:
    """Tell whether the middle of the futures goes the way an adviser says; None where nobody looked."""
    if forecast is None or forecast.at != advice.at or advice.claim.number not in forecast.bands:
        return None
    middle = forecast.bands[advice.claim.number].p50
    if len(middle) <= advice.claim.quarters:
        return None
    return bool((middle[advice.claim.quarters] > middle[0]) == advice.claim.rises)


def _record(session: Session, said: Sequence[Advice]) -> Record:
    found = [true for true in (came_true(session, advice) for advice in said) if true is not None]
    return Record(sum(found), len(found))


def _treasury(session: Session, at: int, college: Advice) -> Advice:
    """Money and jobs now: while money shrinks it refuses what the college wants, and it trusts that trends go on."""
    money = _year(session, "treasury", at)
    left = session.figures.known_at("treasury", at)[-1]
    if money < 0 and left + 2 * money < 0:
        stance: Literal["refuse", "wait"] = "refuse" if college.card else "wait"
        return Advice("treasury", at, stance, college.card, money, Claim("treasury", False, 4))
    jobs = _year(session, "employment", at)
    card = _card(session, "employment", at) if jobs < 0 else None
    return Advice("treasury", at, "start" if card else "wait", card, jobs, Claim("employment", jobs >= 0, 4))


def _college(session: Session, at: int) -> Advice:
    """Skill, openness, variety: it speaks of the one farthest below where it should be, and looks two years ahead."""
    known = {number: session.figures.known_at(number, at)[-1] / comfort for number, comfort in COMFORT.items()}
    can = [number for number in known if _card(session, number, at)] or list(known)
    number = min(can, key=lambda name: known[name])
    moved = _year(session, number, at)
    card = _card(session, number, at)
    return Advice("college", at, "start" if card else "wait", card, moved, Claim(number, moved > 0, 8))


def _guild(session: Session, at: int) -> Advice:
    """Margins, trust, orders: it complains of what fell, margins first, and is full of hope when nothing did."""
    for number in ("mean_margin", "trust"):
        moved = _year(session, number, at)
        if moved < -0.004:
            card = _card(session, number, at)
            return Advice("guild", at, "start" if card else "wait", card, moved, Claim(number, False, 4))
    moved = _year(session, "revenue", at)
    card = _card(session, "revenue", at)
    return Advice("guild", at, "start" if card else "wait", card, moved, Claim("revenue", True, 4))


def _year(session: Session, number: str, at: int) -> float:
    """Return how a number moved in the last year that was known."""
    series = session.figures.known_at(number, at)
    return series[-1] - series[max(len(series) - 5, 0)]


def _card(session: Session, number: str, at: int) -> str | None:
    """Return the first card an adviser thinks of that this level has and that was not running yet."""
    policies = [policy.id for policy in session.rules.setup.policies]
    running = session.branch.snapshots[at].state.running[0]
    here = [card for card in WANTED[number] if card in policies]
    return next((card for card in here if not bool((running[policies.index(card)] > 0).any())), None)
