"""The debrief at the end of a level, in three steps: the facts, their causes, and what to do next time."""

from functools import partial, reduce
from typing import TYPE_CHECKING

import pygame

from game.content import numbers
from game.explain.worked import until
from game.ui.controls import choices
from game.ui.debrief import causes, company, facts, taught, worked
from game.ui.debrief import foot as foot_of
from game.ui.debrief.columns import columns
from game.ui.debrief.talk import Talk
from game.ui.icons import seal
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Push, Screen, Turn, later
from game.ui.text_field import field
from game.ui.typeset import BODY, HEADING, PAGE

if TYPE_CHECKING:
    from game.ui.screens.region import Region

STEPS = ("facts", "causes", "next")


class Ending(Screen):
    """A page for each step; in a class every step is seen, though it may be shown short."""

    def __init__(self, playing: Playing, region: "Region", in_class: bool = False) -> None:
        self.playing, self.region = playing, region
        self.in_class = in_class or bool(playing.session.player)  # a run under a name from the list is a class's
        self.talk = Talk(playing)
        self.step, self.seen = "facts", 0
        self._told: tuple[str, list[str]] | None = None
        self._kit: Kit | None = None

    # --- the page ------------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw head, step and foot."""
        self._kit = kit
        self.talk.look(kit.workers)
        if kit.focus != "intention":
            self.talk.keep_intention()
        kit.surface.fill(kit.theme.paper)
        foot = foot_of.height(kit, self._buttons())
        margin = kit.px(72)
        room = pygame.Rect(margin, kit.px(36), kit.rect.width - 2 * margin, kit.rect.height - foot - kit.px(48))
        with kit.scrolling(f"ending {self.step}", room) as drawn:
            inside = pygame.Rect(room.x + kit.px(4), drawn[0], room.width - kit.px(24), room.height)
            y = self._head(kit, inside) + kit.px(18)
            body = pygame.Rect(inside.x, y, inside.width, max(room.bottom - y, 10))
            drawn.append({"facts": self._facts, "causes": self._causes, "next": self._next}[self.step](kit, body))
        foot_of.draw(kit, self._buttons(), self.talk)

    def _head(self, kit: Kit, room: pygame.Rect) -> int:
        """Write how it ended, how it was governed, and the three steps."""
        session, say = self.playing.session, kit.words
        outcome = session.outcome()
        side = kit.tx(48)
        kit.surface.blit(seal(side, kit.theme.accent, kit.theme.on_accent), (room.x, room.y))
        sandbox = not any(goal.kind == "pass" for goal in session.level.goals)
        head = say("outcome.over" if sandbox else "outcome.won" if outcome.won else "outcome.lost")
        title = say("entrance.between").join((session.level.title[say.language], head))
        x, y, inner = room.x + side + kit.px(20), room.y, room.width - side - kit.px(24)
        y += kit.paragraph(title, (x, y - kit.px(2)), inner, PAGE)
        y += kit.paragraph(self._ended(), (x, y), inner, BODY, kit.theme.ink2)
        if self.talk.enough:
            y += kit.paragraph(facts.styled(self.talk), (x, y), inner, BODY, kit.theme.ink2)
        y = max(y, room.y + side) + kit.px(14)
        steps = [(name, say(f"debrief.step.{name}")) for name in STEPS]
        return y + choices(kit, (room.x, y), room.right, "step", steps, self.step, self._go)

    def _ended(self) -> str:
        """Say when it was, what ended it, and how many goals were met."""
        session, speaker = self.playing.session, self.playing.speaker
        outcome, say = session.outcome(), speaker.words
        most = sum(1 for goal in session.level.goals if goal.kind != "fail")
        parts = (
            say("debrief.span", first=speaker.date(0), last=speaker.date(session.quarter)) + say("debrief.stop"),
            say(f"outcome.{outcome.reason}") if outcome.reason else "",
            say("outcome.stars", count=numbers.number(outcome.stars), most=numbers.number(most)) if most else "",
            until(session, speaker),
        )
        return reduce(lambda first, second: say("read.sentences", first=first, second=second), filter(None, parts))

    def _facts(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw what happened at the left; stars, tale and decisions at the right."""
        if not self.talk.enough:
            return room.y + kit.paragraph(kit.words("debrief.empty_run"), room.topleft, room.width, BODY)
        left, right = columns(kit, room)
        y = facts.story(kit, left, self.talk, self._to_the_turn)
        y = facts.steady_hand(kit, pygame.Rect(left.x, y + kit.px(8), left.width, 10), self.talk)
        y = facts.predictions(kit, pygame.Rect(left.x, y, left.width, 10), self.talk)
        right.y = y if right.x == left.x else right.y
        z = facts.three_stars(kit, right, self.talk)
        z = facts.told(kit, pygame.Rect(right.x, z, right.width, 10), self.talk, self._sentences(kit))
        z = facts.done(kit, pygame.Rect(right.x, z, right.width, 10), self.talk)
        z = facts.why_fell(kit, pygame.Rect(right.x, z, right.width, 10), self.talk)
        kit.link(kit.words("why.rung.map"), (right.x, z + kit.px(8)), "whole map", self._map)
        return max(y, z + kit.px(8) + kit.line_height(HEADING)) + kit.px(16)

    def _map(self) -> Turn | None:
        """Open the whole causal map, lit where this run gave evidence of it."""
        return Push(later("game.ui.screens.why").Why(self.playing, "firms", rung="map"))

    def _sentences(self, kit: Kit) -> list[str]:
        key = f"{kit.words.language} {self.talk.moment}"
        if self._told is None or self._told[0] != key:
            self._told = key, facts.sentences_of(self.talk)
        return self._told[1]

    def _causes(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw decisions and luck side by side, company below them."""
        left, right = columns(kit, room)
        y = causes.decisions(kit, left, self.talk)
        right.y = y if right.x == left.x else right.y
        z = company.luck(kit, right, self.talk)
        y = company.company(kit, pygame.Rect(room.x, max(y, z), room.width, 10), self.talk)
        left, right = columns(kit, pygame.Rect(room.x, y, room.width, 10))
        y = company.concepts(kit, left, self.talk)
        right.y = y if right.x == left.x else right.y
        return max(y, company.bands(kit, right, self.talk)) + kit.px(8)

    def _next(self, kit: Kit, room: pygame.Rect) -> int:
        """Ask for one intention."""
        say, y = kit.words, room.y + kit.px(8)
        kit.icon("write", (room.x, y + kit.tx(2)), 24, kit.theme.accent)
        kit.text(say("debrief.intention"), (room.x + kit.tx(36), y), HEADING)
        y += kit.line_height(HEADING) + kit.px(8)
        box = pygame.Rect(room.x, y, min(room.width, kit.tx(1100)), max(kit.tx(52), kit.px(48)))
        self.talk.draft.done = self._kept
        field(kit, box, "intention", self.talk.draft, say("debrief.write_hint"), say("debrief.intention"))
        left, right = columns(kit, pygame.Rect(room.x, box.bottom + kit.px(28), room.width, 10))
        y = taught.taught(kit, left, self.talk)
        y = worked.worked(kit, pygame.Rect(left.x, y, left.width, 10), self.talk)
        right.y = y if right.x == left.x else right.y
        z = facts.three_stars(kit, right, self.talk)
        z = causes.judged(kit, pygame.Rect(right.x, z, right.width, 10), self.talk)
        return max(facts.untried(kit, pygame.Rect(right.x, z, right.width, 10), self.talk), y)

    def _buttons(self) -> list[foot_of.Button]:
        """List what can be done next: name, what pressing does, whether most people want it."""
        session, last = self.playing.session, self.step == STEPS[-1]
        found: list[foot_of.Button] = []
        if not last:
            found.append(("go_on", partial(self._go, STEPS[STEPS.index(self.step) + 1]), True))
        if self.in_class and last:
            found.append(("hand_in", self._hand_in, True))
        onward = last and not self.in_class and session.level.kind == "lesson" and session.outcome().won
        if onward:
            found.append(("next_lesson", partial(self._leave, onward=True), True))
        if not self.in_class or last:
            found += [
                ("play_again", partial(self._again, session.seed), last and not self.in_class and not onward),
                ("other_dice", partial(self._again, session.seed + 1), False),
                ("go_back_in_time", self._back, False), ("save_page", self._page, False), ("leave", self._leave, False),
            ]  # fmt: skip
        found.append(("longer" if self.talk.short else "shorter", self._shorten, False))
        if self.talk.stopped:
            found.append(("compute", self._compute, False))
        return found

    # --- what can be done ------------------------------------------------------------------------------------------

    def _go(self, step: str) -> Turn | None:
        """Go to a step; in a class one after the other."""
        number = STEPS.index(step)
        if not self.in_class or number <= self.seen + 1:
            self.step, self.seen = step, max(self.seen, number)
        return None

    def _shorten(self) -> Turn | None:
        self.talk.short = not self.talk.short
        return None

    def _compute(self) -> Turn | None:
        self.talk.go_on()
        return None

    def _kept(self) -> Turn | None:
        self.talk.keep_intention()
        return None

    def _again(self, seed: int) -> Turn | None:
        self.talk.keep_intention()
        return self._left(self.region.again(seed))

    def _back(self) -> Turn | None:
        self.talk.keep_intention()
        return self._left(self.region.rewind())

    def _leave(self, onward: bool = False) -> Turn | None:
        self.talk.keep_intention()
        return self._left(self.region.leave(onward))

    def _left(self, turn: Turn | None) -> Turn | None:
        """Stop computing for a page that is being left."""
        if self._kit is not None and self.talk.working(self._kit.workers):
            self.talk.stop(self._kit.workers)
            self.talk.trouble = ""
        return turn

    def _to_the_turn(self) -> Turn | None:
        """Go back to the last quarter in which it could still be turned."""
        turning = self.talk.found.turning if self.talk.found else None
        if turning is None or turning.last is None:
            return None
        self.talk.keep_intention()
        self.playing.rewind(turning.last)
        return self._left(Pop())

    def _page(self) -> Turn | None:
        self.talk.keep_intention()
        self.talk.trouble = later("game.ui.debrief.saving").save(self.talk)
        return None

    def _hand_in(self) -> Turn | None:
        """Write the run where a teacher collects it from."""
        self.talk.keep_intention()
        self.talk.trouble = later("game.ui.debrief.saving").hand_in(self.talk)
        return None

    def key(self, key: int, modifiers: int) -> Turn | None:
        """R goes back in time; Esc stops the computing, then closes the page, so that the region can be looked at."""
        if key == pygame.K_r:
            return self._back()
        if key == pygame.K_ESCAPE and self._kit is not None and self.talk.working(self._kit.workers):
            self.talk.stop(self._kit.workers)
            return None
        if key == pygame.K_ESCAPE:
            self.talk.keep_intention()
        return super().key(key, modifiers)

    def pass_time(self, seconds: float) -> Turn | None:
        """After going back in time there is nothing left to tell."""
        return None if self.playing.session.outcome().ended else Pop()

    @property
    def moving(self) -> bool:
        """While other histories are played the bar moves."""
        return self._kit is not None and self.talk.working(self._kit.workers) is not None
