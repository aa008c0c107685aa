"""Why: a number opened to its causes, rung by rung: the sentence, bars that add up, the idea, neighbours, what if."""

from functools import partial

import pygame

from game.explain.course import course
from game.explain.scopes import AtPlace, OfFirm, Scope, numbers_of
from game.explain.why import Reason, lifetime
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn, later
from game.ui.tabs import tabs
from game.ui.typeset import SMALL, SMALL_BOLD
from game.ui.why import around, causes, forks, head, side, stocks, whole
from game.ui.why.rooms import WholeMap

SPANS = (1, 4, 16, 0)
"""Quarters looked back: one, a year, four years, and (0) since the beginning."""
AT_ONCE, A_FRAME = 4, 2
"""Quarters that are taken apart before a sheet is drawn at all; and, where there are more, in each frame."""
RUNGS = ("causes", "around", "stock", "fork", "map")


class Why(Screen):
    """A sheet that says why a number moved, of the region, a place or a firm."""

    sheet = True

    def __init__(self, playing: Playing, number: str, at: int | None = None, scope: Scope = None,
                 rung: str = "causes") -> None:  # fmt: skip
        self.playing, self.scope, self.rung = playing, scope, rung
        self._at = at
        self.number = number if number in numbers_of(scope) else numbers_of(scope)[0]
        playing.looked.add(self.number)
        self.span = 4
        self.chosen = ""
        self.around = around.Around(playing)
        self.forks = forks.Forks(playing)
        self.side = side.Side(playing)
        branch = playing.session.branch
        self._life = lifetime(branch, scope.firm) if isinstance(scope, OfFirm) else None
        self._courses: dict[tuple[str, str], tuple[int, list[float]]] = {}
        self._whole: dict[tuple[str, str], WholeMap] = {}

    # --- what is asked -----------------------------------------------------------------------------------------

    @property
    def rungs(self) -> tuple[str, ...]:
        """The rungs there are: neighbours and stocks are the region's."""
        return RUNGS if self.scope is None else ("causes", "fork")

    @property
    def at(self) -> int:
        """The quarter it is asked about: now, one the newspaper wrote of, or a firm's last."""
        now = self.playing.session.quarter if self._at is None else min(self._at, self.playing.session.quarter)
        life = self._life
        return now if life is None else min(now, life[1])

    @property
    def since(self) -> int:
        """The quarter from which is looked."""
        life = self._life
        first = 0 if life is None else life[0]
        return max(self.at - self.span, first) if self.span else first

    def reason(self) -> Reason | None:
        """Take the number apart; None before there is anything to take apart, or while it is being done."""
        if self.at <= self.since or len(self._left()) > AT_ONCE:
            return None
        return self.playing.explainer.why(self.playing.session.branch, self.number, self.since, self.at, self.scope)

    def _left(self) -> list[int]:
        return self.playing.explainer.waiting(self.playing.session.branch, self.since, self.at, self.scope)

    def pass_time(self, seconds: float) -> Turn | None:
        """Take long spans apart a few quarters a frame, and let what else is computed go on."""
        left = self._left()
        if len(left) > AT_ONCE:
            for quarter in left[:A_FRAME]:
                self.playing.explainer.prepare(self.playing.session.branch, quarter, self.scope)
        elif self.rung == "causes":
            self.side.work(self.at)
        elif self.rung in ("around", "map"):
            self.around.work()
        elif self.rung == "fork":
            self.forks.work()
        return None

    @property
    def moving(self) -> bool:
        """Whether something is still being computed."""
        return len(self._left()) > AT_ONCE or self.forks.busy or not self.around.ready or self.side.busy

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw the sheet."""
        inner = sheet(kit, 1680, 1000, "")
        reason = self.reason()
        y = self._head(kit, inner, reason)
        body = pygame.Rect(inner.x, y, inner.width, inner.bottom - y)
        if self.rung == "causes":
            self._causes(kit, body, reason)
            return
        with kit.scrolling(f"why {self.rung}", body) as drawn:
            room = pygame.Rect(body.x, drawn[0], body.width - kit.px(14), body.height)
            if self.rung == "around":
                drawn.append(around.draw(kit, room, self))
            elif self.rung == "stock":
                drawn.append(stocks.draw(kit, room, self))
            elif self.rung == "fork":
                drawn.append(forks.draw(kit, room, self))
            else:
                drawn.append(whole.draw(kit, room, self))

    def _head(self, kit: Kit, inner: pygame.Rect, reason: Reason | None) -> int:
        """Draw the way here, the sentence, the rungs and the spans."""
        say, speaker = kit.words, self.playing.speaker
        kit.text(self._path(kit), inner.topleft, SMALL, kit.theme.ink2, room=inner.width - kit.tx(160))
        y = inner.y + kit.line_height(SMALL) + kit.px(8)
        if reason is not None:
            moved, because = speaker.headline(reason)
        elif self.at <= self.since:
            moved, because = say("read.too_early_window"), ""
        else:
            moved, because = say("why.counting", left=len(self._left())), ""
        parts = [(moved, kit.theme.ink), (because, kit.theme.accent)]
        y += head.two_colours(kit, parts, (inner.x, y), inner.width) + kit.px(8)
        choices = [(rung, say(f"why.rung.{rung}")) for rung in self.rungs]
        spans = [(str(span), say(f"ui.span_{span}")) for span in SPANS]
        wide = sum(kit.width(label, SMALL_BOLD) + kit.px(28) for _, label in spans) - kit.px(28)
        if self.rung not in ("causes", "stock") or wide + kit.tx(420) > inner.width:
            y += tabs(kit, (inner.x, y), inner.width, choices, self.rung, self._climb)
            if self.rung in ("causes", "stock"):
                y += head.chips(kit, (inner.x, y), inner.x + wide, spans, str(self.span), "span", self._looking)
            return y + kit.px(10)
        used = tabs(kit, (inner.x, y), inner.width - wide - kit.px(28), choices, self.rung, self._climb)
        low = y + kit.px(2)
        head.chips(kit, (inner.right - wide, low), inner.right, spans, str(self.span), "span", self._looking)
        return y + used + kit.px(10)

    def _path(self, kit: Kit) -> str:
        """Write the way here: level, place or firm, number."""
        speaker, path = self.playing.speaker, self.playing.speaker.level.title[kit.words.language]
        if isinstance(self.scope, AtPlace):
            path = kit.words("why.path", first=path, second=speaker.place(self.scope.site))
        elif isinstance(self.scope, OfFirm):
            path = kit.words("why.path", first=path, second=speaker.firm(self.scope.firm))
        return kit.words("why.path", first=path, second=speaker.within(self.number, self.scope))

    def _causes(self, kit: Kit, body: pygame.Rect, reason: Reason | None) -> None:
        """Draw bars and past at the left, the idea at the right, or below where there is no room for it."""
        narrow = body.width < kit.tx(1020)
        wide = 0 if narrow else min(kit.tx(430), round(body.width * 0.34))
        left = pygame.Rect(body.x, body.y, body.width - wide - (kit.px(48) if wide else 0), body.height)
        with kit.scrolling("why", left) as drawn:
            top = drawn[0]
            if reason is not None:
                top = causes.draw(kit, pygame.Rect(left.x, top, left.width - kit.px(8), left.height), self, reason)
            if narrow:
                top = self.side.draw(kit, pygame.Rect(left.x, top + kit.px(16), left.width - kit.px(8), 10), self,
                                     reason)  # fmt: skip
            drawn.append(top)
        if wide:
            x = left.right + kit.px(24)
            kit.hairline((x, body.y), (x, body.bottom))
            room = pygame.Rect(x + kit.px(24), body.y, body.right - x - kit.px(24), body.height)
            with kit.scrolling("why side", room) as drawn:
                inner = pygame.Rect(room.x, drawn[0], room.width - kit.px(8), room.height)
                drawn.append(self.side.draw(kit, inner, self, reason))

    # --- turns -------------------------------------------------------------------------------------------------

    def _climb(self, rung: str) -> Turn | None:
        self.rung = rung
        return None

    def _looking(self, span: str) -> "partial[Turn | None]":
        return partial(self._look_back, int(span))

    def _look_back(self, span: int) -> Turn | None:
        self.span, self.chosen = span, ""
        return None

    def choose(self, cause: str) -> Turn | None:
        """Open a bar, or close it again."""
        self.chosen = "" if self.chosen == cause else cause
        return None

    def concept(self, concept: str) -> Turn | None:
        """Open a concept's card."""
        return Push(later("game.ui.screens.concept").Concept(concept))

    def ask(self, number: str) -> Turn | None:
        """Ask why of another number of the same scope."""
        self.number, self.chosen = number, ""
        self.playing.looked.add(number)
        return None

    def course(self) -> tuple[int, list[float]]:
        """The number's whole course."""
        branch = self.playing.session.branch
        key = self.number, branch.digests[branch.quarter]
        if key not in self._courses:
            self._courses[key] = course(branch, self.number, self.scope)
        return self._courses[key]

    def pictured(self, language: str, chosen: str) -> WholeMap:
        """The whole map in a language, with a word chosen; built once."""
        if (language, chosen) not in self._whole:
            self._whole[language, chosen] = whole.whole_map(self.playing, self.around.map.links, chosen)
        return self._whole[language, chosen]

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Page Up and Page Down go to the next number."""
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            step, numbers = (1 if key == pygame.K_PAGEDOWN else -1), numbers_of(self.scope)
            return self.ask(numbers[(numbers.index(self.number) + step) % len(numbers)])
        return super().key(key, modifiers)
