"""The brief: where you are, what is asked, what it teaches, on which dice, and the ground it happens on."""

from functools import partial

import pygame

from game.content import library, numbers
from game.content.level import PRODUCTS, Goal, Level
from game.explain import checks
from game.explain.hinted import stuck
from game.explain.speech import Speaker
from game.explain.worked import Fade, fades, next_fade
from game.session import notebook, progress
from game.session.goals import goals_by_need
from game.ui.entrance.ground import Ground, first_firms
from game.ui.entrance.kept import of_level
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.region.goals_part import SIGNS
from game.ui.resuming import resume
from game.ui.rich import Reader
from game.ui.screen import Pop, Push, Replace, Screen, Turn, later
from game.ui.screens.region import Region
from game.ui.street import height as street_height
from game.ui.street import per_house, street
from game.ui.typeset import BODY, CARD_TITLE, HEADING, LEAD, SMALL, SMALL_BOLD


class Brief(Screen):
    """A page before the first quarter."""

    def __init__(self, level: Level, preferences: Preferences, home: Screen) -> None:
        self.level, self.preferences, self.home = level, preferences, home
        self.seed = level.dice
        self.player = ""
        records = progress.read()
        self.record = records.get(level.id, progress.Record())
        self.due = next_fade(level, records)
        self.known = notebook.knows(level.id)
        self.ground = Ground(level)
        self.kept = of_level(level)
        self._firms: tuple[int, list[tuple[int, int]]] | None = None

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw words at the left, the map at the right, the button below."""
        kit.surface.fill(kit.theme.paper)
        foot = max(kit.tx(48), kit.px(44)) + 2 * kit.px(20)
        wide = kit.rect.width > kit.tx(1000)
        column = round(kit.rect.width * 0.5) if wide else kit.rect.width
        room = pygame.Rect(
            kit.px(72), kit.px(44), column - kit.px(72) - kit.px(40), kit.rect.height - foot - kit.px(44)
        )
        if wide:
            self.ground.draw(
                kit, pygame.Rect(column, 0, kit.rect.width - column, kit.rect.height - foot), self._first()
            )
        with kit.scrolling("brief", room) as drawn:
            inside = pygame.Rect(room.x, drawn[0], min(room.width - kit.px(16), kit.tx(760)), 10)
            reader = Reader(kit)  # a word is a link only where it stands first
            y = self._kept(kit, inside, self._place(kit, reader, inside))
            if not wide:
                y = self._street(kit, inside, y)
            y = self._goals(kit, reader, inside, y)
            y = self._teaches(kit, inside, y)
            y = self._watched(kit, inside, y)
            drawn.append(self._small_print(kit, inside, y))
        self._foot(kit, pygame.Rect(0, kit.rect.height - foot, kit.rect.width, foot))

    @property
    def unfinished(self) -> bool:
        """Whether its map is still being printed."""
        return self.ground.unfinished

    def _first(self) -> list[tuple[int, int]]:
        """Return the firms that are there at the start, on the dice chosen."""
        if self._firms is None or self._firms[0] != self.seed:
            self._firms = self.seed, first_firms(self.level, self.seed)
        return self._firms[1]

    def _place(self, kit: Kit, reader: Reader, inside: pygame.Rect) -> int:
        """Say what the place is; what was meant for this time stands above it."""
        level, language, say = self.level, kit.words.language, kit.words
        y, x, wide = inside.y, inside.x, inside.width
        length = say("unit.years", count=level.quarters // 4)
        kind = say("entrance.between").join((say(f"kind.{level.kind}"), length, level.industry.name[language]))
        y += kit.paragraph(kind, (x, y), wide, SMALL, kit.theme.ink2)
        y += kit.paragraph(level.title[language], (x, y), wide, CARD_TITLE) + kit.px(12)
        if self.record.intention:
            text = say("entrance.your_intention", text=self.record.intention)
            y += kit.paragraph(text, (x, y), wide, BODY, kit.theme.accent) + kit.px(12)
        return y + reader.paragraph(level.brief[language], (x, y), wide, LEAD) + kit.px(16)

    def _kept(self, kit: Kit, inside: pygame.Rect, y: int) -> int:
        """Offer to go on with a run of this level that was kept."""
        if self.kept is None:
            return y
        date = Speaker(kit.words, self.level, {}).date(self.kept[1])
        at = kit.link(kit.words("entrance.go_on", date=date), (inside.x, y), "go on", self._go_on, room=inside.width)
        return at.bottom + kit.px(14)

    def _street(self, kit: Kit, inside: pygame.Rect, y: int) -> int:
        """Draw the first firms as a street, where there is no room for the map."""
        kinds = [kind for _, kind in self._first()]
        counts = [kinds.count(kind) for kind in range(PRODUCTS)]
        rows = 2 * street_height(kit)
        rect = pygame.Rect(inside.x, y, inside.width, rows)
        return street(kit, rect, counts, per_house(kit, counts, inside.width, 2)) + kit.px(10)

    def _goals(self, kit: Kit, reader: Reader, inside: pygame.Rect, y: int) -> int:
        """List the goals."""
        if self.level.goals:
            kit.text(kit.words("ui.goals"), (inside.x, y), HEADING)
            y += kit.line_height(HEADING) + kit.px(2)
        for goal in goals_by_need(self.level):
            if not goal.hidden:
                y = self._goal(kit, reader, (inside.x, y), inside.width, goal)
        if self.record.plays:
            most = sum(goal.kind != "fail" for goal in self.level.goals)
            best = kit.words("entrance.best", count=self.record.stars, most=most)
            y += kit.paragraph(best, (inside.x, y), inside.width, SMALL, kit.theme.ink2)
        return y + kit.px(16)

    def _goal(self, kit: Kit, reader: Reader, at: tuple[int, int], inside: int, goal: Goal) -> int:
        """Write one goal and what kind it is."""
        x, y = at
        symbol = "close" if goal.kind == "fail" else SIGNS.get(goal.indicator, "goal")
        kit.icon(symbol, (x, y + kit.tx(4)), 20, kit.theme.accent if goal.kind == "fail" else kit.theme.ink)
        kind = kit.words(f"goal.{goal.kind}")
        text = kit.words("read.aside", first=goal.text[kit.words.language], second=kind)
        return y + reader.paragraph(text, (x + kit.tx(32), y), inside - kit.tx(32), BODY)

    def _teaches(self, kit: Kit, inside: pygame.Rect, y: int) -> int:
        """Name the ideas it teaches; each opens."""
        known = [library.concepts()[id_] for id_ in self.level.teaches if id_ in library.concepts()]
        if not known:
            return y
        kit.text(kit.words("entrance.teaches"), (inside.x, y), HEADING)
        y, x = y + kit.line_height(HEADING) + kit.px(2), inside.x
        step = max(kit.line_height(SMALL_BOLD), 24) + kit.px(4)
        for concept in known:
            name = concept.name[kit.words.language]
            wide = min(kit.width(name, SMALL_BOLD), inside.width)
            if x + wide > inside.right and x > inside.x:
                x, y = inside.x, y + step
            kit.link(name, (x, y), f"concept {concept.id}", partial(self._concept, concept.id), SMALL_BOLD, room=wide)
            x += wide + kit.tx(28)
        return self._known_already(kit, inside, y + step) + kit.px(12)

    def _known_already(self, kit: Kit, inside: pygame.Rect, y: int) -> int:
        """Offer to show in three questions that one knows a lesson, or say that one has."""
        if self.level.kind != "lesson":
            return y
        if self.known:
            return y + kit.paragraph(kit.words("learn.known_already"), (inside.x, y), inside.width, SMALL)
        label, tip = kit.words("learn.known_button"), kit.words("learn.known_tip")
        at = kit.link(label, (inside.x, y), "known", self._show_known, SMALL_BOLD, tip, inside.width)
        return at.bottom + kit.px(4)

    def _watched(self, kit: Kit, inside: pygame.Rect, y: int) -> int:
        """Offer the worked example, whole or to be finished; in so many words to who tried twice and has not won."""
        if not self.level.solution:
            return y
        tried = stuck(self.record)
        if tried or self.due != "whole":
            text = kit.words("watch.stuck" if tried else f"watch.due.{self.due}")
            y += kit.paragraph(text, (inside.x, y), inside.width, BODY if tried else SMALL)
        shown = [fade for fade in fades(self.level) if fade != "alone"]
        for fade in sorted(shown, key=lambda one: one != self.due):
            label, tip = kit.words(f"watch.{fade}_button"), kit.words(f"watch.{fade}_tip")
            key = "watch" if fade == "whole" else "finish"
            at = kit.link(label, (inside.x, y), key, partial(self._watch, fade), SMALL_BOLD, tip, inside.width)
            y = at.bottom + kit.px(4)
        return y + kit.px(8)

    def _watch(self, fade: Fade) -> Turn | None:
        watch = later("game.ui.screens.watch").Watch(self.level, self.preferences, self.home, self.seed, fade)
        watch.playing.session.player = self.player
        return Push(watch)

    def _show_known(self) -> Turn | None:
        playing = Playing.begin(self.level, self.preferences, self.seed)
        asked = [(one, "known") for one in checks.check(self.level, "known", self.seed)]

        def finished(right: int) -> None:
            self.known = right >= checks.ENOUGH
            if self.known:
                playing.learning.notebook.known.add(self.level.id)

        return Push(later("game.ui.screens.question").Questions(playing, asked, finished)) if asked else None

    def _small_print(self, kit: Kit, inside: pygame.Rect, y: int) -> int:
        """Say how the cluster came to be, what a house stands for, and when the council votes."""
        level, say = self.level, kit.words
        lines = [say(f"ui.formation.{level.formation}")]
        if level.scale:
            lines.append(level.scale[say.language])
        vote = level.government.vote
        if vote:
            share = numbers.percent(vote.threshold)
            lines.append(say("ui.vote_about", years=vote.every // 4, share=share))
        for line in lines:
            y += kit.paragraph(line, (inside.x, y), inside.width, SMALL, kit.theme.ink2)
        return y + kit.px(10)

    def _foot(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the button that begins, the way back, and the dice."""
        kit.card(rect, kit.theme.card, "panel", 0)
        y = rect.y + kit.px(20)
        at = kit.button(kit.words("ui.begin"), (kit.px(72), y), "begin", self._begin, main=True, symbol="play")
        back = kit.button(kit.words("ui.back"), (at.right + kit.px(16), y), "back", Pop)
        middle = at.centery
        label, step, tip = kit.words("ui.dice", seed=self.seed), max(kit.tx(44), 34), kit.words("ui.dice_tip")
        needed = kit.width(label) + kit.tx(36) + 2 * step + kit.px(8)
        x = max(back.right + kit.px(24), rect.right - kit.px(72) - needed)
        kit.icon("dice", (x, middle - kit.tx(12)), 24)
        text = kit.text(label, (x + kit.tx(36), middle - kit.line_height() / 2), BODY)
        if self.player:
            return  # a class plays on the same dice
        left = text.right + kit.px(8) + step // 2
        kit.symbol("minus", (left, middle), "dice less", lambda: self._dice(-1), tip, on=self.seed > 0, size=20)
        kit.symbol("plus", (left + step, middle), "dice more", lambda: self._dice(1), tip, size=20)

    # --- turns -------------------------------------------------------------------------------------------------

    def _concept(self, concept: str) -> Turn | None:
        return Push(later("game.ui.screens.concept").Concept(concept))

    def _dice(self, by: int) -> Turn | None:
        self.seed = max(self.seed + by, 0)
        return None

    def _go_on(self) -> Turn | None:
        found = resume(self.kept[0], self.preferences) if self.kept else ""
        self.kept = None  # where it cannot be opened, there is nothing to offer
        return Replace(Region(found, self.home)) if isinstance(found, Playing) else None

    def _begin(self) -> Turn | None:
        playing = Playing.begin(self.level, self.preferences, self.seed)
        playing.session.player = self.player
        return Replace(Region(playing, self.home))

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Space begins, as Enter does."""
        if key == pygame.K_SPACE:
            return self._begin()
        return super().key(key, modifiers)
