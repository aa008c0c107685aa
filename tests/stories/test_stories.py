"""The golden stories happen again to the last bit. To change them: ``python -m tests.stories.renew``."""

import pytest

from game.content import library
from game.session import saves
from game.session.recording import Recording
from game.session.session import Session, first_difference
from game.version import RULES
from tests.session.playing import level
from tests.stories.renew import FOLDER, STORIES, tell

EVERY_STORY = pytest.mark.parametrize(("name", "seed"), STORIES.items())


@EVERY_STORY
def test_a_story_happens_again_to_the_last_bit(name: str, seed: int) -> None:
    recording = saves.read(FOLDER / f"{name}_{seed}.json")
    assert isinstance(recording, Recording)
    assert recording.rules == RULES
    session = Session.replay(level(name), library.policies(), recording)
    assert first_difference(session, recording) is None
    assert session.outcome().ended
    assert recording.finished


@EVERY_STORY
def test_the_page_beside_a_story_tells_the_same_run(name: str, seed: int) -> None:
    recording = saves.read(FOLDER / f"{name}_{seed}.json")
    assert isinstance(recording, Recording)
    page = (FOLDER / f"{name}_{seed}.txt").read_text(encoding="utf-8")
    told = [line.removeprefix("  digest ") for line in page.splitlines() if line.startswith("  digest ")]
    assert told == [digest for quarter, digest in sorted(recording.digests.items()) if quarter]
    assert page.count(" > ") >= len(recording.actions)


@EVERY_STORY
def test_telling_a_story_anew_gives_the_same_run(name: str, seed: int) -> None:
    recording, anew = saves.read(FOLDER / f"{name}_{seed}.json"), tell(name, seed)[0].record()
    assert isinstance(recording, Recording)
    assert (anew.actions, anew.digests) == (recording.actions, recording.digests)
