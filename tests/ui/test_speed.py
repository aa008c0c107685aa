"""The benchmark of the window measures what it says; how fast a machine is, no test can know."""

import os
import sys
from pathlib import Path

import pygame
import pytest

from game.session import store
from game.ui.app import App
from game.ui.canvas import Canvas, Paper
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.stack import Stack
from tests.benchmarks.bench_window import TITLE, Drawn, crowded, recomposed, started
from tests.session.playing import level


def test_the_benchmark_draws_a_full_map() -> None:
    canvas = Canvas((1024, 600), "benchmark")
    app, screen = crowded(canvas, firms=70, quarters=12)
    app.draw()
    while not screen.map.printed:
        app.draw()
    assert len(screen.map.houses) == 70
    before = screen.map.picture
    app.draw()
    assert screen.map.picture is before, "what did not change is not painted again"
    assert recomposed(app, screen) > 0
    assert screen.map.picture is not before
    canvas.close()


def test_a_window_in_which_nothing_happens_rests_and_wakes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Preferences("en")
    screen = Region(Playing.begin(level("reference"), chosen, 7), Title(chosen))
    app = App(Paper.of((1024, 600)), chosen, Stack(screen.home, screen))
    pictures: list[float] = []
    draw = App.draw
    monkeypatch.setattr(App, "draw", lambda app: (pictures.append(app.seconds), draw(app)))

    def drawn(seconds: float) -> int:
        pictures.clear()
        for _ in range(round(60 * seconds)):
            app.frame(1 / 60)
        return len(pictures)

    while not screen.map.printed:
        app.frame(1 / 60)
    drawn(1.1)
    assert drawn(2.0) in range(9, 12), "five pictures a second show what arrives by itself"
    app.canvas.pointer = (40, 40)
    assert drawn(1 / 60) == 1, "the pointer is followed at once"
    drawn(1.1)
    app.canvas.waiting.append(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    assert drawn(0.5) == 30, "a key wakes it"
    screen.toggle()
    drawn(1.1)
    assert drawn(0.5) == 30, "a region that runs is drawn sixty times a second"


def test_the_benchmark_tells_its_figures() -> None:
    assert started("pass", {}) > 0
    lines = Drawn(300, 0.0003, 0.006, 0.007, 0.007, 0.008, 0.003, {"log": 0.02}, 0.01, 0.03, 0.15, 0.3, 2.5).lines()
    assert len(lines) == 16
    assert any("6.00" in line for line in lines)
    assert any("1.14" in line for line in lines), "a ratio that means something on a slow machine too"


def test_the_first_picture_of_the_title_needs_no_levels_no_region_and_no_models(tmp_path: Path) -> None:
    unread = ("game.content.library", "game.simulation.state", "game.ui.screens.region", "pydantic.main")
    asks = f"sys.modules.keys() & {set(unread)}"
    program = TITLE.replace("sys.exit()", f"os._exit(1 if {asks} else 0)").replace("import sys", "import os, sys")
    assert program.count("os._exit") == 1
    quiet = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", store.HOME: str(tmp_path)}
    assert started(program, {**os.environ, **quiet, "PYTHONPATH": os.pathsep.join(sys.path)}) > 0


@pytest.mark.parametrize(("wished", "taken"), [(None, "0"), ("1", "1")])
def test_a_picture_is_brought_up_as_it_is_unless_somebody_wishes_otherwise(
    wished: str | None, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hint = "SDL_FRAMEBUFFER_ACCELERATION"
    monkeypatch.setenv(hint, wished or "")
    if wished is None:
        monkeypatch.delenv(hint)
    Canvas((1024, 600), "window").close()
    assert os.environ[hint] == taken
