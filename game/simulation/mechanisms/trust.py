"""Trust: earned slowly by dealing again, lost quickly by cheating, and felt in every cost.

Theory: repeated games (Kreps, Axelrod); asymmetry of trust (Slovic 1993); transaction cost (Dyer and Chu
2003). When sales shrink and old firms fail, the shadow of the future shortens, cheating pays, and trust falls
when it is needed most. Friction τ = base · (1 + 5 (1 − T)^1.5): about five to one between the
least and the most trusted buyer that was measured.
Claim: trust is built in years and spent in quarters.
Boundary: trust here is a regional norm; a firm feels more of it the more it is woven in (ties).
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.exact import Array
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "trust", "tie", "trend", "old_failures", "count", "leaving", "insolvent", "age", "branch",
    "sales", "last_sales",
)  # fmt: skip
GIVES = ("felt_trust", "log_friction", "cheating", "concert")
CHANGES = {
    "trust": ("dealing", "cheating", "fading", "programme"),
    "trend": ("sales",),
    "old_failures": ("closures",),
    "tie": ("dealing", "cheating", "closures"),
}
PARAMETERS = {
    "gain": Parameter(0.0292, 0.01, 0.06, "share of missing trust earned a quarter", "slovic_1993"),
    "loss": Parameter(0.22, 0.1, 0.4, "share of trust lost if everybody cheated", "slovic_1993"),
    "fade": Parameter(0.004, 0.0, 0.02, "share of trust fading a quarter", "design"),
    "pace": Parameter(1.0, 0.3, 1.5, "how readily this region trusts", "design"),
    "temptation": Parameter(-3.1, -3.6, -2.0, "log odds of cheating in quiet times", "calibrated"),
    "calm": Parameter(30.0, 10.0, 50.0, "fall of log odds per unit of growth a quarter", "prototype"),
    "strain": Parameter(141.0, 60.0, 250.0, "rise of log odds per unit of shrinkage a quarter", "calibrated"),
    "fright": Parameter(98.0, 20.0, 150.0, "rise of log odds per unit of failures of old firms", "calibrated"),
    "usual_failures": Parameter(0.006, 0.002, 0.02, "share of old firms failing in normal times", "prototype"),
    "friction": Parameter(0.0185, 0.01, 0.03, "share of unit cost at full trust", "dyer_chu_2003"),
    "woven": Parameter(0.42, 0.0, 0.8, "how much a firm's own ties matter for the trust it feels", "design"),
    "weaving": Parameter(0.047, 0.01, 0.1, "share of missing ties made a quarter", "prototype"),
    "concert_floor": Parameter(0.3, 0.0, 1.0, "what joint effort achieves without trust", "prototype"),
    "programme": Parameter(0.0, 0.0, 3.0, "meeting and mediating, in programmes", "design", lever=True),
    "sanction": Parameter(0.0, 0.0, 3.0, "cheats are found and named, in programmes", "design", lever=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute what trust means this quarter: friction, cheating, and how far firms act together."""
    odds = (
        p.temptation
        - p.calm * np.minimum(np.maximum(now.trend, 0.0), 0.03)
        + p.strain * np.minimum(np.maximum(-now.trend, 0.0), 0.03)
        + p.fright * np.minimum(np.maximum(now.old_failures - p.usual_failures, 0.0), 0.04)
        - 0.7 * p.programme
        - 1.0 * p.sanction
    )
    felt = np.minimum(0.99, now.spread(now.trust) * (1.0 - p.woven + p.woven * now.tie / 0.7))
    return {
        "felt_trust": felt,
        "log_friction": exact.log(1.0 + friction(felt, p.friction)),
        "cheating": exact.logistic(odds),
        "concert": np.minimum(
            1.0,
            p.concert_floor + (1.0 - p.concert_floor) * np.minimum(np.maximum((now.trust - 0.25) / 0.4, 0.0), 1.0),
        ),
    }


def friction(trust: Array, base: float) -> Array:
    """Return the share of unit cost lost to contracting, checking and haggling."""
    lack = 1.0 - trust
    result: Array = base * (1.0 + 5.0 * lack * np.sqrt(lack))
    return result


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Trust is earned and lost; the memories that set the shadow of the future move on."""
    honest = 1.0 - now.cheating
    crowd = np.minimum(1.0, now.count / 10.0)
    growth = np.minimum(np.maximum(now.sales / np.maximum(now.last_sales, 1e-6) - 1.0, -0.2), 0.2)
    counted = (now.count >= 4) & (now.last_sales > 0)
    old = now.age >= 20
    old_count = now.sum(old)
    failed = now.sum(old & now.insolvent) / np.maximum(old_count, 1.0)
    failures = np.where(old_count >= 3, failed, p.usual_failures)
    left = now.roster.sum_of(np.flatnonzero(now.leaving)) / now.heads
    speed = np.where(now.branch, 0.2, 1.0) * p.weaving
    return {
        ("trust", "dealing"): p.gain * p.pace * honest * (1.0 - now.trust) * crowd,
        ("trust", "cheating"): -p.loss * now.cheating * now.trust,
        ("trust", "fading"): -p.fade * now.trust,
        ("trust", "programme"): 0.004 * p.programme * (1.0 - now.trust),
        ("trend", "sales"): np.where(counted, 0.06 * (growth - now.trend), -0.06 * now.trend),
        ("old_failures", "closures"): 0.06 * (failures - now.old_failures),
        ("tie", "dealing"): speed * now.spread(honest) * (1.0 - now.tie),
        ("tie", "cheating"): now.spread(-0.5 * p.loss * now.cheating) * now.tie,
        ("tie", "closures"): now.spread(-0.5 * left) * now.tie,
    }
