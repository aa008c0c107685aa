"""Pricing: cost, what the market lets a firm add to it, and who keeps the difference.

Theory: mark-up falls with *similar* rivals (economics E3); unit cost is wages, inputs, friction, less
productivity, experience, neighbours and skill (E5, E6).
Claim: number alone does not destroy the margin, sameness does; and a dominant buyer keeps part of it.
Boundary: only part of mistrust's cost passes into price; the rest eats the margin.
"""

import numpy as np

from game.simulation import exact, places
from game.simulation.dice import Dice
from game.simulation.mechanism import Flows, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "crowding", "rung", "log_wage", "log_input_price", "log_friction", "productivity", "experience", "skill",
    "place_sales", "buyer_share", "near", "seat",
)  # fmt: skip
GIVES = ("markup", "log_cost", "log_price", "received")
PARAMETERS = {
    "lowest": Parameter(0.08, 0.03, 0.15, "mark-up among many copies", "calibrated"),
    "highest": Parameter(0.51, 0.3, 0.8, "mark-up without rivals", "prototype"),
    "rivals": Parameter(5.6, 3.0, 10.0, "similar rivals that halve the range", "bresnahan_reiss_1991"),
    "rung_gain": Parameter(0.13, 0.0, 0.3, "rise of the highest mark-up per rung", "prototype"),
    "inputs": Parameter(0.345, 0.1, 0.7, "share of inputs in cost", "design"),
    "learning": Parameter(0.085, 0.0, 0.3, "fall of log cost per unit of log experience", "prototype"),
    "neighbours": Parameter(0.027, 0.0, 0.07, "elasticity of cost to sales within reach", "donovan_2024"),
    "skill_gain": Parameter(0.07, 0.0, 0.2, "fall of log cost per unit of log skill", "prototype"),
    "passed_on": Parameter(0.5, 0.0, 1.0, "share of friction that passes into price", "design"),
    "usual_friction": Parameter(0.041, 0.0, 0.1, "log friction at trust 0.6, when it costs no margin", "dyer_chu_2003"),
    "squeeze": Parameter(0.3, 0.0, 0.6, "share of the mark-up a sole buyer keeps", "schmitz_1999"),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute mark-up, unit cost and price (logarithms), and the mark-up a firm receives."""
    top = p.highest * (1.0 + p.rung_gain * (now.rung - 1.0))
    markup = p.lowest + (top - p.lowest) / (1.0 + now.crowding / p.rivals)
    near = exact.log(1.0 + places.reach(now.near, now.place_sales) / 20.0)
    shared = p.inputs * now.log_input_price - p.skill_gain * exact.log(now.skill)
    log_cost = (
        (1.0 - p.inputs) * now.log_wage
        + now.log_friction
        - now.productivity
        - p.learning * exact.log(np.maximum(now.experience, 0.02))
        - places.at_place(now, p.neighbours * near)
        + now.spread(shared)
    )
    eaten = (1.0 - p.passed_on) * (now.log_friction - p.usual_friction)
    kept = (1.0 + markup) * (1.0 - eaten)
    return {
        "markup": markup,
        "log_cost": log_cost,
        "log_price": log_cost + exact.log(kept),
        "received": kept * (1.0 - p.squeeze * now.buyer_share * markup) - 1.0,
    }
