"""Whatever bytes a file holds, reading it ends in content or in complaints, never in an exception."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import library
from game.content.complaint_words import sentence
from game.content.words import words
from game.content.yaml_lines import DEEPEST, MOST_BYTES, MOST_NODES, Document, parse, read

BIRTH = (library.LEVELS / "01_birth.yaml").read_bytes()
LAUGHS = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (k, k, b",".join([b"*%c" % (k - 1)] * 9)) for k in range(ord("b"), ord("j"))
)


def rules(document: Document) -> list[str]:
    return [fault.rule for fault in document.faults]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty_file"), (b"# only a comment\n", "empty_file"), (b"~", "empty_file"),
        (b"a: 1\n---\nb: 2\n", "second_document"), (b"a: 1\na: 2\n", "duplicate_key"),
        (b"a: !!python/object/apply:os.system [ls]\n", "tag"), (b"a: !thing 3\n", "tag"),
        (b"a: &x 1\nb: *x\n", "alias"), (LAUGHS, "alias"), (b"\ta: 1\n", "tab"), (b"a:\n\t- b\n", "tab"),
        ("id： birth\n".encode(), "wide_colon"), ("a: 1\nid： birth\nb: 2\n".encode(), "wide_colon"),
        ("a: \uff3b1, 2\uff3d\n".encode(), "wide_bracket"), ("a: [one，two]\n".encode(), "wide_comma"),
        ("a: {b：1，c: 2}\n".encode(), "wide_colon"), (b'a: {b: "c, d: 1}\n', "open_quote"),
        ("a:\n\u3000b: 1\n".encode(), "wide_space"), ("温州".encode("gb18030"), "not_utf8"),
        (b"\xff\xfe", "not_utf8"),
        (b"a: \x00\n", "control_character"), ("a: \ufffe\n".encode(), "control_character"),
        (b"a: b: c\n", "colon_in_text"), (b'a: "b\nc: 1\n', "open_quote"), (b"a: [1, 2\n", "open_bracket"),
        (b"a: %x\n", "special_character"), (b'a: "\\q"\n', "backslash"), (b"? [a, b]\n: 1\n", "odd_key"),
        (b"[" * 100, "too_deep"), (b"- " * 100 + b"x", "too_deep"),
        (b"- x\n" * (MOST_NODES + 1), "too_many_nodes"),
        (b"#" * (MOST_BYTES + 1), "too_big"),
    ],
)  # fmt: skip
def test_what_trips_people_up_and_what_attacks_is_named(data: bytes, rule: str) -> None:
    began = time.perf_counter()
    assert rule in rules(parse(data))
    assert time.perf_counter() - began < 5


def test_aliases_are_never_opened_up() -> None:
    assert parse(LAUGHS).content["c"] == [None] * 9


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("Yes", "Yes"), ("off", "off"), ("010", "010"), ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"), (".inf", ".inf"), (".nan", ".nan"), ("1998-01-01", "1998-01-01"), ("=", "="),
        ("1e400", "1e400"), ('"1"', "1"), ("'true'", "true"), ("9" * 30, "9" * 30), ("<<", "<<"),
        ("true", True), ("false", False), ("~", None), ("null", None), ("", None), ("7", 7), ("-7", -7),
        ("+7", 7),
        ("0.5", 0.5), (".5", 0.5), ("1.", 1.0), ("2e3", 2000.0), ("-1.5e-2", -0.015),
    ],
)  # fmt: skip
def test_a_value_is_what_the_author_typed(text: str, value: object) -> None:
    document = parse(f"a: {text}\n".encode())
    assert document.faults == ()
    assert document.content == {"a": value}
    assert type(document.content["a"]) is type(value)


def test_keys_are_always_text() -> None:
    assert parse(b"1999: a\nno: b\n~: c\n1.5: d\n").content == {"1999": "a", "no": "b", "~": "c", "1.5": "d"}


def test_everything_knows_its_line_and_column() -> None:
    document = parse("\ufeffa: 1\nb:\n  - c: 温\n    d: [1,\n      2]\n".encode())
    assert document.faults == ()
    marks = {steps: (mark.line, mark.column) for steps, mark in document.values.items()}
    assert marks[("a",)] == (1, 4)
    assert marks[("b", 0, "c")] == (3, 8)
    assert marks[("b", 0, "d", 1)] == (5, 7)
    assert (document.keys[("b", 0, "d")].line, document.keys[("b", 0, "d")].column) == (4, 5)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    with_mark = parse(b"\xef\xbb\xbf" + BIRTH.replace(b"\n", b"\r\n"))
    plain = parse(BIRTH)
    assert with_mark.faults == plain.faults == ()
    assert with_mark.content == plain.content
    assert [m.line for m in with_mark.values.values()] == [m.line for m in plain.values.values()]


def test_as_deep_as_allowed_is_read_and_one_deeper_is_not() -> None:
    assert rules(parse(b"[" * DEEPEST + b"]" * DEEPEST)) == []
    assert rules(parse(b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2))) == ["too_deep"]


def test_several_slips_are_reported_at_once() -> None:
    assert rules(parse(b"a: &x 1\na: !t 2\nb: *x\n")) == ["alias", "duplicate_key", "tag", "alias"]


def test_what_is_not_a_file_is_said_and_not_raised(tmp_path: Path) -> None:
    assert rules(read(tmp_path)) == ["is_folder"]
    assert rules(read(tmp_path / "nothing.yaml")) == ["no_such_file"]
    assert rules(read(Path("a\0b.yaml"))) == ["no_such_file"]
    assert rules(read(Path("x" * 5000 + ".yaml"))) in (["no_such_file"], ["cannot_open"])


def spoken(path: Path) -> None:
    """Check a file and say every complaint in both languages, as the command does."""
    for complaint in library.check_file(path):
        for language in ("en", "zh"):
            text = sentence(complaint, words(language))  # type: ignore[arg-type]
            assert f":{complaint.line}:{complaint.column}:" in text
            assert "complaints." not in text


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_random_bytes_never_raise(data: bytes) -> None:
    document = parse(data)
    assert document.content is not None or document.faults


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=" \n\t:-[]{},&*!|>'\"%@`#?ab1.：，\uff3b\uff5b\u3000\u2028\x85\r~", max_size=60))
def test_random_punctuation_never_raises(text: str) -> None:
    document = parse(text.encode())
    assert document.content is not None or document.faults
    for fault in document.faults:
        assert document.complaint(fault).line >= 1


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """Draw a real level with a few bytes cut out, put in, doubled or swapped."""
    data = bytearray(BIRTH)
    for _ in range(draw(st.integers(1, 4))):
        at, many = draw(st.integers(0, len(data) - 1)), draw(st.integers(0, 40))
        kind = draw(st.sampled_from(["cut", "put", "double", "swap"]))
        if kind == "cut":
            del data[at : at + many]
        elif kind == "put":
            data[at:at] = draw(st.binary(max_size=6))
        elif kind == "double":
            data[at:at] = data[at : at + many]
        else:
            other = draw(st.integers(0, len(data) - 1))
            data[at : at + 5], data[other : other + 5] = data[other : other + 5], data[at : at + 5]
    return bytes(data)


@settings(max_examples=60, deadline=None)
@given(data=mutations())
def test_a_level_with_random_slips_gives_complaints_and_never_raises(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("slips", numbered=True) / "level.yaml"
    path.write_bytes(data)
    found = library.load_level(path)
    assert found.level is not None or found.complaints
    spoken(path)


values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(10**18), 10**18), st.floats(allow_nan=False),
        st.text(max_size=6),
        st.sampled_from(["birth", "all", "willow", "firms", ">=", "{", "{x}", "pass"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner)),
    max_leaves=5,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_level_with_any_value_anywhere_gives_complaints_and_never_raises(data: st.DataObject) -> None:
    document = parse(BIRTH, "level.yaml")
    steps = data.draw(st.sampled_from(sorted((one for one in document.values if one), key=str)))
    owner = document.content
    for step in steps[:-1]:
        owner = owner[step]
    owner[steps[-1]] = data.draw(values)
    level, faults = library._checked(document, library.Level, library.check_level)
    assert level is not None or faults
    for fault in faults:
        for language in ("en", "zh"):
            said = sentence(document.complaint(fault), words(language))  # type: ignore[arg-type]
            assert said.startswith("level.yaml:")
