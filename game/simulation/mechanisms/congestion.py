"""Congestion: land is scarce, so growth raises rents where firms crowd together.

Theory: gains from density are largely capitalised in rents (Arzaghi and Henderson 2008; economics E9).
rent = base · (sales of the place / its room)^0.6, paid by √size.
Claim: the same success that draws firms in prices some of them out.
Boundary: rents leave the cluster; owners who are also founders are not modelled.
"""

import numpy as np

from game.simulation import exact, places
from game.simulation.dice import Dice
from game.simulation.mechanism import Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("place_sales", "geography", "seat")
GIVES = ("rent_place", "rent")
PARAMETERS = {
    "base": Parameter(0.02, 0.0, 0.15, "money a quarter at normal density", "calibrated"),
    "room": Parameter(60.0, 10.0, 400.0, "sales the whole region holds at normal rent", "prototype"),
    "slope": Parameter(0.6, 0.3, 0.8, "elasticity of rent to density", "arzaghi_henderson_2008"),
    "built": Parameter(0.0, 0.0, 3.0, "room added by building, share of the place", "design", lever=True, place=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute rents by place and for each firm."""
    room = p.room * now.geography.land[None, :] * (1.0 + p.built)
    rent = p.base * exact.power(np.maximum(now.place_sales / room, 1e-9), p.slope)
    return {"rent_place": rent, "rent": places.at_place(now, rent)}
