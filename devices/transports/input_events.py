"""Events of Linux input devices (keyboards, key pads, switches) <-> bytes. Sans-IO; knows no meaning of any key.

24-byte `input_event` structs, little-endian on 64-bit machines: seconds and microseconds (8 bytes each), type and code
(2 each), value (4, signed): linux/input.h and the kernel's Documentation/input/event-codes.rst.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

EVENT = struct.Struct("<qqHHi")
EV_SYN, EV_KEY, EV_SW = 0x00, 0x01, 0x05  # event types
SYN_REPORT, SYN_DROPPED = 0, 3  # codes of EV_SYN
KEY_UP, KEY_DOWN, KEY_REPEAT = 0, 1, 2  # values of EV_KEY
SW_HEADPHONE_INSERT = 0x02  # a code of EV_SW; 1 while a plug is in

_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class InputEvent:
    """One event: the kernel's time in seconds (its wall clock: only differences mean something), type, code, value."""

    at_s: float
    type: int
    code: int
    value: int


@dataclass(frozen=True, slots=True)
class EventsLost:
    """The kernel's buffer was full: events between two reports are gone, what is held down is not known any more."""


class EventDecoder:
    """Cuts a byte stream into events, whatever the chunks. Events between SYN_DROPPED and the next report are left out.

    The kernel hands over whole structs only; on other wires a struct that began and never ends is `forget`-ten.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._dropping = False

    @property
    def pending(self) -> bool:
        """True while a struct has begun and is not ended."""
        return bool(self._rest)

    def feed(self, data: bytes) -> list[InputEvent | EventsLost]:
        """Take what came, return what is whole in it. Never raises."""
        data = self._rest + data
        whole = len(data) - len(data) % EVENT.size
        self._rest = data[whole:]
        found: list[InputEvent | EventsLost] = []
        for seconds, micros, kind, code, value in EVENT.iter_unpack(data[:whole]):
            if kind == EV_SYN and code == SYN_DROPPED:
                self._dropping = True
            elif not self._dropping:
                found.append(InputEvent(seconds + micros / _MICROSECONDS, kind, code, value))
            elif kind == EV_SYN and code == SYN_REPORT:
                self._dropping = False
                found.append(EventsLost())
        return found

    def forget(self) -> None:
        """Silence inside a struct: the beginning is thrown away, the next byte begins a new one."""
        self._rest = b""


def encode_event(event: InputEvent) -> bytes:
    """The struct for an event, for emulators. Raises struct.error for what does not fit."""
    seconds = int(event.at_s)
    return EVENT.pack(
        seconds, round((event.at_s - seconds) * _MICROSECONDS) % _MICROSECONDS, event.type, event.code, event.value
    )
