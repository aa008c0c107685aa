"""Every chart can be looked at, said in a sentence, and read as a table; the three agree."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.content import library
from game.content.words import LANGUAGES, words
from game.explain.forecast import Band, Estimate, Forecast, Window
from game.explain.speech import Speaker
from game.explain.why import Contribution, Reason
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.charts import (
    Bathtub,
    Chart,
    Closing,
    Effect,
    Fan,
    Flow,
    Histogram,
    Line,
    Mark,
    Multiples,
    Ranked,
    Series,
    Shade,
    Waterfall,
    moved,
    multiples,
    picture,
    show,
    waterfall,
)
from game.ui.charts.axes import RUNGS, Plot, apart, rungs
from game.ui.charts.easel import Easel
from game.ui.charts.line import UNNAMED
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Screen, Turn
from game.ui.stack import Stack
from game.ui.theme import THEMES
from game.ui.typeset import SMALL, Role
from tests.session.playing import level
from tests.ui.player import Player

RISING = tuple(10.0 + k for k in range(41))


def forecast() -> Forecast:
    """Return twenty futures of jobs, of which every fourth flourishes."""
    ways = np.array([[100.0 + (3 if k % 4 == 0 else -2) * q + k for q in range(21)] for k in range(20)])
    bands = {"employment": Band(*np.quantile(ways, (0.1, 0.5, 0.9), axis=0))}
    return Forecast(40, 20, 20, Estimate(0.25, 0.1, 0.45), {}, tuple(range(40, 61)), bands, ways,
                    np.arange(20) % 4 == 0)  # fmt: skip


def window() -> Window:
    """Return a window that closes in quarter 52."""
    return Window("closes", Estimate(52, 48, 56), (40, 48, 56, 60), (0.4, 0.35, 0.1, 0.05), (0.1, 0.1, 0.05, 0.0))


CHARTS: dict[str, Chart] = {
    "line": Line("firms", (Series(RISING), Series((12.0, 9.0, 7.0), "ghost", 38, "pale")), 60, (Mark(12),),
                 (Shade(0, 20, "x"),), 40, 50.0),
    "fan": Fan(forecast(), "employment", tuple(float(q) for q in range(60, 101))),
    "closing": Closing(window(), 20, 60),
    "waterfall": Waterfall(Reason("firms", 0, 4, 10.0, 13.0, (Contribution("entry.founded", 5.0, 0.7),
                                                             Contribution("exit.insolvent", -2.0, 0.3)))),
    "histogram": Histogram("mean_margin", (-0.1, 0.0, 0.05, 0.1, 0.2), "firms", 0.0, "the line", 0.1, "you"),
    "bathtub": Bathtub("Firms", "firms", 10, 13, 40, (Flow("founded", 5),), (Flow("closed", 2),)),
    "multiples": Multiples((Line("firms", (Series(RISING),)), Line("trust", (Series((0.2, 0.4)),)))),
    "ranked": Ranked("employment", (Effect("training", 30, 10, 50), Effect("bail-out", -80, -120, -40))),
}  # fmt: skip


def speaker(language: str = "en") -> Speaker:
    return Speaker(words(language), level("birth"), library.policies())  # type: ignore[arg-type]


def kit(theme: str = "day", language: str = "en", text: float = 1.0) -> Kit:
    return Kit(pygame.Surface((1280, 720)), THEMES[theme], words(language), text)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_ac_23_a_chart_says_itself_and_is_a_table_with_headings(name: str, language: str) -> None:
    chart, who = CHARTS[name], speaker(language)
    assert len(chart.describe(who)) > 5
    table = chart.table(who)
    assert len(table) > 1
    assert len({len(row) for row in table}) == 1, "every row has as many cells"
    assert all(cell for cell in table[0])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", [name for name in CHARTS if name != "multiples"])
def test_a_chart_is_painted_at_any_size(name: str, theme: str) -> None:
    for size in ((3, 3), (90, 40), (640, 320)):
        for text in (1.0, 2.0):
            pen = kit(theme, text=text)
            painted = picture(pen, CHARTS[name], speaker(), size)
            assert painted.get_size() == size
    seen = {tuple(painted.get_at((x, y))) for x in range(640) for y in range(5, 320, 40)}
    assert len(seen) > 2, "something is to be seen"


def test_a_painted_chart_is_kept_until_something_about_it_changes() -> None:
    pen, chart = kit(), CHARTS["line"]
    first = picture(pen, chart, speaker(), (200, 100))
    assert picture(pen, Line("firms", chart.series, 60, chart.marks, chart.shades, 40, 50.0), speaker(),  # type: ignore[attr-defined]
                   (200, 100)) is first  # fmt: skip
    assert picture(pen, chart, speaker(), (201, 100)) is not first
    assert picture(kit("night"), chart, speaker(), (200, 100)) is not first


@pytest.mark.parametrize("values", [(0.0, 0.0), (0.2, 0.9), (-0.27, 0.12), (0.601, 0.79), (0.9, 0.9), (3.0, 4.0)])
@pytest.mark.parametrize("number", ["mean_margin", "firms", "treasury"])
def test_an_axis_bears_a_few_round_values_none_written_twice(values: tuple[float, float], number: str) -> None:
    plot = Plot(pygame.Rect(0, 0, 300, 200), 0, 10, values)
    found = rungs(plot, speaker(), number)
    assert 1 <= len(found) <= RUNGS + 1
    assert len({text for _, text in found}) == len(found)
    assert all(plot.bottom - 1e-9 <= value <= plot.top + 1e-9 for value, _ in found)
    steps = [f"{value:.3g}" for value, _ in found]
    assert all(len(step.strip("-0.").replace(".", "").rstrip("0")) <= 2 for step in steps), steps


def test_what_is_nought_lies_on_its_axis() -> None:
    plot = Plot(pygame.Rect(0, 0, 300, 200), 0, 10, [0.0, 0.0])
    assert plot.y(0.0) == 200
    chance = Line("support", (Series((0.0, 0.0)),), reach=(0.0, 1.0))
    assert chance._plot(Easel(kit(), (400, 200), (0, 0, 0)), speaker()).top >= 1.0


def test_spans_are_named_whole_or_not_at_all(written: set[str]) -> None:
    spans = (Shade(0, 3, "Formative"), Shade(3, 20, "Growth"), Shade(20, 21, "Maturity"), Shade(21, 22, "Petrifying"),
             Shade(22, 40, "Maturity"))  # fmt: skip
    picture(kit(), Line("firms", (Series(RISING),), shades=spans), speaker(), (500, 200))
    assert {"Formative", "Growth"} <= written, "a name reaches over its span where the next one has room"
    assert not [text for text in written if "…" in text]
    assert {"Petrifying", "Maturity"} <= written


def test_a_window_that_stands_alone_has_its_own_axis_and_names_its_lines(written: set[str]) -> None:
    found = window()
    picture(kit(), Closing(found, found.moments[0], found.moments[-1]), speaker(), (420, 160))
    say = words("en")
    assert {say("chart.acting"), say("chart.waiting"), say("ui.now"), "0 %".replace(" ", chr(0xA0))} <= written


def test_a_change_too_small_to_be_written_is_neither_gain_nor_loss() -> None:
    pen, who = kit(), speaker()
    assert moved(pen, who, "variety", -0.0001) == ("0.0", pen.theme.ink)
    assert moved(pen, who, "variety", -0.01) == ("−1.0", pen.theme.accent)


def test_the_line_tells_where_it_began_and_ended() -> None:
    assert "10" in CHARTS["line"].describe(speaker())
    assert "50" in CHARTS["line"].describe(speaker())
    assert [row[1] for row in CHARTS["line"].table(speaker())][1] == "10"


def test_a_line_without_a_name_hides_nothing_of_the_line_it_leads_to() -> None:
    pen = kit()
    chart = Line("firms", (Series(RISING[10:], "later", 10, "accent"), Series(RISING[:11], UNNAMED)), now=10)
    drawn = pygame.surfarray.array3d(picture(pen, chart, speaker(), (600, 300))).astype(int)
    columns = np.flatnonzero((abs(drawn - pen.theme.accent[:3]).sum(axis=2) < 60).any(axis=1))
    assert (np.diff(columns[columns < 400]) == 1).all(), "the line has no gap"
    assert "later" in Line("firms", chart.series[::-1]).describe(speaker())


def test_the_name_of_a_line_that_ends_early_lies_beside_the_one_that_goes_on() -> None:
    pen, size = kit(), (600, 300)
    whole = pygame.surfarray.array3d(picture(pen, Line("firms", (Series(RISING, "on"),)), speaker(), size)).astype(int)
    early = Series(RISING[:21], "early", look="accent")
    both = pygame.surfarray.array3d(picture(pen, Line("firms", (Series(RISING, "on"), early)), speaker(), size))

    def columns(drawn: np.ndarray) -> set[int]:
        ink = (abs(drawn.astype(int) - pen.theme.ink[:3]).sum(axis=2) < 60).any(axis=1)
        return {int(x) for x in np.flatnonzero(ink) if 320 < x < 480}

    assert columns(whole) == columns(both), "no part of the line is hidden"


def test_a_waterfall_as_a_table_adds_up() -> None:
    cells = [row[1] for row in CHARTS["waterfall"].table(speaker())[1:]]
    steps = [float(cell.replace("−", "-")) for cell in cells]
    assert steps[0] + sum(steps[1:-1]) == steps[-1]


def test_a_histogram_counts_every_value_once_and_those_below_the_line() -> None:
    chart = CHARTS["histogram"]
    assert isinstance(chart, Histogram)
    assert sum(chart.counts()) == len(chart.values)
    assert chart.below() == 1
    assert Histogram("firms", (), "firms").describe(speaker())
    assert sum(Histogram("firms", (4.0, 4.0), "firms").counts()) == 2


def test_the_level_of_a_tub_rises_where_more_comes_in_than_goes_out() -> None:
    full = CHARTS["bathtub"]
    assert isinstance(full, Bathtub)
    assert full.inflow - full.outflow == full.now - full.before
    assert "rises" in full.describe(speaker())
    emptied = Bathtub("Firms", "firms", 13, 11, 40, (), (Flow("closed", 2),))
    assert "falls" in emptied.describe(speaker())


def test_a_fan_shows_its_two_families() -> None:
    chart = CHARTS["fan"]
    assert isinstance(chart, Fan)
    families = chart.families()
    assert families is not None
    assert [len(family) for family in families] == [5, 15]
    seen = picture(kit(), chart, speaker(), (800, 400))
    colours = {tuple(seen.get_at((x, y)))[:3] for x in range(400, 800) for y in range(0, 400, 2)}
    assert THEMES["day"].accent in colours
    assert THEMES["day"].ink in colours


def test_labels_keep_clear_of_each_other_and_stay_in_order() -> None:
    found = apart([10.0, 11.0, 12.0, 90.0], 10.0, 0.0, 100.0)
    assert all(b - a >= 10.0 for a, b in pairwise(found))
    assert max(apart([98.0, 99.0], 10.0, 0.0, 100.0)) <= 100.0


class Wall(Screen):
    """A screen of charts."""

    def draw(self, kit: Kit) -> None:
        kit.surface.fill(kit.theme.panel)
        show(kit, pygame.Rect(20, 20, 400, 200), CHARTS["line"], speaker(), "chart line")
        reason = CHARTS["waterfall"]
        assert isinstance(reason, Waterfall)
        waterfall(kit, pygame.Rect(20, 240, 600, 300), reason.reason, speaker(), "", self._press)
        many = CHARTS["multiples"]
        assert isinstance(many, Multiples)
        multiples(kit, pygame.Rect(640, 20, 600, 300), many, speaker())

    def _press(self, cause: str) -> Turn | None:
        return None


def test_a_chart_tells_itself_where_it_has_the_focus_and_opens_to_its_table() -> None:
    player = Player(App(Paper.of((1280, 720)), Preferences("en"), Stack(Wall())))
    player.waits()
    player.tab_to("chart line")
    assert player.spot("chart line").tip == CHARTS["line"].describe(speaker())
    player.press("enter")
    assert player.where == "ChartTable"
    player.press("esc")
    player.clicks("chart trust")
    assert player.where == "ChartTable"


def test_numbers_of_a_waterfall_do_not_touch_their_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = tuple(Contribution(f"exit.insolvent{k}", -0.1 - k / 100, 0.1) for k in range(5))
    chart = Waterfall(Reason("profit", 0, 4, -0.37, -0.37 + sum(part.amount for part in parts), parts))
    ends: dict[int, list[tuple[float, float]]] = {}
    kept = Easel.words

    def words_of(easel: Easel, text: str, at: tuple[float, float], role: Role = SMALL, *rest: object, **how: object):
        if text.endswith("k"):
            half = easel.pen.width(text, role) / 2
            ends.setdefault(id(easel), []).append((at[0] - half, at[0] + half))
        return kept(easel, text, at, role, *rest, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Easel, "words", words_of)
    monkeypatch.setattr(Speaker, "entry", lambda self, cause: cause)
    picture(kit(text=2.0), chart, speaker(), (630, 500))
    for found in ends.values():
        assert len(found) == 7
        assert all(before[1] < after[0] for before, after in pairwise(sorted(found)))
