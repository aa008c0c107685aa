"""Pages about the paper itself: a tour of its argument, and the disputes it leaves out."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import Authored, Bilingual, Evidence, Id, Text, Whole
from game.content.complaint import Fault
from game.content.picture import Picture, check_picture
from game.content.vocabulary import Vocabulary, check_name, check_names


class TourStop(Authored):
    """One step of the paper's argument, in the paper's own order.

    ``standing`` says whether it is in the paper, reconstructed from it, or where evidence disagrees.
    """

    id: Id
    section: Annotated[Whole, Field(ge=1, le=5)]
    title: Bilingual
    standing: Literal["paper", "reconstructed", "disputed"]
    text: Bilingual
    note: Bilingual | None = None
    picture: Picture
    concepts: Annotated[tuple[Text, ...], Field(min_length=1)]


class Dispute(Authored):
    """A question on which findings disagree, and what this game assumes."""

    id: Id
    title: Bilingual
    findings: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    game: Bilingual
    concepts: Annotated[tuple[Text, ...], Field(min_length=1)]


def check_stop(stop: TourStop, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong between a stop of the tour and the rest of the game."""
    yield from check_names(("concepts",), "concept", stop.concepts, vocabulary.concepts)
    yield from check_picture(("picture",), stop.picture)


def check_dispute(dispute: Dispute, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong between a dispute and the rest of the game."""
    yield from check_names(("concepts",), "concept", dispute.concepts, vocabulary.concepts)
    for k, found in enumerate(dispute.findings):
        yield from check_name(("findings", k, "source"), "source", found.source, vocabulary.sources)
