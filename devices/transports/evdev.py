"""A key pad or keyboard that is read below the screen: an input device of Linux, taken for ourselves alone.

The wire carries 24-byte `input_event` structs, little-endian on 64-bit machines: seconds and microseconds (8 bytes
each), type and code (2 each), value (4, signed): linux/input.h and the kernel's Documentation/input/event-codes.rst.
Knows no meaning of any key. A pseudo-terminal or FIFO that carries the same structs serves as well (emulators).
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import struct
import termios
from dataclasses import dataclass

from devices.errors import DeviceLostError
from devices.transports.descriptor import DescriptorStream

EVENT = struct.Struct("<qqHHi")
EV_SYN, EV_KEY, EV_SW = 0x00, 0x01, 0x05  # event types
SYN_REPORT, SYN_DROPPED = 0, 3  # codes of EV_SYN
KEY_UP, KEY_DOWN, KEY_REPEAT = 0, 1, 2  # values of EV_KEY
SW_HEADPHONE_INSERT = 0x02  # a code of EV_SW; 1 while a plug is in

_EVIOCGRAB = 0x40044590  # _IOW('E', 0x90, int)
_SWITCH_BYTES = 8
_EVIOCGSW = 0x80000000 | _SWITCH_BYTES << 16 | 0x45 << 8 | 0x1B  # _IOC(_IOC_READ, 'E', 0x1b, len)
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


class EvdevTransport:
    """A Transport that only reads: `/dev/input/by-id/…-event-kbd`, or a pseudo-terminal or FIFO for an emulator.

    `grab` (EVIOCGRAB) keeps the keys from the screen and from every other program while this is open; a device that
    somebody else has grabbed cannot be opened (DeviceLostError). Where there is nothing to grab it does nothing.
    """

    def __init__(self, path: str, *, device: str = "evdev", grab: bool = True) -> None:
        self._path = path
        self._device = device
        self._grab = grab
        self._fd: int | None = None
        self._stream: DescriptorStream | None = None

    async def open(self) -> None:
        """Open and grab. Raises DeviceLostError: not there, not allowed (group "input"), grabbed, no input device."""
        await self.close()
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            raise DeviceLostError(self._device, f"cannot open {self._path}: {error}") from error
        try:
            _check_kind(descriptor)
            if self._grab:
                _grab(descriptor)
            if os.isatty(descriptor):  # a new reader hears nothing that was typed before it came
                termios.tcflush(descriptor, termios.TCIFLUSH)
            self._stream = DescriptorStream(descriptor, self._device)
        except (OSError, termios.error) as error:
            os.close(descriptor)
            raise DeviceLostError(self._device, f"cannot take {self._path}: {error}") from error
        self._fd = descriptor

    async def write(self, data: bytes) -> None:
        """Keys take no bytes. Raises DeviceLostError always."""
        raise DeviceLostError(self._device, f"an input device takes no bytes ({len(data)} given)")

    async def read_some(self, timeout_s: float) -> bytes:
        if self._stream is None:
            raise DeviceLostError(self._device, "not open")
        return await self._stream.read_some(timeout_s)

    def switch_is_on(self, code: int) -> bool | None:
        """How a switch (SW_…) stands now, without an event; None when the device cannot say (no switch, a FIFO)."""
        bits = bytearray(_SWITCH_BYTES)
        if self._fd is None or not 0 <= code < _SWITCH_BYTES * 8:
            return None
        try:
            fcntl.ioctl(self._fd, _EVIOCGSW, bits)
        except OSError:
            return None
        return bool(bits[code // 8] >> code % 8 & 1)

    async def close(self) -> None:
        """Let go of the keys and close; closing twice is allowed."""
        if self._stream is not None:
            self._stream.detach()
            self._stream = None
        if self._fd is not None:
            os.close(self._fd)  # ends the grab
            self._fd = None


def _check_kind(descriptor: int) -> None:
    mode = os.fstat(descriptor).st_mode
    if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)):
        raise OSError(errno.ENODEV, "not an input device")


def _grab(descriptor: int) -> None:
    try:
        fcntl.ioctl(descriptor, _EVIOCGRAB, 1)
    except OSError as error:
        if error.errno not in {errno.ENOTTY, errno.EINVAL}:  # no evdev: an emulator's wire, nobody else hears it
            raise
