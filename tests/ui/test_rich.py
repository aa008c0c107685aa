"""Every word of the glossary in shown prose can be opened: each page is drawn, read, and its spots are counted."""

from collections.abc import Iterator

import pygame
import pytest

from game.content import glossary, library
from game.content.language import Language
from game.explain.quantities import CONCEPTS
from game.ui import typeset
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.rich import Reader
from game.ui.screen import Push, Screen
from game.ui.screens.brief import Brief
from game.ui.screens.codex import Codex
from game.ui.screens.concept import Concept
from game.ui.screens.ending import Ending
from game.ui.screens.event import EventSheet
from game.ui.screens.policy import PolicySheet
from game.ui.screens.region import Region
from game.ui.screens.why import Why
from game.ui.typeset import BODY, LEAD, Role
from tests.ui.player import Player, opened

PROSE = (BODY, LEAD)


def screens(player: Player) -> Iterator[Screen]:
    playing = player.playing
    region = player.top
    assert isinstance(region, Region)
    policies = [policy.id for policy in playing.session.rules.setup.policies]
    yield Brief(playing.session.level, playing.preferences, region)
    yield from (EventSheet(playing, event.id) for event in playing.session.level.events)
    yield from (PolicySheet(playing, id_) for id_ in policies[::6])
    yield from (Why(playing, number) for number in ("mean_margin", "trust", "variety"))
    yield Ending(playing, region)
    yield from (Concept(id_) for id_ in list(library.concepts())[::12])
    yield from (Codex("paper", stop.id) for stop in library.tour()[::5])
    yield from (Codex("disputes", one.id) for one in library.disputes()[::5])


@pytest.mark.parametrize(("level", "language"), [("birth", "en"), ("wenzhou", "zh")])
def test_every_word_of_the_glossary_in_shown_prose_can_be_opened(
    level: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened(level, 44, chosen=Preferences(language))
    shown: list[tuple[str, tuple[int, int]]] = []
    whole = Kit.paragraph

    def overheard(kit: Kit, text: str, at: tuple[int, int], room: int, role: Role = BODY, *rest: object,
                  **more: object) -> int:  # fmt: skip
        if role in PROSE:
            shown.append((text, (round(at[0]), round(at[1]))))
        return whole(kit, text, at, room, role, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Kit, "paragraph", overheard)
    met = 0
    for screen in screens(player):
        player.app._turn(Push(screen))
        player.waits()
        shown.clear()
        player.waits()  # what lies below is drawn once and kept: now only the screen on top speaks
        open_now = screen.concept.id if isinstance(screen, Concept) else ""
        reached = {spot.key.split(" ")[-1] for spot in player.spots if spot.tab} | {open_now}
        if isinstance(screen, Why):
            reached.add(CONCEPTS[screen.number])  # beside its text stands a link to it
        ways = [spot.rect for spot in player.spots if spot.key.startswith("entry ")]
        for text, at in shown:
            if any(way.collidepoint(at) for way in ways):
                continue  # a name in a list is pressed itself, and is no prose
            wanted = {mark.concept for mark in glossary.marks(text, language)}
            met += len(wanted)
            assert wanted <= reached, (type(screen).__name__, text, wanted - reached)
        player.app.stack.screens.pop()
    assert met > 40


@pytest.mark.parametrize(("language", "size"), [("en", 1.0), ("zh", 1.0), ("en", 2.0)])
def test_a_mark_lies_under_its_word_wherever_lines_break(language: Language, size: float) -> None:
    preferences = Preferences(language)
    preferences.text = size
    kit = reading_kit(preferences)
    card = library.concepts()["second_flourishing"]
    for room in range(160, 700, 45):
        kit.spots.clear()
        Reader(kit).paragraph(card.what[language], (10, 10), room)
        words = {spot.key.split(" ")[1] for spot in kit.spots}
        assert words == {mark.concept for mark in glossary.marks(card.what[language], language)}
        lines = len(typeset.wrapped(card.what[language], BODY, kit.type_scale, room))
        bottom = 10 + lines * kit.line_height(BODY) + 24
        assert all(spot.rect.y >= 0 and spot.rect.bottom <= bottom for spot in kit.spots)
        assert sum(spot.tab for spot in kit.spots) == len(words)


def test_a_word_cut_off_by_too_many_lines_is_not_marked() -> None:
    kit = reading_kit(Preferences("en"))
    text = "One two three four five six seven eight nine ten, and at last trust."
    Reader(kit).paragraph(text, (0, 0), 150, most=1)
    assert kit.spots == []


def reading_kit(preferences: Preferences) -> Kit:
    player = Player.sits_down(preferences=preferences)
    player.app.canvas.surface = pygame.Surface((1280, 720))
    kit = player.app._kit()
    assert kit.spots == []
    return kit
