"""How often the forecast's bands hold: ``python -m tests.lab.bands`` counts it and keeps the figures in ``bands.json``.

300 situations: one of three levels, governed by somebody drawn by lot for a time drawn by lot. In each the band in
which four futures of five lie two years ahead is compared with what then comes, number by number.
"""

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from game.content import library
from game.lab import skill
from game.lab.calibration import AHEAD
from game.lab.forecast import MAIN, forecast, undated
from game.lab.governing import govern
from game.lab.strategies import STRATEGIES
from game.simulation.dice import seeds_for, unit
from game.simulation.region import Region
from game.version import RULES
from tests.session.playing import level

NOTE = Path(__file__).with_name("bands.json")
SITUATIONS, FUTURES = 300, 64
LEVELS = ("birth", "h01_wenzhou", "reference")


def held(number: int) -> list[bool]:
    """Tell for each main number whether the band of one situation held."""
    who, when, where = unit(seeds_for(77, 3 * SITUATIONS, "situations")).reshape(SITUATIONS, 3)[number]
    one, names = level(LEVELS[int(where * len(LEVELS))]), list(STRATEGIES)
    rules = undated(skill.rules_of(one, library.policies()))
    region = Region.open_with(rules, seeds_for(1000 + number, 1))
    table = skill.desk(one, rules, library.policies())
    for _ in range(4 + int(when * min(one.quarters - AHEAD - 4, 100))):
        govern(region, table, STRATEGIES[names[int(who * len(names))]])
        region.advance()
    bands = forecast(region, FUTURES, AHEAD).bands
    for _ in range(AHEAD):
        region.advance()
    came = [(bands[name], float(region.history.last(name)[0])) for name in MAIN]
    return [float(band.p10[-1]) - 1e-12 <= value <= float(band.p90[-1]) + 1e-12 for band, value in came]


def count() -> dict[str, Any]:
    """Count over all situations, together and for each number."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        rows = list(pool.map(held, range(SITUATIONS), chunksize=10))
    columns = dict(zip(MAIN, zip(*rows, strict=True), strict=True))
    shares = {name: round(sum(column) / SITUATIONS, 3) for name, column in columns.items()}
    whole = round(sum(map(sum, rows)) / (SITUATIONS * len(MAIN)), 4)
    return {"rules": RULES, "situations": SITUATIONS, "futures": FUTURES, "ahead": AHEAD, "held": whole, "each": shares}


def main() -> None:
    """Count, print and keep."""
    found = count()
    NOTE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(found)


if __name__ == "__main__":
    main()
