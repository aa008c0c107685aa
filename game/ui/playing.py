"""One run in the window: the session, who speaks of it, and where it is kept."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from game.content import library
from game.content.level import Level
from game.content.words import words
from game.explain import story
from game.explain.causal.links import CausalMap
from game.explain.gazette.years import years
from game.explain.movers import Trial
from game.explain.speech import Speaker
from game.explain.story import Message
from game.explain.why import Explainer
from game.session import progress, saves, store
from game.session.session import Session
from game.simulation.actions import Action, Answer, Quote, Refusal
from game.ui.futures import Futures
from game.ui.learning import Learning
from game.ui.preferences import Preferences
from game.ui.sound.tones import of_quarter

T = TypeVar("T")

OVER = object()
"""Stands for the end of a chore."""

NOTICES = 3
"""Messages shown at once."""
MOST_UNREAD = 12
"""Messages that wait to be read; older ones are found in the log."""
FEW_FIRMS = 12
"""With so few firms every opening and closing is news."""


@dataclass
class Playing:
    """A run being played, and what the window keeps about it."""

    session: Session
    preferences: Preferences
    explainer: Explainer = field(default_factory=Explainer)
    notices: list[Message] = field(default_factory=list)
    futures: Futures = field(default_factory=Futures)
    learning: Learning = field(default_factory=Learning)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    trials: dict[str, tuple[str, Trial]] = field(default_factory=dict)
    """What each card of the desk does, tried from a moment on; by the moment's fingerprint."""
    causal: tuple[str, CausalMap] | None = None
    """The causal map of the moment it was last asked for."""
    looked: set[str] = field(default_factory=set)
    """What was opened: numbers asked why of, and pages that a hint may ask for."""
    said: str = ""
    """A sentence of the game about the last thing done: saved, refused, taken back."""
    tones: list[str] = field(default_factory=list)
    """Tones nobody has heard yet; the window takes them away, with a device or without."""
    chores: list[Iterator[object]] = field(default_factory=list)
    """What the last quarter left to do, in steps: keeping the run, taking the quarter apart."""
    kept_in: str = store.AUTOSAVE
    """The save it goes on in by itself."""
    told_in: str = ""
    """The language of notices and sentence."""
    _found: tuple[str, dict[str, Any]] = field(default=("", {}), init=False, repr=False, compare=False)
    """What was found out, and in which moment."""

    @classmethod
    def begin(cls, level: Level, preferences: Preferences, seed: int) -> "Playing":
        """Open a level."""
        return cls(Session.open(level, library.policies(), seed), preferences)

    @property
    def speaker(self) -> Speaker:
        """The speaker of the language in use."""
        language = self.preferences.language
        if language not in self.speakers:
            self.speakers[language] = Speaker(words(language), self.session.level, self.session.cards)
        return self.speakers[language]

    def once(self, name: str, find: Callable[[], T]) -> T:
        """Find out once a moment what every frame asks for."""
        moment = f"{self.session.branch.moment} {self.session.current} {self.preferences.language}"
        if moment != self._found[0]:
            self._found = moment, {}
        known = self._found[1]
        if name not in known:
            known[name] = find()
        found: T = known[name]
        return found

    def value(self, number: str, back: int = 0) -> float:
        """Return a number as it is known now, or was some quarters ago."""
        return self.session.figures.value(number, back)

    def series(self, number: str, most: int = 0) -> list[float]:
        """Return a number's whole history, as published, or at most so many of its last quarters."""
        return self.session.figures.series(number, most)

    def advance(self) -> bool:
        """Run one quarter and hear what came of it."""
        if not self.session.advance():
            return False
        self.said = ""
        self.catch_up()
        news = self._heard(self.session.quarter)
        stale = {"page"} if any(message.kind == "page" for message in news) else set()
        said = {message.text for message in news}  # a council may vote twice alike before anybody reads it
        waiting = [one for one in self.notices if not (one.weight == "quiet" or one.kind in stale or one.text in said)]
        self.notices = (waiting + news)[-MOST_UNREAD:]
        self.tones += of_quarter(self.session)
        if self.session.quarter % 4 == 0:
            self.chores.append(self._kept())
        self.chores.append(self.explainer.preparing(self.session.branch, self.session.quarter - 1))
        if self.session.outcome().ended:
            self.save(self.kept_in, quietly=True)
            self._finished()
        return True

    def catch_up(self, most: int | None = None) -> None:
        """Do what a quarter left to do, at most so many steps of it: the frame of a quarter is full enough."""
        for _ in count() if most is None else range(most):
            if not self.chores:
                return
            if next(self.chores[0], OVER) is OVER:
                del self.chores[0]

    def _kept(self) -> Iterator[None]:
        self.save(self.kept_in, quietly=True)
        yield

    def _finished(self) -> None:
        """Count the play among those of its level; where nothing can be written, the sentence of saving stands."""
        with contextlib.suppress(store.NotWritable):
            progress.over(self.session)

    def _heard(self, quarter: int) -> list[Message]:
        """Tell what is worth a notice: what is plain or loud waits to be read, small news is gone with its quarter."""
        heard = story.messages(self.session, self.speaker, quarter)
        news = self._unanswered([message for message in heard if message.weight != "quiet"])
        if not news and self.value("firms") <= FEW_FIRMS:
            news = heard[:1]
        return [*self._printed(quarter), *story.loudest(news, 2)]

    def _unanswered(self, news: list[Message]) -> list[Message]:
        """Leave out events that were answered: they asked, they were heard, and the log keeps both."""
        steps = self.session.branch.steps
        over = {self.speaker.event(one.action.event): one.quarter for one in steps if isinstance(one.action, Answer)}
        # An event that comes again asks again: only an answer given since it came is one to it.
        return [one for one in news if one.kind != "event" or over.get(one.text, -1) < one.quarter]

    def read(self, message: Message) -> None:
        """Put a notice away; the log keeps it."""
        self.notices = [one for one in self.notices if one is not message]

    def _printed(self, quarter: int) -> list[Message]:
        """Say that the page of the year is out, where a year has just ended."""
        over = [year for year in years(self.session.level, quarter) if year.at == quarter]
        return [
            Message(quarter, "plain", self.speaker.words("gazette.out", year=year.number), kind="page") for year in over
        ]

    def retell(self) -> None:
        """Tell the notices anew where the language has changed; the last sentence is over."""
        if self.told_in and self.told_in != self.preferences.language:
            quarters = sorted({message.quarter for message in self.notices})
            told = [message for quarter in quarters for message in self._heard(quarter)]
            pages = [message for message in told if message.kind == "page"]
            self.notices = [one for one in told if one.kind != "page" or one is pages[-1]][-MOST_UNREAD:]
            self.said = ""
        self.told_in = self.preferences.language

    def do(self, action: Action) -> Refusal | None:
        """Do something; returns why not, when it cannot be done."""
        answer = self.session.do(action)
        if isinstance(answer, Quote):
            self.tones.append("done")
            self.notices = self._unanswered(self.notices)
            self.said = self.speaker.words("read.done", quote=self.speaker.quote(answer))
            return None
        self.tones.append("refused")
        self.said = self.speaker.words("read.refused", reason=self.speaker.refusal(answer))
        return answer

    def tries(self, action: Action, name: str) -> Refusal | None:
        """Do something on a new line of time; the line being played stays as it is, to go back to."""
        answer = self.session.quote(action)
        if isinstance(answer, Quote):
            self.session.branch_off(name)
        refused = self.do(action)
        if refused is None:
            self.said = self.speaker.words("timeline.tried", name=name)
        return refused

    def undo(self) -> None:
        """Take back the last thing done this quarter."""
        undone = self.session.undo()
        self.said = self.speaker.words("read.undone" if undone else "read.nothing_to_undo")

    def rewind(self, quarter: int) -> None:
        """Go back to the beginning of a quarter; what came after stays as a line of its own."""
        self.session.rewind(quarter)
        self.notices = []
        self.said = ""

    def save(self, name: str, quietly: bool = False) -> str:
        """Keep the run; where it cannot be written, say so and play on. Returns the trouble."""
        say = self.speaker.words
        try:
            if name == store.QUICKSAVE:
                saves.write(self.session.record(), store.path_of(name))
            else:
                saves.keep(self.session.record(), name)
            if not quietly:
                self.said = say("ui.saved")
        except store.NotWritable as error:
            self.said = say("saves.not_writable", path=error.path, cause=error.cause)
            return self.said
        return ""
