"""A bar for what takes long: on a terminal only, on the error stream, gone when it is done."""

import sys

WIDTH = 32


def show(done: int, among: int) -> None:
    """Draw the bar; the last call takes it away."""
    if not sys.stderr.isatty():
        return
    full = WIDTH * done // max(among, 1)
    text = f"\r[{'#' * full}{'.' * (WIDTH - full)}] {done}/{among}"
    sys.stderr.write(text if done < among else "\r" + " " * len(text) + "\r")
    sys.stderr.flush()
