"""Numbers, dates, causes and refusals in the player's language: words are chosen here, at the edge."""

from collections.abc import Mapping, Sequence

from game.content import numbers
from game.content.event import Choice
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.content.words import Words
from game.explain.names import Names
from game.explain.quantities import IN_PERCENT, KINDS, Kind
from game.explain.scene import Scene
from game.explain.scopes import AtPlace, OfFirm, Scope
from game.explain.why import OTHER, Contribution, Reason
from game.simulation.actions import Quote, Refusal


class Speaker:
    """Speaks of one level in one language."""

    def __init__(self, words: Words, level: Level, cards: Mapping[str, PolicyCard]) -> None:
        self.words, self.level, self.cards = words, level, cards
        self.language = words.language
        names = Names(words)
        self.firm, self.founder = names.firm, names.founder

    def name(self, number: str) -> str:
        """Name an indicator."""
        return self.words(f"number.{number}")

    def value(self, number: str, value: float) -> str:
        """Write an indicator's value with its unit."""
        kind = KINDS[number]
        if kind == "money":
            return self.money(value)
        if kind in IN_PERCENT:
            fine = number == "rent" or (number in ("mean_margin", "market_share") and abs(value) < 0.1)
            return numbers.percent(value, 1 if fine else 0)
        if kind == "count":
            return numbers.compact(value, self.language) if abs(value) >= 1e5 else numbers.number(round(value))
        digits = 2 if kind in ("index", "signed_index") else (1 if abs(value) < 100 else 0)
        return numbers.number(value, digits)

    def told(self, number: str, value: float) -> str:
        """Write a value where there is room for a word: variety is a share of what chance would give."""
        shown = self.value(number, value)
        return self.words("unit.of_chance", value=shown) if number == "variety" and value >= 1.005 else shown

    def change(self, number: str, value: float) -> str:
        """Write a change of an indicator, with its sign; what is written in percent changes by percentage points."""
        size = self._size(KINDS[number], abs(value))
        if not any(figure in "123456789" for figure in size):
            return size  # what is too small to be written has no sign either
        return ("+" if value > 0 else numbers.MINUS) + size

    def _size(self, kind: Kind, size: float) -> str:
        """Write how large a change is."""
        if kind == "money":
            return self._amount(size)
        if kind in IN_PERCENT:
            return numbers.number(100 * size, 1)
        if kind == "count":
            return numbers.number(size, 0 if size >= 10 or size == round(size) else 1)
        return numbers.number(size, 3 if kind in ("index", "signed_index") and size < 0.1 else 2 if size < 10 else 1)

    def money(self, value: float) -> str:
        """Write money in the level's unit, with its currency."""
        unit = self.level.government.unit
        currency = unit.currency[self.language] if unit and unit.currency else ""
        amount = self._amount(value)
        if self.language == "zh":
            return amount + currency
        # Signs and codes stand before the figure, words after it: DM 40.0M, but 40.0M schillings.
        return f"{amount} {currency}" if currency.islower() else f"{currency} {amount}".lstrip()

    def _amount(self, value: float) -> str:
        unit = self.level.government.unit
        return numbers.amount(value * (unit.factor if unit else 1_000_000.0), self.language)

    def date(self, quarter: int) -> str:
        """Write a quarter of the level as a date."""
        year, number = self.level.date_of(quarter)
        shown = "一二三四"[number - 1] if self.language == "zh" else number
        return self.words("unit.quarter", year=year, quarter=shown)

    def place(self, site: int) -> str:
        """Name a place."""
        return self.level.map.places[site].name[self.language]

    def policy(self, policy: str) -> str:
        """Name a policy."""
        return self.cards[policy].name[self.language] if policy in self.cards else policy

    def event(self, event: str) -> str:
        """Name an event."""
        return next((e.title[self.language] for e in self.level.events if e.id == event), event)

    def product(self, style: float) -> str:
        """Name the kind of product at a place on the circle."""
        return self.level.industry.products[kind_of(style)][self.language]

    def cause(self, cause: str) -> str:
        """Name a cause."""
        kind, _, rest = cause.partition(".")
        if kind == "policy":
            return self.words("cause.policy", policy=self.policy(rest))
        if kind in ("event", "answer"):
            return self.words("cause.event", event=self.event(rest))
        return self.words(f"cause.{cause}")

    def entry(self, cause: str) -> str:
        """Name a cause where it stands in a list and not in a sentence."""
        return capital(self.words("cause.other") if cause == OTHER else self.cause(cause))

    def scoped(self, number: str, scope: Scope) -> str:
        """Name an indicator of the region, a place or a firm."""
        if isinstance(scope, AtPlace):
            return self.words("story.number_at", number=self.name(number), place=self.place(scope.site))
        if isinstance(scope, OfFirm):
            return self.words("story.number_of", number=self.within(number, scope), firm=self.firm(scope.firm))
        return self.name(number)

    def within(self, number: str, scope: Scope) -> str:
        """Name an indicator where the place or the firm is named already: what is one firm's is not all firms'."""
        own = f"number_of_firm.{number}"
        return self.words(own) if isinstance(scope, OfFirm) and own in self.words else self.name(number)

    def span(self, quarters: int) -> str:
        """Write how long something took."""
        if quarters in (1, 4):
            return self.words("story.in_quarter" if quarters == 1 else "story.in_year")
        whole = quarters % 4 == 0
        count, small = quarters // 4 if whole else quarters, self.words("story.counts").split()
        shown = small[count - 1] if count <= len(small) else count
        return self.words("story.in_years" if whole else "story.in_quarters", count=shown)

    def because(self, cause: str, scene: Scene, paid: bool = False) -> str:
        """Say in a clause what happened, naming product and firms where known; a programme may only have been paid."""
        kind, _, rest = cause.partition(".")
        if kind == "policy" and paid:
            return self.words("because.policy_paid", policy=self.policy(rest))
        if kind in ("policy", "event", "answer"):
            named = {"policy": self.policy(rest)} if kind == "policy" else {"event": self.event(rest)}
            return self.words(f"because.{'policy' if kind == 'policy' else 'event'}", **named)
        id_ = f"because_less.{cause}" if scene.less and f"because_less.{cause}" in self.words else f"because.{cause}"
        product = self.product(scene.style) if scene.style is not None else ""
        return self.words(id_, product=product, firms=self.firms(scene.firms))

    def firms(self, firms: Sequence[int]) -> str:
        """Name one of some firms, and count the others."""
        if len(firms) < 2:
            return self.firm(firms[0]) if firms else ""
        return self.words("story.and_others", firm=self.firm(firms[0]), count=len(firms) - 1)

    def sentence(self, reason: Reason) -> str:
        """Say in one sentence how a number moved, and the largest cause in that direction."""
        main = reason.main
        if main is None:
            return self.words("story.same", number=self.scoped(reason.number, reason.scope))
        number, span = self.scoped(reason.number, reason.scope), self.span(reason.at - reason.since)
        before, after = self.told(reason.number, reason.before), self.told(reason.number, reason.after)
        because = self.because(main.cause, reason.scene, paid=reason.paid)
        if before == after:
            return capital(self.words("story.hardly", number=number, span=span, after=after, because=because))
        word = "story.rose" if reason.moved > 0 else "story.fell"
        return capital(self.words(word, number=number, span=span, before=before, after=after, because=because))

    def headline(self, reason: Reason) -> tuple[str, str]:
        """Say the same without figures, in two parts: what moved, and because of what."""
        main = reason.main
        if main is None:
            return self.words("story.same", number=self.scoped(reason.number, reason.scope)), ""
        moved = "story.rose_short" if reason.moved > 0 else "story.fell_short"
        number, span = self.scoped(reason.number, reason.scope), self.span(reason.at - reason.since)
        because = self.words("story.mostly", because=self.because(main.cause, reason.scene, paid=reason.paid))
        return capital(self.words(moved, number=number, span=span)), because

    def contribution(self, reason: Reason, part: Contribution) -> str:
        """Write one cause and what it added."""
        name = self.words("cause.other") if part.cause == OTHER else self.cause(part.cause)
        return self.words("why.part", name=name, amount=self.change(reason.number, part.amount))

    def refusal(self, refusal: Refusal) -> str:
        """Say which condition failed and by how much."""
        values: dict[str, str] = {}
        for key, value in refusal.values.items():
            if key in ("need", "have") and refusal.reason == "insufficient_funds":
                values[key] = self.money(float(value))
            elif key in ("need", "have") and refusal.reason == "needs":
                values[key] = self.value(str(refusal.values["indicator"]), float(value))
            elif key == "indicator":
                values[key] = self.name(str(value))
            elif key == "op":
                values[key] = "≥" if value == ">=" else "≤"
            else:
                values[key] = (
                    value if isinstance(value, str) else numbers.number(value, 0 if value == round(value) else 1)
                )
        return self.words(f"refusal.{refusal.reason}", **values)

    def quote(self, quote: Quote) -> str:
        """Write what an action takes, and nothing of what it does not."""
        say, attention = self.words, quote.attention
        parts = [say("desk.now", price=self.money(quote.price))] if quote.price else []
        parts += [say("desk.each_quarter", upkeep=self.money(quote.upkeep))] if quote.upkeep else []
        if attention:
            whole = attention == round(attention)
            parts.append(say("desk.attention", attention=numbers.number(attention, 0 if whole else 1)))
        return say("desk.comma").join(parts) or say("ui.free")

    def working(self, card: PolicyCard) -> str:
        """Say when a card begins and when it works fully; how long it lasts, or how fast it fades once stopped."""
        begins = self.words("ui.begins_after", delay=card.delay, full=card.delay + card.ramp)
        if not card.lasts and not card.decay:
            return begins
        share = numbers.percent(card.decay)
        ends = self.words("ui.ends_after", count=card.lasts) if card.lasts else self.words("ui.fades", share=share)
        return self.words("read.sentences", first=begins, second=ends)

    def shifts(self, card: PolicyCard) -> str:
        """Name the levers a card moves, each with its direction."""
        moved = (f"{self.words(f'lever.{one.lever}')}\u00a0{'↑' if one.by > 0 else '↓'}" for one in card.shifts)
        return self.words("ui.tip_shifts", shifts=self.words("read.comma").join(moved))

    def answer(self, choice: Choice) -> str:
        """Say what an answer to an event moves, in which direction and for how long; nothing where it moves nothing."""
        say, moved = self.words, []
        for shift in choice.shifts:
            lever = say(f"lever.{shift.lever}") + "\u00a0" + ("↑" if shift.by > 0 else "↓")
            moved.append(say("read.answer_moves", lever=lever, count=shift.for_))
        if choice.support:
            moved.append(f"{self.name('support')} {self.change('support', choice.support)}")
        return say("read.comma").join(dict.fromkeys(moved))  # what is moved in several steps is told once


def kind_of(style: float) -> int:
    """Return which of the eight kinds of product a place on the circle belongs to."""
    return int(style * 8.0 + 0.5) % 8


def capital(text: str) -> str:
    """Begin a sentence with a capital letter."""
    return text[:1].upper() + text[1:]
