"""The overlay of the chain: which links are there, and what the next one waits for."""

import numpy as np

from game.content import numbers
from game.explain.speech import Speaker
from game.simulation.chain import LINKS
from game.simulation.region import Region
from game.ui.overlays.reading import Reading


def wanted(region: Region) -> list[float]:
    """Return the local sales each stage wants before a supplier opens, without promotion."""
    numbers_of = region.rules.constants("suppliers")
    return [float(numbers_of.first) * float(numbers_of.growth) ** k for k in range(len(LINKS))]


def local_sales(region: Region) -> float:
    """Return the sales that buy from suppliers here; branch plants buy mostly elsewhere."""
    state, share = region.state, float(region.rules.constants("suppliers").branch_share)
    bought = np.where(state.branch, share, 1.0) * state.size
    return float(bought.sum())


def chain(region: Region, speaker: Speaker) -> Reading:
    """Read which links are there."""
    say, stages = speaker.words, region.state.stages[0] > 0.5
    links = tuple((say(f"overlay.link.{name}"), bool(open_)) for (name, _), open_ in zip(LINKS, stages, strict=True))
    scale, there = (say("overlay.chain.step_0"), say("overlay.chain.step_1")), int(stages.sum())
    if there == len(links):
        return Reading("links", say("overlay.chain.whole", count=there), scale, (0.5,), links=links)
    missing = int(stages.argmin())
    due = local_sales(region) > wanted(region)[missing]
    sentence = say(
        "overlay.chain.soon" if due else "overlay.chain.sentence", count=there, most=len(links), link=links[missing][0],
        wanted=numbers.number(wanted(region)[missing]), sales=numbers.number(local_sales(region)),
    )  # fmt: skip
    return Reading("links", sentence, scale, (0.5,), links=links)
