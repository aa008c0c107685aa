"""What a player keeps of a level, and many recordings played side by side."""

from pathlib import Path

import pytest

from game.content import library
from game.explain.ghost import best, course
from game.session import many, store
from game.session.album import MOST_RUNS, Album, Kept
from game.session.session import Session, first_difference
from tests.lab.runs import governed, played
from tests.session.playing import level


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    return tmp_path


def test_an_album_comes_back_as_it_was_kept() -> None:
    album, session = Album("birth"), played(quarters=8)
    album.add(session, (("firms", 40), ("trust", 4)), (1, 2, 3, 4))
    album.add(session, (("firms", 40), ("trust", 4)), (1, 2, 3, 4))
    album.save()
    again = Album.of("birth")
    assert again == album
    assert len(again.runs) == 1
    assert again.runs[0].values["firms"] == session.branch.region.history["firms"][8, 0]
    jobs = session.branch.region.history["employment"][:, 0]
    assert again.runs[0].course == pytest.approx([jobs[0], jobs[4], jobs[8]], abs=0.06)


def test_an_album_of_before_courses_were_kept_is_still_read(home: Path) -> None:
    (home / "album").mkdir()
    run = '{"digest": "a", "seed": 1, "won": true, "values": {"firms": 9.0}, "held": [0, 0, 0, 0]}'
    (home / "album" / "birth.json").write_text(f'{{"runs": [{run}]}}')
    assert Album.of("birth").runs == [Kept("a", 1, True, {"firms": 9.0})]
    assert best(level(), Album.of("birth").runs) is None


def test_the_best_run_before_is_one_that_was_won_and_of_those_the_furthest() -> None:
    lost, won, far = (
        Kept(name, 1, name != "lost", {"firms": firms}, course=(1.0, 5.0))
        for name, firms in (("lost", 90.0), ("won", 20.0), ("far", 30.0))
    )
    assert best(level(), [lost]) is lost
    assert best(level(), [far, lost, won]) is far
    assert course(far) == (1.0, 2.0, 3.0, 4.0, 5.0)


def test_only_the_latest_runs_are_kept() -> None:
    album = Album("birth")
    for seed in range(MOST_RUNS + 3):
        album.add(played(seed=seed, plan=[], quarters=1), (("firms", 1),), (0, 0, 0, 0))
    assert len(album.runs) == MOST_RUNS
    assert album.runs[0].seed == 3


@pytest.mark.parametrize("text", ["", "[]", "{", '{"runs": 3, "more": 4}', '{"runs": [{"digest": 1}, null]}'])
def test_an_odd_album_is_forgotten(home: Path, text: str) -> None:
    (home / "album").mkdir()
    (home / "album" / "birth.json").write_text(text)
    assert Album.of("birth") == Album("birth")


def test_many_runs_side_by_side_are_each_the_run_alone() -> None:
    ways = (("spendthrift", 1), ("firefighter", 1), ("nothing", 2))
    runs = [governed("birth", way, seed, k) for k, (way, seed) in enumerate(ways)]
    runs.append(played(quarters=7))
    records = [run.record() for run in runs]
    together = many.replay(runs[0].level, library.policies(), records)
    for run, record, other in zip(runs, records, together, strict=True):
        assert first_difference(other, record) is None
        assert other.quarter == run.quarter
        assert other.branch.steps == run.branch.steps
        assert other.outcome() == run.outcome()
        for quarter in (0, run.quarter // 2):
            alone, beside = (s.branch.snapshots[quarter] for s in (run, other))
            assert alone.state.digest() == beside.state.digest()
            assert (alone.history["firms"] == beside.history["firms"]).all()


def test_a_recording_edited_by_hand_is_noticed_side_by_side() -> None:
    record = played().record()
    edited = record.model_copy(update={"digests": {**record.digests, 16: "0" * 16}})
    (session,) = many.replay(played(quarters=0).level, library.policies(), [edited])
    assert isinstance(session, Session)
    assert first_difference(session, edited) == 16
