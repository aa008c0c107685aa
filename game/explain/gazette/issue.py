"""One issue of the Gazette: the year's page, chosen and written from what truly happened."""

from dataclasses import dataclass

from game.explain.gazette.firm_stories import firm_stories
from game.explain.gazette.letter import Letter, letter, made_at
from game.explain.gazette.moments import TOLD, Moment, moments_of
from game.explain.gazette.stories import Story, stories
from game.explain.gazette.years import Year, paper_name
from game.explain.genealogy import lives
from game.explain.speech import Speaker
from game.explain.why import Explainer
from game.session.session import Session

FIGURES = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in")
ODD = ("wage", "price", "rent", "openness", "skilled_share", "suppliers", "market_share", "productivity", "cheating")
"""Numbers that are looked through for the one that surprised; those of the stories come first."""
MOST_STORIES = 3


@dataclass(frozen=True)
class Issue:
    """The year's page.

    Attributes:
        name: The paper's name.
        lead: The story of the year.
        stories: Two or three more, of other kinds.
        figures: Numbers at the end of the year, against a year before.
        surprise: The number that moved most against its habit, if one did.
        letter: A letter, if a measured fact asks for one.
        street: How many firms made each of the eight kinds, a year before and now.
    """

    name: str
    year: Year
    lead: Story
    stories: tuple[Story, ...]
    figures: tuple[Moment, ...]
    surprise: Moment | None
    letter: Letter | None
    street: tuple[tuple[int, ...], tuple[int, ...]]


def issue(session: Session, year: Year, speaker: Speaker, explainer: Explainer) -> Issue:
    """Write the page of a year that is over."""
    known = lives(session.branch)
    found = [*stories(session, year, speaker, explainer), *firm_stories(known, year, speaker)]
    ranked = sorted(found, key=lambda story: -story.weight) or [_quiet(session, year, speaker, explainer)]
    lead, others = ranked[0], _others(ranked)
    moved = {one.number: one for one in moments_of(session, year, FIGURES)}
    told = {story.number for story in (lead, *others)}
    odd = next((one for one in moments_of(session, year, (*TOLD, *ODD)) if one.number not in told), None)
    odd = odd if odd is not None and odd.surprise > 1 else None
    counts = []
    for quarter in (year.since, year.at):
        alive = [one for one in known.values() if one.born <= quarter and (one.gone is None or one.gone > quarter)]
        made = [made_at(life, quarter) for life in alive]
        counts.append(tuple(made.count(kind) for kind in range(8)))
    name = speaker.words("gazette.name", place=paper_name(session.level)[speaker.language])
    figures = tuple(moved[number] for number in FIGURES)
    return Issue(name, year, lead, others, figures, odd, letter(session, known, year, speaker), (counts[0], counts[1]))


def _others(ranked: list[Story]) -> tuple[Story, ...]:
    """Choose the next stories: no kind twice, and one with a firm's name if there is any."""
    kinds, chosen = {ranked[0].kind}, []
    for story in ranked[1:]:
        if story.kind not in kinds:
            kinds.add(story.kind)
            chosen.append(story)
    kept = chosen[:MOST_STORIES]
    if ranked[0].firm is None and not any(story.firm is not None for story in kept):
        kept[MOST_STORIES - 1 :] = [story for story in chosen if story.firm is not None][:1]
    return tuple(kept)


def _quiet(session: Session, year: Year, speaker: Speaker, explainer: Explainer) -> Story:
    text = speaker.sentence(explainer.why(session.branch, "firms", year.since, year.at))
    return Story("quiet", 0, speaker.words("gazette.quiet"), text, number="firms")
