"""A recording may come from anybody: whatever it holds, reading and replaying it never raise."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import library
from game.session import saves
from game.session.recording import Recording
from game.session.saves import Unreadable
from game.session.session import Session
from tests.session.playing import level

BAD = [
    None, True, -1, 0, 2001, 10**30, 1.5, float("nan"), float("inf"), "", "x" * 500, "\ud800", "\0",
    "../../etc", [], {}, [[]],
    {"a": 1}, [None] * 9000, {str(k): "x" for k in range(3000)},
]  # fmt: skip


def _ways(content: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the ways to every value within."""
    items = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    return [here, *(way for key, value in items for way in _ways(value, (*here, key)))]


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_recording_with_anything_anywhere_never_raises(
    recording: Recording, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = json.loads(recording.model_dump_json(exclude_none=True))
    for _ in range(data.draw(st.integers(1, 3))):
        ways = [way for way in _ways(content) if way]
        way = data.draw(st.sampled_from(ways))
        owner = content
        for step in way[:-1]:
            owner = owner[step]
        kind = data.draw(st.sampled_from(["put", "drop", "add"]))
        if kind == "drop":
            del owner[way[-1]]
        elif kind == "put" or not isinstance(owner, dict):
            owner[way[-1]] = data.draw(st.sampled_from(BAD).map(deepcopy))
        else:
            owner[data.draw(st.text(max_size=4))] = data.draw(st.sampled_from(BAD).map(deepcopy))
    path = tmp_path_factory.getbasetemp() / "fuzzed.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    found = saves.read(path)
    if isinstance(found, Recording):
        session = Session.replay(
            level(), library.policies(), found.model_copy(update={"quarter": min(found.quarter, 9)})
        )
        saves.write(session.record(), path)
        assert saves.read(path) == session.record()


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200))
def test_random_bytes_are_never_a_recording_and_never_raise(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.json"
    path.write_bytes(data)
    assert isinstance(saves.read(path), Unreadable)
