"""The links of the causal map: which variable moves which, through which mechanism, in which direction.

Nothing here is typed by hand for a number. That a link may exist follows from what a mechanism declares to read, to
give and to change; whether it does, and in which direction, is measured: what is read is nudged on a copy of the
region, and the mechanism is asked again. Where chance decides, many dice are asked. A sign is that of this moment:
some links turn round (a little rivalry makes firms try new things, much rivalry makes them stop).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.explain.causal.variables import FREE, NUMBERS, VARIABLE_OF
from game.simulation.dice import seeds_for
from game.simulation.exact import Array
from game.simulation.indicators import MEASURED, measure
from game.simulation.mechanism import Mechanism, Now
from game.simulation.mechanisms import ALL, BIRTHS, MARKET
from game.simulation.region import Region
from game.simulation.tick import market

DICE = 16
"""Dice that are asked."""
YEARS = 8.0
"""Quarters over which what works later is compared with what works at once."""
LEAST = 1e-4
"""Relative response below which there is no link."""

INVERSE = frozenset({"log_friction", "log_input_price"})
"""What grows when the variable it belongs to shrinks."""
LOGARITHMS = ("log_", "productivity", "quality", "frontier", "rival_strength", "trend", "sales_growth", "prospect")

READ_OFF = {"size": "revenue", "markup": "markup", "count": "firms", "log_wage_place": "wage", "profit": "mean_margin"}
"""What numbers are read off from, and the variables these are."""

COUNTED = "measure"
"""The mechanism of numbers that are only read off."""


@dataclass(frozen=True)
class Link:
    """One variable moves another.

    Attributes:
        cause: What moves.
        effect: What is moved.
        mechanism: Through which page of the simulation; ``measure`` where a number is read off.
        later: Whether it works from the next quarter on rather than at once.
        sign: 1 where both go the same way, −1 where they go opposite ways.
        strength: Relative response to a nudge of a tenth, for ranking.
    """

    cause: str
    effect: str
    mechanism: str
    later: bool
    sign: int
    strength: float


Answers = dict[tuple[str, bool], Array]
"""What a mechanism gives (False) and changes (True), each ``[world]``."""


class Prober:
    """Nudges what mechanisms read, on a copy of a region, and asks them again."""

    def __init__(self, region: Region) -> None:
        rules = region.rules
        self.state = region.state.world(0).repeated(seeds_for(7, DICE, "links"))
        self.flows = market(rules, self.state)
        self.now = Now(self.state, self.flows, rules.geography, rules.setup.policies)
        self.sheet, self.dice = rules.sheet(self.state), self.state.dice
        self.input_share = rules.input_share

    def nudged(self, names: list[str]) -> Now:
        """Return a view in which some names of one variable are a tenth larger."""
        view = Now.__new__(Now)
        view.__dict__.update(self.now.__dict__)
        for name in names:
            view.__dict__[name] = self._larger(name, getattr(self.now, name))
        return view

    def _larger(self, name: str, value: Array) -> Array:
        """Nudge one array upwards in the sense of its variable."""
        order = np.arange(value.shape[-1])
        if value.dtype == bool:
            flipped: Array = np.zeros_like(value) if name in INVERSE else value | (order % 8 == 0)
            return flipped
        if name == "style":
            spread: Array = value + 0.04 * np.where(order % 2 == 0, 1.0, -1.0)
            return spread - np.floor(spread)
        usual = float(np.abs(value).mean()) if value.size else 0.0
        step = 0.05 if name.startswith(LOGARITHMS) else 0.1 * max(usual, 0.05)
        return value + (-step if name in INVERSE else step)

    def asked(self, page: Mechanism, view: Now) -> Answers:
        """Ask a mechanism everything it answers."""
        p, found = self.sheet[page.name], Answers()
        if page in MARKET:
            for name, value in page.derive(view, p, self.dice).items():
                if name not in FREE:
                    found[name, False] = self._mean(name, value)
        if page.changes:
            for (stock, _), change in page.step(view, p, self.dice).items():
                if stock not in FREE:
                    found[stock, True] = found.get((stock, True), 0.0) + self._change(stock, change)
        if page in BIRTHS:
            worlds = [cohort.world for cohort in page.module.births(view, p, self.dice)]
            count = np.bincount(np.concatenate(worlds), minlength=DICE) if worlds else np.zeros(DICE)
            found["count", True] = count.astype(np.float64)
        return found

    def _change(self, stock: str, change: Array) -> Array:
        """Average a change; moving on the circle of products counts as what it does to variety."""
        if stock != "style":
            return self._mean(stock, change)
        view = self.nudged([])
        moved = self.now.style + change
        view.__dict__["style"] = moved - np.floor(moved)
        after = ALL["crowding"].derive(view, self.sheet["crowding"], self.dice)["variety"]
        return np.asarray(after - self.flows["variety"])

    def _mean(self, name: str, value: Array) -> Array:
        """Average over firms or places, in the sense of its variable."""
        if value.shape == self.now.firm.shape:
            # All worlds are copies of one, so their firms' rows make a block for each.
            value = value.reshape(DICE, -1).mean(axis=1) if value.size else np.zeros(DICE)
        value = np.broadcast_to(value, (DICE, *value.shape[1:])).astype(np.float64)
        mean = value if value.ndim == 1 else value.reshape(DICE, -1).mean(axis=1)
        return -mean if name in INVERSE else mean

    def usual(self, name: str, later: bool) -> float:
        """Return the size against which a response is judged."""
        if name.startswith(LOGARITHMS) or name == "style":
            return 1.0
        held = getattr(self.now, name, None)
        if held is None:
            return 1.0
        return max(abs(float(self._mean(name, np.asarray(held)).mean())), 0.02)


def probed(prober: Prober, page: Mechanism) -> Iterator[Link]:
    """Measure every link of one mechanism."""
    plain = prober.asked(page, prober.now)
    for variable, names in _read(page).items():
        answers = prober.asked(page, prober.nudged(names))
        for (name, later), value in answers.items():
            effect = VARIABLE_OF[name]
            if effect == variable:
                continue
            moved = float((value - plain.get((name, later), 0.0)).mean()) / prober.usual(name, later)
            strength = abs(moved) * (YEARS if later else 1.0)
            if strength > LEAST:
                yield Link(variable, effect, page.name, later, 1 if moved > 0 else -1, strength)


def _read(page: Mechanism) -> dict[str, list[str]]:
    """Group what a mechanism reads by variable."""
    found: dict[str, list[str]] = {}
    # What it gives itself is read again when it changes stocks.
    for name in dict.fromkeys((*page.module.READS, *page.gives)):
        if name in VARIABLE_OF:
            found.setdefault(VARIABLE_OF[name], []).append(name)
    return found


def read_off(prober: Prober) -> Iterator[Link]:
    """Measure what moves the numbers that no mechanism gives: they are only read off."""
    made = {VARIABLE_OF[name] for page in ALL.values() for name in (*page.gives, *page.changes) if name not in FREE}
    numbers = [number for number in MEASURED if NUMBERS.get(number, number) not in made]
    plain = measure(prober.now, prober.input_share)
    for name, variable in READ_OFF.items():
        found = measure(prober.nudged([name]), prober.input_share)
        for number in numbers:
            usual = max(abs(float(plain[number].mean())), 0.02)
            moved = float((found[number] - plain[number]).mean()) / usual
            if abs(moved) > LEAST and number != variable:
                yield Link(variable, number, COUNTED, False, 1 if moved > 0 else -1, abs(moved))


def merged(links: Iterator[Link]) -> list[Link]:
    """Keep one link for each cause, effect and mechanism, the strongest."""
    found: dict[tuple[str, str, str], Link] = {}
    for link in links:
        key = link.cause, link.effect, link.mechanism
        if key not in found or link.strength > found[key].strength:
            found[key] = link
    return sorted(found.values(), key=lambda link: -link.strength)


LEAVING = Link("exits", "firms", "exit", True, -1, 1.0)
"""Who leaves is gone; the tick itself does this, no mechanism."""

PAGES = tuple(ALL.values())


class CausalMap:
    """All links of one moment, measured mechanism by mechanism so that no frame has to wait for all of them."""

    def __init__(self, region: Region) -> None:
        self.prober = Prober(region)
        self._left = list(PAGES)
        self._found: list[Link] = [LEAVING, *read_off(self.prober)]
        self.links: list[Link] = []

    @property
    def ready(self) -> bool:
        """Whether every mechanism has been asked."""
        return not self._left

    def work(self, most: int = len(PAGES)) -> None:
        """Ask some more mechanisms."""
        for page in self._left[:most]:
            self._found += probed(self.prober, page)
        self._left = self._left[most:]
        if self.ready:
            self.links = merged(iter(self._found))


def into(links: list[Link], variable: str) -> list[Link]:
    """List the strongest link from each direct cause."""
    return _distinct([link for link in links if link.effect == variable], "cause")


def out_of(links: list[Link], variable: str) -> list[Link]:
    """List the strongest link to each direct effect."""
    return _distinct([link for link in links if link.cause == variable], "effect")


def _distinct(links: list[Link], end: str) -> list[Link]:
    first: dict[str, Link] = {}
    for link in links:
        first.setdefault(getattr(link, end), link)
    return list(first.values())


def around(links: list[Link], number: str, most: int = 7) -> tuple[list[Link], list[Link]]:
    """Return the direct causes and effects of a number, at most seven variables with itself."""
    node = NUMBERS.get(number, number)
    causes, effects = into(links, node), out_of(links, node)
    kept = min(len(effects), max((most - 1) // 2, most - 1 - len(causes)))
    return causes[: most - 1 - kept], effects[:kept]
