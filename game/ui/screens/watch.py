"""The level's own solution, played: decision by decision, each with its reason. One watches, stops it, steps it on.

Watched whole it is nobody's run; one that fades stops before its last steps, and the player takes over. Nothing of it
counts, and no question interrupts it (Barbieri 2023: prompts on top of worked examples lower what they teach).
"""

import contextlib
from dataclasses import replace
from functools import partial

import pygame

from game.content.level import Level
from game.explain.worked import Deed, Example, Fade, deeds, fades
from game.session import progress, store
from game.session.recording import Said
from game.ui import rhythm
from game.ui.button_row import Choice, button_row
from game.ui.debrief.worked import told
from game.ui.kit import Kit
from game.ui.map_view import MapView
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.region import goals_part, panel
from game.ui.screen import Pop, Press, Push, Replace, Reset, Screen, Turn
from game.ui.screens.firm import FirmSheet, firm_tip
from game.ui.screens.place import PlaceSheet
from game.ui.screens.region import Region
from game.ui.typeset import BODY, HEADING, REGION, SMALL


class Watch(Screen):
    """The map, the goals, and what is done; time waits at each decision unless one is in a hurry."""

    def __init__(self, level: Level, preferences: Preferences, home: Screen, seed: int, fade: Fade = "whole") -> None:
        self.playing, self.home = Playing.begin(level, preferences, seed), home
        self.example = Example(self.playing.session, fade)
        self.said: list[Said] = []
        """What was answered before; the run that begins here takes it along."""
        self.map = MapView(level)
        self.speed, self.running = rhythm.UNHURRIED, False
        self.clock = self.passed = 0.0
        self._foot = 0
        self._told: tuple[str, list[Deed]] = ("", [])

    # --- time --------------------------------------------------------------------------------------------------

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to show."""
        return self.example.over

    @property
    def done(self) -> list[int]:
        """The numbers of the steps that were done."""
        return self.example.done

    @property
    def unfinished(self) -> bool:
        """Whether its map is still being printed."""
        return not self.map.printed

    @property
    def moving(self) -> bool:
        """Only a running region moves."""
        return self.running

    def pass_time(self, seconds: float) -> Turn | None:
        """Let the region live while it is not paused."""
        if self.running:
            self.clock += seconds
            self.passed += seconds
            if self.passed >= rhythm.SECONDS[self.speed]:
                self.step()
        return None

    def step(self) -> Turn | None:
        """Run one quarter and do what the solution has for it; unhurried, time waits where something is done."""
        self.passed, was_over = 0.0, self.ended
        if self.example.advance() and self.speed <= rhythm.UNHURRIED:
            self.running = False
        self.running = self.running and not self.ended
        if self.ended and not was_over and self.example.fade == "whole":
            with contextlib.suppress(store.NotWritable):  # then the next one fades a step later
                progress.followed(self.playing.session.level.id, "whole")
        return None

    def toggle(self) -> Turn | None:
        """Pause, or go on."""
        self.running, self.passed = not self.running and not self.ended, 0.0
        return None

    def set_speed(self, speed: int) -> Turn | None:
        """Choose a speed, and run."""
        self.speed, self.running = speed, not self.ended
        return None

    def _deeds(self) -> list[Deed]:
        """Return the solution in the language in use."""
        speaker = self.playing.speaker
        if self._told[0] != speaker.language:
            self._told = speaker.language, deeds(self.playing.session, speaker)
        return self._told[1]

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw the map at the left, what is done at the right, the buttons below."""
        kit.surface.fill(kit.theme.paper)
        margin = kit.px(24)
        wide = panel.width(kit)
        room = pygame.Rect(0, 0, kit.rect.width - wide, kit.rect.height - self._foot)
        branch = self.playing.session.branch
        self.map.draw(kit, room, branch, branch.moment, self.clock if kit.motion else 0.0, self.running,
                      self._open_place, self._open_firm, lambda firm: firm_tip(self.playing, firm),
                      self.playing.speaker)  # fmt: skip
        self.map.cards(kit, room)
        side = pygame.Rect(room.right, 0, wide, room.height)
        kit.card(side, kit.theme.panel, "panel", 0)
        self._side(kit, side.inflate(-2 * margin, -2 * kit.px(20)))
        self._buttons(kit, margin)

    def _side(self, kit: Kit, room: pygame.Rect) -> None:
        """Write the date, what was just done and why, how the goals stand, and what was done before."""
        playing, say = self.playing, kit.words
        with kit.scrolling("watch", room) as drawn:
            x, y, wide = room.x, drawn[0], room.width - kit.px(12)
            y += kit.paragraph(playing.session.level.title[say.language], (x, y), wide, REGION)
            y += kit.paragraph(say(f"watch.about_{self.example.fade}"), (x, y), wide, SMALL, kit.theme.ink2) + kit.px(6)
            kit.text(playing.speaker.date(playing.session.quarter), (x, y), HEADING)
            y += kit.line_height(HEADING) + kit.px(8)
            if self.ended:
                y += kit.paragraph(self._outcome(kit), (x, y), wide, BODY) + kit.px(8)
            known = self._deeds()
            last = known[self.done[-1]].step.quarter if self.done else 0
            latest = [k for k in self.done if known[k].step.quarter == last]
            y = self._list(kit, pygame.Rect(x, y, wide, 10), "done", latest)
            y = self._list(kit, pygame.Rect(x, y, wide, 10), "left", self.example.left)
            for item in goals_part.shown(playing.session):
                y = goals_part.line(kit, playing, item, pygame.Rect(x, y, wide, 10), y)
            y += kit.px(12)
            earlier = [k for k in reversed(self.done) if known[k].step.quarter < last]
            drawn.append(self._list(kit, pygame.Rect(x, y, wide, 10), "earlier", earlier))

    def _list(self, kit: Kit, room: pygame.Rect, heading: str, numbers: list[int]) -> int:
        """List what was done under a heading: the last decisions first of all, earlier ones at the end."""
        x, y = room.topleft
        if heading == "done" or numbers:
            kit.text(kit.words(f"watch.{heading}"), (x, y), HEADING)
            y += kit.line_height(HEADING) + kit.px(4)
        if not self.done and heading == "done":
            y += kit.paragraph(kit.words("watch.waits"), (x, y), room.width, SMALL, kit.theme.ink2)
        for number in numbers:
            row = pygame.Rect(x, y, room.width, 10)
            y = told(kit, row, self.playing.speaker, self._deeds()[number], heading == "done")
        return y + kit.px(8)

    def _outcome(self, kit: Kit) -> str:
        """Say that it is the player's turn, or how it ended: on some dice even the solution is not enough."""
        if self.example.yours:
            return kit.words("watch.handed", count=self.example.ahead)
        return kit.words("watch.won" if self.playing.session.outcome().won else "watch.lost")

    def _buttons(self, kit: Kit, margin: int) -> None:
        """Draw the foot; it is as high as its rows need, known after the first frame."""
        say, over = kit.words, self.ended
        name = "pause" if self.running else "play"
        found = [
            Choice(say(f"watch.{name}"), "pause", self.toggle, main=not over, symbol=name, on=not over),
            Choice(say("watch.step"), "step", self.step, symbol="step", on=not over, tip=say("ui.step_tip")),
            *(Choice(str(k), f"speed {k}", partial(self.set_speed, k), on=not over,
                     tip=say(f"entrance.speed_tip.{k}")) for k in rhythm.SECONDS),
            *self._ways_on(kit),
            Choice(say("ui.back"), "back", Pop),
        ]  # fmt: skip
        rect = pygame.Rect(0, kit.rect.height - self._foot, kit.rect.width, self._foot)
        kit.card(rect, kit.theme.card, "panel", 0)
        pad = kit.px(14)
        used = button_row(kit, (margin, rect.y + pad), kit.rect.width - 2 * margin, found)
        self._foot = used + 2 * pad

    def _ways_on(self, kit: Kit) -> list[Choice]:
        """List how the player can go on: what fades next stands first."""
        say, over = kit.words, self.ended
        yours = Choice(say("watch.yours"), "begin", self._begin, main=over)
        if self.example.yours:
            return [Choice(say("watch.take_over"), "take over", self._take_over, main=True), replace(yours, main=False)]
        if over and self.example.fade == "whole" and "part" in fades(self.playing.session.level):
            part = Choice(say("watch.part_button"), "part", self._part, main=True, tip=say("watch.part_tip"))
            return [part, replace(yours, main=False)]
        return [yours]

    # --- turns -------------------------------------------------------------------------------------------------

    def _open_place(self, site: int) -> Turn | None:
        self.running = False
        return Push(PlaceSheet(self.playing, site))

    def _open_firm(self, firm: int) -> Turn | None:
        self.running = False
        return Push(FirmSheet(self.playing, firm))

    def _begin(self) -> Turn | None:
        """Begin a run of one's own on the same dice."""
        session = self.playing.session
        return self._played(Playing.begin(session.level, self.playing.preferences, session.seed))

    def _take_over(self) -> Turn | None:
        """Go on with the run that the example began."""
        return self._played(Playing(self.playing.session, self.playing.preferences))

    def _played(self, playing: Playing) -> Turn:
        playing.session.player, playing.session.said = self.playing.session.player, list(self.said)
        return Reset(Region(playing, self.home))

    def _part(self) -> Turn | None:
        """Begin the example anew, to be finished."""
        session = self.playing.session
        anew = Watch(session.level, self.playing.preferences, self.home, session.seed, "part")
        anew.playing.session.player, anew.said = session.player, self.said
        return Replace(anew)

    def wheel(self, step: int, at: tuple[int, int]) -> None:
        """Magnify the map where the pointer is."""
        self.map.looking.wheel(step, at)

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Time has the keys it has in play; Esc leaves."""
        if self.map.looking.key(key):
            return None
        if pygame.K_1 <= key <= pygame.K_4:
            return self.set_speed(key - pygame.K_0)
        actions: dict[int, Press] = {
            pygame.K_SPACE: self.toggle, pygame.K_n: self.step, pygame.K_PERIOD: self.step,
        }  # fmt: skip
        return actions[key]() if key in actions else super().key(key, modifiers)
