"""What a card says when it is pointed at or has the focus: prices, when it works, what it shifts, what was found."""

from game.content import library, numbers
from game.content.policy_card import PolicyCard
from game.simulation.actions import Quote, Refusal
from game.ui.kit import Kit
from game.ui.playing import Playing


def told(kit: Kit, playing: Playing, card: PolicyCard, answer: Quote | Refusal) -> str:
    """Return a few lines; a refusal comes first and says what is there and what is needed."""
    say, language, speaker = kit.words, kit.words.language, playing.speaker
    lines = [speaker.refusal(answer) if isinstance(answer, Refusal) else speaker.quote(answer)]
    lines.append(" ".join(part for part in (working(kit, card), fading(kit, card)) if part))
    moved = (f"{say(f'lever.{shift.lever}')}\u00a0{'↑' if shift.by > 0 else '↓'}" for shift in card.shifts)
    lines.append(say("ui.tip_shifts", shifts=say("read.comma").join(moved)))
    found = card.evidence[0]
    lines.append(say("ui.tip_tried", text=found.text[language], source=library.cited(found.source)))
    return "\n".join(lines)


def working(kit: Kit, card: PolicyCard) -> str:
    """Say when it begins and when it works fully."""
    return kit.words("ui.begins_after", delay=card.delay, full=card.delay + card.ramp)


def fading(kit: Kit, card: PolicyCard) -> str:
    """Say how long it lasts, or how fast it fades once it is stopped."""
    if card.lasts:
        return kit.words("ui.ends_after", count=card.lasts)
    return kit.words("ui.fades", share=numbers.percent(card.decay)) if card.decay else ""
