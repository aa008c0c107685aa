"""Work in steps: for a window that draws sixty pictures a second, and cannot wait for all of it at once."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that stops every few milliseconds; what it is for comes at its end."""


def completed(steps: Steps[T]) -> T:
    """Do all of it now."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
