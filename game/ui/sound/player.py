"""Plays tones and the ground where there is a device; where there is none, everything goes on in silence."""

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pygame

from game.simulation.indicators import WATCHED
from game.ui.sound import ground, tones
from game.ui.sound.waves import RATE

TOGETHER = 4
"""Tones that may sound at once."""
APART = 0.18
"""Seconds from one tone to the next, so that each is heard."""


@contextmanager
def hushed() -> Iterator[None]:
    """Let a system's sound library say nothing: where there is no device it complains line by line, past Python."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # nobody listens anyway
        yield
        return
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


class Sound:
    """The ears of the window. It only listens; nothing that is played depends on it."""

    layers = WATCHED
    """The phases whose ground can be heard."""

    def __init__(self) -> None:
        self.waiting: list[str] = []
        self.volumes: dict[str, float] = {}
        self.clock = 0.0
        self._ready = False
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._thread: threading.Thread | None = None

    @property
    def silent(self) -> bool:
        """Whether there is no device to play on."""
        return not self._ready

    def open(self) -> None:
        """Look for a device and prepare every sound, beside the game: both take longer than a frame."""
        self._thread = threading.Thread(target=self._prepare, daemon=True)
        self._thread.start()

    def _prepare(self) -> None:
        """Open the device and work the sounds out; any trouble means silence."""
        try:
            with hushed():
                pygame.mixer.init(RATE, -16, 2, 1024)
            pygame.mixer.set_num_channels(len(WATCHED) + TOGETHER)
            if (pygame.mixer.get_init() or (0, 0, 0))[1:] != (-16, 2):
                return
            waves = {name: tones.tone(name) for name in tones.TONES} | {phase: ground.layer(phase) for phase in WATCHED}
            self._sounds = {name: pygame.sndarray.make_sound(wave) for name, wave in waves.items()}
            self._ready = True
        except (pygame.error, NotImplementedError, AttributeError, ValueError):
            self._ready = False

    def hear(self, names: list[str]) -> None:
        """Let tones wait for their turn; of a long queue the oldest are dropped."""
        self.waiting = [*self.waiting, *names][-TOGETHER:]

    def pass_time(self, seconds: float, volume: float, ambient: float, phases: Mapping[str, float]) -> None:
        """Play what waits, and let the ground follow the phases.

        Args:
            seconds: Since the last frame.
            volume: Of tones, 0 to 1.
            ambient: Of the ground, 0 to 1.
            phases: How likely each phase is; empty where no region is open.
        """
        self.clock -= seconds
        if self.waiting and self.clock <= 0:
            self._tone(self.waiting.pop(0), volume)
            self.clock = APART
        wanted = {phase: ambient * phases.get(phase, 0.0) for phase in WATCHED}
        self.volumes = ground.nearer(self.volumes, wanted, seconds)
        for k, phase in enumerate(WATCHED):
            self._layer(k, phase)

    def _tone(self, name: str, volume: float) -> None:
        found = self._sounds.get(name)
        if self._ready and found is not None and volume > 0:
            channel = next((pygame.mixer.Channel(k) for k in range(len(WATCHED), len(WATCHED) + TOGETHER)
                            if not pygame.mixer.Channel(k).get_busy()), None)  # fmt: skip
            if channel is not None:
                channel.set_volume(volume)
                channel.play(found)

    def _layer(self, number: int, phase: str) -> None:
        found, volume = self._sounds.get(phase), self.volumes[phase]
        if not self._ready or found is None:
            return
        channel = pygame.mixer.Channel(number)
        if volume > 0.005 and not channel.get_busy():
            channel.play(found, loops=-1)
        elif volume <= 0.005 and channel.get_busy():
            channel.stop()
        channel.set_volume(volume)

    def close(self) -> None:
        """Stop, and give the device back."""
        if self._thread is not None:
            self._thread.join(5)
        self._ready = False
        if pygame.mixer.get_init():
            pygame.mixer.quit()
