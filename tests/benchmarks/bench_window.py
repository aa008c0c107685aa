"""How fast the window draws and opens, in milliseconds and in numbers that also mean something on a slow machine.

Run as ``python -m tests.benchmarks.bench_window``.

A redraw is compared with the least any window must do (fill the screen and flip it), the first frame of the title
with the bare imports of the libraries that every start needs. Programs are started with their compiled modules kept,
as on a player's computer from the second start on.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, sleep

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import pygame

from game.content import library
from game.lab.workers import Workers
from game.session import store
from game.session.branch import Branch
from game.session.session import Session
from game.simulation.rules import Rules
from game.ui.app import App
from game.ui.canvas import Canvas
from game.ui.futures import Futures
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.region.around import DESK, OVERVIEW
from game.ui.screen import Pop
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.stack import Stack
from tests.session.playing import level
from tests.simulation.regions import setup

ROOT = Path(__file__).resolve().parents[2]
LARGE = (1920, 1080)
FIRMS = 300
MOST_REDRAW, MOST_OPENING = 8.0, 2.5
"""Milliseconds of nineteen redraws of twenty, and how many bare imports the first frame may take."""
MOST_BESIDE, MOST_LAYOUT, MOST_CHANGE, MOST_GROWTH = 1.2, 5.0, 50.0, 0.05
"""Redraws beside a forecast against those without; ms of laying out anew and of opening a screen; growth of memory."""
FRAMES, BLOCK = 240, 12

BARE = "import numpy, pydantic, pygame, yaml"
TITLE = """
import sys, pygame
shown = pygame.display.flip
def once():
    shown()
    sys.exit()
pygame.display.flip = once
from game.cli import main
main(["play"])
"""
"""The command that a player types, until the first picture is before the eyes."""
WHOLE = """
import sys, game.ui.window as window
app, frame = window.App, window.App.frame
def until_all_is_read(self, seconds):
    frame(self, seconds)
    if self.stack.top.shelf.complete:
        frame(self, seconds)
        sys.exit()
app.frame = until_all_is_read
window.open_window(None, "en")
"""


def crowd(session: Session, count: int) -> None:
    """Let every firm stand many times over, spread over the places, so that the map is full."""
    region = session.branch.region
    state = region.state
    row = np.arange(count)
    like = row % state.firms.shape[1]
    state.people(state.firms[:, like], state.tables["firm"][:, like])
    state.marks["firm"][:] = row + 1
    state.marks["parent"][:] = np.where(row > 8, row // 3, -1)
    state.marks["place"][:] = row % len(session.level.map.places)
    state.stocks["style"][:] = (row * 0.618) % 1.0
    state.next_firm[:] = count + 1
    region.refresh()


def crowded(canvas: Canvas, firms: int = FIRMS, quarters: int = 60) -> tuple[App, Region]:
    """Open the reference region, full, in a window."""
    numbers = {"demand.takeoff": 10.0, "demand.saturation": 2400.0, "entry.rate": 5.0}
    rules = Rules(replace(setup(), capacity=firms + 20, parameters={**setup().parameters, **numbers}))
    session = Session(level("reference"), library.policies(), 7, rules, [Branch.start(rules, 7)])
    for _ in range(quarters):
        session.advance()
    crowd(session, firms)
    chosen = Preferences("en")
    title = Title(chosen)
    screen = Region(Playing(session, chosen), title)
    return App(canvas, chosen, Stack(title, screen)), screen


def best(rounds: int, run: Callable[[], float]) -> float:
    """Return the smallest of several measurements: disturbance only ever slows down."""
    return min(run() for _ in range(rounds))


def took(do: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = perf_counter()
    do()
    return perf_counter() - began


def recomposed(app: App, screen: Region) -> float:
    """Return seconds of the slowest redraw after the region changed, until the map's picture is painted anew."""
    digests, before = screen.playing.session.branch.digests, screen.map.picture
    digests[screen.playing.session.quarter] += "."
    slowest = 0.0
    while screen.map.picture is before:
        slowest = max(slowest, took(app.draw))
    return slowest


def p95(frames: int, run: Callable[[], object]) -> float:
    """Return the seconds that nineteen of twenty runs stay below."""
    return float(np.quantile([took(run) for _ in range(frames)], 0.95))


def beside_a_forecast(app: App, screen: Region, frames: int = FRAMES) -> tuple[float, float]:
    """Return the p95 of redraws without and with a process that looks into the futures.

    Both by turns, the process held and let go, so that whatever else the machine does disturbs both alike.
    """
    workers = Workers()
    found: dict[bool, list[float]] = {False: [], True: []}
    try:
        app.workers = workers
        screen.playing.futures = Futures()
        app.draw()
        while not any(workers.progress(name)[0] for name in ("futures", "window")):
            sleep(0.05)
        for block in range(2 * frames // BLOCK):
            working = block % 2 == 1
            _hold(workers, not working)
            for _ in range(BLOCK):
                found[working].append(took(app.draw))
                sleep(0.008)  # a window waits for the screen
        return float(np.quantile(found[False], 0.95)), float(np.quantile(found[True], 0.95))
    finally:
        _hold(workers, False)
        app.workers = None
        workers.close()


def _hold(workers: Workers, still: bool) -> None:
    """Stop the processes, or let them go on, where the system can do that."""
    if hasattr(signal, "SIGSTOP") and workers._pool is not None:
        for process in workers._pool._processes:
            os.kill(process, signal.SIGSTOP if still else signal.SIGCONT)


def laid_out(app: App, screen: Region) -> float:
    """Return the most seconds of everything around the map in a window of another size, with usual and large text."""
    kit, found = app._kit(), []
    for text, drawer in ((1.0, ""), (2.0, OVERVIEW), (2.0, DESK)):
        screen.around.drawer = drawer
        other = replace(kit, surface=pygame.Surface((1600, 900)), text_size=text, spots=[], areas={}, lengths={})

        def around(other: Kit = other) -> None:
            screen.around.draw(other, screen, screen.around.rooms(other))

        around()  # faces of this size are read once
        found.append(took(around))
    screen.around.drawer = ""
    return max(found)


def changed(app: App, screen: Region) -> dict[str, float]:
    """Return seconds of the first frame of every sheet, opened the second time in a session."""
    found = {}
    for name in ("rewind", "gazette", "log", "futures", "goals", "family_tree", "codex", "menu"):
        for _ in range(2):
            app.stack.take(getattr(screen, name)())
            found[name] = took(app.draw)
            app.stack.take(Pop())
            app.draw()
    return found


def memory() -> int:
    """Return the bytes this program holds; 0 where that cannot be told."""
    table = Path("/proc/self/statm")
    return int(table.read_text().split()[1]) * 4096 if table.is_file() else 0


def grown(app: App, screen: Region, rounds: int = 40) -> float:
    """Return by what share memory grows while sheets come and go and frames are drawn, after a warm-up."""

    def once() -> None:
        changed(app, screen)
        for _ in range(20):
            app.draw()

    for _ in range(4):
        once()
    before = memory()
    for _ in range(rounds):
        once()
    return memory() / before - 1.0 if before else 0.0


def started(program: str, environment: Mapping[str, str]) -> float:
    """Return seconds a new program takes."""
    command = [sys.executable, "-c", program]
    return took(lambda: subprocess.run(command, cwd=ROOT, env=dict(environment), check=True, capture_output=True))


def openings(rounds: int) -> tuple[float, ...]:
    """Return seconds of the bare imports, from nothing to the title's first frame, and until every level is read."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
                       "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy",
                       store.HOME: f"{folder}/home"}  # fmt: skip
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        programs = (BARE, TITLE, WHOLE)
        for program in programs:
            started(program, environment)
        return tuple(best(rounds, lambda program=program: started(program, environment)) for program in programs)


@dataclass(frozen=True)
class Drawn:
    """What was measured, in seconds."""

    firms: int
    bare: float
    redraw: float
    usual: float
    alone: float
    beside: float
    layout: float
    changes: dict[str, float]
    growth: float
    recomposed: float
    imports: float
    first_frame: float
    whole: float

    def lines(self) -> list[str]:
        """Tell it."""
        return [
            f"firms on the map            {self.firms:10d}",
            f"ms of a fill and a flip     {1e3 * self.bare:10.2f}",
            f"ms of the quickest redraw   {1e3 * self.redraw:10.2f}",
            f"  in fills and flips        {self.redraw / self.bare:10.1f}",
            f"ms of 19 redraws of 20      {1e3 * self.usual:10.2f}   (at most {MOST_REDRAW:g})",
            f"  beside a forecast         {1e3 * self.beside:10.2f}",
            f"  against one that is held  {self.beside / self.alone:10.2f}   (at most {MOST_BESIDE:g})",
            f"ms of laying out anew       {1e3 * self.layout:10.2f}   (at most {MOST_LAYOUT:g})",
            f"ms to open the slowest sheet{1e3 * max(self.changes.values()):10.1f}   (at most {MOST_CHANGE:g}: "
            f"{max(self.changes, key=lambda name: self.changes[name])})",
            f"growth of memory            {100 * self.growth:9.1f}%   (at most {100 * MOST_GROWTH:g}%)",
            f"ms after a quarter passed   {1e3 * self.recomposed:10.2f}",
            f"  in fills and flips        {self.recomposed / self.bare:10.1f}",
            f"ms of the bare imports      {1e3 * self.imports:10.0f}",
            f"ms to the first frame       {1e3 * self.first_frame:10.0f}",
            f"  in bare imports           {self.first_frame / self.imports:10.2f}   (at most {MOST_OPENING:g})",
            f"ms until all levels are read{1e3 * self.whole:9.0f}",
        ]


def measure(rounds: int = 15, firms: int = FIRMS, quarters: int = 60, starts: int = 5) -> Drawn:
    """Measure everything in one run."""
    canvas = Canvas(LARGE, "benchmark")
    app, screen = crowded(canvas, firms, quarters)

    def bare() -> None:
        canvas.surface.fill((247, 242, 232))
        pygame.display.flip()

    app.draw()
    while not screen.map.printed:
        app.draw()
    screen.running = True
    alone, beside = beside_a_forecast(app, screen)
    found = Drawn(
        firms=len(screen.map.houses),
        bare=best(rounds, lambda: took(bare)),
        redraw=best(rounds, lambda: took(app.draw)),
        usual=p95(FRAMES, app.draw),
        alone=alone,
        beside=beside,
        layout=best(rounds, lambda: laid_out(app, screen)),
        changes=changed(app, screen),
        growth=grown(app, screen),
        recomposed=best(rounds, lambda: recomposed(app, screen)),
        **dict(zip(("imports", "first_frame", "whole"), openings(starts), strict=True)),
    )
    canvas.close()
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    print("\n".join(measure(parser.parse_args().rounds).lines()))
