"""Predict: draw the line you expect, by pressing points, by arrows, or from one of four shapes; then it is sealed."""

from functools import partial

import pygame

from game.explain.predictions import ASKABLE, SHAPES, Shape, reach, refused, shaped
from game.lab.yardstick import yardstick
from game.session import predicting
from game.session.predicting import NotSealed, quarters_ahead
from game.ui import guess
from game.ui.button_row import Choice, button_row
from game.ui.frame import close, sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Screen, Turn
from game.ui.tabs import tabs
from game.ui.typeset import SMALL

STEPS = 40
"""Steps of the arrows from the lowest to the highest value; a quarter of them with Shift held."""


class Predict(Screen):
    """A sheet with a chart to draw on. Nothing on it can be changed once it is sealed."""

    sheet = True
    own_keys = frozenset({pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN})

    def __init__(self, playing: Playing, number: str = "firms", text: str = "") -> None:
        self.playing, self.text, self.asked = playing, text, bool(text)
        self.quarters = quarters_ahead(playing.session.quarter, playing.session.level.quarters)
        self.trouble = ""
        self._pointer, self._by_keys = (0, 0), False
        self._choose(number)

    def _choose(self, number: str) -> Turn | None:
        """Take up a number: the line begins level."""
        self.number = number
        past = self.playing.series(number)
        self.ends = reach(number, past, self.playing.session.level)
        self.start = past[-1]
        self.values = [min(max(past[-1], self.ends[0]), self.ends[1])] * len(self.quarters)
        self.active, self.shape, self.peak = 0, "", len(self.quarters) // 2
        return None

    def draw(self, kit: Kit) -> None:
        """Draw question, chart and buttons."""
        say = kit.words
        if not self.quarters:
            inner = sheet(kit, 900, 360, say("learn.predict"))
            kit.paragraph(say("learn.not_sealed.too_late"), inner.topleft, inner.width)
            return
        inner = sheet(kit, 1320, 1000, self.text or say("learn.predict"), "predict")
        with kit.scrolling("predict", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            about = say("learn.predict_about", when=self.playing.speaker.date(self.quarters[-1]))
            y += kit.paragraph(about, (inner.x, y), room, SMALL, kit.theme.ink2) + kit.px(8)
            if not self.asked:
                names = [(number, self.playing.speaker.name(number)) for number in ASKABLE]
                y += tabs(kit, (inner.x, y), room, names, self.number, self._choose) + kit.px(4)
            y += kit.tx(8)  # the topmost figure rises above the chart
            tall = min(max(kit.px(420), kit.tx(300)), max(round(0.66 * inner.height), kit.px(200)))
            self._chart(kit, pygame.Rect(inner.x, y, room, tall))
            y += tall + kit.px(12)
            y += self._shapes(kit, (inner.x, y), room) + kit.px(14)
            buttons = (
                Choice(say("learn.seal"), "seal", self._seal, main=True, symbol="lock", tip=say("learn.seal_tip")),
                Choice(say("learn.not_now"), "not now", close),
            )
            y += button_row(kit, (inner.x + kit.px(4), y + kit.px(4)), room, buttons) + kit.px(10)
            if self.trouble:
                y += kit.paragraph(self.trouble, (inner.x, y), room, SMALL, kit.theme.accent)
            drawn.append(y)

    def _chart(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the past, the line so far, and a column for each point."""
        speaker, now = self.playing.speaker, self.playing.session.quarter
        field = guess.Field.of(kit, rect, (max(now - guess.PAST, 0), self.quarters[-1]), self.ends)
        self._pointer, self._by_keys = kit.pointer, kit.by_keys
        if kit.by_keys and kit.focus.startswith("point "):
            self.active = min(int(kit.focus.removeprefix("point ")), len(self.quarters) - 1)
        guess.ground(kit, field, speaker, self.number, now)
        past = self.playing.series(self.number)
        guess.series(kit, field, past[field.first :], field.first)
        step = field.rect.width * (self.quarters[-1] - now) / max(field.last - field.first, 1) / len(self.quarters)
        for k, quarter in enumerate(self.quarters):
            x = field.at(quarter, self.ends[0])[0]
            column = pygame.Rect(round(x - step / 2), field.rect.y, round(step), field.rect.height)
            under = field.value_at(kit.pointer[1]) if column.collidepoint(kit.pointer) else self.values[k]
            value = speaker.value(self.number, self.values[k] if kit.by_keys else under)
            tip = kit.words("learn.point_tip", when=speaker.date(quarter), value=value)
            kit.spot(column, f"point {k}", partial(self._press, k, field), tip)
        guess.drawn(kit, field, (now, self.start), self.quarters, self.values, self.active)
        at = field.at(self.quarters[self.active], self.values[self.active])
        guess.label(kit, field, at, speaker.value(self.number, self.values[self.active]))

    def _press(self, k: int, field: guess.Field) -> Turn | None:
        """Put a point where the pointer is; by keys only take it up."""
        self.active = k
        if not self._by_keys:
            self.values[k], self.shape = field.value_at(self._pointer[1]), ""
        return None

    def _shapes(self, kit: Kit, at: tuple[int, int], room: int) -> int:
        """Draw the four shapes, and when the line turns where a shape turns; returns the height used."""
        shapes = [(f"shape {shape}", kit.words(f"learn.shape.{shape}")) for shape in SHAPES]
        label = kit.words("learn.shapes")
        used = kit.paragraph(label, at, room, SMALL, kit.theme.ink2)
        used += tabs(kit, (at[0], at[1] + used), room, shapes, f"shape {self.shape}", self._shape)
        side = max(kit.tx(44), 32)
        bottom = used + side + kit.px(8)  # kept free where no shape turns: the buttons below must not run from the hand
        if self.shape not in ("peak", "level"):
            return bottom
        when = self.playing.speaker.date(self.quarters[self.peak])
        y = at[1] + used + kit.px(8)
        kit.symbol("left", (at[0] + side // 2, y + side // 2), "peak earlier", partial(self._turn_at, -1),
                   kit.words("learn.turns_earlier"), size=20)  # fmt: skip
        words = kit.text(kit.words("learn.turns", when=when), (at[0] + side + kit.px(4), y + side / 2 - kit.tx(13)))
        kit.symbol("right", (words.right + kit.px(4) + side // 2, y + side // 2), "peak later",
                   partial(self._turn_at, 1), kit.words("learn.turns_later"), size=20)  # fmt: skip
        return bottom

    def _shape(self, key: str) -> Turn | None:
        name = key.removeprefix("shape ")
        found: Shape | None = next((shape for shape in SHAPES if shape == name), None)
        if found is not None:
            self.shape = found
            self.values = shaped(found, self.start, self.ends, len(self.quarters), self.peak)
        return None

    def _turn_at(self, by: int) -> Turn | None:
        self.peak = min(max(self.peak + by, 0), len(self.quarters) - 1)
        return self._shape(f"shape {self.shape}")

    def _seal(self) -> Turn | None:
        """Seal the line, with where the futures lie as its yardstick."""
        session = self.playing.session
        spread = yardstick(session.branch.region, self.number, self.quarters)
        sealed = predicting.seal(session, self.number, self.values, self.ends, spread)
        speaker = self.playing.speaker
        if isinstance(sealed, NotSealed):
            self.trouble = refused(sealed, self.number, self.ends, speaker)
            return None
        self.playing.said = speaker.words(
            "learn.sealed", number=speaker.name(self.number), when=speaker.date(self.quarters[-1])
        )
        return Pop()

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Arrows choose a point and move it."""
        if key in (pygame.K_LEFT, pygame.K_RIGHT) and self.quarters:
            self.active = min(max(self.active + (1 if key == pygame.K_RIGHT else -1), 0), len(self.quarters) - 1)
            return None
        if key in (pygame.K_UP, pygame.K_DOWN) and self.quarters:
            steps = STEPS / 4 if modifiers & pygame.KMOD_SHIFT else 1
            by = (self.ends[1] - self.ends[0]) / STEPS * steps * (1 if key == pygame.K_UP else -1)
            self.values[self.active] = min(max(self.values[self.active] + by, self.ends[0]), self.ends[1])
            self.shape = ""
            return None
        return super().key(key, modifiers)
