"""What a card says when it is pointed at or has the focus: prices, when it works, what it shifts, what was found."""

from game.content.citations import cited
from game.content.policy_card import PolicyCard
from game.simulation.actions import Quote, Refusal
from game.ui.kit import Kit
from game.ui.playing import Playing


def told(kit: Kit, playing: Playing, card: PolicyCard, answer: Quote | Refusal) -> str:
    """Return a few lines; a refusal comes first and says what is there and what is needed."""
    say, language, speaker = kit.words, kit.words.language, playing.speaker
    lines = [speaker.refusal(answer) if isinstance(answer, Refusal) else speaker.quote(answer)]
    lines += [speaker.working(card), speaker.shifts(card)]
    found = card.evidence[0]
    lines.append(say("ui.tip_tried", text=found.text[language], source=cited(found.source, language)))
    return "\n".join(lines)
