"""A key pad or keyboard that is read below the screen: an input device of Linux, taken for ourselves alone.

The wire carries the structs of `input_events.py`. Knows no meaning of any key. A pseudo-terminal or FIFO that carries
the same structs serves as well (emulators).
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import termios

from devices.errors import DeviceLostError
from devices.transports.descriptor import DescriptorStream

_EVIOCGRAB = 0x40044590  # _IOW('E', 0x90, int)
_SWITCH_BYTES = 8
_EVIOCGSW = 0x80000000 | _SWITCH_BYTES << 16 | 0x45 << 8 | 0x1B  # _IOC(_IOC_READ, 'E', 0x1b, len)


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
