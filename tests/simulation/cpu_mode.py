"""Play in this processor mode and print what came out: the digest of many worlds, and the features in use.

Run as ``python -m tests.simulation.cpu_mode WORLDS QUARTERS``; the mode is set from outside, before numpy
loads.
"""

import hashlib
import sys

import numpy as np
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

from game.simulation import dice, exact
from game.simulation.region import Region
from tests.simulation.regions import play, rules


def fingerprint(worlds: int, quarters: int) -> str:
    """Return one digest of everything: tables, states and histories."""
    hasher = hashlib.sha256()
    for table in (dice._LAPLACE, dice._NORMAL, exact._EXP_TABLE, exact._LOG_TABLE):
        hasher.update(table.tobytes())
    region = play(Region.open(rules(), 31, worlds), quarters)
    for world in range(worlds):
        hasher.update(region.state.digest(world).encode())
    for row in region.history.rows:
        hasher.update((np.asarray(row) + 0.0).tobytes())
    return hasher.hexdigest()


if __name__ == "__main__":
    used = [name for name in __cpu_dispatch__ if __cpu_features__.get(name)]
    print(fingerprint(int(sys.argv[1]), int(sys.argv[2])), *used)
