"""Imitation: firms move towards what sells best next door.

Theory: learning inside a cluster converges (Menzel and Fornahl 2010; Otsuka and Sonobe 2011).
With chance rate · (1 − openness) a firm moves half-way to the most profitable product and closes part of its
quality gap to the local best.
Claim: every single copy is sensible; together they destroy the margin they chase.
Boundary: copying is free here; design protection is not modelled.
"""

import numpy as np

from game.simulation import circle
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("style", "quality", "profit", "openness", "firm", "alive")
CHANGES = {"style": ("copying",), "quality": ("copying",)}
PARAMETERS = {
    "rate": Parameter(0.064, 0.0, 0.15, "chance a quarter to copy", "prototype"),
    "step": Parameter(0.5, 0.1, 1.0, "share of the way to the best-seller", "design"),
    "quality_step": Parameter(0.3, 0.0, 1.0, "share of the gap to the local best", "prototype"),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Some firms copy the most profitable product of the region."""
    earned = circle.smooth(circle.deposit(now, np.maximum(now.profit, 0.0)), circle.kernel_of(0.02)[:4])
    target = earned.argmax(axis=1)[:, None] / circle.BINS
    u = dice.each("imitation", now.firm)
    chance = p.rate * (1.0 - now.openness)[:, None]
    copies = now.alive & (u < chance)
    way = target - now.style
    way = way - np.rint(way)  # the shorter way round the circle
    best = np.where(now.alive, now.quality, -9.0).max(axis=1)[:, None]
    # A throw below the chance, divided by it, is itself uniform: it places the copy a little off the original.
    miss = 0.02 * (u / np.maximum(chance, 1e-9) - 0.5)
    return {
        ("style", "copying"): np.where(copies, p.step * way + miss, 0.0),
        ("quality", "copying"): np.where(copies, p.quality_step * np.maximum(best - now.quality, 0.0), 0.0),
    }
