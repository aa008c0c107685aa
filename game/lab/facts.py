"""The published facts against the model: every fact measured over many worlds, with its uncertainty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.content.complaint import Complaint, has_errors
from game.content.library import vocabulary
from game.content.model_faults import validate
from game.content.yaml_lines import read
from game.lab.facts_checks import check_facts
from game.lab.facts_settings import Fact, FactFile
from game.lab.facts_worlds import STATISTICS, Overrides, Reading, Rows, read_off
from game.lab.statistics import interval

FOLDER = Path(__file__).parents[2] / "tests" / "facts"


@dataclass(frozen=True)
class Figure:
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Measured:
    """A fact and what the model says to it."""

    fact: Fact
    figure: Figure
    beside: Mapping[str, Figure]

    @property
    def met(self) -> bool:
        """Whether the value lies in the band."""
        return self.fact.holds(self.figure.value)

    @property
    def touches(self) -> bool:
        """Whether the interval reaches into the band."""
        low = self.fact.low if self.fact.low is not None else -np.inf
        high = self.fact.high if self.fact.high is not None else np.inf
        return bool(self.figure.low <= high and self.figure.high >= low)

    @property
    def sure(self) -> bool:
        """Whether the whole interval lies in the band."""
        return self.fact.holds(self.figure.low) and self.fact.holds(self.figure.high)


def load(path: Path) -> tuple[tuple[Fact, ...], tuple[Complaint, ...]]:
    """Read one file of facts. Never raises."""
    document = read(path)
    file, faults = validate(FactFile, document.content) if document.content is not None else (None, [])
    faults = [*document.faults, *faults]
    if file is not None:
        faults += check_facts(file, vocabulary(), tuple(STATISTICS))
    complaints = tuple(document.complaint(fault) for fault in faults)
    return () if file is None or has_errors(complaints) else file.facts, complaints


def load_all(folder: Path = FOLDER) -> tuple[Fact, ...]:
    """Read every fact, in the order of their numbers; files with mistakes are left out."""
    found = [fact for path in sorted(folder.glob("*.yaml")) for fact in load(path)[0]]
    return tuple(sorted(found, key=lambda fact: fact.id))


def measure(
    facts: Sequence[Fact], share: float = 1.0, overrides: Overrides | None = None, processes: int | None = None
) -> list[Measured]:
    """Measure facts.

    Args:
        facts: Which.
        share: Of each fact's own number of worlds.
        overrides: Other defaults, to try a calibration.
        processes: How many to use; None means one for each core.
    """
    readings = [reading for fact in facts for reading in _readings(fact, share)]
    rows = read_off(readings, overrides or {}, processes)
    return [_measured(fact, share, rows) for fact in facts]


def _readings(fact: Fact, share: float) -> list[Reading]:
    """List what must be read off which worlds for a fact."""
    worlds = max(2, round(fact.worlds * share))
    options = tuple(sorted(fact.options.items()))
    names = (fact.statistic, *fact.beside)
    return [Reading(trial, fact.seed, worlds, name, options) for trial in fact.trials for name in names]


def _measured(fact: Fact, share: float, rows: Rows) -> Measured:
    """Combine rows into figures, those of several trials pooled."""
    figures: dict[str, Figure] = {}
    for name in (fact.statistic, *fact.beside):
        wanted = [reading for reading in _readings(fact, share) if reading.statistic == name]
        pooled = np.vstack([rows[reading.key] for reading in wanted])
        combine = STATISTICS[name].combine
        figures[name] = Figure(combine(pooled), *interval(pooled, combine, f"{fact.id} {name}"))
    return Measured(fact, figures[fact.statistic], {name: figures[name] for name in fact.beside})


def main() -> None:
    """Print every fact's figures, plainly: for whoever calibrates."""
    for item in measure(load_all()):
        beside = " ".join(f"{name} {figure.value:.3f}" for name, figure in item.beside.items())
        figure = item.figure
        print(f"{item.fact.id:12} {figure.value:8.4f} [{figure.low:.4f}, {figure.high:.4f}] {item.met} {beside}")


if __name__ == "__main__":
    main()
