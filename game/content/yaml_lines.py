"""Reads YAML strictly and safely, and remembers the line and column of everything.

One pass over the parser's events, so nothing is built that was not checked first: no aliases, anchors or
tags, no more than a file a person could write. What looks like a number is a number, ``true`` and ``false``
are flags, and everything else stays what was typed: ``no``, ``on``, ``010`` and ``12:30`` are text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from game.content.complaint import Complaint, Fault, Mark, Steps, path_of
from game.content.yaml_blocks import spared
from game.content.yaml_hints import lookalike, lookalike_key, syntax_fault

MOST_BYTES = 1_000_000
DEEPEST = 40
MOST_NODES = 20_000

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?([0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18}|[0-9]{1,18}(\.[0-9]{1,18})?[eE][-+]?[0-9]{1,2})")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class Document:
    """One file as read. ``content`` is None when nothing could be understood.

    Attributes:
        file: Its name as complaints show it.
        content: Mappings, lists, texts, numbers and flags.
        values: Where each value begins.
        keys: Where each key stands.
        faults: What reading found wrong.
        lost: The keys at the left edge that could not be read, with all that stands under them.
    """

    file: str
    content: Any = None
    values: dict[Steps, Mark] = field(default_factory=dict)
    keys: dict[Steps, Mark] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    lost: tuple[str, ...] = ()

    def complaint(self, fault: Fault) -> Complaint:
        """Put a fault on its line: that of its key, else its value, else of whatever holds it."""
        mark = fault.mark or self._mark(fault)
        return Complaint(
            self.file, mark.line, mark.column, fault.severity, path_of(fault.steps), fault.rule, fault.values
        )

    def _mark(self, fault: Fault) -> Mark:
        steps = fault.steps
        if fault.rule == "unknown_key" and steps in self.keys:
            return self.keys[steps]
        while steps and steps not in self.values:
            steps = steps[:-1]
        return self.values.get(steps, Mark())


def read(path: Path) -> Document:
    """Read a file. Never raises: whatever is wrong is in ``faults``."""
    try:
        if path.is_dir():
            return _unreadable(path, "is_folder")
        if not path.is_file():
            return _unreadable(path, "no_such_file")
        with path.open("rb") as file:
            return parse(file.read(MOST_BYTES + 1), str(path))
    except (OSError, ValueError):
        return _unreadable(path, "cannot_open")


def parse(data: bytes, file: str = "") -> Document:
    """Read the bytes of a file. Never raises: whatever is wrong is in ``faults``."""
    if len(data) > MOST_BYTES:
        return Document(file, faults=(Fault((), "too_big", {"most": MOST_BYTES // 1000}),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = _mark_at(data[: error.start].decode("utf-8", "replace"))
        return Document(file, faults=(Fault((), "not_utf8", {"found": f"{data[error.start]:02x}"}, mark=mark),))
    strange = _FORBIDDEN.search(text)
    if strange:
        mark = _mark_at(text[: strange.start()])
        found = f"U+{ord(strange.group()):04X}"
        return Document(file, faults=(Fault((), "control_character", {"found": found}, mark=mark),))
    builder = _Builder(text)
    content = builder.build()
    if builder.stopped:
        kept, lost, broken = spared(builder.lines)
        rest = _Builder("\n".join(kept))
        if broken and (content := rest.build()) is not None:
            return Document(file, content, rest.values, rest.keys, (*broken, *rest.faults), tuple(lost))
    return Document(file, content, builder.values, builder.keys, tuple(builder.faults))


def _unreadable(path: Path, rule: str) -> Document:
    return Document(str(path), faults=(Fault((), rule, {"found": path.name}),))


def _mark_at(before: str) -> Mark:
    """Return the position right after some text."""
    lines = _LINE_END.split(before)
    return Mark(len(lines), len(lines[-1]) + 1)


def _mark_of(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


class _TooMuch(Exception):  # noqa: N818 - it ends the reading, nobody sees it
    """A limit is passed: reading stops here."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault


class _Builder:
    """Builds content from parser events, one node at a time."""

    def __init__(self, text: str) -> None:
        self.lines = _LINE_END.split(text)
        self.values: dict[Steps, Mark] = {}
        self.keys: dict[Steps, Mark] = {}
        self.faults: list[Fault] = []
        self.stopped = False
        self._nodes = 0
        self._flow = 0
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def build(self) -> Any:
        """Return the content, or None with faults."""
        try:
            start = list(islice(self._events, 2))
            if len(start) < 2 or isinstance(start[1], yaml.StreamEndEvent):
                self.faults.append(Fault((), "empty_file"))
                return None
            content = self._node((), next(self._events))
            self._only_one_document()
        except yaml.MarkedYAMLError as error:
            self.faults.append(syntax_fault(error, self.lines))
            self.stopped = True
            return None
        except yaml.YAMLError as error:
            self.faults.append(Fault((), "syntax", {"found": str(error)}))
            return None
        except _TooMuch as stop:
            self.faults.append(stop.fault)
            return None
        if content is None and not self.faults:
            self.faults.append(Fault((), "empty_file"))
        return content

    def _only_one_document(self) -> None:
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.faults.append(Fault((), "second_document", mark=_mark_of(after)))

    def _node(self, steps: Steps, event: Any) -> Any:
        """Build the node that begins with this event."""
        mark = self.values[steps] = _mark_of(event)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _TooMuch(Fault((), "too_many_nodes", {"most": MOST_NODES}, mark=mark))
        if len(steps) > DEEPEST:
            raise _TooMuch(Fault(steps[:3], "too_deep", {"most": DEEPEST}, mark=mark))
        self._refuse_shorthand(steps, event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(steps, event)
        if isinstance(event, yaml.AliasEvent):
            return None
        self._flow += bool(event.flow_style)
        content = self._mapping(steps) if isinstance(event, yaml.MappingStartEvent) else self._list(steps)
        self._flow -= bool(event.flow_style)
        return content

    def _refuse_shorthand(self, steps: Steps, event: Any) -> None:
        """Aliases can make a short file enormous, and tags can ask for code: neither is taken."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            found = ("*" if isinstance(event, yaml.AliasEvent) else "&") + str(event.anchor)
            self.faults.append(Fault(steps, "alias", {"found": found}, mark=_mark_of(event)))
        if getattr(event, "tag", None):
            self.faults.append(Fault(steps, "tag", {"found": event.tag}, mark=_mark_of(event)))

    def _list(self, steps: Steps) -> list[Any]:
        content: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            content.append(self._node((*steps, len(content)), event))
        return content

    def _mapping(self, steps: Steps) -> dict[str, Any]:
        content: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(steps, event, content)
            content[key] = self._node((*steps, key), next(self._events))
        return content

    def _key(self, steps: Steps, event: Any, before: dict[str, Any]) -> str:
        """Read a key. Keys are always text, so ``1999:`` and ``no:`` mean themselves."""
        mark = _mark_of(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.faults.append(Fault(steps, "odd_key", mark=mark))
            self._node((*steps, "?"), event)
            return "?"
        key = str(event.value)
        self._refuse_shorthand((*steps, key), event)
        self.faults += lookalike_key((*steps, key), key, mark)
        if key in before:
            first = self.keys[(*steps, key)].line
            self.faults.append(Fault((*steps, key), "duplicate_key", {"found": key, "line": first}, mark=mark))
        else:
            self.keys[(*steps, key)] = mark
        return key

    def _scalar(self, steps: Steps, event: yaml.ScalarEvent) -> str | int | float | bool | None:
        """Read a text, number or flag. Anything in quotes is text."""
        text = str(event.value)
        if event.style:
            return text
        self.faults += lookalike(steps, text, _mark_of(event), self.lines, bool(self._flow))
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _WHOLE.fullmatch(text):
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text
