"""How the main outcomes move with the ten most influential numbers: ``python -m tests.facts.sensitivity``.

First every number that no policy moves is set to the low and the high end of its range (screening, few worlds);
then the ten that move the outcomes most are led through their range in steps, in more worlds.
"""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from game.lab.facts_course import run
from game.lab.facts_settings import Trial
from game.lab.facts_worlds import Overrides
from game.simulation.dice import seeds_for
from game.simulation.registry import PARAMETERS
from game.simulation.tick import Broken

PAGE = Path(__file__).parent / "SENSITIVITY.md"
SEED, SCREENED, WORLDS, STEPS, INFLUENTIAL = 430_000, 48, 200, 5, 10
MOST = 4.0
"""The most standard deviations one outcome counts for."""

OUTCOMES = ("peak firms", "petrified", "renewed", "margin q120", "trust q160", "variety q120")
Rows = np.ndarray
Job = tuple[Overrides, int]

HEAD = f"""# What moves when a number moves

Written by `python -m tests.facts.sensitivity`; do not edit by hand. Level `reference`, 240 quarters, nobody governing.
Every number that no policy moves was set to both ends of its declared range ({SCREENED} worlds each); its influence is
the mean, over the six outcomes, of the difference between the ends in standard deviations between worlds. The
{INFLUENTIAL} strongest are led through their range in {STEPS} steps ({WORLDS} worlds each, the same dice throughout).

Outcomes: most firms there ever were; share of runs that ever petrify (probability over one half); share with a second
flourishing; margin on sales at quarter 120; trust at quarter 160; variety at quarter 120. Means over worlds; the last
three over worlds with firms. Ranges are wide: an end of one is often a world nobody has seen.
"""


def outcomes(job: Job) -> Rows:
    """Run and return every outcome, ``[world, outcome]``; a world without firms has no margin, trust or variety."""
    overrides, worlds = job
    try:
        series = run(Trial(), seeds_for(SEED, worlds), overrides).series
    except Broken:
        return np.full((worlds, len(OUTCOMES)), np.nan)
    firms = series["firms"]
    late = [np.where(firms[q] > 0, series[name][q].clip(-0.5, 1.0), np.nan) for name, q in WHEN]
    petrified = series["p_petrified"].max(axis=0) > 0.5
    return np.column_stack([firms.max(axis=0), petrified, series["renewed"][-1] > 0, *late])


WHEN = (("mean_margin", 120), ("trust", 160), ("variety", 120))


def means(rows: Rows) -> Rows:
    """Average each outcome over the worlds that have it."""
    counts = np.maximum(np.isfinite(rows).sum(axis=0), 1)
    return np.where(np.isfinite(rows).any(axis=0), np.nansum(rows, axis=0) / counts, np.nan)


def screen(pool: ProcessPoolExecutor) -> list[tuple[str, float]]:
    """Return every number with its influence, the strongest first."""
    names = sorted(name for name, parameter in PARAMETERS.items() if not parameter.lever)
    ends = [{name: end} for name in names for end in (PARAMETERS[name].low, PARAMETERS[name].high)]
    base = outcomes(({}, WORLDS))
    spread = np.maximum(np.nanstd(base, axis=0), 1e-9)
    found = [means(rows) for rows in pool.map(outcomes, [(end, SCREENED) for end in ends])]
    influence = {}
    for k, name in enumerate(names):
        apart = np.minimum(np.abs(found[2 * k + 1] - found[2 * k]) / spread, MOST)
        influence[name] = float(np.nan_to_num(apart, nan=0.0).mean())
    return sorted(influence.items(), key=lambda item: -item[1])


def steps_of(name: str) -> list[float]:
    """Lead a number through its range, its own default among the steps."""
    parameter = PARAMETERS[name]
    steps = np.linspace(parameter.low, parameter.high, STEPS)
    steps[1 + int(np.abs(steps[1:-1] - parameter.default).argmin())] = parameter.default
    return [float(step) for step in np.sort(steps)]


def lead(pool: ProcessPoolExecutor, names: Sequence[str]) -> Mapping[str, list[Rows]]:
    """Lead numbers through their ranges and return the outcomes' means at every step."""
    jobs: list[Job] = [({name: step}, WORLDS) for name in names for step in steps_of(name)]
    found = [means(rows) for rows in pool.map(outcomes, jobs)]
    return {name: found[k * STEPS : (k + 1) * STEPS] for k, name in enumerate(names)}


def page(influence: Sequence[tuple[str, float]], led: Mapping[str, list[Rows]]) -> str:
    """Write the page."""
    lines = [HEAD, "| number | value | " + " | ".join(OUTCOMES) + " |", "|---" * (len(OUTCOMES) + 2) + "|"]
    strength = dict(influence)
    for name, found in led.items():
        for step, row in zip(steps_of(name), found, strict=True):
            own = abs(step - PARAMETERS[name].default) < 1e-12
            shown = f"**{step:.4g}**" if own else f"{step:.4g}"
            label = f"{name} ({strength[name]:.2f})" if step == steps_of(name)[0] else ""
            lines.append(f"| {label} | {shown} | " + " | ".join(f"{value:.3g}" for value in row) + " |")
    rest = ", ".join(f"{name} {value:.2f}" for name, value in influence[len(led) : len(led) + 15])
    none = ", ".join(name for name, value in influence if value < 0.02) or "none"
    lines += ["", f"In bold the default; in brackets the influence. The next fifteen: {rest}.", ""]
    lines += [f"Numbers that move nothing here (influence below 0.02): {none}."]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Screen, lead, and write the page."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        influence = screen(pool)
        led = lead(pool, [name for name, _ in influence[:INFLUENTIAL]])
    PAGE.write_text(page(influence, led), encoding="utf-8")


if __name__ == "__main__":
    main()
