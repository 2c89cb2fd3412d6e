"""Words of the serial caller <-> values, and keys of a numeric key pad -> presses. Sans-IO; knows no clock.

The line is that of `transports/box_frames.py`; the words are ours, because vendors differ and publish little. A site's
own box is another file like this one.

    EVENT  50 PRESS    KEY (1), AGE (2, tenths of a second; FFFF: longer)
    ASK    44 DISPLAY  WAITING (2; FFFF: not known), label in ASCII, at most 8 bytes

The key pad is the one that is laid out in ui.md 6 (its keys are Linux key codes, input-event-codes.h).
"""

from __future__ import annotations

from devices.transports.input_events import EV_KEY, KEY_DOWN, EventsLost, InputEvent
from devices.values.caller import CallerDisplay, CallerKey

PRESS, DISPLAY = 0x50, 0x44
PRESS_BYTES, WAITING_BYTES = 3, 2  # KEY and AGE; before a label
LABEL_BYTES = 8
NOT_KNOWN = 0xFFFF
TENTHS = 10

WIRE_KEYS = {
    0x01: CallerKey.NEXT_STEP,
    0x02: CallerKey.CALL_NEXT,
    0x03: CallerKey.RECALL,
    0x04: CallerKey.SERVE,
    0x05: CallerKey.COMPLETE,
    0x06: CallerKey.NO_SHOW,
    0x07: CallerKey.HOLD,
    0x08: CallerKey.TRANSFER,
    0x09: CallerKey.PAUSE,
    0x0A: CallerKey.RATE,
    0x0B: CallerKey.CLEAR,
    **{0x30 + digit: CallerKey(f"digit_{digit}") for digit in range(1, 10)},
}
_WIRE_CODES = {key: code for code, key in WIRE_KEYS.items()}

PAD_KEYS = {
    96: CallerKey.NEXT_STEP,  # KEY_KPENTER
    28: CallerKey.NEXT_STEP,  # KEY_ENTER: some pads send the big keyboard's codes
    82: CallerKey.RECALL,  # KEY_KP0
    11: CallerKey.RECALL,  # KEY_0
    83: CallerKey.NO_SHOW,  # KEY_KPDOT
    52: CallerKey.NO_SHOW,  # KEY_DOT
    78: CallerKey.TRANSFER,  # KEY_KPPLUS
    74: CallerKey.HOLD,  # KEY_KPMINUS
    12: CallerKey.HOLD,  # KEY_MINUS
    55: CallerKey.PAUSE,  # KEY_KPASTERISK
    98: CallerKey.RATE,  # KEY_KPSLASH
    53: CallerKey.RATE,  # KEY_SLASH
    14: CallerKey.CLEAR,  # KEY_BACKSPACE
    **{code: CallerKey(f"digit_{digit}") for digit, code in enumerate((79, 80, 81, 75, 76, 77, 71, 72, 73), 1)},
    **{1 + digit: CallerKey(f"digit_{digit}") for digit in range(1, 10)},  # KEY_1 … KEY_9
}
BOUNCE_S = 0.1  # a second press of one key so soon is a worn contact, or a pad's 00 key


def encode_press(key: CallerKey, age_s: float = 0.0) -> bytes:
    """Arguments of PRESS."""
    return bytes((_WIRE_CODES[key],)) + min(round(age_s * TENTHS), NOT_KNOWN).to_bytes(2, "big")


def decode_press(arguments: bytes) -> tuple[CallerKey, float] | None:
    """(key, age in seconds) of PRESS; None for what no press can be. Bytes behind them are a later protocol's."""
    key = WIRE_KEYS.get(arguments[0]) if len(arguments) >= PRESS_BYTES else None
    return None if key is None else (key, int.from_bytes(arguments[1:PRESS_BYTES], "big") / TENTHS)


def encode_display(display: CallerDisplay) -> bytes:
    """Arguments of DISPLAY. Raises ValueError for a label that the box cannot show."""
    label = display.label.encode("ascii")  # UnicodeEncodeError is a ValueError
    if len(label) > LABEL_BYTES:
        raise ValueError("the label is too long")
    waiting = NOT_KNOWN if display.waiting is None else max(0, min(display.waiting, NOT_KNOWN - 1))
    return waiting.to_bytes(2, "big") + label


def decode_display(arguments: bytes) -> CallerDisplay | None:
    """What a box is to show; None for arguments that say nothing."""
    label = arguments[WAITING_BYTES:]
    if len(arguments) < WAITING_BYTES or len(label) > LABEL_BYTES or not label.isascii():
        return None
    waiting = int.from_bytes(arguments[:WAITING_BYTES], "big")
    return CallerDisplay(None if waiting == NOT_KNOWN else waiting, label.decode("ascii"))


class PadKeys:
    """Presses out of the events of a key pad. A key that is held down is one press; `unknown` counts other keys."""

    def __init__(self, *, bounce_s: float = BOUNCE_S) -> None:
        self._bounce_s = bounce_s
        self._pressed_at: dict[int, float] = {}
        self.unknown = 0

    def press(self, event: InputEvent | EventsLost) -> CallerKey | None:
        """The key that was pressed with this event, if one was."""
        if isinstance(event, EventsLost) or event.type != EV_KEY or event.value != KEY_DOWN:
            return None
        before = self._pressed_at.get(event.code)
        self._pressed_at = {event.code: event.at_s}  # only the last key bounces
        if before is not None and 0 <= event.at_s - before < self._bounce_s:
            return None
        key = PAD_KEYS.get(event.code)
        self.unknown += key is None
        return key
