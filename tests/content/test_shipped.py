"""Everything the game ships is free of complaints, agrees with its schema, and names only what exists."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from game.content import library
from game.content.build import allowed, setup_of
from game.content.citations import SOURCES_ZH, cited, sources
from game.content.language import Language
from game.content.level import Industry, Level, digest
from game.content.level_numbers import FORMATIONS
from game.content.schema import MODELS, schema
from game.content.words import LANGUAGES
from game.content.yaml_lines import parse, read
from game.simulation.registry import PARAMETERS

ROOT = Path(__file__).resolve().parents[2]
LEVELS = library.level_files()
FILES = library.every_file()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_shipped_file_is_free_of_complaints(path: Path) -> None:
    assert library.check_file(path) == []


def test_there_is_something_to_check() -> None:
    assert len(LEVELS) >= 3
    assert len(library.policies()) >= 20
    assert len(library.concepts()) >= 20


@pytest.mark.parametrize("folder", [library.POLICIES, library.CONCEPTS], ids=["policies", "concepts"])
def test_a_card_has_the_id_of_its_file(folder: Path) -> None:
    cards = library.policies() if folder == library.POLICIES else library.concepts()
    assert sorted(cards) == sorted(path.stem for path in folder.glob("*.yaml"))


def test_every_level_has_an_id_of_its_own_by_which_it_is_found() -> None:
    ids = [library.load_level(path).level.id for path in LEVELS]  # type: ignore[union-attr]
    assert len(set(ids)) == len(ids)
    for id_, path in zip(ids, LEVELS, strict=True):
        assert library.find_level(id_) == path
        assert library.find_level(path.stem) == path


def test_every_concept_that_is_named_has_a_card_and_every_card_is_named() -> None:
    named = {c for card in library.policies().values() for c in card.concepts}
    named |= {c for card in library.concepts().values() for c in card.related}
    named |= {c for path in LEVELS for c in library.load_level(path).level.teaches}  # type: ignore[union-attr]
    assert named <= set(library.concepts())


def test_what_formations_and_characters_change_exists_and_lies_in_its_range() -> None:
    for numbers in (*FORMATIONS.values(), *(profile.mechanisms for profile in library.industries().values())):
        for key, value in numbers.items():
            assert PARAMETERS[key].low <= value <= PARAMETERS[key].high, key
    assert set(FORMATIONS) == set(Level.model_fields["formation"].annotation.__args__)  # type: ignore[union-attr]
    assert set(library.industries()) == set(Industry.model_fields["character"].annotation.__args__)  # type: ignore[union-attr]


@pytest.mark.parametrize("path", LEVELS, ids=[path.stem for path in LEVELS])
def test_a_level_compiles_to_numbers_within_their_ranges(path: Path) -> None:
    level = library.load_level(path).level
    assert level is not None
    setup = setup_of(level, library.policies())
    assert [policy.id for policy in setup.policies] == list(allowed(level, library.policies()))
    for key, value in setup.parameters.items():
        assert PARAMETERS[key].low <= value <= PARAMETERS[key].high, key


def test_the_digest_of_a_level_is_that_of_its_content_not_of_its_layout(tmp_path: Path) -> None:
    source = LEVELS[0].read_text(encoding="utf-8")
    for name, text in {
        "layout": "# a remark\n" + source.replace("quarters: 40\n", "quarters:   40   # ten years\n"),
        "windows": source.replace("\n", "\r\n"),
        "content": source.replace("treasury: 16", "treasury: 16.5"),
    }.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        level = library.load_level(path).level
        assert level is not None
        same = digest(level) == digest(library.load_level(LEVELS[0]).level)  # type: ignore[arg-type]
        assert same == (name != "content")


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        pytest.param(
            "01_birth", "note:", r",? note: {en: .*?, zh: .*?}(?=[,}])", id="what is said about the steps of a plan"
        ),
        pytest.param("01_birth", "done:", r", done: \[.*?\]", id="what obeys a hint"),
        pytest.param("c01_detroit", "dice:", r"(?m)^dice: \d+\n", id="on which dice it begins"),
    ],
)
def test_what_changes_no_course_leaves_the_digest_as_it_was(name: str, key: str, said: str, tmp_path: Path) -> None:
    path, whole = tmp_path / "bare.yaml", LEVELS[0].with_name(f"{name}.yaml")
    text = re.sub(said, "", whole.read_text(encoding="utf-8"))
    assert key not in text, "all of it is gone"
    path.write_text(text, encoding="utf-8")
    bare, level = library.load_level(path).level, library.load_level(whole).level
    assert bare is not None
    assert level is not None
    assert bare != level
    assert digest(bare) == digest(level)


def test_who_mends_a_word_leaves_proofs_recordings_and_codes_valid(tmp_path: Path) -> None:
    source = LEVELS[0].read_text(encoding="utf-8")
    level = library.load_level(LEVELS[0]).level
    assert level is not None
    said = {"title": level.title, "brief": level.brief, "goal": level.goals[0].text}
    for name, text in said.items():
        word = text.en.split()[0]
        path = tmp_path / f"{name}.yaml"
        path.write_text(source.replace(word, f"{word} well"), encoding="utf-8")
        mended = library.load_level(path).level
        assert mended is not None
        assert mended != level
        assert digest(mended) == digest(level)


def test_a_note_in_one_language_only_is_an_error(tmp_path: Path) -> None:
    source = LEVELS[0].read_text(encoding="utf-8")
    path = tmp_path / "half.yaml"
    path.write_text(re.sub(r"note: {(en: .*?), zh: .*?}", r"note: {\1}", source, count=1), encoding="utf-8")
    found = library.load_level(path)
    assert found.level is None
    assert ["zh" in complaint.path for complaint in found.complaints] == [True]


def test_a_level_with_errors_is_not_playable_and_one_with_warnings_is(tmp_path: Path) -> None:
    source = LEVELS[0].read_text(encoding="utf-8")
    path = tmp_path / "level.yaml"
    path.write_text(source.replace("place: kiln, size", "place: klin, size"), encoding="utf-8")
    assert library.load_level(path).level is None
    path.write_text(source.replace("    when: {quarter: 3}", "    source: x\n    when: {quarter: 3}"), encoding="utf-8")
    found = library.load_level(path)
    assert found.level is not None
    assert len(found.complaints) == 1


def misfits(value: Any, rule: dict[str, Any], defs: dict[str, Any], where: str = "") -> Iterator[str]:
    """Check a value against as much of JSON Schema as the game's own schemas use."""
    if "$ref" in rule:
        rule = defs[rule["$ref"].rsplit("/", 1)[1]]
    for many in ("anyOf", "oneOf"):
        if many in rule and all(list(misfits(value, one, defs, where)) for one in rule[many]):
            yield f"{where}: fits none of {many}"
    kinds = {
        "object": dict, "array": list, "string": str, "integer": int, "number": int | float, "boolean": bool,
        "null": type(None),
    }  # fmt: skip
    kind = rule.get("type")
    if kind and (not isinstance(value, kinds[kind]) or (kind in ("integer", "number") and isinstance(value, bool))):
        yield f"{where}: no {kind}"
        return
    if "enum" in rule and value not in rule["enum"]:
        yield f"{where}: not in {rule['enum']}"
    if "const" in rule and value != rule["const"]:
        yield f"{where}: not {rule['const']}"
    yield from _limits(value, rule, where)
    yield from _inside(value, rule, defs, where)


def _limits(value: Any, rule: dict[str, Any], where: str) -> Iterator[str]:
    tests = {
        "minimum": lambda limit: value >= limit, "maximum": lambda limit: value <= limit,
        "exclusiveMinimum": lambda limit: value > limit, "exclusiveMaximum": lambda limit: value < limit,
        "minLength": lambda limit: len(value) >= limit, "minItems": lambda limit: len(value) >= limit,
        "maxItems": lambda limit: len(value) <= limit,
    }  # fmt: skip
    for name, test in tests.items():
        if name in rule and not test(rule[name]):
            yield f"{where}: {name} {rule[name]}"


def _inside(value: Any, rule: dict[str, Any], defs: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        known = rule.get("properties", {})
        yield from (f"{where}: {key} is missing" for key in rule.get("required", ()) if key not in value)
        for key, inner in value.items():
            if key in known:
                yield from misfits(inner, known[key], defs, f"{where}.{key}")
            elif rule.get("additionalProperties") is False:
                yield f"{where}: {key} is unknown"
            elif isinstance(rule.get("additionalProperties"), dict):
                yield from misfits(inner, rule["additionalProperties"], defs, f"{where}.{key}")
    if isinstance(value, list):
        for k, inner in enumerate(value):
            first = rule.get("prefixItems", [])
            yield from misfits(inner, first[k] if k < len(first) else rule.get("items", {}), defs, f"{where}[{k}]")


FOLDERS = {
    "level": library.LEVELS, "policy": library.POLICIES, "concept": library.CONCEPTS, "question": library.QUESTIONS,
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_every_shipped_file_agrees_with_its_schema(kind: str) -> None:
    rule = schema(kind, "en")
    for path in FOLDERS[kind].glob("*.yaml"):
        assert list(misfits(read(path).content, rule, rule.get("$defs", {}))) == [], path.name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("quarters: 40", "quaters: 40"),
        ("kind: lesson", "kind: leson"),
        ("trust: 0.5", "trust: 5"),
        ("land: 2,", "land: 0,"),
    ],
)
def test_the_schema_refuses_what_the_checks_refuse(old: str, new: str) -> None:
    rule = schema("level", "en")
    content = parse(LEVELS[0].read_bytes().replace(old.encode(), new.encode(), 1)).content
    assert list(misfits(content, rule, rule["$defs"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(MODELS))
def test_the_schema_has_the_keys_of_the_models_and_says_what_each_is_for(kind: str, language: Language) -> None:
    found = schema(kind, language)
    assert set(found["properties"]) == _keys(MODELS[kind])
    silent = [key for key, value in found["properties"].items() if not value.get("description")]
    assert silent == []
    assert found["additionalProperties"] is False


def _keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def test_there_is_no_schema_of_anything_else() -> None:
    with pytest.raises(KeyError):
        schema("firm", "en")


def test_every_level_names_its_schema_in_its_first_line() -> None:
    for path in LEVELS:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path.name


def test_the_schema_beside_the_levels_is_the_one_the_game_prints() -> None:
    kept = json.loads((library.LEVELS / "level.schema.json").read_text(encoding="utf-8"))
    assert kept == schema("level", "en"), "run: python main.py schema level --lang en > levels/level.schema.json"


def test_what_is_said_about_a_source_is_said_in_chinese_too() -> None:
    levels = [library.load_level(path).level for path in LEVELS]
    known = {source.text for level in levels if level is not None for source in level.sources}
    known |= {*sources().values(), *(card.source for card in library.concepts().values())}
    translated = read(SOURCES_ZH).content
    assert set(translated) <= known, "nothing is translated that is not there"
    remarks = (", on ", "(abstract)", "(copy)", "A study")
    assert not [text for text in known - set(translated) if any(remark in text for remark in remarks)]
    assert cited("design", "zh") == translated[cited("design")]


def test_every_card_has_a_chinese_name_in_chinese() -> None:
    cards = [*library.policies().values(), *library.concepts().values()]
    assert [card.id for card in cards if not any("\u4e00" <= sign <= "\u9fff" for sign in card.name["zh"])] == []


TEXTS = [*FILES, SOURCES_ZH, *sorted((ROOT / "tests" / "facts").glob("*.yaml"))]


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_a_space_stands_before_the_per_cent_sign_in_both_languages(path: Path) -> None:
    crowded = re.compile(r"\S*(?:\d%(?![\dA-F]{2})|％)")  # an address may hold %20
    assert crowded.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", LEVELS, ids=[path.stem for path in LEVELS])
def test_a_worked_example_gives_the_reason_of_every_step(path: Path) -> None:
    level = library.load_level(path).level
    assert level is not None
    assert [step for step in level.solution if step.note is None] == []
    said = [step.note[language] for step in level.solution if step.note for language in LANGUAGES]
    assert len(said) == len(set(said)), "each step has a reason of its own"
