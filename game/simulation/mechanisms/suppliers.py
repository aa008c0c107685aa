"""Suppliers: the division of labour is limited by the extent of the market.

Theory: Young (1928), Stigler (1951), Ethier (1982). Each of twelve links of the chain (``chain.LINKS``) wants a larger
local market than the one before; it opens when the market has grown past its threshold and dies only when the market
has shrunk well below it. Suppliers make inputs cheaper, services lower the fixed cost of starting, trading houses and
freight find buyers, makers of complements make the goods worth more, designers help to try something new.
Claim: a region of many small firms can be as cheap and as nimble as one large firm, once the links are there.
Boundary: where nobody trusts anybody, firms make in-house what they could buy next door.
"""

import numpy as np

from game.simulation import chain
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter
from game.simulation.state import SUPPLIER_STAGES

READS = ("stages", "trust", "size", "branch")
GIVES = ("supplier_share", "supplier_use", "service_use", "channels", "design_help", "log_input_price")
CHANGES = {"stages": ("opening", "closing")}
PARAMETERS = {
    "saving": Parameter(0.38, 0.0, 0.6, "fall of log input price with every stage open", "prototype"),
    "needs_trust": Parameter(0.3, 0.0, 1.0, "share of the use of suppliers that needs trust", "design"),
    "first": Parameter(4.0, 1.0, 40.0, "local sales the first stage wants", "prototype"),
    "growth": Parameter(1.45, 1.1, 2.0, "ratio between the thresholds of two stages", "prototype"),
    "channel_gain": Parameter(0.1, 0.0, 0.4, "attraction when trade and complements are complete", "design"),
    "design_gain": Parameter(0.2, 0.0, 0.6, "rise of the reach of what is new by local designers", "design"),
    "opens": Parameter(0.12, 0.0, 1.0, "chance a quarter to open past the threshold", "prototype"),
    "closes": Parameter(0.08, 0.0, 1.0, "chance a quarter to close below 0.7 of it", "prototype"),
    "branch_share": Parameter(0.3, 0.0, 1.0, "share of a branch plant's inputs bought here", "design"),
    "promotion": Parameter(0.0, 0.0, 3.0, "search for missing links, in programmes", "design", lever=True),
    "bulk": Parameter(0.0, 0.0, 0.2, "fall of log input price by buying together", "design", lever=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute which links are open, how far firms use them, and what that saves and opens."""
    trusted = 1.0 - p.needs_trust + p.needs_trust * np.minimum(1.0, now.trust / 0.6)
    roles = chain.shares(now.stages)
    supply = roles["supply"] * trusted
    reach = 0.5 * (roles["trade"] + roles["complement"])
    return {
        "supplier_share": now.stages.sum(axis=-1) / SUPPLIER_STAGES,
        "supplier_use": supply,
        "service_use": roles["service"] * trusted,
        # Half of the chain is the usual state: what is missing costs, what is there helps.
        "channels": p.channel_gain * (reach - 0.5),
        "design_help": p.design_gain * (roles["design"] - 0.3),
        "log_input_price": -p.saving * supply - p.bulk,
    }


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Stages open and close by the size of the local market."""
    local = now.total(np.where(now.branch, p.branch_share, 1.0) * now.size)
    threshold = p.first * np.cumprod(np.full(SUPPLIER_STAGES, p.growth)) / p.growth
    # A promoted link comes sooner and to a smaller market, as a programme persuades one supplier to try.
    market = local[:, None] * (1.0 + 0.4 * p.promotion[:, None])
    u = dice.counted("suppliers", SUPPLIER_STAGES)
    opening = (now.stages == 0) & (market > threshold) & (u < p.opens * (1.0 + p.promotion[:, None]))
    closing = (now.stages == 1) & (market < 0.7 * threshold) & (u < p.closes)
    return {("stages", "opening"): opening * 1.0, ("stages", "closing"): closing * -1.0}
