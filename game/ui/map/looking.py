"""How somebody looks at the map: through which lens, with what laid over it; wheel, keys and buttons change it."""

from dataclasses import dataclass, field

import pygame

from game.ui.map import glass
from game.ui.map.lens import STEP, Lens
from game.ui.overlays.catalogue import BY_KEY, OVERLAYS
from game.ui.overlays.reading import Overlay
from game.ui.screen import Turn


@dataclass
class Looking:
    """A view of the map; none of it enters the run."""

    lens: Lens = field(default_factory=lambda: Lens((0, 0)))
    overlay: Overlay | None = None
    choosing: bool = False
    """Whether the list of overlays is open."""
    unfolded: bool = False
    """Whether all that an overlay says is shown on a small map."""
    room: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0))
    """Where the map was drawn last."""

    def look(self, lens: Lens) -> Turn | None:
        """Look through another lens."""
        self.lens = lens
        return None

    def wheel(self, step: int, at: tuple[int, int]) -> None:
        """Magnify where the pointer is."""
        if self.room.collidepoint(at):
            self.look(self.lens.nearer(STEP**step, (at[0] - self.room.x, at[1] - self.room.y)))

    def choose(self, overlay: str) -> Turn | None:
        """Lay an overlay over the map, or take it off again."""
        on = self.overlay is not None and self.overlay.id == overlay
        self.overlay = None if on else next(one for one in OVERLAYS if one.id == overlay)
        self.choosing = self.unfolded = False
        return None

    def list_overlays(self) -> Turn | None:
        """Show the list of overlays, or put it away."""
        self.choosing = not self.choosing
        return None

    def unfold(self) -> Turn | None:
        """Show all that an overlay says on a small map, or its scale alone again."""
        self.unfolded = not self.unfolded
        return None

    def key(self, key: int) -> bool:
        """Answer a key; false if it is for somebody else."""
        lens = glass.keyed(self.lens, key)
        if lens is not None:
            self.look(lens)
        elif 0 < key < 128 and chr(key) in BY_KEY:
            self.choose(BY_KEY[chr(key)].id)
        elif key == pygame.K_v or (key == pygame.K_ESCAPE and self.choosing):
            self.list_overlays()
        else:
            return False
        return True
