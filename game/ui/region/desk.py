"""The desk: policy cards by family, each with what it does, what it costs and when it works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.content.policy_card import PolicyCard
from game.simulation.actions import Enact, Quote, Refusal
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.region import card_face, card_tip, doors
from game.ui.region.card_face import Face
from game.ui.region.doors import Door
from game.ui.screen import Turn
from game.ui.typeset import NAME, SMALL, SMALL_BOLD, STAT

FAMILIES = ("attract", "train", "trust", "share", "name", "renew")
FEW = 6
"""With so few cards they lie side by side, without tabs."""


@dataclass(frozen=True)
class Standing:
    """How a card stands at a moment: how large it runs, how much has taken hold, where, what it would take and cost."""

    running: float
    strength: float
    places: str
    quote: Quote | Refusal
    price: float
    treasury: float


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
        arrows = fitting < len(shown)
        if arrows:
            room = room.inflate(-2 * kit.tx(40), 0)
            fitting = max((room.width + gap) // (least + gap), 1)
        self.first = min(self.first, len(shown) - fitting) if arrows else 0
        count = min(fitting, len(shown)) or 1
        wide = min((room.width - gap * (count - 1)) // count, kit.tx(352))
        signed = not self.tabs and self._signs_fit(kit, shown, wide - 2 * kit.tx(18))
        lying = [(pygame.Rect(room.x + k * (wide + gap), room.y, wide, room.height), card)
                 for k, card in enumerate(shown[self.first : self.first + fitting])]  # fmt: skip
        for place, card in lying:
            card_face.draw(kit, place, self._face(kit, card, signed, False))
        # What can be pressed comes after all faces: a ring about the focus lies over them.
        if arrows:
            self._draw_arrows(kit, room, len(shown), fitting)
        for place, card in lying:
            if kit.spot(place, f"card {card.id}", partial(press, card.id)):
                kit.tip(card_tip.told(kit, self.playing, card, self.standing(card.id).quote))
                card_face.point_out(kit, place, self._face(kit, card, signed, True))

    def _signs_fit(self, kit: Kit, cards: Sequence[PolicyCard], room: int) -> bool:
        """Tell whether the family's sign costs no name a line: it stands before every name or before none."""
        names = [card.name[kit.words.language] for card in cards]
        rooms = (room, room - kit.tx(32))
        return all(len({kit.lines_of(name, one, SMALL_BOLD) for one in rooms}) == 1 for name in names)

    def standing(self, policy: str) -> Standing:
        """Return how a card stands; it is asked every frame, and found out once a moment."""
        return self.playing.once(f"standing {policy}", partial(self._standing, policy))

    def _standing(self, policy: str) -> Standing:
        playing = self.playing
        quote = playing.session.quote(Enact(policy, free_site(playing, policy)))
        price = playing.session.rules.setup.policies[index(playing, policy)].price
        have = float(playing.session.branch.region.state.treasury[0])
        return Standing(*running_of(playing, policy), quote, price, have)

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

    def _face(self, kit: Kit, card: PolicyCard, signed: bool, hot: bool) -> Face:
        """Put together what a card shows; of few cards only the one that is pointed at tells its price in a figure."""
        language, standing = kit.words.language, self.standing(card.id)
        running = standing.running
        figure = self.tabs or hot
        return Face(
            name=card.name[language],
            tagline=card.tagline[language],
            lines=self._tagline_lines(kit),
            sign=card.family if signed else "",
            free=isinstance(standing.quote, Quote) or bool(running),
            price=self.playing.speaker.money(standing.price) if figure else "",
            share=0.0 if figure else standing.price / max(standing.treasury, 1e-9),
            pace=kit.words(f"delay.{pace(card)}"),
            curve=(card.delay, card.ramp, card.decay),
            held=standing.strength / max(running, 1e-9) if running else None,
            places=standing.places,
        )


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
