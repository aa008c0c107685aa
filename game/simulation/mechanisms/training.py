"""Training: skills grow by teaching and by doing new things, and grow old by themselves.

Theory: firms train less where trained people are easily poached (Brunello and Gambarotto 2007; the opposite
was found in France), so public training fills a gap. Skills of those who leave go with them.
H is the vintage of skills, 1 = up to date.
Claim: training shows late, and is missed later still.
Boundary: training alone does not change what a region makes.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("skill", "sales", "explores", "project_reach", "trend", "count")
CHANGES = {"skill": ("firms", "public", "new_work", "ageing", "leaving")}
PARAMETERS = {
    "firms": Parameter(0.012, 0.0, 0.03, "skill added a quarter by firms' own training", "prototype"),
    "poaching": Parameter(0.1, 0.0, 0.5, "fall of firms' training with density", "brunello_gambarotto_2007"),
    "public_gain": Parameter(0.012, 0.0, 0.03, "skill added a quarter by one programme", "prototype"),
    "new_work": Parameter(0.3, 0.0, 1.0, "skill added by exploring", "prototype"),
    "ageing": Parameter(0.0105, 0.0, 0.04, "share growing out of date a quarter", "prototype"),
    "public": Parameter(0.0, 0.0, 3.0, "public training, in programmes", "design", lever=True),
    "retraining": Parameter(0.0, 0.0, 3.0, "retraining of the laid-off, in programmes", "design", lever=True),
    "shared": Parameter(0.0, 0.0, 3.0, "apprenticeship shared by firms, in programmes", "design", lever=True),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Skills are made, lost to age, and carried away by those who leave."""
    # Shared apprenticeship takes the fear of poaching away, and only works where there are firms to share it.
    fear = p.poaching * exact.log(1.0 + now.sales / 20.0) / (1.0 + p.shared)
    own = p.firms * (1.0 + 0.35 * p.shared) * exact.exp(-fear) * np.minimum(1.0, now.count / 4.0)
    learning = now.mean(now.explores * now.project_reach)
    return {
        ("skill", "firms"): own,
        ("skill", "public"): p.public_gain * p.public,
        ("skill", "new_work"): p.new_work * learning,
        ("skill", "ageing"): -p.ageing * now.skill,
        ("skill", "leaving"): -np.maximum(-now.trend, 0.0) * (1.0 - 0.5 * np.minimum(p.retraining, 1.0)) * now.skill,
    }
