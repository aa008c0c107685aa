"""Exploration: firms try something new, if they have the means, the pressure and someone to learn from.

Theory: inverted U of innovation in competition (Aghion et al. 2005); slack; learning outside diverges (Menzel
and Fornahl 2010); joint projects need trust and something to exchange. What look-alikes next door copy at once pays
nobody to invent (appropriability). How *far* an explorer gets depends on openness, skills, cash, and on designers near
by; suppliers of every part make trying cheaper (the flexible production complex). A university reaches only firms
that are woven in: money acts through links.
Claim: in the boom nobody needs to explore, in decline nobody can.
Boundary: failures cost only the project's cash.
"""

import numpy as np

from game.simulation.dice import Dice
from game.simulation.exact import Array, Index
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "quality", "cash", "frontier", "markup", "openness", "complacency", "variety", "trust", "skill",
    "sales_growth", "firm", "crowding", "supplier_use", "design_help", "tie", "count",
)  # fmt: skip
GIVES = ("explores", "project_reach")
CHANGES = {"style": ("exploring",), "quality": ("exploring",), "cash": ("exploring",)}
PARAMETERS = {
    "rate": Parameter(0.048, 0.0, 0.08, "chance a quarter, before all conditions", "prototype"),
    "outside": Parameter(3.19, 0.0, 6.0, "rise of the chance with openness", "prototype"),
    "full_till": Parameter(8.0, 2.0, 20.0, "cash at which means are no obstacle", "design"),
    "best_margin": Parameter(0.25, 0.1, 0.5, "mark-up at which firms try hardest", "aghion_2005"),
    "pride": Parameter(0.45, 0.0, 0.8, "share of effort lost to the region's success", "prototype"),
    "busy": Parameter(0.32, 0.0, 0.8, "share of effort lost by a firm that grows fast", "prototype"),
    "joint": Parameter(0.94, 0.0, 2.0, "rise of the chance by joint projects among those who trust", "prototype"),
    "joint_programme": Parameter(2.2, 0.0, 4.0, "further rise by a network programme", "prototype"),
    "jump": Parameter(0.446, 0.1, 0.5, "farthest move on the product circle", "prototype"),
    "quality_step": Parameter(0.66, 0.2, 1.0, "share of the gap to the frontier a full reach closes", "prototype"),
    "least_reach": Parameter(0.08, 0.0, 0.3, "reach without any openness", "prototype"),
    "reach": Parameter(1.6, 0.5, 3.0, "reach gained per unit of openness", "prototype"),
    "cost": Parameter(0.8, 0.0, 3.0, "cash a project of full reach costs", "design"),
    "flexible": Parameter(0.6, 0.0, 1.0, "fall of that cost with every supplier at hand", "design"),
    "shared_cost": Parameter(0.4, 0.0, 1.0, "fall of that cost where partners share it in full trust", "design"),
    "leak": Parameter(0.15, 0.0, 0.5, "share of the will lost where all next door would copy at once", "design"),
    "university": Parameter(
        0.0, 0.0, 3.0, "university programme and laboratories, in programmes", "design", lever=True
    ),
    "network": Parameter(0.0, 0.0, 3.0, "joint projects, in programmes", "design", lever=True),
    "grants": Parameter(0.0, 0.0, 3.0, "grants for new products, in programmes", "design", lever=True),
}


def _joint(now: Now, p: Values) -> Array:
    """How much joint projects add, by trust and by having something to exchange."""
    exchange = np.minimum(1.0, now.variety / 0.6)
    among_friends = p.joint * np.minimum(np.maximum((now.trust - 0.25) / 0.5, 0.0), 1.0)
    result: Array = exchange * (among_friends + p.joint_programme * now.trust * p.network)
    return result


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Throw for who explores, and compute how far each would get."""
    slack = np.minimum(np.maximum(now.cash / p.full_till, 0.05), 1.0)
    will = (
        (0.3 + p.outside * now.openness) * (1.0 - p.pride * now.complacency) * (1.0 + _joint(now, p) + 0.3 * p.grants)
    )
    # No firm's chance can be higher than this: most throws need no closer look.
    highest = p.rate * will
    rows, u = dice.below("exploration", now.roster, highest)
    explores = np.zeros(slack.shape, dtype=bool)
    explores[rows] = u < highest[now.home[rows]] * slack[rows] * _urge(now, p, rows)
    reach = np.minimum(1.0, _learnt(now, p) * np.minimum(now.skill, 1.2))
    return {"explores": explores, "project_reach": now.spread(reach) * (0.4 + 0.6 * np.sqrt(slack))}


def _urge(now: Now, p: Values, rows: Index) -> Array:
    """Return what is left of the will of some firms: by pressure, by orders to fill, by who would copy at once."""
    x = now.markup[rows] / p.best_margin
    pressure = np.maximum(0.15, x * (2.0 - x))
    busy = 1.0 - 0.5 * p.busy * np.minimum(np.maximum(now.sales_growth[rows] / 0.05, 0.0), 1.0)
    crowding = now.crowding[rows]
    left: Array = pressure * busy * (1.0 - p.leak * crowding / (crowding + 5.0))
    return left


def _learnt(now: Now, p: Values) -> Array:
    """Return how far an explorer could see: by openness, by what the university brings to firms that are woven in."""
    # Links between firms and institute are as many as firms are woven in: 0.7 is a well-tied cluster.
    linked = np.minimum(now.mean_stock(now.tie) / 0.7, 1.0)
    learnt: Array = (p.least_reach + p.reach * now.openness + 0.06 * p.university * linked) * (1.0 + now.design_help)
    return learnt


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Explorers jump to another product and towards the world's best quality."""
    rows = np.flatnonzero(now.explores)
    world = now.home[rows]
    reach = now.project_reach[rows]
    u = dice.picked("exploration_jump", world, now.firm[rows])
    gap = np.maximum(now.frontier[world] - now.quality[rows], 0.0)
    style, quality, cash = (np.zeros(now.explores.shape) for _ in range(3))
    style[rows] = (2.0 * u - 1.0) * p.jump * reach
    quality[rows] = p.quality_step * reach * gap + 0.01
    friends = np.minimum(np.maximum((now.trust - 0.25) / 0.5, 0.0), 1.0)
    dear = 1.0 + p.flexible * (0.5 - now.supplier_use) + p.shared_cost * (0.5 - friends)
    cash[rows] = -p.cost * dear[world] * reach
    return {("style", "exploring"): style, ("quality", "exploring"): quality, ("cash", "exploring"): cash}
