"""Imitation: firms move towards what sells best next door.

Theory: learning inside a cluster converges (Menzel and Fornahl 2010; Otsuka and Sonobe 2011).
With chance rate · (1 − openness) a firm moves half-way to the best-seller and closes part of its
quality gap to the local best.
Claim: every single copy is sensible; together they destroy the margin they chase.
Boundary: copying is free here; design protection is not modelled.
"""

import numpy as np

from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("style", "quality", "best_seller", "openness")
CHANGES = {"style": ("copying",), "quality": ("copying",)}
PARAMETERS = {
    "rate": Parameter(0.0435, 0.0, 0.15, "chance a quarter to copy", "calibrated"),
    "step": Parameter(0.5, 0.1, 1.0, "share of the way to the best-seller", "design"),
    "quality_step": Parameter(0.3, 0.0, 1.0, "share of the gap to the local best", "prototype"),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Some firms copy the region's best-seller."""
    chance = p.rate * (1.0 - now.openness)
    rows, u = dice.below("imitation", now.roster, chance)
    world = now.home[rows]
    way = now.best_seller[world] - now.style[rows]
    way = way - np.rint(way)  # the shorter way round the circle
    best = now.roster.largest(now.quality, -9.0)
    style, quality = np.zeros(now.style.shape), np.zeros(now.style.shape)
    # A throw below the chance, divided by it, is itself uniform: it places the copy a little off.
    style[rows] = p.step * way + 0.02 * (u / chance[world] - 0.5)
    quality[rows] = p.quality_step * (best[world] - now.quality[rows])
    return {("style", "copying"): style, ("quality", "copying"): quality}
