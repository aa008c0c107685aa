"""The three phases of one region, as the README shows them: ``python -m tests.ui.gallery.phases``.

Wenzhou in its first years; grown, and copying itself; and, where the government opened it early to outside
knowledge, in bloom a second time.
"""

import os
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.simulation.actions import Enact
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from tests.ui.gallery.__main__ import few_colours, seer
from tests.ui.player import Player, opened

PICTURES = Path(__file__).resolve().parents[3] / "assets" / "pictures"
SIZE = (1280, 720)
PLAN = ("outside_links", "research_consortium", "talent", "upgrading_programme", "training_centre",
        "trade_association", "university_programme", "mediation")  # fmt: skip
BEGIN, EVERY = 8, 4
YOUNG, GROWN, BLOOM, SURE = 4, 60, 0.8, 0.55
MOST_SEEDS = 12


def picture(player: Player, name: str) -> None:
    """Wait for the futures, and keep the window."""
    player.app.workers = seer()
    player.playing.notices = player.playing.notices[-1:]
    for _ in range(5):
        player.waits()
    pygame.image.save(few_colours(player.app.canvas.surface), PICTURES / name)


def blooming(seed: int) -> Player | None:
    """Open the region early to the outside; returns it once it flourishes again, or None if it does not."""
    player = opened("wenzhou", 0, SIZE, Preferences("en"), seed)
    playing: Playing = player.playing
    known = {policy.id for policy in playing.session.rules.setup.policies}
    plan = {BEGIN + EVERY * k: policy for k, policy in enumerate(p for p in PLAN if p in known)}
    while not playing.session.outcome().ended:
        if playing.session.quarter in plan:
            playing.do(Enact(plan[playing.session.quarter]))
        playing.advance()
        if playing.session.quarter > GROWN and playing.value("p_renewal") >= BLOOM:
            return player
    return None


def main() -> None:
    """Draw the three pictures."""
    found = next((player for seed in range(1, MOST_SEEDS) if (player := blooming(seed)) is not None), None)
    if found is not None:
        picture(found, "renewed.png")
    grown = opened("wenzhou", GROWN, SIZE, Preferences("en"))
    while grown.playing.value("p_maturity") < SURE and grown.playing.advance():
        pass
    picture(grown, "mature.png")
    picture(opened("wenzhou", YOUNG, SIZE, Preferences("en")), "formative.png")


if __name__ == "__main__":
    main()
