"""Cards are checked as strictly as levels: their levers, their taglines, their evidence, their relatives."""

from pathlib import Path

import pytest

from game.content import library
from game.content.authored import Bilingual
from game.content.plan import NEEDED
from game.content.policy_card import MOST_CHARACTERS, MOST_WORDS, tagline_length
from game.simulation.registry import LEVERS

CARD = (library.POLICIES / "incubator.yaml").read_text(encoding="utf-8")
CONCEPT = (library.CONCEPTS / "entry.yaml").read_text(encoding="utf-8")


def rules(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    return [complaint.rule for complaint in library.check_file(path)]


def line(text: str, begins: str) -> str:
    """Return the first line that begins so."""
    return next(one for one in text.splitlines() if one.startswith(begins))


@pytest.mark.parametrize(
    ("begins", "new", "rule"),
    [
        ("tagline:", "tagline: {en: one two three four five six seven eight nine, zh: 好}", "tagline_words"),
        ("tagline:", "tagline: {en: good, zh: 一二三四五六七八九十一二三四五六七}", "tagline_characters"),
        ("family:", "family: magic", "one_of"),
        ("concepts:", "concepts: [entri]", "unknown_concept"),
        ("price:", "price: -1", "at_least"),
        ("delay:", "delay: 1.5", "expected_whole"),
        ("decay:", "decay: 2", "at_most"),
        ("place:", "place: two", "one_of"),
        ("sizes:", "sizes: 4", "at_most"),
        ("support:", "support: much", "expected_number"),
    ],
)
def test_a_slip_on_a_policy_card_is_named(tmp_path: Path, begins: str, new: str, rule: str) -> None:
    old = next((one for one in CARD.splitlines() if one.startswith(begins)), None)
    text = CARD.replace(old, new) if old else f"{CARD.rstrip()}\n{new}\n"
    assert rule in rules(tmp_path / "card.yaml", text)


def test_a_card_moves_levers_only(tmp_path: Path) -> None:
    lever = next(shift.lever for shift in library.policies()["incubator"].shifts)
    assert rules(tmp_path / "a.yaml", CARD.replace(lever, "entry.rate", 1)) == ["not_a_lever"]
    assert rules(tmp_path / "a.yaml", CARD.replace(lever, "entry.magic", 1)) == ["unknown_lever"]


def test_a_concept_is_not_its_own_relative_and_has_relatives_that_exist(tmp_path: Path) -> None:
    assert line(CONCEPT, "id:") == "id: entry"
    related = line(CONCEPT, "related:")
    assert rules(tmp_path / "a.yaml", CONCEPT.replace(related, "related: [entry]")) == ["related_to_itself"]
    assert rules(tmp_path / "a.yaml", CONCEPT.replace(related, "related: [entri]")) == ["unknown_concept"]


def test_every_shipped_card_fits_its_place_on_the_desk() -> None:
    for card in library.policies().values():
        words, characters = tagline_length(card.tagline)
        assert 0 < words <= MOST_WORDS, card.id
        assert 0 < characters <= MOST_CHARACTERS, card.id
        assert {shift.lever for shift in card.shifts} <= set(LEVERS), card.id


def test_folded_lines_leave_no_space_between_chinese_characters() -> None:
    text = Bilingual(en="a b", zh="企业 爱来， 这里 OK 吗。 好")
    assert text.zh == "企业爱来，这里 OK 吗。好"
    assert text.en == "a b"


@pytest.mark.parametrize("do", sorted(NEEDED))
def test_a_step_of_a_plan_needs_its_parts(tmp_path: Path, do: str) -> None:
    found = rules(tmp_path / "plan.yaml", f"- {{quarter: 0, do: {do}}}\n")
    assert found == ["step_needs"] * len(NEEDED[do])


def test_a_step_of_a_plan_has_no_use_for_foreign_parts(tmp_path: Path) -> None:
    text = "- {quarter: 0, do: enact, policy: missing_link, event: x, size: 9}\n"
    assert rules(tmp_path / "plan.yaml", text) == ["at_most"]
    assert rules(tmp_path / "plan.yaml", text.replace(", size: 9", "")) == ["step_ignores"]
