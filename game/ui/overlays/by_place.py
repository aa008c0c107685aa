"""Overlays of places: workers and wages, rents, and how far knowledge reaches that needs a face."""

import numpy as np

from game.content import numbers
from game.explain.speech import Speaker
from game.simulation.region import Region
from game.ui.overlays.reading import Reading

TACIT_KM = 8.0
"""Distance at which knowledge that needs a face is heard of half as much (the simulation's geography)."""


def _scale(speaker: Speaker, overlay: str, count: int) -> tuple[str, ...]:
    return tuple(speaker.words(f"overlay.{overlay}.step_{k}") for k in range(count))


def workers(region: Region, speaker: Speaker) -> Reading:
    """Read where people are and what they earn."""
    people, wages = region.state.workers[0], region.flows["wage_place"][0]
    shares = people / max(float(people.sum()), 1e-9)
    dear, large = int(wages.argmax()), int(people.argmax())
    sentence = speaker.words(
        "overlay.workers.sentence", dearest=speaker.place(dear), wage=numbers.number(float(wages[dear]), 2),
        largest=speaker.place(large), share=numbers.percent(float(shares[large])),
    )  # fmt: skip
    labels = {
        site: speaker.words("overlay.workers.label", share=numbers.percent(float(share)),
                            wage=numbers.number(float(wage), 2))
        for site, (share, wage) in enumerate(zip(shares, wages, strict=True))
    }  # fmt: skip
    values = {site: float(wage) for site, wage in enumerate(wages)}
    sizes = {site: float(share) for site, share in enumerate(shares / shares.max())}
    return Reading("disc", sentence, _scale(speaker, "workers", 4), (0.97, 1.03, 1.1), values, sizes, labels)


def rents(region: Region, speaker: Speaker) -> Reading:
    """Read what ground costs where firms are, against what it costs at normal density."""
    base = float(region.rules.constants("congestion").base)
    ratio = region.flows["rent_place"][0] / max(base, 1e-9)
    values = {site: float(ratio[site]) for site, count in enumerate(_count(region)) if count}
    scale, steps = _scale(speaker, "rents", 4), (0.7, 1.3, 2.0)
    if not values:
        return Reading("stripes", speaker.words("overlay.nobody"), scale, steps)
    dear, cheap = max(values, key=lambda site: values[site]), min(values, key=lambda site: values[site])
    sentence = speaker.words(
        "overlay.rents.sentence", dearest=speaker.place(dear), most=numbers.number(values[dear], 1),
        cheapest=speaker.place(cheap), least=numbers.number(values[cheap], 1),
    )  # fmt: skip
    labels = {site: speaker.words("overlay.rents.label", rent=numbers.number(rent, 1)) for site, rent in values.items()}
    return Reading("stripes", sentence, scale, steps, values, labels=labels)


def _count(region: Region) -> list[float]:
    """Count the firms of each place."""
    state = region.state
    found = np.bincount(state.place, minlength=state.workers.shape[1])
    return [float(number) for number in found]


def reach(region: Region, speaker: Speaker) -> Reading:
    """Read how many firms can be learnt from at each place, the nearer the more."""
    count = np.array(_count(region))
    heard = [float((weights * count).sum()) for weights in region.rules.geography.tacit]
    inhabited = [site for site in range(len(heard)) if count[site] > 0]
    labels = {site: speaker.words("overlay.reach.label", firms=numbers.number(heard[site], 0)) for site in inhabited}
    scale, steps = _scale(speaker, "reach", 4), (3.0, 10.0, 25.0)
    if not inhabited:
        return Reading("ring", speaker.words("overlay.nobody"), scale, steps)
    best = max(inhabited, key=lambda site: heard[site])
    sentence = speaker.words("overlay.reach.sentence", km=numbers.number(TACIT_KM, 0), place=speaker.place(best),
                             firms=numbers.number(heard[best], 0))  # fmt: skip
    values = {site: heard[site] for site in inhabited}
    return Reading("ring", sentence, scale, steps, values, labels=labels, km=TACIT_KM)
