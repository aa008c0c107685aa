"""Worker processes kept warm: futures are computed beside the game, never in its way.

A question is cut into parts that depend on nothing but their arguments, so one process, two, or none beside our own
give the same answer to the last bit.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, TypeVar

T = TypeVar("T")

Tick = Callable[[int, int], None]
"""Told how many parts are done, of how many."""

PATIENT = 19
"""How far workers step back (``nice``): as far as can be, for a window that waits is seen at once."""
IDLE_CLASS = 0x40
"""The same where it is a process's class that counts."""


@dataclass(frozen=True)
class Question(Generic[T]):
    """Work that can be shared out.

    Attributes:
        function: Computes one part; a function of a module, so that another process finds it.
        parts: The arguments of each part.
        merge: Puts the parts' answers together, in their order.
    """

    function: Callable[..., Any]
    parts: Sequence[tuple[Any, ...]]
    merge: Callable[[list[Any]], T]

    def here(self) -> T:
        """Answer it in this process."""
        return self.merge([self.function(*part) for part in self.parts])


@dataclass
class Waiting:
    """A question that was handed out."""

    question: Question[Any]
    answers: list["Future[Any]"]

    @property
    def done(self) -> bool:
        """Whether every part is there."""
        return all(answer.done() for answer in self.answers)


class Workers:
    """Processes that answer questions; started with the first one, gone with ``close``."""

    def __init__(self, processes: int | None = None, patient: bool = True) -> None:
        # Whoever works beside a window leaves a core to it: a frame must not wait.
        free = (os.cpu_count() or 1) - (1 if patient else 0)
        self.processes = max(processes or min(free, 4), 1)
        self._patient = patient
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: dict[str, Waiting] = {}
        self._broken = False

    def warm(self) -> None:
        """Start the processes and let them read what they need, so that the first answer comes quickly."""
        try:
            pool = self._started()
            if pool is not None:
                for _ in range(self.processes):
                    pool.submit(_ready)
        except (OSError, RuntimeError):  # a worker was killed while it waited
            self._give_up()

    def answer(self, question: Question[T], tick: Tick | None = None) -> T:
        """Answer a question and wait for it; ``tick`` is told after each part."""
        pool = self._started() if len(question.parts) > 1 and self.processes > 1 else None
        if pool is not None:
            try:
                packed = _packed(question)
                found = pool.map(_part, [packed] * len(question.parts), range(len(question.parts)))
                return question.merge(_counted(found, len(question.parts), tick))
            except (OSError, RuntimeError):  # a worker was killed, or none can be started
                self._give_up()
        return question.merge(
            _counted((question.function(*part) for part in question.parts), len(question.parts), tick)
        )

    def ask(self, name: str, question: Question[Any]) -> None:
        """Hand a question out; an older one of the same name is dropped, as far as it has not begun."""
        self.forget(name)
        try:
            pool = self._started()
            if pool is not None:
                packed, parts = _packed(question), range(len(question.parts))
                self._waiting[name] = Waiting(question, [pool.submit(_part, packed, k) for k in parts])
                return
        except (OSError, RuntimeError):  # a worker was killed while it waited
            self._give_up()
        answered: Future[Any] = Future()
        answered.set_result([question.function(*part) for part in question.parts])
        whole = Question(_same, ((),), lambda answers: question.merge(answers[0]))
        self._waiting[name] = Waiting(whole, [answered])

    def poll(self, name: str) -> Any | None:
        """Return the answer once it is there, and only once; until then, None."""
        waiting = self._waiting.get(name)
        if waiting is None or not waiting.done:
            return None
        del self._waiting[name]
        try:
            return waiting.question.merge([answer.result() for answer in waiting.answers])
        except (OSError, RuntimeError):
            self._give_up()
            return None

    def progress(self, name: str) -> tuple[int, int]:
        """Return how many parts of a question are done, of how many."""
        waiting = self._waiting.get(name)
        return (sum(one.done() for one in waiting.answers), len(waiting.answers)) if waiting else (0, 0)

    def so_far(self, name: str) -> Any | None:
        """Return the answer made of the parts that have come; for questions whose parts make sense alone."""
        waiting = self._waiting.get(name)
        if waiting is None:
            return None
        done = [one for one in waiting.answers if one.done()]
        try:
            return waiting.question.merge([one.result() for one in done])
        except (OSError, RuntimeError):
            return None

    def busy(self, name: str) -> bool:
        """Tell whether a question of this name is still out."""
        return name in self._waiting

    def forget(self, name: str) -> None:
        """Drop a question."""
        waiting = self._waiting.pop(name, None)
        for answer in waiting.answers if waiting else ():
            answer.cancel()

    def close(self) -> None:
        """Stop the processes; nothing is left behind."""
        for name in list(self._waiting):
            self.forget(name)
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _started(self) -> ProcessPoolExecutor | None:
        if self._pool is None and not self._broken:
            try:
                # Spawned, not forked: the same on every system, and nothing of the window comes along.
                self._pool = ProcessPoolExecutor(
                    self.processes, get_context("spawn"), initializer=_begin, initargs=(self._patient,)
                )
            except (OSError, RuntimeError):
                self._give_up()
        return self._pool

    def _give_up(self) -> None:
        """Go on without processes."""
        self.close()
        self._broken = True


def _counted(found: Iterable[Any], among: int, tick: Tick | None) -> list[Any]:
    """Collect answers, and tell how many there are."""
    collected = []
    for answer in found:
        collected.append(answer)
        if tick is not None:
            tick(len(collected), among)
    return collected


def _begin(patient: bool) -> None:
    """Leave stopping to the process that asked, and let everybody else go first where the system knows how."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if patient and hasattr(os, "nice"):
        os.nice(PATIENT)
    elif patient and sys.platform == "win32":
        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), IDLE_CLASS)


def _packed(question: Question[Any]) -> bytes:
    """Write a question down once for all its parts, which share the region: it takes long, and a frame waits."""
    return bytes(ForkingPickler.dumps((question.function, question.parts)))


@lru_cache(maxsize=2)
def _read(packed: bytes) -> tuple[Callable[..., Any], Sequence[tuple[Any, ...]]]:
    """Read a question once for all the parts of it that this process answers."""
    function, parts = ForkingPickler.loads(packed)
    return function, parts


def _part(packed: bytes, k: int) -> Any:
    """Answer one part of a question."""
    function, parts = _read(packed)
    return function(*parts[k])


def _ready() -> bool:
    """Read the whole simulation, so that nobody waits for it later."""
    return all(import_module(f"game.lab.{page}") for page in ("forecast_limits", "forecast_window", "preview"))


def _same() -> None:
    """Stand in for a question that was answered at once."""
