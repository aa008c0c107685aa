"""A file whose YAML cannot be read: the blocks that break it are named and left out, so that the rest can be read.

A block is a key at the left edge with all that stands under it. What cannot be read by itself is broken whatever
stands around it; so nothing is said of one block that is the fault of another.
"""

import re

import yaml

from game.content.complaint import Fault
from game.content.yaml_hints import syntax_fault

_HEAD = re.compile(r"([A-Za-z_]\w*):(\s|$)")


def spared(lines: list[str]) -> tuple[list[str], list[str], list[Fault]]:
    """Return the lines with broken blocks left empty, the keys of these blocks, and what is wrong with each."""
    heads = [(k, found[1]) for k, line in enumerate(lines) if (found := _HEAD.match(line))]
    kept, lost, faults = list(lines), [], []
    ends = [*(k for k, _ in heads[1:]), len(lines)]
    for (begin, key), end in zip(heads, ends, strict=False):  # without a head there is no block
        error = _broken([""] * begin + lines[begin:end])
        if error is not None:
            kept[begin:end] = [""] * (end - begin)
            lost.append(key)
            faults.append(syntax_fault(error, lines))
    return kept, lost, faults


def _broken(lines: list[str]) -> yaml.MarkedYAMLError | None:
    """Return what stops the reading of these lines, if anything does."""
    try:
        for _ in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        return error if isinstance(error, yaml.MarkedYAMLError) else None
    return None
