"""Everything that may be named from outside: parameters, levers, causes and indicators."""

from collections.abc import Mapping

from game.simulation.indicators import INDICATORS
from game.simulation.mechanisms import ALL
from game.simulation.parameter import Parameter
from game.simulation.state import STOCKS

PARAMETERS: Mapping[str, Parameter] = {
    f"{page.name}.{key}": parameter for page in ALL.values() for key, parameter in page.parameters.items()
}
"""Every number of every mechanism, ``"mechanism.parameter"``."""

LEVERS: Mapping[str, Parameter] = {key: value for key, value in PARAMETERS.items() if value.lever}
"""The closed vocabulary of policies and events."""

REGION_LEVERS = tuple(key for key, value in LEVERS.items() if not value.place)
PLACE_LEVERS = tuple(key for key, value in LEVERS.items() if value.place)

CAUSES: Mapping[str, tuple[str, ...]] = {
    stock: tuple(f"{page.name}.{cause}" for page in ALL.values() for cause in page.changes.get(stock, ()))
    for stock in STOCKS
}
"""Which causes can change a stock."""

__all__ = ["CAUSES", "INDICATORS", "LEVERS", "PARAMETERS", "PLACE_LEVERS", "REGION_LEVERS"]
