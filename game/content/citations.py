"""Where claims come from: a citation stays in its own language, what is said about it is said in the reader's."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from game.content.authored import Evidence
from game.content.language import Language
from game.content.words import Words
from game.content.yaml_lines import read

SOURCES = Path(__file__).parent / "sources.yaml"
SOURCES_ZH = SOURCES.with_name("sources_zh.yaml")


@cache
def sources() -> Mapping[str, str]:
    """Return where findings come from: key → who, and where."""
    content = read(SOURCES).content
    return {str(key): str(text) for key, text in content.items()} if isinstance(content, dict) else {}


@cache
def _sources_zh() -> Mapping[str, str]:
    content = read(SOURCES_ZH).content
    return content if isinstance(content, dict) else {}


def source_told(text: str, language: Language) -> str:
    """Write a source in a language; a mere citation stays as it is."""
    return _sources_zh().get(text, text) if language == "zh" else text


def cited(key: str, language: Language = "en") -> str:
    """Write a source as a reader can find it."""
    return source_told(sources().get(key, key), language)


def grounds(found: Evidence, say: Words) -> str:
    """Write a finding's source and how well it is known; this model's own choice says both in one."""
    source = cited(found.source, say.language)
    if found.standing == "design":
        return source
    return say("read.sourced", first=source, second=say(f"ui.standing.{found.standing}"))
