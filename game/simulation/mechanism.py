"""What a mechanism is: one page that reads the region and returns changes, never writing itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.exact import Array, Mask
from game.simulation.parameter import Parameter
from game.simulation.policy import Policy
from game.simulation.state import State

Changes = dict[tuple[str, str], Array]
"""(stock, cause) → change, in the stock's shape."""

Flows = dict[str, Array]
"""Numbers computed anew each quarter (price, wage, profit …); they have no memory."""


class Now:
    """What mechanisms see: stocks and marks as they stand, and this quarter's flows. Nobody writes to it."""

    def __init__(
        self, state: State, flows: Mapping[str, Any], geography: "Geography", policies: Sequence[Policy]
    ) -> None:
        # A plain namespace: mechanisms read some four hundred names a quarter, so looking up must be cheap.
        self.__dict__.update(state.stocks, **state.marks)
        self.__dict__.update(flows)
        self.quarter = state.quarter
        self.roster = state.roster
        self.geography = geography
        self.policies = policies

    def learn(self, flows: "Flows") -> None:
        """Add flows computed just now, for the mechanisms that come after."""
        self.__dict__.update(flows)

    def spread(self, x: Array) -> Array:
        """Give every firm its world's number, ``[world] → [firm]`` (``[1]`` where there is one world)."""
        return self.roster.spread(x)

    def sum(self, x: Array | Mask) -> Array:
        """Add stocks, whole numbers or masks of firms up by world: they lie on the grid already."""
        return self.roster.sum(x)

    def total(self, x: Array) -> Array:
        """Add numbers of firms up by world, exactly."""
        return self.roster.total(x)

    def totals(self, *numbers: Array) -> Array:
        """Add several numbers of firms up by world in one go, ``[number, world]``."""
        return self.roster.sum(exact.all_to_grid(numbers, self.roster.world.shape))

    def mean(self, x: Array) -> Array:
        """Average numbers of firms by world; 0 where there is nobody."""
        result: Array = self.roster.total(x) / self.heads
        return result

    def mean_stock(self, x: Array) -> Array:
        """Average stocks of firms by world: stocks lie on the grid already."""
        result: Array = self.roster.sum(x) / self.heads
        return result

    def __getattr__(self, name: str) -> Any:  # only reached for a name nobody gave
        raise AttributeError(f"nothing here is called {name}")


@dataclass(frozen=True)
class Geography:
    """Weights between places, shape ``[place, place]``, from their distances in km.

    ``near`` halves every 20 km (daily business), ``tacit`` every 8 km (knowledge that needs a face).
    """

    near: Array
    tacit: Array
    land: Array
    people: Array


class Values:
    """The numbers of one mechanism this quarter; a lever's is an array ``[world]`` or ``[world, place]``."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:  # only reached for a name nobody declared
        raise AttributeError(f"undeclared parameter {name}")


@dataclass(frozen=True)
class Mechanism:
    """One page of theory, bound to its declarations."""

    name: str
    module: ModuleType

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The numbers it declares."""
        declared: Mapping[str, Parameter] = self.module.PARAMETERS
        return declared

    @property
    def gives(self) -> tuple[str, ...]:
        """The flows it computes."""
        declared: tuple[str, ...] = getattr(self.module, "GIVES", ())
        return declared

    @property
    def changes(self) -> Mapping[str, tuple[str, ...]]:
        """The stocks it changes, each with its causes."""
        declared: Mapping[str, tuple[str, ...]] = getattr(self.module, "CHANGES", {})
        return declared

    @property
    def derive(self) -> Callable[[Now, Values, Dice], Flows]:
        """Compute its flows."""
        function: Callable[[Now, Values, Dice], Flows] = self.module.derive
        return function

    @property
    def step(self) -> Callable[[Now, Values, Dice], Changes]:
        """Compute its changes."""
        function: Callable[[Now, Values, Dice], Changes] = self.module.step
        return function


def mechanism(module: ModuleType) -> Mechanism:
    """Bind a module of ``mechanisms/`` by its own short name."""
    return Mechanism(module.__name__.rsplit(".", 1)[1], module)
