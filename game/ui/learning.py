"""What the window offers for learning, and when: predictions, prompts, diagnoses, questions; never pressed on anybody.

Where time runs by itself, what is due opens by itself; whoever steps finds a slip on the map instead.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from game.content.question import Item
from game.explain import checks, diagnosis, prompts
from game.explain.budget import Budget
from game.explain.checks import Occasion
from game.explain.mastery import mastery
from game.session import notebook as notebooks
from game.session import predicting, store
from game.session.notebook import Notebook
from game.session.recording import Prediction
from game.ui.screen import Push, Screen, Turn, later

if TYPE_CHECKING:
    from game.ui.playing import Playing


BY_KEY = {pygame.K_p: ("predict", "Predict"), pygame.K_d: ("diagnosis", "DiagnosisSheet")}
"""Sheets that a key opens: module and name."""


def opened(key: int, playing: "Playing") -> Turn:
    """Open the sheet of a key."""
    module, name = BY_KEY[key]
    return Push(getattr(later(f"game.ui.screens.{module}"), name)(playing))


@dataclass(frozen=True)
class Offer:
    """Something to do now, or not: a slip's words and what pressing it opens."""

    key: str
    title: str
    label: str
    open: Callable[[], Turn | None]


@dataclass
class Learning:
    """What one run has been offered so far, and the player's notebook."""

    now: float = 0.0
    """Seconds the window has been open."""
    budget: Budget = field(default_factory=Budget)
    closed: set[str] = field(default_factory=set)
    """Offers that were taken up or put aside."""
    _notebook: Notebook | None = None
    damaged: str = ""
    """Where a damaged notebook was put, until it has been told."""
    _offers: tuple[tuple[object, ...], list[Offer]] | None = None

    @property
    def notebook(self) -> Notebook:
        """The player's notebook, read when it is first needed."""
        if self._notebook is None:
            self._notebook, aside = notebooks.load()
            self._notebook.sessions += 1
            self.damaged = str(aside or "")
        return self._notebook

    def free(self) -> bool:
        """Whether a prompt may come now."""
        return self.budget.free(self.now)

    def use(self) -> None:
        """Note that a prompt came."""
        self.budget.use(self.now)

    def returned(self, one: Item, right: bool) -> None:
        """Note the answer to a question about an old concept."""
        waiting = [concept for concept in one.concepts if concept in self.notebook.concepts]
        for concept in waiting[:1]:
            self.notebook.asked(concept, right)

    def keep(self, playing: "Playing") -> None:
        """Enter what this run shows into the notebook and write it; where it cannot be written, say so."""
        self.notebook.meet(mastery([playing.session.record()]))
        try:
            notebooks.keep(self.notebook)
        except store.NotWritable as error:
            playing.said = playing.speaker.words("saves.not_writable", path=error.path, cause=error.cause)

    # --- what is due ---------------------------------------------------------------------------------------------

    def due(self, playing: "Playing") -> Turn | None:
        """Open what is due now, unless it has been put aside; questions wait until somebody wants them."""
        found = [offer for offer in self.offers(playing) if not offer.key.startswith("questions")]
        return found[0].open() if found else None

    def at_the_end(self, playing: "Playing", ending: Screen) -> Turn:
        """Open the first prediction that has come due with the end, and then the ending; else the ending."""
        for outcome in predicting.resolved(playing.session):
            if predicting.due(outcome.prediction) == playing.session.quarter:
                self.closed.add(_key_of(outcome.prediction))
                return Push(later("game.ui.screens.revealed").Revealed(playing, outcome, ending))
        return Push(ending)

    def offers(self, playing: "Playing") -> list[Offer]:
        """List what is due in this quarter and has not been taken up: what was predicted first."""
        session = playing.session
        moment = (
            session.branch.digests[session.quarter], session.current, len(session.predictions), len(session.said),
            len(session.diagnoses), playing.speaker.language, self.free(),
        )  # fmt: skip
        if self._offers is None or self._offers[0] != moment:
            found = [*self._revealed(playing), *self._asked(playing), *self._why(playing), *self._phase(playing),
                     *self._questions(playing)]  # fmt: skip
            self._offers = moment, found
        if self.damaged:
            playing.said = playing.speaker.words("learn.notebook_damaged", path=self.damaged)
            self.damaged = ""
        return [offer for offer in self._offers[1] if offer.key not in self.closed]

    def _taken(self, key: str, screen: Callable[[], Screen]) -> Callable[[], Turn | None]:
        """Return what opens a screen and remembers that it was opened."""

        def open_() -> Turn:
            self.closed.add(key)
            return Push(screen())

        return open_

    def _revealed(self, playing: "Playing") -> list[Offer]:
        offers, say = [], playing.speaker.words
        for outcome in predicting.resolved(playing.session):
            guess = outcome.prediction
            key = _key_of(guess)
            title = say("learn.due", number=playing.speaker.name(guess.indicator))
            show = lambda outcome=outcome: later("game.ui.screens.revealed").Revealed(playing, outcome)  # noqa: E731
            offers.append(Offer(key, title, say("learn.look"), self._taken(key, show)))
        return offers

    def _asked(self, playing: "Playing") -> list[Offer]:
        ask = predicting.asked_now(playing.session)
        if ask is None:
            return []
        key, text = f"asked {ask.at} {ask.indicator}", ask.text[playing.speaker.language]
        show = lambda: later("game.ui.screens.predict").Predict(playing, ask.indicator, text)  # noqa: E731
        return [Offer(key, text, playing.speaker.words("learn.draw_it"), self._taken(key, show))]

    def _why(self, playing: "Playing") -> list[Offer]:
        """Offer the question why after a turn of phase, where there is leisure."""
        key = f"why {playing.session.quarter}"
        if key in self.closed or not self.free() or playing.session.figures.rough:
            return []  # where figures are rough, nobody is told that the phase has turned
        if prompts.turn_of_phase(playing.session) is None:
            return []
        prompt = prompts.wanted(playing.session, playing.explainer)
        if prompt is None:
            return []

        def open_() -> Turn:
            self.closed.add(key)
            self.use()
            return Push(later("game.ui.screens.prompt").PromptSheet(playing, prompt))

        title = playing.speaker.words("learn.turned", number=playing.speaker.name(prompt.reason.number))
        return [Offer(key, title, playing.speaker.words("learn.choose_causes"), open_)]

    def _phase(self, playing: "Playing") -> list[Offer]:
        """Ask for the phase every five years where figures are late or rough; elsewhere it stands on the screen."""
        quarter = playing.session.quarter
        if not playing.session.figures.rough or quarter == 0 or quarter % diagnosis.EVERY:
            return []
        key, say = f"phase {quarter}", playing.speaker.words
        show = lambda: later("game.ui.screens.diagnosis").DiagnosisSheet(playing)  # noqa: E731
        return [Offer(key, say("learn.diagnose"), say("learn.say_it"), self._taken(key, show))]

    def _questions(self, playing: "Playing") -> list[Offer]:
        """Offer the questions of a level's beginning and end, with at most one about an old concept."""
        session, say = playing.session, playing.speaker.words
        occasion: Occasion = "after" if session.outcome().ended else "before"
        graded = session.level.kind == "lesson" or bool(session.player)  # a class is asked wherever it plays
        if not graded or (occasion == "before" and session.quarter > 0):
            return []
        if checks.done(session, occasion):
            return []
        items = checks.check(session.level, occasion, session.seed)
        asked: list[tuple[Item, Occasion]] = [(one, occasion) for one in items]
        old = self.notebook.returning(session.level.teaches) if occasion == "before" else None
        again = checks.again(old, session.seed) if old else None
        if again is not None:
            asked.insert(0, (again, "again"))
        if not asked:
            return []
        key = f"questions {occasion}"
        show = lambda: later("game.ui.screens.question").Questions(playing, asked)  # noqa: E731
        title = say(f"learn.offer.{occasion}", count=len(asked))
        return [Offer(key, title, say("learn.answer_them"), self._taken(key, show))]


def _key_of(guess: Prediction) -> str:
    return f"revealed {guess.quarter} {guess.indicator} {guess.moment}"
