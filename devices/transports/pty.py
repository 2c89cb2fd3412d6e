"""The far end of a pseudo-terminal: where an emulator sits, while a driver opens `path` like any serial port.

Ptys keep a baud rate and do nothing with it; who wants wire time makes it himself.
"""

from __future__ import annotations

import errno
import os
import termios
import tty
from pathlib import Path

from devices.errors import DeviceLostError
from devices.transports.descriptor import DescriptorStream, WriteStalledError

UNHEARD_S = 1.0
RATES = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)
OUTPUT_SPEED = 5  # its place in what tcgetattr gives


class PtyLine:
    """A Transport. `link`, when given, is a symbolic link to the current pty, as udev gives a port a lasting name.

    Closing is unplugging: the driver's side gets a hang-up. Opening again makes a new pty under the same link. Opening
    raises OSError where the link cannot be made; a file that is no link is left alone.
    """

    def __init__(self, link: str | Path | None = None, *, device: str = "pty", unheard_s: float = UNHEARD_S) -> None:
        self._link = Path(link) if link else None
        self._device = device
        self._unheard_s = unheard_s
        self._ends: tuple[int, int] | None = None
        self._stream: DescriptorStream | None = None
        self._slave_path = ""

    @property
    def path(self) -> str:
        """What a driver opens: the link if there is one, else the pty itself ("" while closed)."""
        return str(self._link) if self._link else self._slave_path

    @property
    def baud(self) -> int:
        """The rate (bits per second) to which whoever opened the other side has set it; 0 when nothing is open."""
        if self._ends is None:
            return 0
        speed = termios.tcgetattr(self._ends[1])[OUTPUT_SPEED]
        return next((rate for rate in RATES if getattr(termios, f"B{rate}") == speed), 0)

    async def open(self) -> None:
        await self.close()
        if self._link and self._link.exists() and not self._link.is_symlink():
            raise FileExistsError(errno.EEXIST, "no link, and not to be overwritten", str(self._link))
        ours, theirs = os.openpty()
        # We keep `theirs` open too: without it, reading before the first driver has come would be a hang-up.
        self._ends = (ours, theirs)
        tty.setraw(theirs)
        os.set_blocking(ours, False)
        self._stream = DescriptorStream(ours, self._device, write_stall_s=self._unheard_s)
        self._slave_path = os.ttyname(theirs)
        if self._link:
            try:
                self._link.unlink(missing_ok=True)
                self._link.symlink_to(self._slave_path)
            except OSError:
                await self.close()
                raise

    async def write(self, data: bytes) -> None:
        """Send. A box waits for nobody: what is not taken in time is lost, with what lay there before."""
        try:
            await self._open_stream().write(data)
        except WriteStalledError:
            if self._ends is not None:
                termios.tcflush(self._ends[1], termios.TCIFLUSH)

    async def read_some(self, timeout_s: float) -> bytes:
        return await self._open_stream().read_some(timeout_s)

    async def close(self) -> None:
        if self._stream is not None:
            self._stream.detach()
            self._stream = None
        if self._ends is not None:
            for end in self._ends:
                os.close(end)
            self._ends = None
            self._slave_path = ""
            if self._link and self._link.is_symlink():
                self._link.unlink(missing_ok=True)

    def _open_stream(self) -> DescriptorStream:
        if self._stream is None:
            raise DeviceLostError(self._device, "not open")
        return self._stream
