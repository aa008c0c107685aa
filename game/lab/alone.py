"""One world out of many, as whoever judges it sees it: only the numbers that goals and votes ask for."""

from collections.abc import Iterable, Mapping

from game.simulation.exact import Array
from game.simulation.indicators import History


class Alone(History):
    """Some numbers of one world: judging reads them world by world, and a whole history a world would take long."""

    def __init__(self, series: Mapping[str, Array], world: int, length: int) -> None:
        self._series, self._world, self._length = series, slice(world, world + 1), length

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, name: str) -> Array:
        return self._series[name][:, self._world]


def each_alone(history: History, numbers: Iterable[str]) -> list[Alone]:
    """Return every world of a history for itself."""
    series = {number: history[number] for number in {*numbers, "support"}}
    return [Alone(series, world, len(history)) for world in range(series["support"].shape[1])]
