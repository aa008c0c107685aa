"""What a decision changes at once: the budget. Programmes act later, so the rest of the market stands as it stood.

A decision moves money, attention and what runs; of the market's pages only those that read these are computed anew.
An answer to an event shifts levers, and then everything is, by the quarter itself. Many plays
are a quarter shorter to compute for it.
"""

from collections.abc import Iterator

from game.simulation.mechanism import Mechanism, Now
from game.simulation.mechanisms import MARKET
from game.simulation.region import Region

DECIDED = ("treasury", "attention", "support", "running", "clock")
"""Every stock that a decision about a programme changes."""


def _touched() -> Iterator[Mechanism]:
    """Name the market's pages that read what a decision changes, or what such a page gives."""
    changed = set(DECIDED)
    for page in MARKET:
        if changed & set(page.module.READS):
            changed |= set(page.gives)
            yield page


TOUCHED = tuple(_touched())


def settle(region: Region, answered: bool = False) -> None:
    """Bring the market of the moment up to date after decisions, to the last bit as if all were computed anew.

    Args:
        region: In which something was decided; its quarter comes next.
        answered: Whether an event was answered too. The market is left to the quarter then, which may have answers of
            its own to give before it computes it.
    """
    if answered or not region.flows:
        region.flows = {}
        return
    rules, state = region.rules, region.state
    dice = state.dice
    now = Now(state, region.flows, rules.geography, rules.setup.policies)
    for page in TOUCHED:
        # A page that read a lever here would say so loudly: it is given the numbers that no lever moves.
        region.flows.update(page.derive(now, rules.constants(page.name), dice))
        now.learn(region.flows)
