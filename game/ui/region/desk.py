"""The desk: policy cards by family, each with what it does, what it costs and when it works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.content.policy_card import PolicyCard
from game.simulation.actions import Enact, Quote, Refusal
from game.ui.charts import delay_curve
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.region import card_tip, doors
from game.ui.region.doors import Door
from game.ui.screen import Turn
from game.ui.typeset import NAME, SMALL, SMALL_BOLD, STAT

FAMILIES = ("attract", "train", "trust", "share", "name", "renew")
FEW = 6
"""With so few cards they lie side by side, without tabs."""


@dataclass(frozen=True)
class Standing:
    """How a card stands at a moment: how large it runs, how much has taken hold, where, and what it would take."""

    running: float
    strength: float
    places: str
    quote: Quote | Refusal


class Desk:
    """Which family is open, and which card comes first."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        cards = [playing.session.cards[policy.id] for policy in playing.session.rules.setup.policies]
        self.cards = sorted(cards, key=lambda card: (FAMILIES.index(card.family), card.temptation))
        self.families = [family for family in FAMILIES if any(card.family == family for card in cards)]
        self.tabs = len(self.cards) > FEW
        self.family = self.families[0] if self.families else ""
        self.first = 0
        self._moment = ""
        self._standing: dict[str, Standing] = {}

    def height(self, kit: Kit) -> int:
        """Return the desk's height."""
        return self._tabs_height(kit) + self.cards_height(kit)

    def cards_height(self, kit: Kit) -> int:
        """Return the height of the cards with the air around them."""
        return self._card_height(kit) + 2 * kit.px(16)

    def _tabs_height(self, kit: Kit) -> int:
        return max(kit.tx(50), 36) if self.tabs else 0

    def _card_height(self, kit: Kit) -> int:
        lines = kit.line_height(NAME) + self._tagline_lines(kit) * kit.line_height(SMALL) + kit.line_height(STAT)
        return 2 * kit.tx(14) + lines + kit.tx(8)

    def _tagline_lines(self, kit: Kit) -> int:
        """Large text in a small window leaves the map its room: the card's own page says what it does."""
        return 2 if kit.line_height() * 22 < kit.rect.height else 0

    def draw(self, kit: Kit, rect: pygame.Rect, press: Callable[[str], Turn | None]) -> None:
        """Draw tabs and cards."""
        if self.tabs:
            room = pygame.Rect(rect.x + kit.px(24), rect.y + kit.px(4), rect.width, self._tabs_height(kit) - kit.px(4))
            named = kit.rect.width >= kit.tx(180) * len(self.families) + kit.px(416)
            doors.row(kit, room, self.family_doors(kit, self.open), named, kit.tx(44))
        self.draw_cards(kit, rect, press)

    def family_doors(self, kit: Kit, press: Callable[[str], Turn | None], shut: bool = False) -> list[Door]:
        """Return a door for each family; ``shut`` while none of them is seen."""
        return [Door(f"family {family}", family, kit.words(f"family.{family}"), partial(press, family),
                     family == self.family and not shut) for family in self.families]  # fmt: skip

    def draw_cards(self, kit: Kit, rect: pygame.Rect, press: Callable[[str], Turn | None]) -> None:
        """Draw the cards of the open family at the foot of their room."""
        shown = [card for card in self.cards if not self.tabs or card.family == self.family]
        room = pygame.Rect(rect.x + kit.px(24), 0, rect.width - 2 * kit.px(24), self._card_height(kit))
        room.bottom = rect.bottom - kit.px(16)
        gap = kit.px(16)
        least = kit.tx(222)
        fitting = max((room.width + gap) // (least + gap), 1)
        if fitting < len(shown):
            room = room.inflate(-2 * kit.tx(40), 0)
            fitting = max((room.width + gap) // (least + gap), 1)
            self._draw_arrows(kit, room, len(shown), fitting)
        else:
            self.first = 0
        self.first = min(self.first, max(len(shown) - fitting, 0))
        count = min(fitting, len(shown)) or 1
        wide = min((room.width - gap * (count - 1)) // count, kit.tx(352))
        signed = not self.tabs and self._signs_fit(kit, shown, wide - 2 * kit.tx(18))
        for k, card in enumerate(shown[self.first : self.first + fitting]):
            rect = pygame.Rect(room.x + k * (wide + gap), room.y, wide, room.height)
            self._draw_card(kit, rect, card, press, signed)

    def _signs_fit(self, kit: Kit, cards: Sequence[PolicyCard], room: int) -> bool:
        """Tell whether the family's sign costs no name a line: it stands before every name or before none."""
        names = [card.name[kit.words.language] for card in cards]
        rooms = (room, room - kit.tx(32))
        return all(len({kit.lines_of(name, one, SMALL_BOLD) for one in rooms}) == 1 for name in names)

    def standing(self, policy: str) -> Standing:
        """Return how a card stands; it is asked every frame, and found out once a moment."""
        playing = self.playing
        moment = f"{playing.session.branch.moment} {playing.session.current} {playing.preferences.language}"
        if moment != self._moment:
            self._moment, self._standing = moment, {}
        if policy not in self._standing:
            quote = playing.session.quote(Enact(policy, free_site(playing, policy)))
            self._standing[policy] = Standing(*running_of(playing, policy), quote)
        return self._standing[policy]

    def open(self, family: str) -> Turn | None:
        """Show a family's cards."""
        self.family, self.first = family, 0
        return None

    def _draw_arrows(self, kit: Kit, room: pygame.Rect, count: int, fitting: int) -> None:
        """Draw the ways to cards that do not fit."""

        def turn(by: int) -> Turn | None:
            self.first = min(max(self.first + by, 0), count - fitting)
            return None

        say = kit.words
        kit.symbol("left", (room.x - kit.tx(30), room.centery), "cards left", lambda: turn(-1), say("ui.more_cards"),
                   on=self.first > 0)  # fmt: skip
        kit.symbol(
            "right",
            (room.right + kit.tx(30), room.centery),
            "cards right",
            lambda: turn(1),
            say("ui.more_cards"),
            on=self.first < count - fitting,
        )

    def _draw_card(
        self, kit: Kit, rect: pygame.Rect, card: PolicyCard, press: Callable[[str], Turn | None], signed: bool
    ) -> None:
        """Draw one card: name, what it does, price and delay; or where it runs and how far it has taken hold."""
        playing, language, theme = self.playing, kit.words.language, kit.theme
        standing = self.standing(card.id)
        running, quote = standing.running, standing.quote
        free = isinstance(quote, Quote) or bool(running)
        kit.card(rect, theme.card)
        hot = kit.spot(rect, f"card {card.id}", lambda: press(card.id))
        if hot:
            kit.tip(card_tip.told(kit, playing, card, quote))
        if hot:
            kit.plate(rect, theme.accent, kit.px(8), max(kit.px(3), 2))
        inner = rect.inflate(-2 * kit.tx(18), -2 * kit.tx(14))
        ink = theme.ink if free else theme.ink2
        left = inner.x
        if signed:
            kit.icon(card.family, (inner.x, inner.y + kit.tx(4)), 22, ink)
            left += kit.tx(32)
        name, beside = card.name[language], inner.right - left
        role = NAME if kit.width(name, NAME) <= beside else SMALL_BOLD
        lines = self._tagline_lines(kit)
        used = kit.paragraph(name, (left, inner.y), beside, role, ink, 2 if lines else 1)
        if lines:
            y = inner.y + max(kit.line_height(NAME), used)
            few = 1 if used > kit.line_height(NAME) else 2  # a name of two lines leaves one
            kit.paragraph(card.tagline[language], (inner.x, y), inner.width, SMALL, theme.ink2, few)
        base = inner.bottom - kit.line_height(STAT)
        if running:
            self._draw_running(kit, inner, base, standing.strength / max(running, 1e-9), standing.places)
            return
        self._draw_price(kit, inner, base, card, hot, isinstance(quote, Quote))

    def _draw_price(self, kit: Kit, inner: pygame.Rect, base: int, card: PolicyCard, hot: bool, free: bool) -> None:
        """Write price and pace; with few cards the price is a share of the treasury, a figure only where one points."""
        playing, theme = self.playing, kit.theme
        amount = playing.session.rules.setup.policies[index(playing, card.id)].price
        ink = theme.ink if free else theme.ink2
        if self.tabs or hot:
            at = kit.text(playing.speaker.money(amount), (inner.x, base), STAT, ink)
        else:
            have = max(float(playing.session.branch.region.state.treasury[0]), 1e-9)
            kit.icon("treasury", (inner.x, base + kit.tx(5)), 20, ink)
            at = pygame.Rect(inner.x + kit.tx(28), base + kit.tx(12), kit.tx(64), max(kit.px(7), 5))
            kit.bar(at, amount / have, theme.ink if amount <= have else theme.accent)
        word = kit.words(f"delay.{pace(card)}")
        if at.right + kit.tx(10) + kit.width(word, SMALL) > inner.right:
            return  # a long price goes before the pace, which the card's tip tells too
        end = kit.text(word, (inner.right, base + kit.tx(4)), SMALL, theme.ink2, "right")
        if (self.tabs or hot) and end.x > at.right + kit.tx(56):
            kit.text(kit.words("ui.now"), (at.right + kit.tx(6), base + kit.tx(4)), SMALL, theme.ink2)
        curve = pygame.Rect(end.x - kit.tx(58), base + kit.tx(6), kit.tx(48), kit.tx(18))
        if curve.x > at.right + kit.tx(48):
            delay_curve(kit, curve, card.delay, card.ramp, card.decay)

    def _draw_running(self, kit: Kit, inner: pygame.Rect, base: int, share: float, places: str) -> None:
        """Show that a card runs, where, and how far it has taken hold."""
        kit.icon("done", (inner.x, base + kit.tx(5)), 20, kit.theme.gain)
        label = kit.words("ui.runs_at", place=places) if places else kit.words("ui.runs")
        at = kit.text(label, (inner.x + kit.tx(28), base + kit.tx(3)), SMALL_BOLD, room=round(inner.width * 0.6))
        bar = pygame.Rect(
            at.right + kit.tx(10), base + kit.tx(14), inner.right - at.right - kit.tx(10), max(kit.px(6), 4)
        )
        if bar.width > kit.tx(24):
            kit.bar(bar, share, kit.theme.gain)


def index(playing: Playing, policy: str) -> int:
    """Return where a card stands in the state's arrays."""
    return [card.id for card in playing.session.rules.setup.policies].index(policy)


def running_of(playing: Playing, policy: str) -> tuple[float, float, str]:
    """Return how large a programme runs, how much of it has taken hold, and the names of its places."""
    state, k = playing.session.branch.region.state, index(playing, policy)
    running, strength = state.running[0, k], state.strength[0, k]
    sites = [site for site in range(running.shape[0]) if running[site] > 0]
    placed = playing.session.rules.setup.policies[k].placed
    names = playing.speaker.words("read.comma").join(playing.speaker.place(site) for site in sites) if placed else ""
    return float(running.sum()), float(strength.sum()), names


def free_site(playing: Playing, policy: str) -> int:
    """Return the first place where a programme does not run yet; the first of all where it runs everywhere."""
    running = playing.session.branch.region.state.running[0, index(playing, policy)]
    sites = range(running.shape[0] if playing.session.cards[policy].placed else 1)
    return next((site for site in sites if not running[site]), 0)


def pace(card: PolicyCard) -> str:
    """Say how soon a card works: an id under ``delay`` in the words."""
    half = card.delay + card.ramp / 2
    return "now" if half < 1 else "fast" if half < 3 else "medium" if half < 7 else "slow"
