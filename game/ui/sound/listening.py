"""What there is to hear on the screens that lie open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.ui.preferences import Preferences
from game.ui.screen import Screen

if TYPE_CHECKING:
    from game.ui.playing import Playing
    from game.ui.sound.player import Sound


def listen(sound: "Sound | None", screens: Sequence[Screen], chosen: Preferences, seconds: float) -> None:
    """Take the tones of the run that is open, and let the ground follow its phases; without ears, tones just pass."""
    runs: list[Playing] = [screen.playing for screen in screens if hasattr(screen, "playing")]
    tones: list[str] = []
    if runs:
        tones, runs[0].tones = runs[0].tones, []
    if sound is not None:
        sound.hear(tones)
        phases = {name: runs[0].value(name) for name in sound.layers} if runs else {}
        sound.pass_time(seconds, chosen.tones, chosen.ambient, phases)
