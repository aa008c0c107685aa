"""Questions in the terminal, one at a time: an answer is a letter, and then comes the reason."""

from dataclasses import dataclass, field

from game.content import library
from game.content.question import Item
from game.explain import checks
from game.explain.checks import Occasion
from game.explain.gains import gains
from game.explain.speech import Speaker
from game.explain.worked import offered_first
from game.session import progress
from game.session.session import Session

Lines = list[str]
OCCASIONS: dict[str, Occasion] = {"before": "before", "after": "after", "know": "known"}
LETTERS = "abcd"


@dataclass
class Asking:
    """The questions that are open, if any."""

    session: Session
    items: list[Item] = field(default_factory=list)
    occasion: Occasion = "before"
    at: int = 0
    right: int = 0

    def begin(self, rest: list[str], speaker: Speaker) -> Lines:
        """Open the questions of an occasion."""
        over = self.session.outcome().ended
        self.occasion = OCCASIONS.get(rest[0] if rest else "", "after" if over else "before")
        self.items = checks.check(self.session.level, self.occasion, self.session.seed)
        self.at = self.right = 0
        return self._show(speaker) if self.items else [speaker.words("learn.check.none")]

    def pick(self, rest: list[str], speaker: Speaker) -> Lines:
        """Answer the open question."""
        if self.at >= len(self.items):
            return [speaker.words("learn.read.nothing_asked")]
        one, letter = self.items[self.at], rest[0].lower() if rest else ""
        shown = checks.order(one, self.session.seed)
        if len(letter) != 1 or letter not in LETTERS[: len(shown)]:
            return [speaker.words("learn.read.letters", letters=" ".join(LETTERS[: len(shown)]))]
        number = shown[LETTERS.index(letter)]
        right = checks.answer(self.session, one, number, self.occasion)
        self.right += right
        told = [self._told(one, number, right, speaker)]
        self.at += 1
        return told + self._show(speaker)

    def skip(self, speaker: Speaker) -> Lines:
        """Leave a question out."""
        if self.at >= len(self.items):
            return [speaker.words("learn.read.nothing_asked")]
        self.at += 1
        return self._show(speaker)

    def _told(self, one: Item, number: int, right: bool, speaker: Speaker) -> str:
        """Say why an answer is right or not; before play nothing is told."""
        say, language = speaker.words, speaker.language
        if self.occasion == "before":
            return say("learn.check.noted")
        answer, best = one.answers[number], one.answers[one.right]
        why, reason = (found.why[language] if found.why else "" for found in (answer, best))
        if right:
            return say("learn.check.right", why=why)
        return say("learn.check.wrong", why=why, answer=best.text[language].rstrip(".。"), reason=reason)

    def _show(self, speaker: Speaker) -> Lines:
        """Put the open question, or say what the answers show."""
        say, language = speaker.words, speaker.language
        if self.at >= len(self.items):
            return self._end(speaker)
        one = self.items[self.at]
        lines = [say("learn.check.question", number=self.at + 1, count=len(self.items), text=one.text[language])]
        if one.flows is not None:
            for name, flow in ((say("learn.flows_in"), one.flows.into), (say("learn.flows_out"), one.flows.out_of)):
                lines.append(f"  {name}: " + " ".join(str(value) for value in flow))
        for letter, number in zip(LETTERS, checks.order(one, self.session.seed), strict=False):
            lines.append(f"  {letter}. {one.answers[number].text[language]}")
        return [*lines, say("learn.check.choose")]

    def _end(self, speaker: Speaker) -> Lines:
        say = speaker.words
        if self.occasion == "known":
            return [say("learn.check.known_enough" if self.right >= checks.ENOUGH else "learn.check.known_not_yet")]
        if self.occasion == "before":
            fade = offered_first(self.session, progress.read())
            first = [say("watch.read_first", fade=fade)] if fade else []
            return [say("learn.check.before_done"), *first]
        lines = [say("learn.check.after_done")]
        for gain in gains(self.session.said, self.session.level):
            before, after = (f"{right} / {count}" if count else "–" for right, count in (gain.before, gain.after))
            told = say("learn.check.gain", before=before, after=after)
            lines.append(f"  {_name(gain.concept, speaker)}: {told}")
        return lines


def _name(concept: str, speaker: Speaker) -> str:
    cards = library.concepts()
    return cards[concept].name[speaker.language] if concept in cards else concept
