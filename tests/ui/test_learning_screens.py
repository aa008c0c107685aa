"""The sheets for learning draw themselves in words, large enough to hit, and everything on them is reached by keys."""

from collections.abc import Iterator

import pytest

from game.content import library
from game.content.question import item
from game.content.words import LANGUAGES
from game.explain import prompts
from game.session import predicting
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.screens.council import Council
from game.ui.screens.diagnosis import DiagnosisSheet
from game.ui.screens.expected import Expected
from game.ui.screens.marks import MarksSheet
from game.ui.screens.predict import Predict
from game.ui.screens.prompt import PromptSheet
from game.ui.screens.question import Questions
from game.ui.screens.region import Region
from game.ui.screens.revealed import Revealed
from tests.ui.player import Player, opened
from tests.ui.test_screens import ID

LOOKS = [((1024, 600), "contrast", 2.0), ((1280, 720), "night", 1.0), ((1920, 1080), "day", 1.5)]


def foreseen(playing: Playing) -> None:
    """Seal a line at the eighth quarter, and let its time come."""
    session = playing.session
    values = [20.0, 25.0, 30.0, 10.0, 5.0, 0.0]
    predicting.seal(session, "firms", values, (0, 50), ([2.0] * 6, [9.0] * 6))
    while session.advance():
        pass


def sheets(playing: Playing, region: Region) -> Iterator[Screen]:
    """Yield every sheet for learning, as it is before and after its answer."""
    [outcome] = predicting.resolved(playing.session)
    prompt = prompts.prompt_for(playing.session, playing.explainer, "employment", 8)
    assert prompt is not None
    yield from (Revealed(playing, outcome), Council(playing), DiagnosisSheet(playing), Expected(playing))
    asked = PromptSheet(playing, prompt)
    answered = PromptSheet(playing, prompt)
    answered.chosen, answered.answered = list(prompt.choices[:2]), True
    yield from (asked, answered, MarksSheet(playing))
    bank = library.questions()
    for name in ("f_stock_and_flow", "m16_cycle_is_fate"):
        told = Questions(playing, [(item(bank[name], "b"), "after")])
        told.answer = 0
        yield from (Questions(playing, [(item(bank[name], "a"), "before")]), told)
    done = Questions(playing, [(item(bank["m16_cycle_is_fate"], "a"), "after")])
    done.at = 1
    yield done


def shown(size: tuple[int, int], theme: str, text: float) -> tuple[Player, Region]:
    player = opened("birth", 8, size, Preferences("en", text, theme))
    region = player.app.stack.screens[-1]
    assert isinstance(region, Region)
    return player, region


def checked(player: Player, screen: Screen, written: set[str]) -> None:
    name = type(screen).__name__
    player.app.draw()
    player.app.draw()
    assert not sorted(line for line in written if ID.search(line)), name
    keys = player.stops
    assert len(keys) == len(set(keys)), name
    assert not {spot.key: spot.rect.size for spot in player.spots if spot.tab and min(spot.rect.size) < 24}, name
    written.clear()


@pytest.mark.parametrize(("size", "theme", "text"), LOOKS)
def test_every_sheet_for_learning_draws_itself_in_words(
    size: tuple[int, int], theme: str, text: float, written: set[str]
) -> None:
    player, region = shown(size, theme, text)
    title = player.app.stack.screens[0]
    drawing = Predict(player.playing)
    drawing.shape = "peak"
    for language in LANGUAGES:
        player.app.preferences.language = language
        player.app.stack.screens = [title, region, drawing]
        checked(player, drawing, written)
    foreseen(player.playing)
    for language in LANGUAGES:
        player.app.preferences.language = language
        for screen in sheets(player.playing, region):
            player.app.stack.screens = [title, region, screen]
            checked(player, screen, written)


def reached(player: Player, screen: Screen) -> None:
    player.app.stack.screens = [*player.app.stack.screens[:2], screen]
    player.waits()
    for key in list(player.stops):
        player.tab_to(key)
        player.waits()
        spot = player.spot(key)
        assert spot.seen.height >= 0.8 * min(spot.rect.height, 200), f"{key} on {type(screen).__name__}"


def test_keys_reach_everything_on_them_and_bring_it_into_sight() -> None:
    player, region = shown((1024, 600), "day", 2.0)
    reached(player, Predict(player.playing))
    foreseen(player.playing)
    for screen in list(sheets(player.playing, region))[:8]:
        reached(player, screen)
