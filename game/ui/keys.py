"""One map of keys: what is pressed, and what it means.

Screens speak of *usual* keys: for them N is "one quarter" for ever. ``KeyMap.meant`` turns what was pressed into the
usual key of what the player gave it to, so every key can be moved and no screen need know.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import pygame

from game.content.words import Words

USUAL: Mapping[str, tuple[str, ...]] = {
    "run": ("space",), "step": ("n", "."), "speed_1": ("1",), "speed_2": ("2",), "speed_3": ("3",),
    "speed_4": ("4",), "undo": ("ctrl+z", "u"), "rewind": ("r",), "why": ("w",), "futures": ("o",),
    "council": ("a",), "predict": ("p",), "diagnose": ("d",),
    "gazette": ("g",), "family": ("f",), "log": ("j",), "codex": ("c",), "save": ("f5",), "load": ("f9",),
    "layers": ("v",), "layer_workers": ("5",), "layer_rents": ("6",), "layer_reach": ("7",), "layer_trust": ("8",),
    "layer_likeness": ("9",), "layer_margins": ("0",), "layer_chain": ("k",), "map_nearer": ("+", "="),
    "map_farther": ("-",), "map_whole": ("z",), "map_north": ("t",), "map_west": ("q",), "map_east": ("e",),
    "map_south": ("b",),
    "next": ("tab",), "previous": ("shift+tab",), "left": ("left",), "right": ("right",), "up": ("up",),
    "down": ("down",), "press": ("enter",), "page_back": ("pageup",), "page_on": ("pagedown",),
    "first": ("home",), "last": ("end",), "close": ("esc",), "menu": ("f10",), "language": ("l",),
    "full": ("f11",), "voice": ("f2",), "help": ("f1", "h"),
}  # fmt: skip
"""Everything a key can do, in the order help lists it, with its usual keys; the first is the one that is told."""

NAMED: Mapping[str, int] = {
    "space": pygame.K_SPACE, "tab": pygame.K_TAB, "enter": pygame.K_RETURN, "esc": pygame.K_ESCAPE,
    "left": pygame.K_LEFT, "right": pygame.K_RIGHT, "up": pygame.K_UP, "down": pygame.K_DOWN,
    "pageup": pygame.K_PAGEUP, "pagedown": pygame.K_PAGEDOWN, "home": pygame.K_HOME, "end": pygame.K_END,
    "insert": pygame.K_INSERT, "delete": pygame.K_DELETE, "backspace": pygame.K_BACKSPACE,
    **{f"f{k}": pygame.K_F1 + k - 1 for k in range(1, 13)},
    **{f"pad{k}": pygame.K_KP_1 + (k - 1) % 10 for k in range(10)},
}  # fmt: skip
"""Keys that print nothing, by the names under which they are kept."""

_NAMES = {code: name for name, code in NAMED.items()} | {pygame.K_KP_ENTER: "enter"}
_HELD = {"ctrl": pygame.KMOD_CTRL | pygame.KMOD_META, "alt": pygame.KMOD_ALT, "shift": pygame.KMOD_SHIFT}
_HOLD = {"ctrl": pygame.KMOD_LCTRL, "alt": pygame.KMOD_LALT, "shift": pygame.KMOD_LSHIFT}
ALONE = (pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT, pygame.K_LSHIFT, pygame.K_RSHIFT,
          pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_MODE)  # fmt: skip


def name_of(key: int, modifiers: int = 0) -> str:
    """Name what was pressed: ``n``, ``f5``, ``ctrl+z``; an empty text for Shift alone and keys without a name."""
    if key in ALONE:
        return ""
    plain = _NAMES.get(key) or (chr(key) if 32 < key < 0xFFFF and chr(key).isprintable() else "")
    held = "".join(f"{name}+" for name, mask in _HELD.items() if modifiers & mask)
    return held + plain if plain else ""


def code_of(name: str) -> tuple[int, int]:
    """Return key and modifiers of a name; key 0 where it names none."""
    *held, last = name.split("+") if len(name) > 1 else [name]
    if any(one not in _HOLD for one in held):
        return 0, 0
    key = NAMED.get(last) or (ord(last) if len(last) == 1 and last.isprintable() and last != " " else 0)
    return key, sum(_HOLD[one] for one in held)


@dataclass(frozen=True)
class KeyMap:
    """The usual keys, and what the player changed: one key for each deed that was moved."""

    changed: Mapping[str, str] = field(default_factory=dict)
    letters: bool = True
    """Whether single letters, digits and marks do anything by themselves."""

    def keys(self, deed: str) -> tuple[str, ...]:
        """Return the keys of a deed."""
        return (self.changed[deed],) if deed in self.changed else USUAL[deed]

    @cached_property
    def _deeds(self) -> dict[str, str]:
        return {key: deed for deed in USUAL for key in self.keys(deed)}

    def deed(self, name: str) -> str:
        """Return what a key does, or nothing."""
        return self._deeds.get(name, "")

    def meant(self, key: int, modifiers: int) -> tuple[int, int] | None:
        """Return the usual key and modifiers of what was pressed; None where it means nothing any more."""
        name = name_of(key, modifiers)
        bare = name.replace("shift+", "")
        if len(bare) == 1 and not self.letters:
            return None
        for tried in (name, bare):
            deed = self.deed(tried)
            if deed:
                usual, held = code_of(USUAL[deed][0])
                return usual, held if tried == name else held | pygame.KMOD_LSHIFT
            if any(tried in usual for usual in USUAL.values()):
                return None
        return key, modifiers

    def taken(self, deed: str, name: str) -> str:
        """Return which other deed has a key already, or nothing."""
        other = self.deed(name)
        return "" if other == deed else other

    def told(self, deed: str) -> str:
        """Return the key to tell for a deed: one that works, so no letter where letters are switched off."""
        keys = [key for key in self.keys(deed) if self.letters or len(key) > 1]
        return keys[0] if keys else ""


def usable(changed: Mapping[str, object]) -> dict[str, str]:
    """Keep of changed keys only what can be used: known deeds, real keys, no key twice."""
    kept: dict[str, str] = {}
    for deed, name in changed.items():
        if deed in USUAL and isinstance(name, str) and code_of(name)[0]:
            kept[deed] = name
    for deed in list(kept):
        others = {key for other in USUAL if other != deed for key in KeyMap(kept).keys(other)}
        if kept[deed] in others:
            del kept[deed]
    return kept


def label(name: str, words: Words) -> str:
    """Write a key as it stands on a keyboard."""
    if not name:
        return words("entrance.no_key")
    *held, last = name.split("+") if len(name) > 1 else [name]
    id_ = f"entrance.key.{last}"
    shown = words(id_) if id_ in words else last.upper()
    return "+".join([*(one.capitalize() for one in held), shown])


@lru_cache(maxsize=16)
def _naming(changed: tuple[tuple[str, str], ...], letters: bool, words: Words) -> Words:
    keys = KeyMap(dict(changed), letters)
    return words.knowing({f"key_{deed}": label(keys.told(deed), words) for deed in USUAL})


def naming(keys: KeyMap, words: Words) -> Words:
    """Return words that fill in ``{key_save}`` and the like: the keys as they are now."""
    return _naming(tuple(sorted(keys.changed.items())), keys.letters, words)
