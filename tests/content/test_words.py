"""Both languages say everything: no id is missing, none says something else, none is asked for in vain."""

import ast
from pathlib import Path

import pytest

from game.content import library
from game.content.language import Language, placeholders
from game.content.level import Goal
from game.content.words import FOLDER, LANGUAGES, Words, compare, fill, flatten, words
from game.content.yaml_lines import parse, read
from game.explain.quantities import HIGH_IS_GOOD, KINDS
from game.explain.scopes import FIRM_NUMBERS, PLACE_NUMBERS
from game.session.saves import Unreadable
from game.simulation.actions import REFUSALS
from game.simulation.indicators import INDICATORS, WATCHED
from game.simulation.registry import CAUSES
from game.simulation.state import ORIGINS, STOCKS
from tests.content.words_asked import GAME, asked

BOTH = pytest.mark.parametrize("language", LANGUAGES)


def test_both_languages_have_the_same_words_with_the_same_placeholders() -> None:
    for language in LANGUAGES:
        assert library.check_file(FOLDER / f"{language}.yaml") == []
    assert words("en").ids == words("zh").ids


def test_a_missing_word_and_another_placeholder_would_be_noticed() -> None:
    faults = list(compare({"a": "{x}"}, {"a": "{y}", "b": "b"}, "zh"))
    assert {fault.rule for fault in faults} == {"missing_word", "other_placeholders"}


@BOTH
def test_no_word_is_empty(language: Language) -> None:
    texts, faults = flatten(read(FOLDER / f"{language}.yaml").content)
    assert faults == []
    assert [id_ for id_, text in texts.items() if not text.strip()] == []


@BOTH
def test_every_word_the_code_asks_for_is_there(language: Language) -> None:
    ids = words(language).ids
    lost = [
        f"{one.where} {one.text}"
        for one in asked()
        if not (one.text in ids if one.whole else any(id_.startswith(one.text) for id_ in ids))
    ]
    assert lost == []


def test_looking_for_asked_words_finds_many() -> None:
    found = asked()
    assert len([one for one in found if one.whole]) > 50
    assert any(one.text == "number." and not one.whole for one in found)


@BOTH
def test_every_number_has_a_name_and_a_meaning(language: Language) -> None:
    ids = words(language).ids
    assert [n for n in KINDS if f"number.{n}" not in ids or f"meaning.{n}" not in ids] == []
    assert [n for n in WATCHED if f"phase.{n}" not in ids] == []


def test_every_number_has_a_kind_and_no_number_is_judged_that_does_not_exist() -> None:
    assert set(KINDS) == set(INDICATORS) | set(FIRM_NUMBERS) | set(PLACE_NUMBERS)
    assert set(HIGH_IS_GOOD) <= set(KINDS)


@BOTH
def test_every_cause_of_every_stock_has_words(language: Language) -> None:
    ids = words(language).ids
    causes = {cause for stock, some in CAUSES.items() for cause in some if STOCKS[stock].of != "programme"}
    causes |= {f"entry.{origin}" for origin in ORIGINS} | {f"exit.{r}" for r in ("insolvent", "relocated", "closed")}
    causes |= {"limit", "other", "policy", "event", "shocks.answer"}
    assert sorted(cause for cause in causes if f"cause.{cause}" not in ids) == []
    assert sorted(cause for cause in causes if f"because.{cause}" not in ids) == []


@BOTH
def test_every_refusal_has_words_with_the_numbers_it_gives(language: Language) -> None:
    ids = words(language).ids
    assert [reason for reason in REFUSALS if f"refusal.{reason}" not in ids] == []


@BOTH
def test_every_trouble_with_a_save_has_words(language: Language) -> None:
    reasons = _arguments("session/saves.py", Unreadable.__name__)
    assert len(reasons) >= 5
    assert [reason for reason in reasons if f"saves.{reason}" not in words(language)] == []


@BOTH
def test_every_way_a_level_and_a_goal_can_stand_has_words(language: Language) -> None:
    ids = words(language).ids
    kinds = Goal.model_fields["kind"].annotation.__args__
    assert {f"goal.{kind}" for kind in (*kinds, "open", "met", "missed")} <= ids
    assert {f"outcome.{reason}" for reason in ("won", "lost", "term", "failed", "voted_out")} <= ids


def _arguments(module: str, function: str) -> set[str]:
    """Collect the first arguments of every call of a function in a module."""
    tree = ast.parse((GAME / module).read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    named = (node.args[0] for node in calls if isinstance(node.func, ast.Name) and node.func.id == function)
    return {node.value for node in named if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def rules_of_content() -> set[str]:
    """Collect every rule that content can break, from the code that says so."""
    found: set[str] = set()
    for path in sorted((GAME / "content").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"Fault": 1, "_unreadable": 1, "check_name": 1, "check_names": 1}.get(node.func.id, 99)
                found |= _rules(node, place, "unknown_{}" if "check" in node.func.id else "{}")
            if isinstance(node, ast.Assign | ast.AnnAssign):
                found |= _table(node)
    return found


def _rules(call: ast.Call, place: int, form: str) -> set[str]:
    """Read the rules out of one argument, which may be a choice between two."""
    if len(call.args) <= place:
        return set()
    given = call.args[place]
    parts = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
    return {form.format(part.value) for part in parts if isinstance(part, ast.Constant)}


def _table(node: ast.Assign | ast.AnnAssign) -> set[str]:
    """Read the rules out of the tables of rules."""
    names = [t.id for t in getattr(node, "targets", []) if isinstance(t, ast.Name)]
    if "_RULES" in names and isinstance(node.value, ast.Dict):
        return {value.value for value in node.value.values if isinstance(value, ast.Constant)}
    if "_PROBLEMS" in names and isinstance(node.value, ast.Tuple):
        return {item.elts[1].value for item in node.value.elts}  # type: ignore[attr-defined]
    return set()


@BOTH
def test_every_rule_says_what_was_found_and_what_is_allowed(language: Language) -> None:
    rules = rules_of_content() | {"invalid", "syntax", "unknown_lever", "not_a_lever"}
    assert len(rules) > 60
    assert [r for r in sorted(rules) if f"complaints.rules.{r}.allowed" not in words(language)] == []


@BOTH
def test_every_command_and_argument_has_words(language: Language) -> None:
    from game.cli import COMMANDS  # noqa: PLC0415 - the roof is only looked at here

    assert [name for name in COMMANDS if f"command.{name}.about" not in words(language)] == []


def test_a_text_is_filled_and_chooses_a_form_by_number() -> None:
    text = "{count} {count:firm|firms}, {change}"
    assert fill(text, {"count": 1, "change": -2}) == "1 firm, −2"
    assert fill(text, {"count": 3, "change": 0.5}) == "3 firms, 0.5"


def test_what_a_player_wrote_is_never_read_as_a_placeholder() -> None:
    assert fill("There is no {name}.", {"name": "{seed} {0} {"}) == "There is no {seed} {0} {."


def test_a_missing_value_stays_visible_and_a_missing_id_shows_itself() -> None:
    assert fill("{a} and {b}", {"a": 1}) == "1 and {b}"
    assert words("en")("no.such.word") == "no.such.word"


def test_strict_words_refuse_what_is_missing() -> None:
    strict = Words("en", {"a": "{b}"}, strict=True)
    with pytest.raises(KeyError):
        strict("b")
    with pytest.raises(KeyError):
        strict("a")


def test_an_open_brace_in_the_words_is_a_fault() -> None:
    _, faults = flatten(parse(b"a: 'x {b'\nc: 3\n").content)
    assert [fault.rule for fault in faults] == ["broken_placeholder", "expected_text"]
    assert placeholders("{a} {b:x|y} {{c}}") == {"a", "b"}


def test_the_words_lie_in_one_file_for_each_language() -> None:
    assert sorted(path.stem for path in Path(FOLDER).glob("*.yaml")) == sorted(LANGUAGES)
