"""The quiet ground: one slow chord for each phase, as loud as the phase is likely."""

from collections.abc import Mapping
from functools import cache

from game.simulation.indicators import WATCHED
from game.ui.sound.waves import Samples, chord, samples

SECONDS = 8.0
LOUDEST = 0.22

CHORDS: Mapping[str, tuple[float, ...]] = {
    "p_formative": (130.8, 196.0), "p_growth": (130.8, 196.0, 329.6, 392.0),
    "p_maturity": (110.0, 164.8, 261.6), "p_petrified": (73.4, 77.8, 110.0),
    "p_renewal": (146.8, 220.0, 369.9, 440.0, 587.3),
}  # fmt: skip
"""Open at first, full in the boom, settled, then low and close; bright again in a second flourishing."""


@cache
def layer(phase: str) -> Samples:
    """Return the chord of a phase, to be repeated."""
    return samples(chord(CHORDS[phase], SECONDS), LOUDEST)


def nearer(now: Mapping[str, float], wanted: Mapping[str, float], seconds: float) -> dict[str, float]:
    """Let volumes move slowly towards what they should be: four seconds from silence to full."""
    most = seconds / 4
    return {name: now.get(name, 0.0) + min(max(wanted.get(name, 0.0) - now.get(name, 0.0), -most), most)
            for name in WATCHED}  # fmt: skip
