"""A level, compiled: everything that does not change while it runs."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from game.simulation import exact, policy
from game.simulation.exact import Array
from game.simulation.mechanism import Geography, Values
from game.simulation.mechanisms import ALL
from game.simulation.registry import LEVERS, PARAMETERS, PLACE_LEVERS, REGION_LEVERS
from game.simulation.setup import Place, Setup
from game.simulation.shocks import slots_of
from game.simulation.state import State

_REGION_NAMES = [key.split(".") for key in REGION_LEVERS]
_PLACE_NAMES = [key.split(".") for key in PLACE_LEVERS]

Sheet = Mapping[str, Values]
"""The numbers of every mechanism in one quarter."""


class Rules:
    """The numbers of a level and how policies and events move them."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.geography = _geography(setup.places)
        self.slots = slots_of(setup.events)
        base = {key: parameter.default for key, parameter in PARAMETERS.items()} | dict(setup.parameters)
        self.base: Mapping[str, float] = base
        self.input_share = base["pricing.inputs"]
        self._constant = {name: _constants(name, base) for name in ALL}
        self._region = policy.lever_matrix(setup.policies, REGION_LEVERS)
        self._places = policy.lever_matrix(setup.policies, PLACE_LEVERS)
        self._last: tuple[Array, Array, Sheet] | None = None
        low = {key: lever.low for key, lever in LEVERS.items()}
        high = {key: lever.high for key, lever in LEVERS.items()}
        self._region_base, self._place_base = _column(base, REGION_LEVERS, 1), _column(base, PLACE_LEVERS, 2)
        self._region_low, self._place_low = _column(low, REGION_LEVERS, 1), _column(low, PLACE_LEVERS, 2)
        self._region_high, self._place_high = _column(high, REGION_LEVERS, 1), _column(high, PLACE_LEVERS, 2)

    def sheet(self, state: State) -> Sheet:
        """Return every mechanism's numbers for this quarter: what the level says, plus what levers shift."""
        strength, pulse = self.acting(state)
        # A quarter asks twice, and most quarters shift what the one before did: then the last sheet will do.
        if self._last is None or not _same(self._last[0], strength) or not _same(self._last[1], pulse):
            self._last = strength.copy(), pulse.copy(), self._sheet(*self.shifts(strength, pulse))
        return self._last[2]

    def acting(self, state: State) -> tuple[Array, Array]:
        """Return what shifts levers now: the strength of every programme, the quarters left of every pulse."""
        return state.strength, state.pulse

    def _sheet(self, region: Array, places: Array) -> Sheet:
        """Add shifts to what the level says, within each lever's range."""
        region = np.minimum(np.maximum(self._region_base + region, self._region_low), self._region_high)
        places = np.minimum(np.maximum(self._place_base + places, self._place_low), self._place_high)
        moved: dict[str, dict[str, Any]] = {name: dict(constant) for name, constant in self._constant.items()}
        for k, (name, short) in enumerate(_REGION_NAMES):
            moved[name][short] = region[k]
        for k, (name, short) in enumerate(_PLACE_NAMES):
            moved[name][short] = places[k]
        return {name: Values(values) for name, values in moved.items()}

    def constants(self, name: str) -> Values:
        """Return a mechanism's numbers that no lever can move."""
        return Values(self._constant[name])

    def shifts(self, strength: Array, pulse: Array) -> tuple[Array, Array]:
        """Return how far levers shift: regional ``[lever, world]``, placed ``[lever, world, place]``."""
        region = policy.shifts(self._region, strength.sum(axis=-1))
        places = policy.shifts(self._places, strength)
        if pulse.any():
            for k, slot in enumerate(self.slots):
                active = (pulse[:, k] > 0) * slot.pulse.by
                if slot.pulse.lever in REGION_LEVERS:
                    region[REGION_LEVERS.index(slot.pulse.lever)] += active
                else:
                    where = slice(None) if slot.pulse.place is None else slice(slot.pulse.place, slot.pulse.place + 1)
                    places[PLACE_LEVERS.index(slot.pulse.lever)][:, where] += active[:, None]
        return region, places


def _same(a: Array, b: Array) -> bool:
    return a.shape == b.shape and bool((a == b).all())


def _column(base: Mapping[str, float], levers: Sequence[str], axes: int) -> Array:
    """Stand numbers of levers up as a column that lines up with their shifts."""
    return np.array([base[lever] for lever in levers]).reshape((-1,) + (1,) * axes)


def _constants(name: str, base: Mapping[str, float]) -> dict[str, Any]:
    """Return a mechanism's numbers that no lever can move, as arrays without axes: numpy takes them in faster."""
    numbers = ALL[name].parameters.items()
    return {key: np.array(base[f"{name}.{key}"]) for key, parameter in numbers if not parameter.lever}


def _geography(places: tuple[Place, ...]) -> Geography:
    """Turn km into weights: near halves every 20 km, tacit every 8 km."""
    x = np.array([place.x_km for place in places])
    y = np.array([place.y_km for place in places])
    east, north = x[:, None] - x[None, :], y[:, None] - y[None, :]
    apart = np.sqrt(east * east + north * north)
    half = 0.6931471805599453
    land = np.array([place.land for place in places])
    people = np.array([place.people for place in places])
    return Geography(
        near=exact.exp(-half * apart / 20.0),
        tacit=exact.exp(-half * apart / 8.0),
        land=land / exact.total(land),
        people=people / exact.total(people),
    )
