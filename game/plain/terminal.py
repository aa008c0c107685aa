"""The game in a terminal: one command a line, plain pages in answer; input may be piped."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from game.explain import hinted, story
from game.explain.speech import Speaker
from game.explain.why import Explainer
from game.plain import codex, example, page
from game.plain.asking import Asking, places, site_of
from game.plain.lessons import Lessons
from game.session import outbox, progress, saves, store
from game.session.session import Session
from game.simulation.actions import Action, Adjust, Answer, Enact, Quote, Repeal

Lines = list[str]

_PROSE = ("card", "why", "answer")
"""Commands whose answer is prose: its words can be looked up."""


@dataclass
class Terminal:
    """One game played by typed commands. ``speakers`` holds a speaker for each language.

    ``name`` is one of a list, under which a run without a name is handed in.
    """

    session: Session
    speakers: dict[str, Speaker]
    language: str
    explainer: Explainer = field(default_factory=Explainer)
    name: str = ""
    ended: bool = False

    def __post_init__(self) -> None:
        self.lessons = Lessons(self.session, self.explainer)

    @property
    def speaker(self) -> Speaker:
        """The speaker of the language in use."""
        return self.speakers[self.language]

    def opening(self) -> Lines:
        """Tell what the level is about, and how to play."""
        level = self.session.level
        words = self.speaker.words
        return [
            level.title[self.speaker.language],
            level.brief[self.speaker.language].strip(),
            *codex.words_of([level.brief[self.speaker.language]], words),
            words("read.goals"),
            *page.goals(self.session.progress(), self.speaker),
            words("read.how"),
            *page.summary(self.session, self.speaker),
        ]

    def answer(self, line: str) -> Lines:
        """Do one command and return what to say."""
        parts = line.split()
        if not parts:
            return []
        name, *rest = parts
        command = self._commands().get(name.lower())
        if command is None:
            return [self.speaker.words("read.unknown", command=name[:40]), self.speaker.words("read.how")]
        lines = command(rest)
        return lines + codex.words_of(lines, self.speaker.words) if name.lower() in _PROSE else lines

    def _commands(self) -> dict[str, Callable[[list[str]], Lines]]:
        return {
            "next": self._next, "n": self._next, "show": lambda _: page.summary(self.session, self.speaker),
            "desk": lambda _: page.desk(self.session, self.speaker),
            "goals": lambda _: page.goals(self.session.progress(), self.speaker),
            "enact": lambda rest: self._enact(Enact, rest), "adjust": lambda rest: self._enact(Adjust, rest),
            "repeal": self._repeal, "answer": self._answer, "undo": self._undo,
            **Asking(self.session, self.explainer, self.speaker).commands(),
            "rewind": self._rewind, "places": self._places, "card": self._card, "save": self._save,
            "hand": self._hand_in, "hint": self._hint, "lang": self._lang,
            "example": lambda rest: example.example(self.session, rest, self.speaker),
            "help": lambda _: [*self.speaker.words("read.help").splitlines(), self.speaker.words("learn.read.how")],
            "concept": lambda rest: codex.concept(" ".join(rest), self.speaker.words),
            "theory": lambda rest: codex.mechanism(" ".join(rest), self.speaker.words),
            "paper": lambda rest: codex.stop(" ".join(rest), self.speaker.words),
            "disputes": lambda _: codex.disputes(self.speaker.words),
            "quit": self._quit, "q": self._quit, **self.lessons.commands(self.speaker),
        }  # fmt: skip

    def _next(self, rest: list[str]) -> Lines:
        """Run some quarters, stopping when something needs a choice."""
        count = _whole(rest, 1)
        lines: Lines = []
        for _ in range(min(max(count, 1), 400)):
            if not self.session.advance():
                break
            if self.session.outcome().ended:
                with contextlib.suppress(store.NotWritable):  # the run itself is kept, or not, where one quits
                    progress.over(self.session)
            heard = story.messages(self.session, self.speaker, self.session.quarter)
            lines += page.told(story.loudest([m for m in heard if m.weight != "quiet"] or heard, 3))
            lines += self.lessons.heard(self.speaker)
            if self.session.pending() or self.lessons.calls():
                break
        lines += page.summary(self.session, self.speaker)
        for event in self.session.pending():
            told = page.event(self.session, self.speaker, event)
            lines += told + codex.words_of(told, self.speaker.words)
        if self.session.outcome().ended:
            lines += [*page.ending(self.session, self.speaker), self.speaker.words("class.how_to_hand_in")]
        return lines

    def _enact(self, kind: type[Enact] | type[Adjust], rest: list[str]) -> Lines:
        """Start or resize a programme: ``enact POLICY [PLACE] [SIZE]``."""
        if not rest:
            return page.desk(self.session, self.speaker)
        sizes = [word for word in rest[1:] if word.startswith("x") and _whole([word[1:]], -1) >= 0]
        site = self._where(rest[0], " ".join(word for word in rest[1:] if word not in sizes))
        size = _whole([word[1:] for word in sizes], 1)
        return self._do(kind(rest[0], site, size)) if isinstance(site, int) else site

    def _repeal(self, rest: list[str]) -> Lines:
        """Stop a programme: ``repeal POLICY [PLACE]``."""
        if not rest:
            return page.desk(self.session, self.speaker)
        site = self._where(rest[0], " ".join(rest[1:]))
        return self._do(Repeal(rest[0], site)) if isinstance(site, int) else site

    def _where(self, policy: str, text: str) -> int | Lines:
        """Return the number of the place that is meant, or say which there are."""
        card = self.session.cards.get(policy)
        if not text:
            asks = card is not None and card.placed and self.session.level.allows(policy)
            return [self.speaker.words("refusal.place_needed"), *self._places([])] if asks else 0
        site = site_of(self.session, text)
        if site is None:
            return [self.speaker.words("refusal.unknown_place"), *self._places([])]
        return site if card is None or card.placed else 0

    def _answer(self, rest: list[str]) -> Lines:
        if len(rest) < 2:
            waiting = self.session.pending()
            return [line for event in waiting for line in page.event(self.session, self.speaker, event)]
        return self._do(Answer(rest[0], rest[1]))

    def _do(self, action: Action) -> Lines:
        answer = self.session.do(action)
        if isinstance(answer, Quote):
            return [self.speaker.words("read.done", quote=self.speaker.quote(answer))]
        return [self.speaker.words("read.refused", reason=self.speaker.refusal(answer))]

    def _undo(self, _: list[str]) -> Lines:
        undone = self.session.undo()
        return [self.speaker.words("read.undone" if undone else "read.nothing_to_undo")]

    def _rewind(self, rest: list[str]) -> Lines:
        quarter = _whole(rest, -1)
        if not 0 <= quarter <= self.session.quarter:
            return [self.speaker.words("read.rewind_where", quarter=self.session.quarter)]
        self.session.rewind(quarter)
        return page.summary(self.session, self.speaker)

    def _places(self, _: list[str]) -> Lines:
        return places(self.session, self.speaker)

    def _card(self, rest: list[str]) -> Lines:
        card = self.session.cards.get(rest[0]) if rest else None
        if card is None:
            return page.desk(self.session, self.speaker)
        return page.card(self.session, self.speaker, card) + codex.found(card.evidence, self.speaker.words)

    def _hint(self, rest: list[str]) -> Lines:
        hints = self.session.level.hints
        if not hints:
            return [self.speaker.words("read.no_hints")]
        number = min(max(_whole(rest, 1), 1), len(hints))
        hinted.opened(self.session, number)
        return [hints[number - 1][self.speaker.language]]

    def _save(self, rest: list[str]) -> Lines:
        path = Path(rest[0]) if rest else store.path_of(store.QUICKSAVE)
        try:
            saves.write(self.session.record(), path)
        except store.NotWritable as error:
            return [self.speaker.words("saves.not_writable", path=error.path, cause=error.cause)]
        return [self.speaker.words("saves.saved", path=path)]

    def _lang(self, rest: list[str]) -> Lines:
        if rest and rest[0] in self.speakers:
            self.language = rest[0]
        return page.summary(self.session, self.speaker)

    def _hand_in(self, _: list[str]) -> Lines:
        """Write a finished run where the window writes it too, for a teacher to collect: ``hand in``."""
        say = self.speaker.words
        if not self.session.outcome().ended:
            return [say("class.not_over")]
        self.session.player = self.session.player or self.name
        try:
            path = outbox.write(self.session)
        except store.NotWritable as error:
            return [say("saves.not_writable", path=error.path, cause=error.cause)]
        told = say("class.handed_in", path=path)
        return [told, say("class.handed_in_as", name=self.session.player)] if self.session.player else [told]

    def _quit(self, _: list[str]) -> Lines:
        self.ended = True
        return []


def _whole(words: list[str], otherwise: int) -> int:
    """Read the first word as a whole number, if it is one (³ and ½ are not)."""
    word = words[0] if words else ""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else otherwise


def play(terminal: Terminal, typed: Iterable[str], say: Callable[[str], None]) -> None:
    """Play until the input ends or the player quits."""
    for line in terminal.opening():
        say(line)
    for line in typed:
        for text in terminal.answer(line.strip()):
            say(text)
        if terminal.ended:
            return
