"""The game's own words by id, in one language: ``words("ui.play", count=3)``.

A word may hold ``{placeholders}``, and choose a form by a number: ``{count} {count:firm|firms}``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from game.content.complaint import Fault, Steps
from game.content.language import Language, placeholders
from game.content.numbers import MINUS
from game.content.yaml_lines import read

LANGUAGES: tuple[Language, ...] = ("en", "zh")
FOLDER = Path(__file__).parent / "words"


class Words:
    """Every word of one language.

    A missing id shows itself in play rather than stopping a lesson; with ``strict`` it is an error, for tests.
    """

    def __init__(
        self, language: Language, texts: Mapping[str, str], strict: bool = False,
        always: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.language = language
        self._texts = texts
        self._strict = strict
        self._always = always or {}
        self._plain: dict[str, str] = {}
        """Texts that were asked for without values, filled: a frame asks for dozens of them."""

    def knowing(self, values: Mapping[str, str]) -> "Words":
        """Return the same words with values that need not be given each time, such as the names of keys."""
        return Words(self.language, self._texts, self._strict, values)

    @property
    def ids(self) -> frozenset[str]:
        """Every id there is."""
        return frozenset(self._texts)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._texts

    def __call__(self, id_: str, /, **values: Any) -> str:
        """Return a text with its placeholders filled.

        Raises:
            KeyError: In strict words, when the id or a placeholder's value is missing.
        """
        if not values and id_ in self._plain:
            return self._plain[id_]
        if id_ not in self._texts:
            if self._strict:
                raise KeyError(f"no words for {id_} in {self.language}")
            return id_
        text = fill(self._texts[id_], {**self._always, **values} if self._always else values, self._strict)
        if not values:
            self._plain[id_] = text
        return text


def fill(text: str, values: Mapping[str, Any], strict: bool = False) -> str:
    """Fill a text's placeholders; one without a value stays as it is written, unless strict.

    A placeholder is a plain name; a form is chosen by ``{count:one|many}``.
    """
    if "{" not in text:
        return text
    return "".join(before + _filled(name, forms, values, strict) for before, name, forms in _parts(text))


@cache
def _parts(text: str) -> tuple[tuple[str, str | None, str], ...]:
    """Take a text apart: what stands before each placeholder, its name, its forms. A frame fills dozens of texts."""
    return tuple((before, name, forms or "") for before, name, forms, _ in Formatter().parse(text))


def _filled(name: str | None, forms: str, values: Mapping[str, Any], strict: bool) -> str:
    if name is None:
        return ""
    value = values[name] if strict else values.get(name, "{" + name + "}")
    if "|" in forms:
        one, many = forms.split("|", 1)
        return fill(one if str(value) == "1" else many, values, strict)
    text = str(value)
    return text.replace("-", MINUS) if isinstance(value, int | float) else text


@cache
def words(language: Language) -> Words:
    """Return the game's words in one language, read once."""
    texts, _ = flatten(read(FOLDER / f"{language}.yaml").content)
    return Words(language, texts)


def flatten(content: Any) -> tuple[dict[str, str], list[Fault]]:
    """Turn nested blocks into flat ids; what is not a text is a fault."""
    if not isinstance(content, dict):
        return {}, [Fault((), "expected_mapping", {"found": content})]
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for steps, value in _leaves((), content):
        if not isinstance(value, str):
            faults.append(Fault(steps, "expected_text", {"found": value}))
        elif placeholders(value) is None:
            faults.append(Fault(steps, "broken_placeholder", {"found": value}))
        else:
            texts[".".join(map(str, steps))] = value
    return texts, faults


def compare(texts: Mapping[str, str], others: Mapping[str, str], other: Language) -> Iterator[Fault]:
    """Find what one language's words lack or do differently, compared with another's."""
    for id_ in others.keys() - texts.keys():
        yield Fault(tuple(id_.split(".")), "missing_word", {"found": None, "key": id_, "other": other})
    for id_ in texts.keys() & others.keys():
        here, there = placeholders(texts[id_]) or set(), placeholders(others[id_]) or set()
        if here != there:
            values = {"found": ", ".join(sorted(here)), "expected": ", ".join(sorted(there)), "other": other}
            yield Fault(tuple(id_.split(".")), "other_placeholders", values)


def _leaves(steps: Steps, content: Any) -> Iterator[tuple[Steps, Any]]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _leaves((*steps, key), value)
    else:
        yield steps, content
