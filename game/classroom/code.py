"""A class code: twelve signs that open the same world in any copy of the game, without a network.

It holds the fingerprint of a level's text, a seed and the fingerprint of the rules: 48 bits as ten signs, and two signs
that make sure. The alphabet has 31 signs, a prime number, and none looks like another (no 0 and O, no 1, I and L); so
the two sums below find every single wrong sign and every two signs that changed places.
"""

import hashlib
import unicodedata
from dataclasses import dataclass

from game.content import library
from game.content.level import Level, digest
from game.version import RULES

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
SIGNS = 10
LEVEL_BITS, SEED_BITS, RULES_BITS = 20, 20, 8
MOST_SEED = 2**SEED_BITS - 1
_BASE = len(ALPHABET)


@dataclass(frozen=True)
class Lesson:
    """What a code opens."""

    level: Level
    seed: int


@dataclass(frozen=True)
class NotACode:
    """Why a text opens nothing: an id under ``class.code`` in the words, and its values."""

    reason: str
    values: tuple[tuple[str, str], ...] = ()


def _fingerprint(text: str, bits: int) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> (64 - bits)


def _checks(values: list[int]) -> list[int]:
    """Return the two signs that make sure: a plain sum and one by place."""
    return [sum(values) % _BASE, sum((k + 1) * value for k, value in enumerate(values)) % _BASE]


def code_for(level: Level, seed: int) -> str:
    """Write the code of a level and a seed, in three groups of four.

    Args:
        level: The level as it is here; another text gives another code.
        seed: 0 to ``MOST_SEED``.
    """
    number = _fingerprint(digest(level), LEVEL_BITS) << (SEED_BITS + RULES_BITS)
    number |= (seed & MOST_SEED) << RULES_BITS | _fingerprint(RULES, RULES_BITS)
    values = []
    for _ in range(SIGNS):
        number, rest = divmod(number, _BASE)
        values.append(rest)
    signs = "".join(ALPHABET[value] for value in [*values, *_checks(values)])
    return "-".join(signs[k : k + 4] for k in range(0, len(signs), 4))


def plain(text: str) -> str:
    """Return a typed code without what people add: spaces, dashes, small and full-width letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum())


def looks_like_one(text: str) -> bool:
    """Tell whether a text is long enough and made of the right signs, whatever it opens."""
    signs = plain(text)
    return len(signs) == SIGNS + 2 and all(sign in ALPHABET for sign in signs)


def lesson_of(text: str) -> Lesson | NotACode:
    """Open a code, or say what is wrong with it."""
    signs = plain(text)
    if len(signs) != SIGNS + 2:
        return NotACode("length", (("found", str(len(signs))), ("wanted", str(SIGNS + 2))))
    strange = [sign for sign in signs if sign not in ALPHABET]
    if strange:
        return NotACode("sign", (("found", strange[0]),))
    values = [ALPHABET.index(sign) for sign in signs]
    if _checks(values[:SIGNS]) != values[SIGNS:]:
        return NotACode("mistyped")
    number = sum(value * _BASE**k for k, value in enumerate(values[:SIGNS]))
    if number & (2**RULES_BITS - 1) != _fingerprint(RULES, RULES_BITS):
        return NotACode("other_rules", (("rules", RULES),))
    seed = number >> RULES_BITS & MOST_SEED
    wanted = number >> (SEED_BITS + RULES_BITS)
    for path in library.level_files():
        level = library.load_level(path).level
        if level is not None and _fingerprint(digest(level), LEVEL_BITS) == wanted:
            return Lesson(level, seed)
    return NotACode("no_level")
