"""Reputation: the name of the place belongs to all, so each may spend what all have earned.

Theory: collective reputation (Tirole 1996); the place brand as a commons. Good average quality lifts the name
slowly; the more bad or cheating sellers, the likelier a scandal, which hurts everyone for years. In 1985 the
Austrian wine trade lost its export markets almost at once and needed over a decade (Wikipedia, hdgoe).
Claim: names are slow to earn and quick to lose; inspection protects them.
Boundary: buyers cannot tell firms of one place apart, except by their rung.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("quality", "frontier", "reputation", "scandal", "cheating", "count")
GIVES = ("scandal_risk", "outbreak")
CHANGES = {"reputation": ("quality", "campaign"), "scandal": ("outbreak", "forgetting")}
PARAMETERS = {
    "speed": Parameter(0.03, 0.01, 0.06, "share of the gap to deserved reputation closed a quarter", "prototype"),
    "deserved": Parameter(0.8, 0.3, 1.5, "log reputation per unit of mean quality gap", "prototype"),
    "risk": Parameter(0.0006, 0.0, 0.003, "chance of scandal per bad seller a quarter", "prototype"),
    "bad": Parameter(0.1, 0.05, 0.5, "quality below the mean that counts as bad", "prototype"),
    "forgetting": Parameter(0.03, 0.01, 0.1, "share of a scandal forgotten a quarter", "hdgoe"),
    "certification": Parameter(0.0, 0.0, 1.4, "testing and marks, in programmes", "design", lever=True),
    "campaign": Parameter(0.0, 0.0, 3.0, "advertising the place, in programmes", "design", lever=True),
    "accident": Parameter(0.0, 0.0, 1.0, "chance of scandal added by an event", "design", lever=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute the chance that something comes out this quarter, and throw for it."""
    mean_quality = now.mean_stock(now.quality)
    bad = now.sum(now.quality < now.spread(mean_quality - p.bad))
    exposed = p.risk * (1.0 - 0.6 * np.minimum(p.certification, 1.0)) * (bad + now.cheating * now.count)
    risk = np.minimum(1.0 - exact.exp(-exposed) + p.accident, 1.0)
    return {"scandal_risk": risk, "outbreak": (dice.world("scandal") < risk) & (now.count > 0)}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """The name follows quality; a scandal breaks out or fades."""
    gap = now.mean_stock(now.quality) - now.frontier
    deserved = exact.exp(p.deserved * gap) * (0.9 + 0.2 * np.minimum(p.certification, 1.0))
    quick = 1.0 + 0.8 * np.minimum(p.certification, 1.0)
    return {
        ("reputation", "quality"): p.speed * (deserved - now.reputation),
        ("reputation", "campaign"): 0.006 * p.campaign * (1.0 - now.scandal),
        ("scandal", "outbreak"): np.where(now.outbreak, np.minimum(1.0, 1.2 - now.scandal), 0.0),
        ("scandal", "forgetting"): -p.forgetting * quick * now.scandal,
    }
