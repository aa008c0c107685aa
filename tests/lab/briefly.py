"""Short questions about the futures: for tests of who asks, not of what is answered."""

import pytest


def ask_briefly(patch: pytest.MonkeyPatch) -> None:
    """Make every question short; how far it is followed costs more than in how many worlds."""
    patch.setattr("game.lab.questions.of_futures.__defaults__", (12, 8))
    patch.setattr("game.lab.questions.of_window.__defaults__", (8, 4))
    patch.setattr("game.lab.questions.of_limits.__defaults__", (8,))
    patch.setattr("game.lab.questions.of_decision.__defaults__", (8, 6))
    for module in ("forecast_window", "forecast_limits"):
        patch.setattr(f"game.lab.{module}.FOLLOW", 12)
