"""A level's numbers: its industry's, then those of how the cluster was formed, then its own on top."""

from collections.abc import Mapping

from game.content.level import Level

FORMATIONS: Mapping[str, Mapping[str, float]] = {
    "spontaneous": {},
    "mandated": {
        "trust.pace": 0.75, "lock_in.politics": 0.0012, "openness.standing": 0.16, "training.firms": 0.0105,
        "spinoffs.rate": 0.048, "trust.concert_floor": 0.2, "entry.rate": 5.5,
    },
    "guided": {
        "trust.pace": 1.1, "openness.standing": 0.24, "training.firms": 0.0138, "reputation.risk": 0.00036,
        "trust.concert_floor": 0.4, "entry.rate": 4.9,
    },
}  # fmt: skip
"""The three ways of forming a cluster, as lasting conditions: opening stocks alone wash out (core B4, core-2 6)."""

OWN_LEARNING = 0.345
"""Share of an industry's declared learning rate that is a firm's own: the rest is research and selection."""


def numbers_of(level: Level, industries: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return every number in which a level differs from the mechanisms' defaults."""
    numbers: dict[str, float] = {}
    numbers.update(industries.get(level.industry.character, {}))
    numbers.update(FORMATIONS[level.formation])
    if level.industry.learning_rate is not None:
        numbers["pricing.learning"] = OWN_LEARNING * level.industry.learning_rate
    if level.industry.minimum_scale is not None:
        numbers["accounts.fixed"] = level.industry.minimum_scale
    numbers["public_budget.grant"] = level.government.income
    numbers.update(level.mechanisms)
    return numbers
