"""Measures the histories anew: ``python -m tests.histories.renew [WORLDS]``; look at the difference first."""

import sys
from dataclasses import replace

import yaml

from tests.histories.measure import FOLDER, WORLDS, Check, checks, measure, names


def written(check: Check) -> dict[str, object]:
    """Return a check as it stands in its file."""
    kept = {key: value for key, value in vars(check).items() if value not in (None, ())}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in kept.items()}


def renew(name: str, worlds: int) -> None:
    """Measure one history and write down what came out."""
    found = measure(name, worlds)
    anew = [replace(check, measured=found[check.id], met=check.holds(found[check.id])) for check in checks(name)]
    text = yaml.safe_dump([written(check) for check in anew], sort_keys=False, allow_unicode=True, width=110)
    (FOLDER / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    print(*(f"{name:18} {one.id:28} {one.measured:8} [{one.low}, {one.high}] {one.met}" for one in anew), sep="\n")


if __name__ == "__main__":
    for history in names():
        renew(history, int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS)
