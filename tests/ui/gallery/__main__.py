"""Real pictures of the window, for looking at: ``python -m tests.ui.gallery`` draws every one anew.

Each screen is drawn in a few of the twelve looks (two languages, three themes, two sizes of text), and the region
in most of them, so that every look is seen. ``--only WORD …`` draws the pictures whose name holds a word.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.content.language import Language
from game.lab import questions
from game.lab.workers import Workers
from game.session import store
from game.simulation.actions import Enact
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.screens.ending import Ending
from game.ui.screens.region import Region
from game.ui.screens.settings import Settings
from game.ui.screens.vote import VoteSheet
from tests.ui.player import Player, opened

HERE = Path(__file__).parent
SIZE = (1280, 720)
LANGUAGES: tuple[Language, ...] = ("en", "zh")
SIZES, THEMES = (1.0, 2.0), ("day", "night", "contrast")
LOOKS = [(language, theme, text) for text, theme, language in product(SIZES, THEMES, LANGUAGES)]
Way = Callable[[Player], object]


@dataclass(frozen=True)
class Scene:
    """A picture: its name, the level, quarters that have passed, how to get there, and in how many looks."""

    name: str
    level: str
    quarters: int
    way: Way
    looks: int = 2


def keys(*names: str) -> Way:
    """Get there by keys."""
    return lambda player: player.press(*names)


def click(*spots: str) -> Way:
    """Get there by pressing spots."""
    return lambda player: [player.clicks(spot) for spot in spots]


def lay(make: Callable[[Player], Screen]) -> Way:
    """Lay a screen over the region."""
    return lambda player: player.app.stack.screens.append(make(player))


def alone(player: Player) -> None:
    """Leave the title alone on the stack."""
    del player.app.stack.screens[1:]


def levels(player: Player) -> None:
    """Go from the title to the levels."""
    alone(player)
    player.waits()
    player.clicks("levels")


def branched(player: Player) -> None:
    """Live two lines of time, and open the timeline."""
    playing = player.playing
    if len(playing.session.branches) == 1:
        playing.tries(Enact("trade_association"), playing.speaker.policy("trade_association"))
        for _ in range(8):
            playing.advance()
    player.press("r")


def compared(player: Player) -> None:
    """Lay the two lines side by side."""
    branched(player)
    player.clicks("compare")


def region_of(player: Player) -> Region:
    """Return the region below everything."""
    return next(screen for screen in player.app.stack.screens if isinstance(screen, Region))


SCENES = (
    Scene("region_young", "birth", 6, keys(), 4),
    Scene("region_grown", "wenzhou", 60, keys(), 8),
    Scene("policy", "wenzhou", 60, click("family trust", "card *")),
    Scene("futures", "wenzhou", 60, keys("o")),
    Scene("why", "wenzhou", 60, keys("w")),
    Scene("gazette", "wenzhou", 60, keys("g")),
    Scene("family_tree", "wenzhou", 60, keys("f")),
    Scene("log", "wenzhou", 60, keys("j")),
    Scene("numbers", "wenzhou", 60, click("tool chart")),
    Scene("place", "wenzhou", 60, click("place 0")),
    Scene("codex", "wenzhou", 60, keys("c")),
    Scene("vote", "wenzhou", 60, lay(lambda player: VoteSheet(player.playing)), 1),
    Scene("event", "birth", 3, click("answer *"), 1),
    Scene("menu", "birth", 6, keys("esc"), 1),
    Scene("help", "birth", 6, keys("h")),
    Scene("settings", "birth", 6, lay(lambda player: Settings(player.app.preferences))),
    Scene("ending", "birth", 40, lay(lambda player: Ending(player.playing, region_of(player)))),
    Scene("timeline", "birth", 24, branched),
    Scene("compare", "birth", 24, compared),
    Scene("levels", "birth", 6, levels),
    Scene("title", "birth", 6, alone),
)


def looks(scene: Scene, number: int) -> Iterator[tuple[Language, str, float]]:
    """Yield a scene's looks: another part of the twelve for each, spread over all of them."""
    step = 5 if scene.looks < 8 else 1
    yield from (LOOKS[(number + k * step) % len(LOOKS)] for k in range(scene.looks))


def seer() -> Workers:
    """Return workers that answer at once, about few worlds: enough for a picture."""
    questions.of_futures.__defaults__ = (36, 40)
    questions.of_window.__defaults__ = (6, 24)
    questions.of_limits.__defaults__ = (4,)
    questions.of_decision.__defaults__ = (16, 24)
    workers = Workers(1)
    workers._broken = True
    return workers


def few_colours(surface: pygame.Surface) -> pygame.Surface:
    """Round colours a little: nobody sees it, and the file is smaller. Dark ones would show a coarser rounding."""
    pixels = pygame.surfarray.array3d(surface)
    return pygame.surfarray.make_surface(pixels & 0xFE)


def taken(player: Player, scene: Scene, look: tuple[Language, str, float]) -> pygame.Surface:
    """Go to a scene in a look, and come back; returns the picture."""
    chosen, screens = player.app.preferences, list(player.app.stack.screens)
    chosen.language, chosen.theme, chosen.text = look
    player.app.scrolls.clear()
    for _ in range(4):
        player.waits()
    player.waits_for_the_map()
    scene.way(player)
    player.points((-1, -1))
    player.app.by_keys = False
    for _ in range(6):
        player.waits()
    player.waits_for_the_map()
    picture = few_colours(player.app.canvas.surface)
    player.app.stack.screens = screens
    return picture


def main(only: Sequence[str]) -> None:
    """Draw every picture whose name holds one of the words."""
    os.environ[store.HOME] = tempfile.mkdtemp()
    players: dict[tuple[str, int], Player] = {}
    for number, scene in enumerate(SCENES):
        if only and not any(word in scene.name for word in only):
            continue
        key = (scene.level, scene.quarters)
        if key not in players:
            players[key] = opened(scene.level, scene.quarters, SIZE, Preferences("en"))
            players[key].app.workers = seer()
        for language, theme, text in looks(scene, number):
            name = f"{scene.name}_{language}_{theme}_{round(100 * text)}.png"
            pygame.image.save(taken(players[key], scene, (language, theme, text)), HERE / name)
            sys.stdout.write(f"{name}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=(), help="words in the names")
    main(parser.parse_args().only)
