"""Spill-over: firms learn from better neighbours, face to face near by, from manuals farther off.

Theory: tacit knowledge needs short distance and trust (half-distance about 8 km), codified knowledge travels
(Jaffe, Trajtenberg and Henderson 1993; Keller 2002). There is most to learn at middle variety: too alike
leaves nothing new, too different cannot be understood (Nooteboom).
Claim: proximity teaches while firms still differ.
Boundary: what neighbours learn for nothing, nobody is paid for; easy diffusion makes exploring less
worthwhile.
"""

import numpy as np

from game.simulation import exact, places
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("productivity", "felt_trust", "variety", "count", "seat", "geography")
CHANGES = {"productivity": ("face_to_face", "published")}
PARAMETERS = {
    "rate": Parameter(0.018, 0.0, 0.05, "share of the gap closed a quarter", "prototype"),
    "codified": Parameter(0.132, 0.0, 0.5, "weight of codified against tacit knowledge", "prototype"),
    "best_variety": Parameter(0.5, 0.2, 0.9, "variety at which most is learnt", "design"),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Firms below what they see around them catch up a little."""
    tacit = now.geography.tacit
    known = places.reach(tacit, places.by_place(now, now.productivity))
    heads = places.reach(tacit, places.firms_of(now))
    near_mean = places.at_place(now, known / np.maximum(heads, 1e-9))
    region_mean = now.spread(now.mean_stock(now.productivity))
    x = now.variety / p.best_variety
    useful = now.spread(x * exact.exp(1.0 - x))
    return {
        ("productivity", "face_to_face"): p.rate
        * now.felt_trust
        * useful
        * np.maximum(near_mean - now.productivity, 0.0),
        ("productivity", "published"): p.rate * p.codified * np.maximum(region_mean - now.productivity, 0.0),
    }
