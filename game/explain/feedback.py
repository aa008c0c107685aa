"""What is said to an explain prompt: the question, and afterwards what each cause did.

Theory: feedback that explains helps more than right or wrong (Van der Kleij 2015); it speaks of causes and decisions,
never of the person (Kluger and DeNisi 1996).
"""

from collections.abc import Sequence

from game.explain.prompts import Prompt
from game.explain.speech import Speaker
from game.explain.why import Contribution, Reason

LEVERS_OF = {
    "entry.spinoff": ("spinoffs",), "growth": ("demand",), "exit.insolvent": ("accounts", "exit"),
    "exit.relocated": ("accounts",), "exit.closed": (),
}  # fmt: skip
"""Mechanisms whose levers move a cause, where it is not the cause's own; owners close for reasons no card knows."""


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
    return lines + [line for cause in prompt.right for line in _cards(cause, speaker)][:1]


def _with_amount(reason: Reason, part: Contribution, speaker: Speaker) -> str:
    amount = speaker.change(reason.number, part.amount)
    return speaker.words("read.aside", first=speaker.cause(part.cause), second=amount)


def _cards(cause: str, speaker: Speaker) -> list[str]:
    """Say which cards of this level act on a cause."""
    mechanism = cause.partition(".")[0]
    acting = tuple(f"{one}." for one in LEVERS_OF.get(cause, LEVERS_OF.get(mechanism, (mechanism,))))
    cards = [
        card.name[speaker.language]
        for card in speaker.cards.values()
        if speaker.level.allows(card.id) and any(shift.lever.startswith(acting) for shift in card.shifts)
    ]
    if not cards:
        return []
    names = speaker.words("read.comma").join(cards[:3])
    return [speaker.words("learn.cards_there", cause=speaker.cause(cause), cards=names)]
