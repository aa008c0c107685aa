"""Every term of the paper points to something that is there, and the page says what the table says."""

from dataclasses import replace

import pytest

from tests.inventory.table import Row, astray, rows
from tests.inventory.write import PAGE, page

ALL_ROWS = list(rows())


@pytest.mark.parametrize("row", ALL_ROWS, ids=[row.english for row in ALL_ROWS])
def test_a_term_points_to_what_is_there(row: Row) -> None:
    assert astray(row) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [("mechanism", "magic"), ("stock", "luck"), ("concept", "luck"), ("event", "birth.luck"), ("nonsense", "trust")],
)
def test_a_term_that_points_nowhere_would_be_noticed(kind: str, name: str) -> None:
    assert astray(replace(ALL_ROWS[0], code=((kind, name),))) == [f"{kind}:{name}"]


def test_a_term_without_a_test_or_a_place_would_be_noticed() -> None:
    assert astray(replace(ALL_ROWS[0], test="tests/test_levels.py::test_magic")) == ["tests/test_levels.py::test_magic"]
    assert astray(replace(ALL_ROWS[0], code=())) == ["nothing"]


def test_no_section_of_the_paper_is_left_out() -> None:
    assert [section.split()[0] for section in dict.fromkeys(row.section for row in ALL_ROWS)] == [
        f"1.{k}" for k in range(1, 16)
    ]
    assert len({(row.section, row.chinese) for row in ALL_ROWS}) == len(ALL_ROWS) >= 90


def test_what_is_only_told_is_said_to_be_so() -> None:
    assert [row.english for row in ALL_ROWS if row.only_told] == [
        row.english for row in ALL_ROWS if not {kind for kind, _ in row.code} - {"concept", "screen"}
    ]
    for row in ALL_ROWS:
        if row.only_told:
            assert row.gap or row.section.startswith(("1.1 ", "1.13 ")), f"{row.english}: say what does not act"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
