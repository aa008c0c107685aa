"""Foresight regret: a decision against the best of the other things that could have been done, on fresh futures.

Value of an action in a quarter: the mean worth over many fresh futures in which it is done now and the reference
governs from the next quarter on. All actions meet the same futures. Nobody is judged by the dice that then fell.
Boundary: the reference is a teaching strategy and not the truth; only a handful of actions are tried; the horizon is
ten years or the level's end.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.findings import Regret
from game.lab.forecast import dice_of
from game.lab.governing import desk, govern
from game.lab.reference import reference
from game.lab.replaying import with_dice
from game.lab.situation import look
from game.lab.worth import TAIL, worth
from game.session.branch import Branch
from game.simulation.acting import act
from game.simulation.actions import Action, Adjust, Answer, Enact
from game.simulation.region import Region

WORLDS, HORIZON = 64, 40
OTHERS = 3
"""Cards tried beside what was done and doing nothing."""

CLEAR = 2.0
"""Standard errors beyond which a difference is told."""


def quarters(branch: Branch, end: int) -> list[int]:
    """List the quarters in which something was decided that can be judged."""
    return sorted({step.quarter for step in branch.steps if step.quarter < end})


def judge(
    level: Level, cards: Mapping[str, PolicyCard], now: Region, done: Sequence[Action], end: int, worlds: int = WORLDS
) -> Regret:  # fmt: skip
    """Judge what was done in a quarter.

    Args:
        level: With goals.
        cards: Every policy card by id.
        now: The region at the quarter's beginning.
        done: What was done there, in order.
        end: Where the run ends.
        worlds: How many fresh futures.
    """
    quarter, tried = now.state.quarter, _others(level, cards, now, done)
    seeds = dice_of(now, worlds)
    region = with_dice(now, np.tile(seeds, len(tried) + 1))
    for k, actions in enumerate([done, *(actions for _, actions in tried)]):
        for action in actions:
            act(region.rules, region.state, region.history, action, np.arange(k * worlds, (k + 1) * worlds))
    region.refresh()
    _let_reference_govern(level, cards, region, min(quarter + HORIZON, end))
    value = worth(level, region.history, min(quarter + HORIZON, end)).reshape(-1, worlds)
    best = 1 + int(value[1:].mean(axis=1).argmax())
    gain = value[0] - value[best]
    mean, error = float(gain.mean()), float(gain.std(ddof=1) / np.sqrt(worlds))
    clear = abs(mean) > max(CLEAR * error, 1e-9)
    return Regret(quarter, ("better" if mean > 0 else "costly") if clear else "equal", mean, error, tried[best - 1][0])


def _others(
    level: Level, cards: Mapping[str, PolicyCard], now: Region, done: Sequence[Action]
) -> list[tuple[str, list[Action]]]:  # fmt: skip
    """List what else could have been done: nothing, and the cards the reference wants most.

    An answer that was given is given in all of them, save in doing nothing: a question cannot be put off.
    """
    answers: list[Action] = [action for action in done if isinstance(action, Answer)]
    found: list[tuple[str, list[Action]]] = [("", [])]
    table = desk(level, now.rules, cards)
    if not table.cards:
        return found
    strategy, here = reference(level), look(now, table)
    wanted = strategy.wants(here, now.state.dice)
    # Whatever can be paid, also where the reference would rather keep a reserve: it is asked what else there was.
    can = here.open[0] & (here.price[0] <= now.state.treasury[0])
    liked = np.where(can, np.broadcast_to(wanted, here.price.shape)[0], 0.0)
    for k in np.argsort(-liked, kind="stable")[: min(OTHERS, np.count_nonzero(liked > 0.0))].tolist():
        name, site, size = table.cards[k].id, int(here.site[0, k]), int(here.size[0, k])
        action: Action = Enact(name, site) if size == 1 else Adjust(name, site, size)
        if [*answers, action] != list(done):
            found.append((name, [*answers, action]))
    return found


def _let_reference_govern(level: Level, cards: Mapping[str, PolicyCard], region: Region, until: int) -> None:
    """Advance to a quarter, the reference governing from the next quarter on, and a little beyond, ungoverned."""
    strategy, table = reference(level), desk(level, region.rules, cards)
    region.advance()
    for quarter in range(region.state.quarter, until + TAIL):
        if quarter < until:
            govern(region, table, strategy)
        region.advance()
