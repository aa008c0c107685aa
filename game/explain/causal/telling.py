"""A link of the causal map in words."""

from game.explain.causal.links import COUNTED, Link
from game.explain.speech import Speaker


def label(speaker: Speaker, variable: str) -> str:
    """Name a word of the map."""
    own = f"why.variable.{variable}"
    return speaker.words(own) if own in speaker.words else speaker.name(variable)


def told(speaker: Speaker, link: Link) -> str:
    """Say a link in a sentence: what moves what, in which direction, when, and through which mechanism."""
    page = "why.measure" if link.mechanism == COUNTED else f"theory.{link.mechanism}.name"
    return speaker.words(
        "why.same_way" if link.sign > 0 else "why.other_way", cause=label(speaker, link.cause),
        effect=label(speaker, link.effect), later=speaker.words("why.later") if link.later else "",
        mechanism=speaker.words(page),
    )  # fmt: skip
