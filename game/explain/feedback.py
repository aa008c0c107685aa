"""What is said to an explain prompt: the question, and afterwards what each cause did.

Theory: feedback that explains helps more than right or wrong (Van der Kleij 2015); it speaks of causes and decisions,
never of the person (Kluger and DeNisi 1996).
"""

from collections.abc import Mapping, Sequence

from game.explain.prompts import Prompt
from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.explain.why import Contribution, Reason

EITHER = 0
"""Of a cause that adds and takes away: more of the lever means more added, or less taken."""

OPENING = {"openness.effort": 1, "openness.network": 1}
INVENTING = {"exploration.university": 1, "exploration.network": 1, "exploration.grants": 1}
HONEST = {"trust.sanction": 1, "trust.programme": 1}

MOVES: Mapping[str, Mapping[str, int]] = {
    "accounts.rent": {"congestion.built": -1},
    "accounts.tax": {"accounts.tax_rate": 1},
    "entry.attracted": {"entry.promotion": 1, "entry.anchors": 1},
    "entry.founded": {"entry.incubator": 1},
    "entry.spinoff": {"spinoffs.mobility": 1},
    "exit.insolvent": {"accounts.subsidy": -1, "exit.guarantee": -1},
    "exit.relocated": {"accounts.anchor_aid": -1},
    "exploration.exploring": {**OPENING, **INVENTING},
    "growth.orders": {"demand.reach": EITHER, "demand.shelter": EITHER},
    "imitation.copying": {"openness.effort": -1, "openness.network": -1},
    "labour.layoffs": {"labour.retraining": -1},
    "labour.training": {"labour.placed": 1},
    "lock_in.openness": OPENING,
    "lock_in.politics": {"lock_in.protection": 1},
    "process_learning.research": {"process_learning.laboratory": 1},
    "reputation.campaign": {"reputation.campaign": 1},
    "reputation.forgetting": {"reputation.certification": 1},
    "reputation.outbreak": {"reputation.certification": -1},
    "reputation.quality": {"reputation.certification": EITHER},
    "suppliers.opening": {"suppliers.promotion": 1},
    "training.firms": {"training.shared": 1},
    "training.leaving": {"training.retraining": -1},
    "training.new_work": {**OPENING, **INVENTING},
    "training.public": {"training.public": 1},
    "trust.cheating": dict.fromkeys(HONEST, -1),
    "trust.dealing": HONEST,
    "trust.programme": {"trust.programme": 1},
    "upgrading.climbing": {"upgrading.programme": 1, **OPENING},
}
"""Levers that make a cause stronger or weaker; a cause not listed is moved by none, or only by way of other causes.

Rescues are left out: who is kept alive does not fail, and that is no remedy. Nor is a tax cut for who earns nothing.
"""


def question(prompt: Prompt, speaker: Speaker) -> str:
    """Put the question."""
    reason = prompt.reason
    word = "learn.which_rose" if reason.after >= reason.before else "learn.which_fell"
    return speaker.words(
        "learn.which_fell_then" if prompt.kind == "fall" else word, number=speaker.name(reason.number),
        since=speaker.date(reason.since), at=speaker.date(reason.at),
        before=speaker.told(reason.number, reason.before), after=speaker.told(reason.number, reason.after),
    )  # fmt: skip


def feedback(prompt: Prompt, chosen: Sequence[str], speaker: Speaker) -> list[str]:
    """Name the two largest causes with their amounts, what the chosen ones did, and which cards act there."""
    amounts = {part.cause: part for part in prompt.reason.contributions}
    first, second = (amounts[cause] for cause in prompt.right)
    say, reason = speaker.words, prompt.reason
    lines = [say("learn.largest", first=_with_amount(reason, first, speaker),
                 second=_with_amount(reason, second, speaker))]  # fmt: skip
    less = [_with_amount(reason, amounts[one], speaker) for one in chosen if one in amounts and one not in prompt.right]
    idle = [speaker.cause(cause) for cause in chosen if cause not in amounts]
    if less:
        lines.append(say("learn.acted_little", cause=say("read.comma").join(less)))
    if idle:
        lines.append(say("learn.did_not_act", cause=say("read.comma").join(idle)))
    return lines + [line for part in (first, second) for line in _cards(reason, part, speaker)][:1]


def _with_amount(reason: Reason, part: Contribution, speaker: Speaker) -> str:
    amount = speaker.change(reason.number, part.amount)
    return speaker.words("read.aside", first=speaker.cause(part.cause), second=amount)


def _cards(reason: Reason, part: Contribution, speaker: Speaker) -> list[str]:
    """Say which cards of this level make a welcome cause stronger or an unwelcome one weaker; never a temptation."""
    good = HIGH_IS_GOOD.get(reason.number, True) == (part.amount > 0)
    wanted = 1 if good else -1
    levers = {lever: (way or wanted) * wanted for lever, way in MOVES.get(part.cause, {}).items()}
    cards = [
        card.name[speaker.language]
        for card in speaker.cards.values()
        if speaker.level.allows(card.id) and not card.temptation
        and any(shift.by * levers.get(shift.lever, 0) > 0 for shift in card.shifts)
    ]  # fmt: skip
    if not cards:
        return []
    names = speaker.words("read.comma").join(cards[:3])
    return [speaker.words("learn.cards_there", cause=speaker.cause(part.cause), cards=names)]
