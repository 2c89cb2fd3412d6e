"""A serial line (UART, USB-serial, or a pty in tests). Knows baud rates; knows no protocol."""

from __future__ import annotations

import contextlib
import termios

import serial

from devices.errors import DeviceLostError
from devices.transports.descriptor import DescriptorStream

DEFAULT_BAUD = 115200  # bits per second, 8N1: the factory setting of SDT readers (GA 450)


class SerialTransport:
    """Opens `path` for us alone; a second program on the line gets an error instead of half of our bytes.

    `rtscts` switches hardware flow control on. The modem lines are never read, because ptys have none (OSError 25).
    """

    def __init__(self, path: str, *, baud: int = DEFAULT_BAUD, rtscts: bool = False, device: str = "serial") -> None:
        self._path = path
        self._baud = baud
        self._rtscts = rtscts
        self._device = device
        self._port: serial.Serial | None = None
        self._stream: DescriptorStream | None = None

    async def open(self) -> None:
        await self.close()
        try:
            self._port = serial.Serial(self._path, self._baud, timeout=0, rtscts=self._rtscts, exclusive=True)
        except (OSError, ValueError, termios.error) as error:  # no such port, taken, a rate that it cannot do, hung up
            raise DeviceLostError(self._device, f"cannot open {self._path}: {error}") from error
        self._stream = DescriptorStream(self._port.fileno(), self._device)

    async def write(self, data: bytes) -> None:
        await self._open_stream().write(data)

    async def read_some(self, timeout_s: float) -> bytes:
        return await self._open_stream().read_some(timeout_s)

    async def close(self) -> None:
        if self._stream is not None:
            self._stream.detach()
            self._stream = None
        if self._port is not None:
            with contextlib.suppress(
                OSError, termios.error, serial.SerialException
            ):  # hung up: nothing is left to send
                self._port.reset_output_buffer()  # what was given up must not go out later
            self._port.close()
            self._port = None

    def _open_stream(self) -> DescriptorStream:
        if self._stream is None:
            raise DeviceLostError(self._device, "not open")
        return self._stream
