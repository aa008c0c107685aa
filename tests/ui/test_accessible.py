"""The entrance is open to everyone: size, contrast, no overlap, keys alone, no drag, no flash, both languages."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise, repeat
from pathlib import Path

import numpy as np
import pygame
import pytest
from fontTools.ttLib import TTFont

from game import ui
from game.content import library
from game.content.citations import SOURCES
from game.content.words import LANGUAGES, words
from game.content.yaml_lines import read
from game.ui import typeset
from game.ui.entrance import earth
from game.ui.keys import USUAL
from game.ui.map import plates
from game.ui.pen import WIDE
from game.ui.preferences import Preferences
from game.ui.screens.ask import Ask
from game.ui.screens.title import Title
from game.ui.theme import THEMES
from tests.ui.many_levels import filled
from tests.ui.observing import Line, light, observed, overlapping, worst_contrast
from tests.ui.player import Player, opened

DOORS = ("title", "list", "path", "world", "contrasts", "brief", "settings", "keys", "ask")
LOOKS = (((1024, 600), "en", 2.0, "day"), ((1024, 600), "zh", 1.0, "night"), ((1280, 720), "zh", 1.5, "contrast"),
         ((1280, 720), "en", 1.0, "day"), ((1920, 1080), "zh", 2.0, "night"))  # fmt: skip
UI = Path(ui.__path__[0])


def at_door(door: str, size: tuple[int, int], language: str, text: float, theme: str, **more: object) -> Player:
    """Open a screen of the entrance with every shelf full."""
    chosen = Preferences("zh" if language == "zh" else "en", text, theme, **more)  # type: ignore[arg-type]
    player = Player.sits_down(size, chosen)
    title = player.top
    assert isinstance(title, Title)
    filled(title)
    player.waits()
    if door in ("list", "path", "world", "contrasts"):
        player.chooses("levels")
        player.chooses(f"tab {door}")
    elif door == "brief":
        player.chooses("lesson")
    elif door in ("settings", "keys"):
        player.chooses("settings")
        if door == "keys":
            player.chooses("keys")
    elif door == "ask":
        player.chooses("quit")
    player.app.focus, player.app.by_keys = "", False
    player.waits()
    return player


def lines_at(door: str, look: tuple[tuple[int, int], str, float, str]) -> tuple[Player, list[Line]]:
    """Return what is written on a screen once it stands."""
    player = at_door(door, *look)
    with observed() as lines:
        player.waits()
    return player, lines


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0][0]}-{look[1]}-{look[2]:g}-{look[3]}")
def test_ac_01_02_03_05_26_everything_written_can_be_read(look: tuple[tuple[int, int], str, float, str]) -> None:
    wrong: list[str] = []
    for door in DOORS:
        player, lines = lines_at(door, look)
        assert lines, door
        wrong += [f"{door}: {pair} lie on each other" for pair in overlapping(lines)]
        wrong += [f"{door}: {line.shown} is {line.pixels:.1f} px" for line in lines if too_small(player, line)]
        wrong += [f"{door}: “{line.shown}” at {worst_contrast(line):.2f}" for line in lines if too_pale(line, look)]
        wrong += [f"{door}: “{line.text}” is cut and told nowhere" for line in lines if lost(player, line, lines)]
        wrong += [f"{door}: “{line.shown}” is a long line" for line in lines if too_long(line)]
        wide = player.app.canvas.size[0]
        outside = [line for line in lines if line.whole.x < 0 or line.whole.right > wide]
        wrong += [f"{door}: “{line.shown}” leaves the window" for line in outside]
    assert not wrong, "\n".join(sorted(set(wrong)))


def too_small(player: Player, line: Line) -> bool:
    """18 px in a window of 1080 lines; below that as large as a small window allows."""
    scale = max(min(player.kit.rect.width / WIDE, 1.0), 0.76)
    return line.pixels < 18 * scale * player.app.preferences.text - 0.6


def too_pale(line: Line, look: tuple[tuple[int, int], str, float, str]) -> bool:
    least = 7.0 if look[3] == "contrast" else 3.0 if line.pixels >= 36 else 4.5
    return worst_contrast(line) < least - 0.02


def lost(player: Player, line: Line, lines: list[Line]) -> bool:
    """A line that was cut is whole on hover, or elsewhere on the window."""
    if not line.shown.endswith("…") or line.text.endswith("…"):
        return False
    tips = [spot.tip for spot in player.spots if spot.rect.inflate(8, 8).colliderect(line.whole)]
    return not any(line.text in tip for tip in tips) and not any(line.text == other.shown for other in lines)


def too_long(line: Line) -> bool:
    chinese = sum(typeset.is_chinese(letter) for letter in line.shown)
    return chinese > 40 or (not chinese and len(line.shown) > 84)


@pytest.fixture
def flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the time of painting water where only places and words matter."""
    monkeypatch.setattr(earth, "water", lambda *_: None)
    monkeypatch.setattr(plates, "passes", lambda chart, frame, size, *_: repeat(pygame.Surface(size)))


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("size", [(3840, 2160), (1366, 768), (1100, 1400), (2560, 700)])
def test_any_shape_of_window_shows_the_entrance_without_overlap(size: tuple[int, int]) -> None:
    for door in ("title", "settings", "list"):
        _, lines = lines_at(door, (size, "en", 1.0, "day"))
        assert not overlapping(lines), door


@pytest.mark.usefixtures("flat")
def test_ac_01_projector_view_is_large_enough_for_the_back_row() -> None:
    for size in ((1024, 600), (1920, 1080)):
        for door in ("title", "list", "settings"):
            player = at_door(door, size, "en", 1.0, "day", projector=True)
            with observed() as lines:
                player.waits()
            assert min(line.pixels for line in lines) >= 25.9
            assert not overlapping(lines)
    region = opened("birth", 4, (1920, 1080), Preferences("en", projector=True))
    with observed() as lines:
        region.waits()
    assert min(line.pixels for line in lines) >= 25.9


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("theme", THEMES)
def test_ac_04_10_the_focus_can_be_seen_on_everything(theme: str) -> None:
    for door in ("title", "settings", "list"):
        player = at_door(door, (1280, 720), "en", 1.0, theme)
        surface, accent = player.app.canvas.surface, THEMES[theme].accent
        for key in player.stops[:12]:
            player.tab_to(key)
            player.waits()
            ring = player.spot(key).rect.inflate(12, 12).clip(surface.get_rect())
            near = pygame.surfarray.array3d(surface.subsurface(ring)).reshape(-1, 3)
            red = int((near == np.array(accent)).all(axis=1).sum())
            assert red >= 2 * 0.7 * (ring.width + ring.height), f"{door}: {key} has too thin a ring"
        pair = light(np.array([accent, THEMES[theme].paper], dtype=np.float64))
        assert (pair.max() + 0.05) / (pair.min() + 0.05) >= 3


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("door", DOORS)
def test_ac_09_keys_reach_everything_in_the_order_the_eye_meets_it(door: str) -> None:
    player = at_door(door, (1920, 1080), "en", 1.0, "day")
    order = [player.spot(key) for key in player.stops]
    reached = []
    for _ in order:
        player.press("tab")
        reached.append(player.app.focus)
    assert reached == [spot.key for spot in order], "no trap, and nothing left out"
    # From one to the next the eye goes on in the line, down, or to the top of the next column; never back and up.
    back = [(a.key, b.key) for a, b in pairwise(order)
            if b.rect.bottom <= a.rect.y and b.rect.right <= a.rect.x and a.key != "close"]  # fmt: skip
    assert not back


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("door", DOORS)
def test_ac_12_every_target_is_large_enough(door: str, text: float) -> None:
    player = at_door(door, (1024, 600), "en", text, "day")
    small = {spot.key: spot.rect.size for spot in player.spots if min(spot.rect.size) < 24}
    assert not small


def test_ac_13_14_nothing_needs_a_drag_a_double_click_or_two_keys_at_once() -> None:
    chords = [deed for deed, usual in USUAL.items() if all("+" in key for key in usual)]
    assert chords == ["previous"], "and arrows go back too"
    for path in UI.rglob("*.py"):
        # The app asks when a key is let go for one reason: what a held key repeats must choose nothing by accident.
        never = {"clicks", "get_pressed", "KEYUP"} - ({"KEYUP"} if path.name == "app.py" else set())
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in never, f"{path.name}:{node.lineno}"


def test_ac_13_a_slider_moves_by_click_by_buttons_and_by_arrow_keys() -> None:
    player = at_door("settings", (1280, 720), "en", 1.0, "day")
    chosen = player.app.preferences
    player.clicks("ambient more")
    assert chosen.ambient == pytest.approx(0.4)
    player.tab_to("ambient")
    player.press("left", "left")
    assert chosen.ambient == pytest.approx(0.2)
    track = player.spot("ambient").rect
    player.clicks_at((track.right - 2, track.centery))
    assert chosen.ambient == pytest.approx(1.0)
    player.clicks("ambient more")
    assert chosen.ambient == 1.0
    assert Preferences.load("en").ambient == 1.0
    assert chosen.tones == pytest.approx(0.6), "volumes are separate"


def test_ac_17_news_stays_until_it_is_read() -> None:
    player = opened(quarters=4)
    news = [message.text for message in player.playing.notices]
    assert news
    player.waits(8)
    assert [message.text for message in player.playing.notices] == news


def test_ac_18_with_reduced_motion_nothing_moves_between_two_quarters() -> None:
    player = opened("birth", 6, chosen=Preferences("en", motion=False))
    player.press("space")
    player.waits(0.3)
    now, quarter = player.picture(), player.quarter
    player.waits(1.0)
    assert player.quarter == quarter
    assert player.picture() == now


def test_ac_19_nothing_flashes() -> None:
    player = opened("birth", 8, (640, 400))
    player.press("4")
    pictures = []
    for _ in range(40):
        player.waits(0.05)
        if player.where == "EventSheet":
            player.press("1")
        small = pygame.transform.smoothscale(player.app.canvas.surface, (64, 40))
        pictures.append(light(pygame.surfarray.array3d(small).astype(np.float64)))
    swings = np.diff(np.array(pictures), axis=0)
    flashes = (swings[:-1] > 0.1) & (swings[1:] < -0.1) | (swings[:-1] < -0.1) & (swings[1:] > 0.1)
    for start in range(0, len(flashes) - 20, 5):
        second = flashes[start : start + 20].sum(axis=0)
        assert (second > 3).mean() < 0.2


def test_ac_20_a_tip_opens_by_focus_closes_by_escape_and_lets_the_pointer_in() -> None:
    player = opened(quarters=2)
    player.tab_to("attention")
    player.waits()
    assert player.kit.staying is not None
    player.press("esc")
    assert player.where == "Region"
    assert player.kit.staying is None, "Esc closed the tip and nothing else"
    player.press("esc")
    assert player.where == "Menu"
    player.press("esc")
    player.points(player.spot("attention").rect.center)
    player.waits()
    assert player.kit.staying is not None
    free = [at for at in inside(player.kit.staying[1]) if player.kit.spot_at(at) is None]
    if free:
        player.points(free[0])
        player.waits()
        assert player.kit.staying is not None
        assert player.kit.staying[0] == "attention"
    player.points((5, 715))
    player.waits()
    assert player.kit.staying is None or player.kit.staying[0] != "attention"


def inside(box: pygame.Rect) -> Iterator[tuple[int, int]]:
    yield from ((x, y) for y in range(box.y + 2, box.bottom, 5) for x in range(box.x + 2, box.right, 9))


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("door", DOORS)
def test_ac_28_the_language_changes_anywhere_and_the_screen_keeps_its_place(door: str) -> None:
    player = at_door(door, (1280, 720), "en", 1.5, "day")
    area = next((rect for rect, most in player.kit.areas.values() if most > 0), None)
    if area is not None:
        player.points(area.center)
        player.turns_wheel(-2)
    before = dict(player.app.scrolls)
    layers, keys = player.layers, set(player.stops)
    with observed() as lines:
        player.press("l")
    assert (player.layers, set(player.stops)) == (layers, keys)
    assert player.app.scrolls.keys() == before.keys()
    assert any(typeset.is_chinese(line.shown[0]) for line in lines)
    latin = [line.shown for line in lines if re.fullmatch(r"[A-Za-z ,.]{12,}", line.shown)]
    assert set(latin) <= {"Second Flourishing"}


def every_text() -> Iterator[str]:
    """Yield every text people can meet: words, cards, ideas, industries, levels."""
    files = [*library.every_file(), SOURCES]
    stack = [read(path).content for path in files]
    while stack:
        content = stack.pop()
        if isinstance(content, dict):
            stack += content.values()
        elif isinstance(content, list | tuple):
            stack += content
        elif isinstance(content, str):
            yield content


def test_ac_28_every_character_anyone_can_meet_has_a_shape() -> None:
    shapes = {name: set(TTFont(typeset.FONTS / name).getBestCmap())
              for name in {*typeset._LATIN.values(), *typeset._CHINESE.values()}}  # fmt: skip
    missing: set[str] = set()
    for line in {line for text in every_text() for line in text.splitlines()}:
        for chinese, part in typeset.runs(line):
            names = [typeset._CHINESE[w] if chinese else typeset._LATIN[w] for w in ("text", "bold")]
            missing |= {f"{letter} {ord(letter):x} in {name}" for letter in part for name in names
                        if ord(letter) not in shapes[name]}  # fmt: skip
    assert not missing, "\n".join(sorted(missing))


def test_ac_30_the_game_is_two_steps_away_and_settings_change_no_run() -> None:
    player = Player.sits_down()
    player.waits(0.2)
    player.chooses("lesson")
    player.chooses("begin")
    assert player.where == "Region"
    digest = player.playing.session.branch.digests[0]
    player.press("n", "esc")
    player.chooses("settings")
    for key in ("theme night", "text 1.5", "motion", "letters", "speed 3"):
        player.chooses(key)
    player.press("esc", "esc")
    assert player.playing.session.branch.digests[0] == digest
    assert Preferences.load("en").theme == "night"


@pytest.mark.usefixtures("flat")
def test_ac_31_help_is_behind_the_same_key_on_every_screen() -> None:
    for door in DOORS:
        player = at_door(door, (1280, 720), "en", 1.0, "day")
        player.press("f1")
        assert player.where == "Help", door
        if door != "keys":
            player.press("esc")
            assert player.where != "Help"


def test_nothing_quits_without_asking() -> None:
    player = Player.sits_down()
    player.chooses("quit")
    assert isinstance(player.top, Ask)
    player.chooses("stay")
    assert player.layers == ["Title"]
    player.chooses("quit")
    player.chooses("yes")
    assert player.app.stack.over


def test_words_with_keys_name_every_key_there_is() -> None:
    for language in LANGUAGES:
        ids = words(language).ids
        assert [deed for deed in USUAL if f"entrance.deed.{deed}" not in ids] == []
