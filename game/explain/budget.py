"""How often a player may be interrupted."""

from dataclasses import dataclass, field


@dataclass
class Budget:
    """How often the player may be interrupted: so often in so many seconds, and so far apart."""

    most: int = 3
    within: float = 1200.0
    apart: float = 300.0
    times: list[float] = field(default_factory=list)

    def free(self, now: float) -> bool:
        """Whether another prompt may come now."""
        recent = [time for time in self.times if now - time < self.within]
        return len(recent) < self.most and all(now - time >= self.apart for time in recent)

    def use(self, now: float) -> None:
        """Note that one came."""
        self.times.append(now)
