"""The region: one map, calm; around it the numbers, the phases, the goals and the desk."""

from functools import partial

import pygame

from game.session import store
from game.ui import learning, rhythm
from game.ui.kit import Kit
from game.ui.map_view import MapView
from game.ui.playing import Playing
from game.ui.region import slips
from game.ui.region.around import Around
from game.ui.region.hints import Hints
from game.ui.region.news import News, Ways
from game.ui.resuming import quick_save
from game.ui.screen import Press, Push, Reset, Screen, Turn, later
from game.ui.screens.ask import Ask
from game.ui.screens.ending import Ending
from game.ui.screens.event import EventSheet, answerable
from game.ui.screens.firm import FirmSheet, firm_tip
from game.ui.screens.menu import Menu
from game.ui.screens.place import PlaceSheet
from game.ui.screens.policy import PolicySheet
from game.ui.screens.rewind import Rewind
from game.ui.screens.why import Why


class Region(Screen):
    """The screen on which the game is played."""

    def __init__(self, playing: Playing, home: Screen) -> None:
        self.playing = playing
        self.home = home
        self.map = MapView(playing.session.level)
        self.speed = playing.preferences.speed
        self.running = False
        self.clock = 0.0
        self.passed = 0.0
        self.around = Around(playing)
        self.news = News()
        self.hints = Hints(playing)

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw everything; bar, map, panel and desk cover the whole window, so nothing need be wiped out before."""
        self.playing.retell()
        self.playing.learning.now = kit.seconds
        branch = self.playing.session.branch
        self.playing.futures.look(kit.workers, branch, not self.running, self.playing.session.level.quarters)
        rooms = self.around.rooms(kit)
        moment = f"{branch.moment} {self.playing.session.current}"
        self.map.draw(kit, rooms.map, branch, moment, self.clock if kit.motion else 0.0, self.running,
                      self._open_place, self._open_firm, lambda firm: firm_tip(self.playing, firm),
                      self.playing.speaker, rooms.free)  # fmt: skip
        if rooms.folded:
            kit.cover(rooms.panel, rooms.desk)
        ways = Ways(self.why, self._open_place, self._answer, self.gazette, self.log)
        beside = 0 if rooms.narrowed else self.hints.width(kit, rooms.free)
        told = slips.draw(kit, rooms.free, self.playing, ways, beside, self.news if rooms.folded else None)
        taken = [*self.map.taken(kit, rooms.free), told]
        self.map.covered = told
        begin = "ui.begin_folded" if rooms.folded else "ui.begin_hint"
        said = slips.said(kit, rooms.free, self.playing, begin, taken)
        lie = [told, said] if said else [told]
        lie += self.map.cards(kit, rooms.free, lie, rooms.folded)
        if not rooms.narrowed:
            self.hints.draw(kit, rooms.free, [*taken, *lie, *self.map.named])
        self.around.draw(kit, self, rooms)

    @property
    def unfinished(self) -> bool:
        """Whether its map is still being printed."""
        return not self.map.printed

    @property
    def moving(self) -> bool:
        """Only a running region moves."""
        return self.running

    # --- time --------------------------------------------------------------------------------------------------

    def pass_time(self, seconds: float) -> Turn | None:
        """Let the region live while it is not paused."""
        self.hints.pass_time(seconds)
        if not self.running:
            self.playing.catch_up(1)
            return None
        self.clock += seconds
        self.passed += seconds
        if self.passed < rhythm.SECONDS[self.speed]:
            self.playing.catch_up(0 if self.map.studio.busy else 1)  # one thing a frame
            return None
        self.passed = 0.0
        return self.step()

    def step(self) -> Turn | None:
        """Run one quarter; stop where something needs a choice."""
        leisure = self.running and self.speed <= rhythm.UNHURRIED
        self.playing.advance()
        turn = self._due(leisure)
        if turn is not None:
            self.playing.catch_up()  # whoever reads does not mind the moment
        return turn

    def _due(self, leisure: bool) -> Turn | None:
        """Return what opens by itself now that a quarter has passed; time may stop too."""
        session = self.playing.session
        if session.outcome().ended:
            self.running = False
            self.playing.learning.keep(self.playing)
            return self.playing.learning.at_the_end(self.playing, Ending(self.playing, self))
        if session.pending():
            return self._answer()
        due = self.playing.learning.due(self.playing) if self.running else None
        if self.running and rhythm.budget_waits(session, self.speed):
            self.running = False
            held = self.playing.speaker.money(float(session.branch.region.state.treasury[0]))
            self.playing.said = self.playing.said or self.playing.speaker.words("ui.budget", money=held)
        if due is not None:
            return due
        if leisure and rhythm.council_voted(session):
            return Push(later("game.ui.screens.vote").VoteSheet(self.playing))
        return self.gazette() if self.playing.preferences.gazette and rhythm.new_year(session) else None

    def toggle(self) -> Turn | None:
        """Pause, or go on."""
        if self.playing.session.outcome().ended:
            return Push(Ending(self.playing, self))
        if not self.running and answerable(self.playing.session):
            return self._answer()
        self.running = not self.running
        self.passed = rhythm.SECONDS[self.speed]
        return self.playing.learning.due(self.playing) if self.running else None

    def set_speed(self, speed: int) -> Turn | None:
        """Choose a speed, and run."""
        self.speed = speed
        return None if self.running else self.toggle()

    def wheel(self, step: int, at: tuple[int, int]) -> None:
        """Magnify the map where the pointer is."""
        self.map.looking.wheel(step, at)

    # --- turns -------------------------------------------------------------------------------------------------

    def _answer(self) -> Turn | None:
        waiting = self.playing.session.pending()
        return Push(EventSheet(self.playing, waiting[0])) if waiting else None

    def why(self, number: str) -> Turn | None:
        """Open a number's causes."""
        return Push(Why(self.playing, number))

    def _open_place(self, site: int) -> Turn | None:
        return Push(PlaceSheet(self.playing, site))

    def _open_firm(self, firm: int) -> Turn | None:
        return Push(FirmSheet(self.playing, firm))

    def open_card(self, policy: str) -> Turn | None:
        """Open a card's page."""
        return Push(PolicySheet(self.playing, policy))

    def rewind(self) -> Turn | None:
        """Open the way back."""
        return Push(Rewind(self.playing))

    def gazette(self) -> Turn | None:
        """Open the page of the last year."""
        return Push(later("game.ui.screens.gazette").Gazette(self.playing))

    def family_tree(self) -> Turn | None:
        """Open the family tree of firms."""
        return Push(later("game.ui.screens.family_tree").FamilyTree(self.playing))

    def goals(self) -> Turn | None:
        """Open the goals."""
        return Push(later("game.ui.screens.goals").Goals(self.playing))

    def futures(self) -> Turn | None:
        """Open the futures."""
        return Push(later("game.ui.screens.futures").FuturesSheet(self.playing))

    def council(self) -> Turn | None:
        """Open the council of advisers."""
        return Push(later("game.ui.screens.council").Council(self.playing))

    def log(self) -> Turn | None:
        """Open the log of everything."""
        return Push(later("game.ui.screens.log").Log(self.playing))

    def codex(self) -> Turn | None:
        """Open the codex."""
        return Push(later("game.ui.screens.codex").Codex())

    def leave(self, onward: bool = False) -> Turn:
        """Go back to the title, or on to the next lesson; the run is kept."""
        self.playing.save(self.playing.kept_in, quietly=True)
        self.playing.learning.keep(self.playing)
        return Reset(self.home, self.home.onward() if onward else None)

    def leaving(self) -> Turn:
        """Keep the run before the window closes, and ask."""
        lost = self.playing.save(self.playing.kept_in, quietly=True)
        return Push(Ask("entrance.leave_game", lost or "entrance.run_kept"))

    def again(self, seed: int) -> Turn:
        """Begin the level anew, with the same dice or others."""
        return Reset(Region(Playing.begin(self.playing.session.level, self.playing.preferences, seed), self.home))

    def save(self) -> Turn | None:
        """Keep the run as the quick save."""
        self.playing.save(store.QUICKSAVE)
        return None

    def menu(self) -> Turn:
        """Open the menu."""
        self.running = False
        return Push(Menu(self.playing, self))

    def undo(self) -> Turn | None:
        """Take back the last thing done this quarter."""
        self.playing.undo()
        return None

    def load(self) -> Turn | None:
        """Go back to the quick save."""
        found = quick_save(self.playing)
        return Reset(Region(found, self.home)) if found else None

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Every key of the region; the help screen lists them."""
        if key == pygame.K_z and modifiers & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return self.undo()
        if self.map.looking.key(key) or (key == pygame.K_ESCAPE and self.around.shut()):
            return None
        if pygame.K_1 <= key <= pygame.K_4:
            return self.set_speed(key - pygame.K_0)
        actions: dict[int, Press] = {
            pygame.K_SPACE: self.toggle, pygame.K_n: self.step, pygame.K_PERIOD: self.step, pygame.K_F9: self.load,
            pygame.K_F5: self.save, pygame.K_r: self.rewind, pygame.K_ESCAPE: self.menu, pygame.K_F10: self.menu,
            pygame.K_w: lambda: self.why("mean_margin"), pygame.K_u: self.undo,
            pygame.K_g: self.gazette, pygame.K_f: self.family_tree, pygame.K_j: self.log, pygame.K_c: self.codex,
            pygame.K_o: self.futures, pygame.K_a: self.council,
            **{asked: partial(learning.opened, asked, self.playing) for asked in learning.BY_KEY},
        }  # fmt: skip
        action = actions.get(key)
        return action() if action else None
