"""The table of contents of the region: every mechanism, in the order in which a quarter runs.

The *market* computes this quarter's flows (prices, wages, profits) from what stands. Then, phase by phase,
mechanisms read one snapshot and return changes; within a phase their order cannot matter, because changes lie
on a grid on which addition is exact. Last, firms leave and newcomers come.
There is no discovery: order is meaning.
"""

from game.simulation.mechanism import Mechanism, mechanism
from game.simulation.mechanisms import (
    accounts,
    congestion,
    crowding,
    demand,
    entry,
    exit,  # noqa: A004 - the field's own word
    exploration,
    frontier,
    growth,
    imitation,
    labour,
    lock_in,
    openness,
    pricing,
    process_learning,
    public_budget,
    reputation,
    rival_region,
    spillover,
    spinoffs,
    suppliers,
    support,
    training,
    trust,
    upgrading,
)

MARKET: tuple[Mechanism, ...] = tuple(
    map(
        mechanism,
        (
            crowding,
            labour,
            congestion,
            suppliers,
            trust,
            openness,
            pricing,
            demand,
            accounts,
            exit,
            entry,
            exploration,
            process_learning,
            reputation,
            public_budget,
        ),
    )
)

PHASES: dict[str, tuple[Mechanism, ...]] = {
    "firms": tuple(map(mechanism, (growth, accounts, process_learning, spillover, imitation, exploration, upgrading))),
    "people": tuple(map(mechanism, (labour, training))),
    "ties": tuple(map(mechanism, (trust, reputation, lock_in, openness, suppliers))),
    "government": tuple(map(mechanism, (public_budget, support))),
    "world": tuple(map(mechanism, (frontier, demand, rival_region))),
}

BIRTHS: tuple[Mechanism, ...] = tuple(map(mechanism, (entry, spinoffs)))

ALL: dict[str, Mechanism] = {
    page.name: page for page in (*MARKET, *(page for phase in PHASES.values() for page in phase), *BIRTHS)
}
"""Every mechanism once, by its name."""
