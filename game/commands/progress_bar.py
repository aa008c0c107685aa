"""A bar for what takes long: on a terminal only, on the error stream, gone when it is done. Ctrl+C stops the work."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

WIDTH = 32
Tick = Callable[[int, int], None]


def show(done: int, among: int) -> None:
    """Draw the bar; the last call takes it away."""
    if not sys.stderr.isatty():
        return
    full = WIDTH * done // max(among, 1)
    text = f"\r[{'#' * full}{'.' * (WIDTH - full)}] {done}/{among}"
    sys.stderr.write(text if done < among else "\r" + " " * len(text) + "\r")
    sys.stderr.flush()


@contextmanager
def bar(what: str) -> Iterator[Tick]:
    """Show a bar with a name and the time that is left; yields what is to be told how far the work is."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(WIDTH), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(what)
        yield lambda done, among: progress.update(task, completed=done, total=among)
