"""What each key of a file is for, in both languages: shown by editors and in complaints about missing keys."""

from game.content.language import Language
from game.content.words import words


def describe(model: str, key: str, language: Language) -> str:
    """Return what a key is for, or nothing where its name says it.

    Args:
        model: Name of the model it belongs to, such as ``Level``.
        key: As an author writes it.
        language: The reader's.
    """
    id_ = f"key.{model}.{key}"
    found = words(language)
    return found(id_) if id_ in found else ""
