"""Key codes of Linux -> what they write on a US keyboard, which is what scanners pretend to be. Pure.

Codes are those of linux/input-event-codes.h.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports.input_events import EV_KEY, KEY_DOWN, KEY_REPEAT, KEY_UP
from devices.values.keyboard import key_for

if TYPE_CHECKING:
    from devices.transports.input_events import InputEvent
    from devices.values.keyboard import Key

CAPS_LOCK = 58
SHIFTS = frozenset({42, 54})
COMMANDS = frozenset({29, 97, 56, 100, 125, 126})  # Ctrl, Alt, Meta
SILENT = SHIFTS | COMMANDS | {CAPS_LOCK, 69, 70}  # nothing by themselves; 69, 70 are Num Lock and Scroll Lock
FUNCTIONS = frozenset({1, 99, 127, 139, *range(59, 69), 87, 88, *range(183, 195)})  # Esc, SysRq, Menu, F1 to F24
MOVES = frozenset({14, *range(102, 112)})  # Backspace; Home, arrows, End, Page Up and Down, Insert, Delete
ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (15, "\tqwertyuiop[]\r", "\tQWERTYUIOP{}\r"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (55, "*", "*"),
    (57, " ", " "),
    (71, "789-456+1230.", "789-456+1230."),
    (96, "\r", "\r"),
    (98, "/", "/"),
)
PLAIN = {first + at: text for first, row, _ in ROWS for at, text in enumerate(row)}
SHIFTED = {first + at: text for first, _, row in ROWS for at, text in enumerate(row)}


class KeyMap:
    """Follows what is held down; says what a press writes."""

    def __init__(self) -> None:
        self._held: set[int] = set()
        self._caps = False

    def forget(self) -> None:
        """Events were lost: nothing is known to be held."""
        self._held.clear()

    def press(self, event: InputEvent) -> Key | None:
        """The key of an event; None for releases, for keys that only change others, and for what is no key."""
        if event.type != EV_KEY or event.value not in {KEY_UP, KEY_DOWN, KEY_REPEAT}:
            return None
        if event.code in SILENT:
            self._change(event)
            return None
        if event.value == KEY_UP:
            return None
        command = bool(self._held & COMMANDS) or event.code in FUNCTIONS or event.code not in PLAIN.keys() | MOVES
        return key_for(self._text(event.code), event.at_s, command=command, repeat=event.value == KEY_REPEAT)

    def _change(self, event: InputEvent) -> None:
        if event.code == CAPS_LOCK:
            self._caps ^= event.value == KEY_DOWN
        elif event.value == KEY_UP:
            self._held.discard(event.code)
        else:
            self._held.add(event.code)

    def _text(self, code: int) -> str:
        shifted = bool(self._held & SHIFTS)
        plain = PLAIN.get(code, "")
        return SHIFTED.get(code, "") if shifted ^ (self._caps and plain.isalpha()) else plain


def strokes(text: str) -> list[tuple[int, bool]]:
    """The key codes that write a text, each with whether Shift is held. Raises ValueError for what has no key."""
    by_text = {written: (code, True) for code, written in SHIFTED.items()}
    by_text |= {written: (code, False) for code, written in reversed(PLAIN.items())}
    try:
        return [by_text[one] for one in text]
    except KeyError as error:
        raise ValueError(f"no key writes {error.args[0]!r}") from None
