"""When the window rests: where nobody acts and nothing moves, a few pictures a second show what arrives by itself."""

from dataclasses import dataclass

AFTER, PAUSE = 1.0, 0.2
"""Seconds after the last event from which it rests, and between two pictures then (design)."""


@dataclass
class Rest:
    """When somebody last acted, and when a picture was last drawn, in seconds of the window's life."""

    touched: float = 0.0
    drawn: float = 0.0

    def over(self, now: float, still: bool) -> bool:
        """Whether another picture is to be drawn; ``still`` says that nothing would move on it."""
        if still and now - self.touched > AFTER and now - self.drawn < PAUSE:
            return False
        self.drawn = now
        return True
