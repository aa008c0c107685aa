"""A level, compiled: everything that does not change while it runs."""

from collections.abc import Mapping
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

    def sheet(self, state: State) -> Sheet:
        """Return every mechanism's numbers for this quarter: what the level says, plus what levers shift."""
        region, places = self.shifts(state)
        moved: dict[str, dict[str, Any]] = {name: {} for name in ALL}
        for key, shift in [*zip(REGION_LEVERS, region, strict=True), *zip(PLACE_LEVERS, places, strict=True)]:
            name, short = key.split(".")
            lever = LEVERS[key]
            moved[name][short] = np.minimum(np.maximum(self.base[key] + shift, lever.low), lever.high)
        return {name: Values({**self._constant[name], **moved[name]}) for name in ALL}

    def shifts(self, state: State) -> tuple[list[Array], list[Array]]:
        """Return how far each lever is shifted now: regional ones ``[world]``, placed ones ``[world, place]``."""
        if self.setup.policies:
            of_region = policy.shifts_of_region(self._region, state.strength)
            of_places = policy.shifts_of_places(self._places, state.strength)
            region = [np.ascontiguousarray(of_region[:, k]) for k in range(len(REGION_LEVERS))]
            places = [np.ascontiguousarray(of_places[:, k]) for k in range(len(PLACE_LEVERS))]
        else:
            region = [np.zeros(state.worlds) for _ in REGION_LEVERS]
            places = [np.zeros(state.workers.shape) for _ in PLACE_LEVERS]
        for k, slot in enumerate(self.slots):
            active = (state.pulse[:, k] > 0) * slot.pulse.by
            if slot.pulse.lever in REGION_LEVERS:
                region[REGION_LEVERS.index(slot.pulse.lever)] += active
            else:
                where = slice(None) if slot.pulse.place is None else slice(slot.pulse.place, slot.pulse.place + 1)
                places[PLACE_LEVERS.index(slot.pulse.lever)][:, where] += active[:, None]
        return region, places


def _constants(name: str, base: Mapping[str, float]) -> dict[str, Any]:
    """Return a mechanism's numbers that no lever can move."""
    return {key: base[f"{name}.{key}"] for key, parameter in ALL[name].parameters.items() if not parameter.lever}


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
