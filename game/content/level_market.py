"""Whether the end of a level's chain is there: buyers enough for one firm to live by, at the market's best."""

from collections.abc import Iterator

import numpy as np

from game.content.complaint import Fault
from game.content.level import Level
from game.content.level_numbers import numbers_of
from game.content.vocabulary import Vocabulary
from game.simulation.mechanism import Values
from game.simulation.mechanisms.demand import world_market


def check_market(level: Level, vocabulary: Vocabulary) -> Iterator[Fault]:
    """A firm alone, as good as its rivals and with the highest mark-up, can pay its fixed cost in the best quarter."""
    numbers = {key: parameter.default for key, parameter in vocabulary.parameters.items()}
    numbers |= numbers_of(level, vocabulary.industries)
    demand = {key.partition(".")[2]: value for key, value in numbers.items() if key.startswith("demand.")}
    market = world_market(np.arange(level.quarters + 1.0), Values(demand))
    sales = float(market.max()) / (1.0 + numbers["demand.rivals"])
    markup = numbers["pricing.highest"]
    needed = numbers["accounts.fixed"] * (1.0 + markup) / markup
    if sales < needed:
        steps = ("mechanisms",) if level.mechanisms else ("industry",)
        yield Fault(steps, "no_buyer", {"found": round(sales, 2), "low": round(needed, 2)})
