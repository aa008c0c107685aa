"""Sound out of numbers: soft notes and slow chords, as whole numbers a mixer can play. No file is ever read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RATE = 22_050
"""Samples a second; nothing here sounds higher than a tenth of it."""

Wave = NDArray[np.float32]
Samples = NDArray[np.int16]

HARMONICS = (1.0, 0.32, 0.12, 0.05)
"""How loud each overtone of a note is: few and falling, a soft wooden sound."""


def note(pitch: float, seconds: float, loud: float = 1.0) -> Wave:
    """Return a note that is struck and dies away, without a click at either end."""
    t = np.arange(round(RATE * seconds), dtype=np.float32) / RATE
    body = sum(share * np.sin(2 * np.pi * pitch * (k + 1) * t) for k, share in enumerate(HARMONICS))
    swell = np.minimum(t / 0.012, 1.0) * np.exp(-4.5 * t / seconds) * np.minimum((seconds - t) / 0.03, 1.0)
    return np.asarray(loud * body * swell, dtype=np.float32)


def sequence(notes: Sequence[tuple[float, float, float]]) -> Wave:
    """Lay notes over each other: (begin in seconds, pitch, length)."""
    parts = [(round(RATE * begin), note(pitch, seconds)) for begin, pitch, seconds in notes]
    whole = np.zeros(max(start + len(part) for start, part in parts), dtype=np.float32)
    for start, part in parts:
        whole[start : start + len(part)] += part
    return whole


def chord(pitches: Sequence[float], seconds: float) -> Wave:
    """Return a chord that breathes and can be repeated without a seam: every swing fits a whole number of times."""
    t = np.arange(round(RATE * seconds), dtype=np.float32) / RATE
    whole = np.zeros_like(t)
    for k, pitch in enumerate(pitches):
        fitted = round(pitch * seconds) / seconds
        breath = 0.65 + 0.35 * np.sin(2 * np.pi * (k + 1) / seconds * t + k)
        whole += breath * (np.sin(2 * np.pi * fitted * t) + 0.2 * np.sin(4 * np.pi * fitted * t))
    return np.asarray(whole / len(pitches), dtype=np.float32)


def samples(wave: Wave, loudest: float) -> Samples:
    """Turn a wave into what a mixer plays on both sides, never louder than a share of what it can."""
    peak = max(float(np.abs(wave).max(initial=0.0)), 1e-6)
    mono = np.clip(wave / peak * loudest * 32_767, -32_767, 32_767).astype(np.int16)
    return np.ascontiguousarray(np.repeat(mono[:, None], 2, axis=1))
