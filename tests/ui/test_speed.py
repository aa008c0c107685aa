"""The benchmark of the window measures what it says; how fast a machine is, no test can know."""

import os
import sys

from game.ui.canvas import Canvas
from tests.benchmarks.bench_window import Drawn, crowded, recomposed, started


def test_the_benchmark_draws_a_full_map() -> None:
    canvas = Canvas((1024, 600), "benchmark")
    app, screen = crowded(canvas, firms=70, quarters=12)
    app.draw()
    assert len(screen.map.houses) == 70
    before = screen.map.picture
    app.draw()
    assert screen.map.picture is before, "what did not change is not painted again"
    assert recomposed(app, screen) > 0
    assert screen.map.picture is not before
    canvas.close()


def test_the_benchmark_tells_its_figures() -> None:
    assert started("pass", {}) > 0
    lines = Drawn(300, 0.0003, 0.006, 0.007, 0.008, 0.003, {"log": 0.02}, 0.01, 0.03, 0.15, 0.3).lines()
    assert len(lines) == 15
    assert any("6.00" in line for line in lines)
    assert any("1.14" in line for line in lines), "a ratio that means something on a slow machine too"


def test_a_program_that_only_shows_the_title_need_not_know_the_levels() -> None:
    program = "import sys, game.ui.app; sys.exit('game.ui.screens.region' in sys.modules)"
    assert started(program, {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}) > 0
