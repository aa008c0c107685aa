"""The map of a level: places at their distances in km, links, water and hills."""

from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import Authored, Bilingual, Id, NotNegative, Number, Positive, Share, Text

Point = tuple[Number, Number]
"""East and north in km."""


class Frame(Authored):
    """The edges of the map in km."""

    west: Number
    south: Number
    east: Number
    north: Number


class Place(Authored):
    """A town, park or campus; room for firms as a weight, people in thousands."""

    id: Id
    name: Bilingual
    x_km: Number
    y_km: Number
    kind: Literal["village", "town", "city", "port", "park", "campus", "estate", "market"]
    land: Positive
    people: NotNegative


class Water(Authored):
    """A sea or lake (an outline) or a river (a line)."""

    kind: Literal["sea", "lake", "river"]
    name: Bilingual | None = None
    points: Annotated[tuple[Point, ...], Field(min_length=2)]
    width_km: Positive | None = None


class Hill(Authored):
    """A round hill; height 1 is the highest drawn."""

    x_km: Number
    y_km: Number
    radius_km: Positive
    height: Share
    name: Bilingual | None = None


class Earth(Authored):
    """Where on Earth a real place lies, in degrees; north and east count up."""

    lat: Annotated[Number, Field(ge=-60, le=75)]
    lon: Annotated[Number, Field(ge=-180, le=180)]


class Map(Authored):
    """Where everything lies."""

    at: Earth | None = None
    frame: Frame | None = None
    places: Annotated[tuple[Place, ...], Field(min_length=1)]
    links: tuple[tuple[Text, Text], ...] = ()
    water: tuple[Water, ...] = ()
    relief: tuple[Hill, ...] = ()
