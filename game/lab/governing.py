"""Lets strategies and plans govern many worlds of a level at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.content.build import setup_of
from game.content.level import Expectation, Goal, Level
from game.content.plan import actions_of
from game.content.policy_card import PolicyCard
from game.lab.alone import each_alone
from game.lab.answering import answer
from game.lab.settled import settle
from game.lab.situation import Desk, Situation, desk_of, look
from game.lab.strategies import Strategy
from game.session.goals import Progress, outcome_of, progress
from game.simulation.acting import act, act_in
from game.simulation.actions import Action, Adjust, Answer, Enact, Refusal
from game.simulation.dice import Dice, Words, seeds_for
from game.simulation.exact import Array, Index, Mask
from game.simulation.indicators import WATCHED, History
from game.simulation.region import Region
from game.simulation.rules import Rules

PATIENCE = 12.0
"""Quarters of a deficit that a careful strategy's money must last (design)."""


Plan = Sequence[tuple[int, Action]]
How = Strategy | Plan
Part = tuple[How, Index]
"""Who governs, and in which worlds."""


@dataclass(frozen=True)
class Played:
    """What became of a level in many worlds.

    Attributes:
        won: ``[world]``.
        score: Mean progress over the goals that can be reached, by weight, 0 … 1, ``[world]``.
        phases: Which phases were likelier than all others together at some time, ``[phase, world]``.
        fired: Which events came, ``[event, world]``.
        idle: Worlds in which some quarter of the first twenty left nothing that could be done.
        met: Which goals were met (those to be avoided: which happened), ``[goal, world]``.
        early: Which goals held at the very start, ``[goal, world]``.
        expected: Where what the author expects came true, ``[expectation, world]``.
        refused: Of a plan, for each step in the order they come, the share of worlds that refused it.
    """

    won: Mask
    score: Array
    phases: Mask
    fired: Mask
    idle: Mask
    met: Mask
    early: Mask
    expected: Mask
    refused: tuple[float, ...]


def desk(level: Level, rules: Rules, cards: Mapping[str, PolicyCard]) -> Desk:
    """Put a level's cards on the desk."""
    about = {id_: (card.family, frozenset(card.concepts), card.temptation) for id_, card in cards.items()}
    return desk_of(rules.setup.policies, about)


def plan_of(level: Level, without: frozenset[str] = frozenset()) -> list[tuple[int, Action]]:
    """Return a level's own solution as actions, without the steps of some cards."""
    places = [place.id for place in level.map.places]
    return actions_of([step for step in level.solution if step.policy not in without], places)


def follow(region: Region, plan: Plan, worlds: Index | None = None) -> None:
    """Do what a plan has for this quarter, in every world that allows it, and let the market know."""
    done, answered = _followed(region, plan, np.arange(region.state.worlds) if worlds is None else worlds)
    if done:
        settle(region, answered)


def _followed(region: Region, plan: Plan, worlds: Index) -> tuple[list[float], bool]:
    """Do what a plan has for this quarter; tells the share of worlds that refused each, and if any was an answer."""
    todo = [action for quarter, action in plan if quarter == region.state.quarter]
    told = [act_in(region.rules, region.state, region.history, action, worlds) for action in todo]
    shares = [sum(isinstance(one, Refusal) for one in answers) / len(answers) for answers in told]
    return shares, any(isinstance(action, Answer) for action in todo)


def govern(region: Region, table: Desk, strategy: Strategy, lots: Words | None = None) -> None:
    """Let a strategy answer what waits and buy at most one card in each world, and let the market know.

    Args:
        region: The worlds.
        table: The level's cards.
        strategy: How to govern.
        lots: Seeds of what the strategy itself leaves to chance, where worlds of one seed are to differ.
    """
    govern_beside(region, table, [(strategy, np.arange(region.state.worlds))], lots)


def govern_beside(
    region: Region, table: Desk, parts: Sequence[Part], lots: Words | None = None,
    before: tuple[bool, bool] = (False, False),
) -> list[list[float]]:  # fmt: skip
    """Let several governments act this quarter, each in worlds of its own, and let the market know once.

    Args:
        region: The worlds.
        table: The level's cards.
        parts: Who governs where.
        lots: Seeds of what strategies leave to chance, where worlds of one seed are to differ.
        before: Whether others acted in worlds of theirs, and answered an event, and the market has not been told: who
            governs here sees the market as it stood before, as alone.

    Returns:
        For each of them the share of its worlds that refused each step it had planned; nothing where it has no plan.
    """
    dice = Dice(region.state.seeds if lots is None else lots, 100_000 + region.state.quarter)
    acted = [([], False) if isinstance(how, Strategy) else _followed(region, how, mine) for how, mine in parts]
    hands = [(how, mine) for how, mine in parts if isinstance(how, Strategy)]
    answers = [answer(region, table, how, dice, mine) for how, mine in hands]
    here = look(region, table) if hands and table.cards else None
    bought = [_choose(here, how, dice, mine) for how, mine in hands if here is not None]
    answered = before[1] or any(answers) or any(answer for _, answer in acted)
    if before[0] or answered or any(bought) or any(done for done, _ in acted):
        settle(region, answered)
    return [shares for shares, _ in acted]


def _choose(here: Situation, strategy: Strategy, dice: Dice, worlds: Index) -> bool:
    """Buy in each world the card wanted most of those that can be paid; tells whether any was bought."""
    wanted = np.broadcast_to(strategy.wants(here, dice), here.price.shape)[worlds]
    chosen = np.where(affordable(here, strategy, worlds) & (wanted > 0.0), wanted, 0.0)
    card = chosen.argmax(axis=1)
    acts = np.take_along_axis(chosen, card[:, None], axis=1)[:, 0] > 0.0
    _buy(here, worlds[acts], card[acts])
    return bool(acts.any())


def affordable(here: Situation, strategy: Strategy, worlds: Index) -> Mask:
    """Mark what can be paid in some worlds and, for the careful, kept up, ``[world, card]``."""
    reserve = np.broadcast_to(strategy.reserve, (here.price.shape[0], 1))[worlds]
    treasury, price = here.region.state.treasury[worlds, None] - reserve, here.price[worlds]
    can: Mask = here.open[worlds] & (price <= treasury)
    if strategy.careful:
        upkeep = np.array([card.upkeep for card in here.desk.cards])[None, :]
        deficit = np.maximum(upkeep - np.maximum(here.income[worlds, None], -10.0), 0.0)
        can &= (treasury - price) >= np.minimum(PATIENCE * deficit, 2.0 + price)
    return can


def _buy(here: Situation, worlds: Index, cards: Index) -> None:
    """Buy one card in each world; worlds that buy the same do it together."""
    region = here.region
    sites, sizes = region.state.workers.shape[1], 1 + int(here.size.max())
    wishes = (cards * sites + here.site[worlds, cards]) * sizes + here.size[worlds, cards]
    for wish in np.unique(wishes).tolist():
        (k, site), size = divmod(wish // sizes, sites), wish % sizes
        name = here.desk.cards[k].id
        action: Action = Enact(name, site) if size == 1 else Adjust(name, site, size)
        act(region.rules, region.state, region.history, action, worlds[wishes == wish])


def play(level: Level, rules: Rules, cards: Mapping[str, PolicyCard], seeds: Words, how: How) -> Played:
    """Play a level to its end in many worlds."""
    return play_beside(level, rules, cards, seeds, [how])[0]


def play_beside(
    level: Level, rules: Rules, cards: Mapping[str, PolicyCard], seeds: Words, hows: Sequence[How]
) -> list[Played]:
    """Play a level in many worlds, and all of them in every way: one large batch is quicker than small ones."""
    region, table = Region.open_with(rules, np.tile(seeds, len(hows))), desk(level, rules, cards)
    idle = np.zeros(region.state.worlds, dtype=bool)
    parts = [(how, mine) for how, mine in zip(hows, np.arange(idle.shape[0]).reshape(len(hows), -1), strict=True)]
    refused: list[list[float]] = [[] for _ in hows]
    for quarter in range(level.quarters):
        if quarter < 20 and table.cards:
            here = look(region, table)
            idle |= ~(here.open & (here.price <= region.state.treasury[:, None])).any(axis=1) & ~_runs(region)
        for shares, more in zip(refused, govern_beside(region, table, parts), strict=True):
            shares += more
        region.advance()
    return [
        _judged(level, _part(region, slice(mine[0], mine[-1] + 1)), idle[mine], tuple(shares))
        for (_, mine), shares in zip(parts, refused, strict=True)
    ]


def _part(region: Region, worlds: slice) -> Region:
    """Return some worlds of a region as they ended."""
    history = History([row[:, worlds] for row in region.history.rows])
    return Region(region.rules, region.state.world(worlds), history, {})


def _runs(region: Region) -> Mask:
    """Mark worlds where a programme runs or an event waits: stopping one, or answering, is always possible."""
    running: Mask = (region.state.running > 0).any(axis=(1, 2))
    waiting: Mask = (region.state.pending > 0).any(axis=1)
    return running | waiting


def _judged(level: Level, region: Region, idle: Mask, refused: tuple[float, ...]) -> Played:
    """Judge every world as the game judges a player."""
    histories = each_alone(region.history, [goal.indicator for goal in level.goals])
    judged = [[progress(goal, history, level.quarters) for goal in level.goals] for history in histories]
    pairs = zip(judged, histories, strict=True)
    won = [outcome_of(row, level.government.vote, history, level.quarters).won for row, history in pairs]
    likely = np.array([(region.history[name] > 0.5).any(axis=0) for name in WATCHED])
    return Played(
        won=np.array(won, dtype=bool),
        score=np.array([_score(row) for row in judged]),
        phases=likely,
        fired=region.state.fired.T > 0,
        idle=idle,
        met=np.array([[item.status == "met" for item in row] for row in judged], dtype=bool).reshape(len(judged), -1).T,
        early=np.array([goal_holds(goal, region.history[goal.indicator][0]) for goal in level.goals], dtype=bool),
        expected=np.array([_came_true(one, region.history) for one in level.expect], dtype=bool),
        refused=refused,
    )


def _score(judged: Sequence[Progress]) -> float:
    """Average progress over the goals to be reached, by weight."""
    wanted = [item for item in judged if item.goal.kind != "fail"]
    return sum(item.goal.weight * item.share for item in wanted) / (sum(item.goal.weight for item in wanted) or 1.0)


def goal_holds(sentence: Goal | Expectation, values: Array) -> Mask:
    """Mark where a number is as a goal or an expectation wants it."""
    result: Mask = values >= sentence.value if sentence.op == ">=" else values <= sentence.value
    return result


def _came_true(expectation: Expectation, history: History) -> Mask:
    """Tell where an expectation came true: in its quarter, or at the end."""
    return goal_holds(expectation, history[expectation.indicator][-1 if expectation.at is None else expectation.at])


def course_digest(level: Level, cards: Mapping[str, PolicyCard]) -> str:
    """Return the fingerprint of one world played by the level's solution: it changes when a rule that matters does."""
    rules = Rules(setup_of(level, cards))
    region, plan = Region.open_with(rules, seeds_for(1, 1)), plan_of(level)
    for _ in range(level.quarters):
        follow(region, plan)
        region.advance()
    return region.state.digest()
