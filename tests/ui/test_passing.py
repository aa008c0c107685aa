"""How one quarter's map gives way to the next: houses rise, threads spring back, and whoever wants rest has it."""

from collections.abc import Iterator

import pygame
import pytest

from game.ui.map import studio
from game.ui.map.passing import DISSOLVES, RISES, Passing
from game.ui.map.picture import Picture
from game.ui.preferences import Preferences
from game.ui.screens.region import Region
from game.ui.theme import DAY
from tests.ui.player import Player, opened

FRAME, SMALL = 0.05, (1024, 600)


def runs(player: Player, most: int = 1200) -> Iterator[tuple[Region, Picture]]:
    """Let time run, whatever opens by itself is closed; yield the region after each frame."""
    region = next(screen for screen in player.app.stack.screens if isinstance(screen, Region))
    for _ in range(most):
        del player.app.stack.screens[2:]
        region.running = True
        player.app.frame(FRAME)
        picture = region.map.picture
        assert picture is not None
        yield region, picture


def test_the_map_follows_its_quarter_within_three_frames() -> None:
    player = opened("wenzhou", 12, SMALL)
    late, quarter = 0, player.quarter
    for region, _ in runs(player, 250):
        late = late + 1 if region.playing.session.quarter != quarter else 0
        firms = region.playing.session.branch.region.state.firms.shape[1]
        if late == 3:
            assert sum(len(house.firms) for house in region.map.houses) == firms
            quarter = region.playing.session.quarter
        assert late <= 3


def test_a_picture_painted_over_many_frames_is_the_one_painted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "A_WHILE", 0.0)  # no frame has more time than for one stroke
    player = opened("wenzhou", 40, SMALL)
    frames = runs(player, 400)
    region, first = next((seen, picture) for seen, picture in frames if seen.map.printed)
    waited, quarter = 0, player.quarter
    for _, picture in frames:
        if picture is not first:
            break
        waited += player.quarter > quarter
    assert region.map.printed, "the ground was whole before, or it would be another"
    assert picture is not first
    assert waited > 3
    region.running, region.map._made_for = False, None
    player.app.draw()
    again = region.map.picture
    assert again is not None
    assert again is not picture
    assert pygame.image.tobytes(again.surface, "RGB") == pygame.image.tobytes(picture.surface, "RGB")


def test_a_house_rises_from_the_ground_while_the_rest_dissolves() -> None:
    old, new = pygame.Surface((60, 60)), pygame.Surface((60, 60))
    old.fill("white")
    new.fill("black")
    passing = Passing(old, 1.0, [pygame.Rect(10, 10, 20, 40)], [])
    grey = []
    for clock in (1.0, 1.0 + RISES / 2, 1.0 + RISES):
        sheet = new.copy()
        passing.draw(sheet, (0, 0), clock, DAY)
        grey.append([sheet.get_at(at)[0] for at in ((20, 12), (20, 48), (50, 50))])
    assert min(grey[0]) >= 250, "at first all is as it was"
    assert grey[1][0] == 255, "the roof is not there yet"
    assert 100 < grey[1][1] == grey[1][2] < 160, "the ground floor appears with everything else"
    assert grey[2] == [0, 0, 0]
    assert not passing.over(1.0 + DISSOLVES / 2)
    assert passing.over(1.01 + DISSOLVES)


def test_what_opens_closes_and_breaks_is_seen_on_the_map() -> None:
    rising = snapped = closed = 0
    for region, picture in runs(opened("wenzhou", 16, SMALL), 1600):
        rising += len(picture.rising)
        snapped += len(picture.snapped)
        closed += sum(house.closed for house in region.map.sheet.closed)
        assert all(house.fresh for house in region.map.houses if house.rising), "what is built is new"
        if min(rising, snapped, closed) > 0:
            return
    raise AssertionError(f"nothing happened: {rising} {snapped} {closed}")


def test_who_steps_sees_the_new_map_at_once() -> None:
    player = opened("wenzhou", 20, SMALL)
    player.press("n")
    region = player.top
    assert isinstance(region, Region)
    firms = region.playing.session.branch.region.state.firms.shape[1]
    assert sum(len(house.firms) for house in region.map.houses) == firms
    assert region.map._passing is None


def test_who_wants_nothing_to_move_sees_houses_whole_at_once() -> None:
    player = opened("wenzhou", 20, SMALL, chosen=Preferences("en", motion=False))
    built = 0
    for region, picture in runs(player, 300):
        built += bool(picture.rising)
        assert region.map._passing is None, "a half risen house is movement too"
    assert built
