"""Second Flourishing · 第二次繁荣. Run ``python main.py`` to play, ``python main.py --help`` for everything else."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
