"""The same seed gives the same history on every processor.

A class plays one seed on many laptops, so one bit of difference is a fault. A difference of one bit surfaces
in few worlds: at least 48 worlds for 160 quarters are played in every mode this machine can pretend to have.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

from tests.simulation.regions import ROOT

WORLDS, QUARTERS = 48, 160

AVAILABLE = [name for name in __cpu_dispatch__ if __cpu_features__.get(name)]
"""What numpy could switch on here, from older to newer."""


def switched_off() -> list[tuple[str, ...]]:
    """List modes: everything on, the newest off, the two newest off … and everything off."""
    return [tuple(AVAILABLE[k:]) for k in range(len(AVAILABLE), -1, -1)]


def others() -> list[tuple[str, ...]]:
    """List the modes in which only one feature is off, as no real processor has it."""
    return [(name,) for name in AVAILABLE if (name,) not in switched_off()]


def play_without(features: tuple[str, ...]) -> tuple[str, set[str]]:
    """Play in a process of its own; return its digest and the features it used."""
    modes = {"NPY_DISABLE_CPU_FEATURES": " ".join(features)} if features else {}
    kept = {name: value for name, value in os.environ.items() if name != "NPY_DISABLE_CPU_FEATURES"}
    command = [sys.executable, "-m", "tests.simulation.cpu_mode", str(WORLDS), str(QUARTERS)]
    done = subprocess.run(command, cwd=ROOT, env=kept | modes, capture_output=True, text=True, check=True)
    digest, *used = done.stdout.split()
    return digest, set(used)


def assert_all_agree(modes: list[tuple[str, ...]]) -> None:
    """Play in every mode, two at a time, and compare."""
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(modes, pool.map(play_without, modes), strict=True))
    for features, (_, used) in found.items():
        assert not used & set(features), "the mode was not really switched off"
    assert len({digest for digest, _ in found.values()}) == 1, {
        mode: digest[:12] for mode, (digest, _) in found.items()
    }


def test_history_is_the_same_in_every_mode_of_the_processor() -> None:
    if not AVAILABLE:
        pytest.skip("numpy has only one mode on this machine")
    assert_all_agree(switched_off())


@pytest.mark.long
def test_history_is_the_same_in_modes_no_processor_has() -> None:
    if not others():
        pytest.skip("there is no further mode on this machine")
    assert_all_agree([(), *others()])
