"""The golden stories happen again to the last bit. To change them: ``python -m tests.stories.renew``."""

import pytest

from game.content import library
from game.content.level import digest as digest_of_level
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
    assert recording.level.digest == digest_of_level(level(name)), "the level was changed: renew the stories"
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
def test_telling_a_story_anew_gives_the_same_recording(name: str, seed: int) -> None:
    assert tell(name, seed)[0].record() == saves.read(FOLDER / f"{name}_{seed}.json")
