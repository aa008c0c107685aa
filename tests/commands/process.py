"""Running the game as people do, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python(*words: str, typed: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the game as people do, in a process of its own."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    kept = {key: value for key, value in os.environ.items() if key not in displays}
    return subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, env={**kept, **environment}, input=typed,
        capture_output=True,
        timeout=60, encoding="utf-8", check=False,
    )  # fmt: skip
