"""Learning in the terminal: predictions, the question why, advisers, diagnoses, questions, the notebook."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.content import library
from game.explain import advisers, comprehension, counsel, diagnosis, feedback, predictions, prompts
from game.explain.budget import Budget
from game.explain.mastery import mastery
from game.explain.predictions import SHAPES
from game.explain.prompts import RIGHT, Prompt
from game.explain.quantities import KINDS
from game.explain.speech import Speaker
from game.explain.why import Explainer
from game.lab.yardstick import yardstick
from game.plain.questions import Asking
from game.session import notebook, predicting, store
from game.session.predicting import NotSealed, due, quarters_ahead, resolved
from game.session.session import Session
from game.simulation.indicators import WATCHED

Lines = list[str]
Command = Callable[[list[str]], Lines]

SECONDS = 15.0
"""What a typed quarter counts as when prompts are rationed; there is no clock in a terminal."""


@dataclass
class Lessons:
    """What one typed game has been offered so far."""

    session: Session
    explainer: Explainer
    budget: Budget = field(default_factory=Budget)
    prompt: Prompt | None = None

    def __post_init__(self) -> None:
        self.asking = Asking(self.session)

    def commands(self, speaker: Speaker) -> dict[str, Command]:
        """Return the commands for learning, by name."""
        return {
            "predict": lambda rest: self._predict(rest, speaker),
            "predictions": lambda _: self._predictions(speaker),
            "explain": lambda rest: self._explain(rest, speaker),
            "advisers": lambda _: self._advisers(speaker),
            "diagnose": lambda rest: self._diagnose(rest, speaker),
            "diagnoses": lambda _: self._diagnoses(speaker),
            "check": lambda rest: self._fall(speaker) if rest[:1] == ["fall"] else self.asking.begin(rest, speaker),
            "pick": lambda rest: self.asking.pick(rest, speaker),
            "skip": lambda _: self.asking.skip(speaker),
            "marks": lambda rest: self._marks(rest, speaker),
        }

    def heard(self, speaker: Speaker) -> Lines:
        """Tell what a new quarter brings: a prediction opened, one asked for, a question why."""
        session, say, lines = self.session, speaker.words, Lines()
        for outcome in resolved(session):
            if due(outcome.prediction) == session.quarter:
                lines += predictions.told(outcome, speaker)
        ask = predicting.asked_now(session)
        if ask is not None:
            lines.append(say("learn.read.level_asks", text=ask.text[speaker.language], number=ask.indicator))
        now = session.quarter * SECONDS
        if self.budget.free(now) and not session.figures.rough:
            self.prompt = prompts.wanted(session, self.explainer)
            if self.prompt is not None:
                self.budget.use(now)
                lines += self._asked(self.prompt, speaker)
        return lines

    def calls(self) -> bool:
        """Whether the level asks for a prediction now, so that time should wait."""
        return predicting.asked_now(self.session) is not None

    # --- predictions ---------------------------------------------------------------------------------------------

    def _predict(self, rest: list[str], speaker: Speaker) -> Lines:
        """``predict NUMBER SHAPE [TURN]`` or ``predict NUMBER VALUE…``."""
        session, number = self.session, rest[0] if rest else "firms"
        quarters = quarters_ahead(session.quarter, session.level.quarters)
        if number not in KINDS:
            return [predictions.refused(NotSealed("no_number"), number, (0.0, 0.0), speaker)]
        series = session.figures.series(number)
        ends = predictions.reach(number, series, session.level)
        values = self._line(rest[1:], series[-1], ends, len(quarters))
        if not quarters:
            return [speaker.words("learn.not_sealed.too_late")]
        if values is None:
            return [self._how(number, quarters, ends, speaker)]
        spread = yardstick(session.branch.region, number, quarters) if len(values) == len(quarters) else ((), ())
        sealed = predicting.seal(session, number, values, ends, spread)
        if isinstance(sealed, NotSealed):
            return [predictions.refused(sealed, number, ends, speaker)]
        when = speaker.date(quarters[-1])
        return [speaker.words("learn.sealed", number=speaker.name(number), when=when)]

    def _line(self, rest: Sequence[str], start: float, ends: tuple[float, float], points: int) -> list[float] | None:
        """Read a shape or values; None where it is neither."""
        shape = next((one for one in SHAPES if rest and rest[0] == one), None)
        if shape is not None:
            turn = int(rest[1]) if len(rest) > 1 and rest[1].isascii() and rest[1].isdigit() else points // 2
            return predictions.shaped(shape, start, ends, points, min(max(turn - 1, 0), points - 1))
        try:
            return [float(word.removesuffix("%")) / (100 if word.endswith("%") else 1) for word in rest] or None
        except ValueError:
            return None

    def _how(self, number: str, quarters: Sequence[int], ends: tuple[float, float], speaker: Speaker) -> str:
        dates = speaker.words("read.comma").join(speaker.date(quarter) for quarter in quarters)
        return speaker.words(
            "learn.read.predict_how", count=len(quarters), quarters=dates, number=speaker.name(number),
            low=speaker.value(number, ends[0]), high=speaker.value(number, ends[1]),
        )  # fmt: skip

    def _predictions(self, speaker: Speaker) -> Lines:
        """Tell of every prediction on this line of time."""
        lines = Lines()
        opened = {id(outcome.prediction): outcome for outcome in resolved(self.session)}
        for guess in predicting.on_line(self.session.predictions, self.session.branch):
            if id(guess) in opened:
                lines += predictions.told(opened[id(guess)], speaker)
            elif guess.indicator in KINDS:
                values = {"when": speaker.date(guess.quarter), "due": speaker.date(due(guess))}
                lines.append(speaker.words("learn.read.waiting", number=speaker.name(guess.indicator), **values))
        return lines or [speaker.words("learn.read.none_sealed")]

    # --- the question why ----------------------------------------------------------------------------------------

    def _asked(self, prompt: Prompt, speaker: Speaker) -> Lines:
        causes = [f"  {k}. {speaker.cause(cause)}" for k, cause in enumerate(prompt.choices, 1)]
        return [feedback.question(prompt, speaker), *causes, speaker.words("learn.read.explain_how")]

    def _fall(self, speaker: Speaker) -> Lines:
        """Ask about the largest fall of jobs so far; the causes may be looked up before answering."""
        self.prompt = comprehension.fall(self.session, self.explainer)
        if self.prompt is None:
            return [speaker.words("learn.no_fall")]
        reason = self.prompt.reason
        how = speaker.words("learn.read.fall_how", span=reason.at - reason.since, at=reason.at)
        return [*self._asked(self.prompt, speaker), how]

    def _explain(self, rest: list[str], speaker: Speaker) -> Lines:
        """Answer the question why: ``explain A B``."""
        if self.prompt is None:
            return [speaker.words("learn.read.no_prompt")]
        numbers = {int(word) for word in rest if word.isascii() and word.isdigit() and len(word) < 3}
        chosen = [cause for k, cause in enumerate(self.prompt.choices, 1) if k in numbers]
        if len(chosen) != RIGHT:
            return self._asked(self.prompt, speaker)
        prompt, self.prompt = self.prompt, None
        prompts.answer(self.session, prompt, chosen)
        return feedback.feedback(prompt, chosen, speaker)

    # --- advisers and diagnoses ----------------------------------------------------------------------------------

    def _advisers(self, speaker: Speaker) -> Lines:
        """Hear the three advisers, each with its record."""
        said = advisers.council(self.session)
        if not said:
            return [speaker.words("learn.council_early")]
        records, lines = advisers.records(self.session), Lines()
        for advice in said:
            name = speaker.words(f"learn.adviser.{advice.adviser}")
            lines.append(f"{name} ({counsel.record(records[advice.adviser], speaker)})")
            lines.append("  " + counsel.line(self.session, advice, self.explainer, speaker))
            lines.append("  " + counsel.claim(advice, None, speaker))
        return lines

    def _diagnose(self, rest: list[str], speaker: Speaker) -> Lines:
        """Say which phase it is: ``diagnose PHASE`` or five weights."""
        names = [name.removeprefix("p_") for name in WATCHED]
        small = (word for word in rest if word.isascii() and word.isdigit() and len(word) < 3)
        weights = [int(word) for word in small if int(word) <= 10]
        if len(rest) == 1 and rest[0] in names:
            weights = [10 if name == rest[0] else 0 for name in names]
        if len(weights) != len(names):
            return [speaker.words("learn.read.diagnose_how", phases=speaker.words("read.comma").join(names))]
        diagnosis.diagnose(self.session, weights)
        return [speaker.words("learn.noted_down")]

    def _diagnoses(self, speaker: Speaker) -> Lines:
        """Compare every diagnosis once the level is over; before that, only that they are kept."""
        found = diagnosis.judged(self.session)
        if not found:
            return [speaker.words("learn.read.no_diagnoses")]
        if not self.session.outcome().ended:
            return [speaker.words("learn.noted_down")]
        return [line for one in found for line in diagnosis.told(one, speaker)]

    # --- the notebook --------------------------------------------------------------------------------------------

    def _marks(self, rest: list[str], speaker: Speaker) -> Lines:
        """Tell what has been met; ``marks FILE`` writes a copy of the notebook."""
        book, aside = notebook.load()
        book.meet(mastery([self.session.record()]))
        lines = [speaker.words("learn.notebook_damaged", path=aside)] if aside else []
        try:
            notebook.keep(book)
            if rest:
                notebook.keep(book, Path(rest[0]))
                lines.append(speaker.words("learn.notebook_copied", path=rest[0]))
        except store.NotWritable as error:
            lines.append(speaker.words("saves.not_writable", path=error.path, cause=error.cause))
        cards, say = library.concepts(), speaker.words
        for concept, entry in book.concepts.items():
            words = [say(f"learn.mark.{name}") for name in type(entry.marks).model_fields if getattr(entry.marks, name)]
            if concept in cards:
                lines.append(f"  {cards[concept].name[speaker.language]}: {say('read.comma').join(words)}")
        return lines or [say("learn.marks_none")]
