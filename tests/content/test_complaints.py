"""Authors are told everything at once: where, what was found, what is allowed, what they may have meant."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content import library
from game.content.complaint import Complaint, path_of
from game.content.complaint_words import as_json, sentence
from game.content.level import Level
from game.content.model_faults import validate
from game.content.words import LANGUAGES, words
from game.content.yaml_lines import parse

BIRTH = (library.LEVELS / "01_birth.yaml").read_text(encoding="utf-8")
PASSES = BIRTH[BIRTH.index("kind: pass") : BIRTH.rindex("kind: pass") + len("kind: pass")]
"""From the first goal that must be met to the last."""
TITLE = 'title: {en: "Birth: four workshops", zh: "诞生：四间作坊"}'
Check = Callable[..., list[Complaint]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Change a real level, and return what is said of it."""

    def changed(*swaps: tuple[str, str], text: str = BIRTH) -> list[Complaint]:
        for old, new in swaps:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "level.yaml"
        path.write_text(text, encoding="utf-8")
        return library.check_file(path)

    return changed


def test_a_complaint_has_file_line_column_path_and_a_hint_in_both_languages(check: Check) -> None:
    [complaint] = check(("kind: lesson", "kind: leson"))
    line = BIRTH.splitlines().index("kind: lesson") + 1
    assert (complaint.line, complaint.column, complaint.path) == (line, 7, "kind")
    en, zh = (sentence(complaint, words(language)) for language in LANGUAGES)
    assert en.startswith(f"{complaint.file}:{line}:7: error: kind: ")
    assert zh.startswith(f"{complaint.file}:{line}:7: ")
    assert "lesson" in en
    assert "lesson" in zh
    assert re.search("[\u4e00-\u9fff]", zh)
    assert not re.search("[\u4e00-\u9fff]", en)


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("quarters: 40", "quaters: 40", "quarters"), ("kind: lesson", "kind: leson", "lesson"),
        ("place: kiln, size", "place: klin, size", "kiln"),
        ("policy: incubator", "policy: incubater", "incubator"),
        ("lever: demand.reach", "lever: demand.reech", "demand.reach"),
        ("indicator: variety", "indicator: varity", "variety"),
        ("teaches: [entry,", "teaches: [enrty,", "entry"), ("choice: go", "choice: goo", "go"),
        ("event: fair_offer", "event: fair_ofer", "fair_offer"),
        ("[willow, lake]", "[wilow, lake]", "willow"),
        ("missing_link, tax", "mising_link, tax", "missing_link"),
        ("  entry.rate: 1.0", "  entry.rat: 1.0", "entry.rate"),
        ("done: [incubator, missing", "done: [incubater, missing", "incubator"),
    ],
)  # fmt: skip
def test_a_name_that_nobody_knows_brings_the_one_that_was_meant(check: Check, old: str, new: str, meant: str) -> None:
    found = check((old, new))
    assert meant in [complaint.values.get("nearest") for complaint in found]
    for language in LANGUAGES:
        assert any(meant in as_json(complaint, words(language))["hint"] for complaint in found)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("quarters: 40", "quarters: 40.5", "expected_whole"),
        ("quarters: 40", "quarters: '40'", "expected_whole"),
        ("quarters: 40", "quarters: 3", "at_least"), ("quarters: 40", "quarters: 4000", "at_most"),
        ("quarters: 40\n", "", "missing_key"), ("id: birth", "id: Birth!", "bad_id"),
        ("format: 1", "format: 2", "one_of"),
        (TITLE, "title: Birth", "expected_both_languages"),
        (TITLE, "title: {en: Birth}", "missing_language"),
        (TITLE, 'title: {en: "", zh: " "}', "empty_text"),
        (TITLE, 'title: {en: "{a}", zh: "{b}"}', "different_placeholders"),
        ("trust: 0.5", "trust: 1.5", "at_most"), ("land: 2,", "land: 0,", "more_than"),
        ("land: 2,", "land: wide,", "expected_number"),
        ("[willow, kiln]", "[willow, willow]", "link_to_itself"),
        ("[willow, kiln]", "[willow]", "expected_pair"),
        ("x_km: -9,", "x_km: -90,", "outside_frame"), ("west: -26", "west: 60", "more_than"),
        ("id: kiln,", "id: willow,", "not_unique"), ("questions: []", "questions: 3", "expected_list"),
        ("  entry.rate: 1.0", "  entry.rate: 99", "out_of_range"),
        ("lever: demand.reach, by: 0.12", "lever: demand.reach, by: 900", "shift_too_far"),
        ("lever: demand.reach", "lever: entry.rate", "not_a_lever"),
        ("for: 12}", "for: 12, place: port}", "lever_has_no_place"),
        ("when: {quarter: 3}", "when: {quarter: 40}", "event_outside_level"),
        ("    at: 40\n", "    at: 41\n", "after_the_end"),
        ("    value: 0.5\n    at: 40\n", "    value: 50\n    at: 40\n", "share_above_one"),
        ("    at: 40\n", "    at: 40\n    until: 20\n", "two_deadlines"),
        (PASSES, PASSES.replace("pass", "optional"), "nothing_to_pass"),
        ("policy: incubator, place: willow", "policy: incubator", "place_needed"),
        ("policy: missing_link}", "policy: missing_link, place: kiln}", "place_unused"),
        ("policy: tax_holiday", "policy: science_park", "not_allowed_here"),
        ("{quarter: 12, do", "{quarter: 2, do", "step_out_of_order"),
        ("{quarter: 3, do: answer", "{quarter: 4, do: answer", "answer_not_awaited"),
        ("{quarter: 3, do: answer", "{quarter: 2, do: answer", "answer_not_awaited"),
        ("{quarter: 12, do: enact, policy: mar", "{quarter: 12, do: answer, policy: mar", "step_needs"),
        ("authors: [The founders]", "authors: []", "too_few"),
        ("{lever: trust.programme, by: 0.5, for: 4}", "{lever: demand.reach, by: 0.5, for: 4}", "lever_twice"),
        ("  demand.takeoff: 64", "  demand.takeoff: 200\n  demand.birth: 0.5", "no_buyer"),
        ("policies:\n", "policies:\n  forbidden: [tax_holiday]\n", "allowed_and_forbidden"),
    ],
)  # fmt: skip
def test_every_kind_of_mistake_is_named_on_its_line(check: Check, old: str, new: str, rule: str) -> None:
    found = check((old, new))
    assert rule in [complaint.rule for complaint in found]
    before = BIRTH[: BIRTH.index(old)].count("\n") + 1
    [first, *_] = [complaint for complaint in found if complaint.rule == rule]
    whole_block = rule in ("missing_key", "nothing_to_pass", "not_unique", "more_than", "two_deadlines")
    near = before - 1 <= first.line <= before + old.count("\n") + 4
    assert near or whole_block, (first.line, before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_that_can_never_be_taken_is_told_the_quarter_in_which_its_event_waits(
    check: Check, language: str
) -> None:
    [complaint] = check(("{quarter: 3, do: answer", "{quarter: 5, do: answer"))
    told = as_json(complaint, words(language))
    assert complaint.path == "solution[3].quarter"
    assert "5" in told["found"]
    assert "3" in told["allowed"]
    assert "fair_offer" in told["allowed"]
    assert "quarter: 3" in told["hint"]


def test_an_event_without_a_fixed_date_may_be_answered_in_any_quarter(check: Check) -> None:
    early = "{quarter: 3, do: answer, event: fair_offer, choice: go"
    assert check((early, "{quarter: 5, do: answer, event: big_order, choice: one_buyer")) == []


def test_an_event_outside_the_level_is_complained_of_where_it_stands_and_not_in_the_plan(check: Check) -> None:
    rules = [complaint.rule for complaint in check(("when: {quarter: 3}", "when: {quarter: 44}"))]
    assert rules
    assert "answer_not_awaited" not in rules


def test_a_plan_for_a_level_is_held_to_the_dates_of_its_events(tmp_path: Path) -> None:
    level = library.load_level(library.LEVELS / "01_birth.yaml").level
    assert level is not None
    path = tmp_path / "plan.yaml"
    for quarter, rules in ((3, []), (4, ["answer_not_awaited"])):
        path.write_text(f"- {{quarter: {quarter}, do: answer, event: fair_offer, choice: go}}\n", encoding="utf-8")
        assert [complaint.rule for complaint in library.load_plan(path, level)[1]] == rules


def test_all_mistakes_are_reported_at_once(check: Check) -> None:
    found = check(("quarters: 40", "quaters: 40"), ("kind: lesson", "kind: leson"), ("trust: 0.5", "trust: 5"))
    assert {complaint.rule for complaint in found} == {"unknown_key", "missing_key", "one_of", "at_most"}
    found = check(("place: kiln, size", "place: klin, size"), ("choice: go", "choice: goo"), ("value: 16", "value: x"))
    assert sorted(complaint.rule for complaint in found) == ["expected_number", "unknown_choice", "unknown_place"]
    found = check(("place: kiln, size", "place: klin, size"), ("choice: go", "choice: goo"))
    assert sorted(complaint.rule for complaint in found) == ["unknown_choice", "unknown_place"]


LEVER = ("lever: demand.reach", "lever: demand.reech")
EVENT = ("event: fair_offer", "event: fair_ofer")
NUMBER = ("indicator: variety", "indicator: varity")


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        (("quarters: 40", "quarters: forty"), "expected_whole"), (("kind: lesson", "kind: leson"), "one_of"),
        ((TITLE, "title: {en: Birth}"), "missing_language"), (("id: kiln,", "id: 3,"), "expected_text"),
        (("    when: {quarter: 3}", "    wen: {quarter: 3}"), "unknown_key"),
        (("land: 2,", "land: wide,"), "expected_number"), (("questions: []", "questions: 3"), "expected_list"),
        (("x_km: -9,", ""), "missing_key"), (("[willow, kiln]", "[willow]"), "expected_pair"),
        (("teaches: [entry,", "teaches: [entry, 5,"), "expected_text"),
        (("start: {year: 1998,", "start: {year: 1998"), "open_bracket"),
        ((TITLE, TITLE.replace('"}', "}")), "open_quote"), (("policies:\n", "policies：\n"), "wide_colon"),
        (("  attention:", "\tattention:"), "tab"),
    ],
)  # fmt: skip
def test_a_broken_form_in_one_part_hides_no_mistake_of_meaning_in_another(
    check: Check, form: tuple[str, str], rule: str
) -> None:
    rules = [complaint.rule for complaint in check(form, LEVER, NUMBER)]
    assert rule in rules
    assert {"unknown_lever", "unknown_indicator"} <= set(rules)


@pytest.mark.parametrize(
    ("form", "silent", "still"),
    [
        (("id: kiln,", "id: 3,"), "unknown_place", "unknown_lever"),
        (("- id: fair_offer", "- id: 3"), "unknown_event", "unknown_lever"),
        (("quarters: 40", "quarters: 400000"), "after_the_end", "unknown_event"),
        (("{quarter: 3, do: answer", "{quarter: 3, do: anser"), "step_ignores", "unknown_event"),
        (("kind: lesson", "kind: 5"), "nothing_to_pass", "unknown_event"),
        (("    when: {quarter: 3}", "    when: {quarter: x}"), "event_without_time", "unknown_event"),
    ],
)  # fmt: skip
def test_what_may_follow_from_a_broken_form_is_left_unsaid(
    check: Check, form: tuple[str, str], silent: str, still: str
) -> None:
    swaps = [form, LEVER] if still == "unknown_lever" else [form, EVENT]
    rules = [complaint.rule for complaint in check(*swaps)]
    assert silent not in rules
    assert still in rules
    assert len(rules) == 2, rules


def test_one_broken_value_anywhere_in_a_sound_level_is_one_mistake_of_form_and_none_of_meaning(tmp_path: Path) -> None:
    document, tried = parse(BIRTH.encode()), 0
    for steps in list(document.values)[1::11]:
        for value in ("?!", -7.5, [1], {"a": 1}):
            content = copy.deepcopy(document.content)
            *way, last = steps
            held = content
            for step in way:
                held = held[step]
            held[last] = value
            _, form = validate(Level, content)
            if not form:
                continue
            path = tmp_path / "level.yaml"
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            rules = [complaint.rule for complaint in library.check_file(path)]
            assert rules == [fault.rule for fault in form], (path_of(steps), value)
            tried += 1
    assert tried > 100


def test_an_unchanged_level_draws_no_complaint(check: Check) -> None:
    assert check() == []


def test_a_source_that_is_not_listed_is_only_a_warning(check: Check) -> None:
    [complaint] = check(("    when: {quarter: 3}", "    source: nobody\n    when: {quarter: 3}"))
    assert (complaint.rule, complaint.severity) == ("unknown_source", "warning")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_left_in_what_is_said(check: Check, language: str) -> None:
    found = check(("quarters: 40", "quaters: 40"), ("kind: lesson", "kind: leson"), ("value: 16", "value: [1, 2]"))
    for complaint in found:
        assert not re.search(r"\{[a-z_]*\}", sentence(complaint, words(language)))  # type: ignore[arg-type]


def test_a_path_reads_as_people_write_it() -> None:
    assert path_of(("events", 3, "when", "quarter")) == "events[3].when.quarter"
    assert path_of((0, "do")) == "[0].do"
    assert path_of(()) == ""


def test_a_very_long_value_is_shown_short(check: Check) -> None:
    [complaint] = check(("kind: lesson", "kind: " + "x" * 5000))
    assert len(sentence(complaint, words("en"))) < 400


def test_a_copy_that_kept_its_id_is_told_which_level_has_it(tmp_path: Path) -> None:
    for name in ("a_first.yaml", "b_copy.yaml"):
        (tmp_path / name).write_text(BIRTH, encoding="utf-8")
    assert library.check_file(tmp_path / "a_first.yaml") == []
    [complaint] = library.check_file(tmp_path / "b_copy.yaml")
    assert (complaint.path, complaint.rule, complaint.values["file"]) == ("id", "id_taken", "a_first.yaml")
