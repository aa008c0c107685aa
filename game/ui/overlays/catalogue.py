"""Every overlay, in the order it is offered."""

from game.ui.overlays.by_firm import likeness, margins, trust
from game.ui.overlays.by_place import reach, rents, workers
from game.ui.overlays.chain import chain
from game.ui.overlays.reading import Overlay

OVERLAYS = (
    Overlay("workers", "5", workers),
    Overlay("rents", "6", rents),
    Overlay("reach", "7", reach),
    Overlay("trust", "8", trust),
    Overlay("likeness", "9", likeness),
    Overlay("margins", "0", margins),
    Overlay("chain", "k", chain),
)
BY_KEY = {overlay.key: overlay for overlay in OVERLAYS}
