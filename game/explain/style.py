"""Which kind of government it was: spontaneous, mandated or guided; read off what was done, and said with its evidence.

Theory: clusters grow by themselves, are ordered from above, or grow by themselves with a helping hand (Chen).
Claim: where the money went, how much of it, and how often firms were rescued tell the three apart.
Boundary: the shares below are set by us; they name a style and praise none.
"""

from dataclasses import dataclass
from typing import Literal

from game.content import numbers
from game.explain.speech import Speaker
from game.session.session import Session
from game.simulation.actions import Adjust, Answer, Enact

Style = Literal["spontaneous", "mandated", "guided"]

RESCUES = ("bail_out", "protection")
LEAST_SPENT = 0.2
"""Share of the money that was there below which a government let things run (design)."""

ORDERED = 0.5
"""Share of spending on firms from elsewhere and on rescues from which on it ordered (design)."""


@dataclass(frozen=True)
class Government:
    """What a government did.

    Attributes:
        style: What that is called.
        spent: Money spent, with what programmes cost each quarter.
        share: Of all the money there was.
        families: Share of the spending that went to each family, the largest first.
        decisions: How many.
        early: How many of them in the first third.
        rescues: How often firms were rescued or shielded.
    """

    style: Style
    spent: float
    share: float
    families: tuple[tuple[str, float], ...]
    decisions: int
    early: int
    rescues: int


def government(session: Session) -> Government:
    """Read the style off a run."""
    steps, by_family = session.branch.steps, _spending(session)
    spent = sum(by_family.values())
    rescued = sum(by_family.get(name, 0.0) for name in RESCUES)
    families = {name: amount for name, amount in by_family.items() if name not in RESCUES}
    left = max(float(session.branch.region.state.treasury[0]), 0.0)
    share = spent / (spent + left) if spent + left > 0 else 0.0
    rescues = sum(isinstance(s.action, Enact | Adjust) and s.action.policy in RESCUES for s in steps)
    ordered = (families.get("attract", 0.0) + rescued) / spent if spent else 0.0
    style: Style = "spontaneous" if share < LEAST_SPENT else "mandated" if ordered >= ORDERED else "guided"
    ranked = sorted(((name, amount / spent) for name, amount in families.items() if amount > 0), key=lambda x: -x[1])
    early = sum(step.quarter < session.quarter / 3 for step in steps)
    return Government(style, spent, share, tuple(ranked), len(steps), early, rescues)


def _spending(session: Session) -> dict[str, float]:
    """Add up prices and upkeep by family; rescues stand alone."""
    found: dict[str, float] = {}
    cards = {card.id: card for card in session.rules.setup.policies}

    def add(policy: str, amount: float) -> None:
        key = policy if policy in RESCUES else session.cards[policy].family
        found[key] = found.get(key, 0.0) + amount

    branch = session.branch
    for quarter in range(branch.quarter):
        begun, after = (branch.snapshots[q].state.running[0].sum(axis=1) for q in (quarter, quarter + 1))
        for k, (policy, card) in enumerate(cards.items()):
            grown = max(float(after[k] - begun[k]), 0.0)
            if grown or after[k]:
                add(policy, grown * card.price + float(after[k]) * card.upkeep)
    for step in branch.steps:
        if isinstance(step.action, Answer):
            event = next(one for one in session.rules.setup.events if one.id == step.action.event)
            price = next(one.price for one in event.choices if one.id == step.action.choice)
            if price:
                found["answers"] = found.get("answers", 0.0) + price
    return found


def evidence(found: Government, speaker: Speaker) -> str:
    """Say in one sentence what shows the style."""
    say = speaker.words
    if not found.decisions:
        return say("debrief.style.nothing")
    names = [
        say("debrief.style.part", name=say("debrief.style.answers") if name == "answers" else say(f"family.{name}"),
            share=numbers.percent(share))
        for name, share in found.families[:3]
    ]  # fmt: skip
    parts = say("read.comma").join(names)
    spent = say("debrief.style.spent", money=speaker.money(found.spent), share=numbers.percent(found.share))
    when = say("debrief.style.when", count=found.decisions, early=found.early, rescues=found.rescues)
    spent += say("debrief.style.on" if parts else "debrief.stop", parts=parts)
    return say("read.sentences", first=spent, second=when)
