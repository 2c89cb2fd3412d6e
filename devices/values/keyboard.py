"""A key that was pressed, whoever says so: a window system or an input device of Linux."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ENDS = frozenset({"\r", "\n", "\t"})


class Press(StrEnum):
    """What was pressed."""

    CHARACTER = "character"  # `text` is one character, also Enter (\\r) and Tab (\\t)
    MOVE = "move"  # a key for people that writes nothing: arrows, Backspace, Delete
    COMMAND = "command"  # Ctrl, Alt or Meta with anything, Escape, a function key, a control character
    REPEAT = "repeat"  # a key that is held down; scanners hold none


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """One press. `at` in monotonic seconds; `origin` is the source's own and is handed back untouched."""

    press: Press
    at: float
    text: str = ""
    origin: object = None

    def __repr__(self) -> str:
        return f"Key({self.press.value}, {self.at:.3f})"


def key_for(text: str, at: float, *, command: bool = False, repeat: bool = False, origin: object = None) -> Key:
    """The key for what a source says: the text it writes, whether a command key was held, whether it is held down."""
    if command or (text and text not in ENDS and not text.isprintable()):
        return Key(Press.COMMAND, at, "", origin)
    if repeat:
        return Key(Press.REPEAT, at, "", origin)
    return Key(Press.CHARACTER, at, text, origin) if text else Key(Press.MOVE, at, "", origin)
