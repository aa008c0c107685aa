"""The commands that ask why: a number, what is around it, the stocks, the whole map, and what if."""

from collections.abc import Callable
from dataclasses import dataclass

from game.explain.scopes import AtPlace, OfFirm, Scope, numbers_of
from game.explain.speech import Speaker
from game.explain.why import Explainer, lifetime
from game.plain import ladder
from game.session.session import Session
from game.simulation.indicators import MEASURED

Lines = list[str]


def site_of(session: Session, text: str) -> int | None:
    """Find a place by its id, its name or its number (from 1)."""
    for site, place in enumerate(session.level.map.places):
        if text.casefold() in (place.id.casefold(), place.name.en.casefold(), place.name.zh, str(site + 1)):
            return site
    return None


def places(session: Session, speaker: Speaker) -> Lines:
    """List the places with their numbers."""
    found = session.level.map.places
    return [f"  {k + 1}. {place.id} · {place.name[speaker.language]}" for k, place in enumerate(found)]


def whole_number(words: list[str], default: int) -> int:
    """Read the first word as a whole number."""
    text = words[0] if words else ""
    return int(text) if text.isdecimal() and len(text) < 10 else default


@dataclass
class Asking:
    """Somebody asks about a run."""

    session: Session
    explainer: Explainer
    speaker: Speaker

    def commands(self) -> dict[str, Callable[[list[str]], Lines]]:
        """Return what can be typed."""
        return {
            "why": self.why, "around": self.around, "stocks": self.stocks, "map": self.map, "whatif": self.what_if,
            "firms": self.firms,
        }  # fmt: skip

    def why(self, rest: list[str]) -> Lines:
        """Open a number to its causes: ``why NUMBER [QUARTERS] [until QUARTER] [at PLACE | of FIRM]``."""
        number, at = (rest[0] if rest else "firms"), self.session.quarter
        if "until" in rest:
            at = min(whole_number(rest[rest.index("until") + 1 :], at), at)
        scope = self._scope(rest[1:])
        if isinstance(scope, list):
            return scope
        if number not in numbers_of(scope):
            return [self.speaker.words("read.no_why", numbers=" ".join(numbers_of(scope)))]
        life = lifetime(self.session.branch, scope.firm) if isinstance(scope, OfFirm) else None
        first, at = (0, at) if life is None else (life[0], min(life[1], at))
        since = max(at - max(whole_number(rest[1:], 4), 1), first)
        if at <= since:
            return [self.speaker.words("read.too_early")]
        reason = self.explainer.why(self.session.branch, number, since, at, scope)
        return [*ladder.causes(reason, self.speaker), *ladder.grounds(reason, self.session, self.speaker)]

    def _scope(self, rest: list[str]) -> Scope | Lines:
        """Read whose number is meant, or say what is wrong with it."""
        if "at" in rest:
            site = site_of(self.session, " ".join(rest[rest.index("at") + 1 :]))
            return AtPlace(site) if site is not None else places(self.session, self.speaker)
        if "of" in rest:
            firm = whole_number(rest[rest.index("of") + 1 :], -1)
            if lifetime(self.session.branch, firm) is None:
                return [self.speaker.words("why.no_firm", firm=firm), *self.firms([])]
            return OfFirm(firm)
        return None

    def firms(self, _: list[str]) -> Lines:
        """List the living firms with their numbers."""
        state, speaker = self.session.branch.region.state, self.speaker
        rows = zip(state.firm.tolist(), state.place.tolist(), state.style.tolist(), strict=True)
        return [
            f"  {firm} · {speaker.firm(firm)} · {speaker.place(place)} · {speaker.product(style)}"
            for firm, place, style in rows
        ]

    def around(self, rest: list[str]) -> Lines:
        """Tell what moves a number directly, and what it moves."""
        number = rest[0] if rest else "firms"
        if number not in MEASURED:
            return [self.speaker.words("read.no_why", numbers=" ".join(MEASURED))]
        return ladder.neighbours(self.session.branch, number, self.speaker)

    def stocks(self, rest: list[str]) -> Lines:
        """Tell what flowed in and out of the four stocks: ``stocks [QUARTERS]``."""
        at = self.session.quarter
        if at == 0:
            return [self.speaker.words("read.too_early")]
        since = max(at - max(whole_number(rest, 4), 1), 0)
        return ladder.stocks(self.session.branch, self.explainer, since, self.speaker)

    def map(self, _: list[str]) -> Lines:
        """Tell every link of the model."""
        return ladder.whole(self.session.branch, self.speaker)

    def what_if(self, rest: list[str]) -> Lines:
        """Take a decision away or move it: ``whatif N [without|later|earlier]``."""
        way = rest[1] if len(rest) > 1 else "without"
        return ladder.what_if(self.session, self.speaker, whole_number(rest, 0), way)
