"""Pretends to be an A4 printer that speaks IPP over HTTP on 127.0.0.1, for the real driver and for a real CUPS.

Moves bytes between the wire and `Answering`, spoils them when told, and lets the sheets come out at their pace. Keeps
the PDFs that it got. Knows no IPP itself.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from devices.page_printer.answering import Answering
from devices.page_printer.codec import IppSyntaxError, decode_message, encode_message
from devices.page_printer.machine import Fault, PrinterMachine
from devices.page_printer.words import Operation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from ssl import SSLContext

__all__ = ["Fault", "PagePrinterEmulator"]

MAX_HEAD_BYTES = 16384
MAX_BODY_BYTES = 64 << 20
PIECE_BYTES = 40
PIECE_S = 0.003
WAS_UP_S = 100_000  # at the first start; after a power cut it counts from 0
_BAD = b"HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_GARBAGE = b"\x00\xff<html>\x03\x01" * 9


class PagePrinterEmulator:
    """A printer with paper: `machine.jobs` are what came, `machine.paper` the sheets; faults switch while it runs.

    `port` 0 takes any free one and keeps it. `sheet_s` is the time for a sheet (an office printer: 1.5 to 3).
    PDFs are also kept in `folder` when given. With `tls` it speaks ipps.
    """

    def __init__(
        self, *, port: int = 0, sheet_s: float = 0.01, folder: Path | None = None, tls: SSLContext | None = None
    ) -> None:
        self.machine = PrinterMachine()
        self._port = port
        self._sheet_s = sheet_s
        self._folder = folder
        self._tls = tls
        self._server: asyncio.Server | None = None
        self._motor: asyncio.Task[None] | None = None
        self._guests: set[asyncio.Task[None]] = set()
        self._on_at = time.monotonic() - WAS_UP_S
        self._news = asyncio.Condition()

    @property
    def address(self) -> str:
        """What a driver's settings name; known when it has been started once."""
        return f"{'ipps' if self._tls else 'ipp'}://127.0.0.1:{self._port}/ipp/print"

    async def start(self) -> None:
        """Plug it in, or the cable after `unplug`; nothing happens when it is plugged in."""
        if self._server is not None:
            return
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", self._port, limit=MAX_HEAD_BYTES, ssl=self._tls
        )
        self._port = self._server.sockets[0].getsockname()[1]
        if self._motor is None:
            self._motor = asyncio.create_task(self._run())

    plug = start

    async def unplug(self) -> None:
        """The network cable: nobody hears it any more, and it goes on with what it has."""
        if self._server is not None:
            self._server.close()
            self._server = None
        guests = list(self._guests)
        for guest in guests:
            guest.cancel()
        await asyncio.gather(*guests, return_exceptions=True)

    async def stop(self) -> None:
        """Cable and paper stop; its memory stays, for a look at it."""
        await self.unplug()
        if self._motor is not None:
            self._motor.cancel()
            await asyncio.gather(self._motor, return_exceptions=True)
            self._motor = None

    async def power_off(self) -> None:
        """Switched off: what it had in its memory is gone, and it counts its time anew."""
        await self.stop()
        self.machine.forget()
        self._on_at = time.monotonic()

    def fail(self, fault: Fault, *, after_sheets: int = 0) -> None:
        """Switch a fault on, now or when so many more sheets are out."""
        self.machine.faults[fault] = after_sheets

    def heal(self, fault: Fault | None = None) -> None:
        """Switch one fault off, or all; a printer that stood still goes on."""
        for each in [fault] if fault else list(Fault):
            self.machine.faults.pop(each, None)

    async def until(self, seen: Callable[[PrinterMachine], bool]) -> None:
        """Return once this is true of the machine."""
        async with self._news:
            await self._news.wait_for(lambda: seen(self.machine))

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._sheet_s)
            self.machine.advance()
            await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        guest = asyncio.current_task()
        if guest is not None:
            self._guests.add(guest)
            guest.add_done_callback(self._guests.discard)
        try:
            while await self._exchange(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError, ValueError):
            writer.transport.abort()  # a cancelled one must not end so: asyncio would log it as a fault of the program
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request; False when the connection is to end."""
        head = await reader.readuntil(b"\r\n\r\n")
        verb, fields = _head(head)
        if verb != b"POST":
            writer.write(_BAD % b"405 Method Not Allowed")
            return False
        if fields.get(b"expect", b"").lower() == b"100-continue":
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = await self._body(reader, fields)
        answer = await self._answer(body)
        if answer is None:
            return False
        await self._say(writer, answer)
        return fields.get(b"connection", b"").lower() != b"close"

    async def _body(self, reader: asyncio.StreamReader, fields: dict[bytes, bytes]) -> bytes:
        if self.machine.has(Fault.CUT_DOCUMENT) and int(fields.get(b"content-length", b"0")) > MAX_HEAD_BYTES // 16:
            raise ConnectionAbortedError
        if fields.get(b"transfer-encoding", b"").lower() == b"chunked":
            return await _chunks(reader)
        size = int(fields.get(b"content-length", b"0"))
        if not 0 <= size <= MAX_BODY_BYTES:
            raise ValueError(size)
        return await reader.readexactly(size)

    async def _answer(self, body: bytes) -> bytes | None:
        if self.machine.has(Fault.MUTE):
            await asyncio.Event().wait()  # until the cable is out
        if self.machine.has(Fault.HTTP_ERROR):
            return _BAD % b"500 Internal Server Error"
        try:
            request = decode_message(body)
        except IppSyntaxError:
            return _BAD % b"400 Bad Request"
        answer = Answering(self.machine, self.address).answer(request, int(time.monotonic() - self._on_at))
        self._keep()
        await self._tell()
        if self.machine.has(Fault.CUT_ANSWER) and request.code in {Operation.CREATE_JOB, Operation.PRINT_JOB}:
            return None
        data = _GARBAGE if self.machine.has(Fault.GARBAGE) else encode_message(answer)
        if self.machine.has(Fault.TRUNCATED):
            data = data[: len(data) // 2]
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: %d\r\n\r\n%s" % (len(data), data)

    async def _say(self, writer: asyncio.StreamWriter, answer: bytes) -> None:
        if not self.machine.has(Fault.SLOW):
            writer.write(answer)
        for at in range(0, len(answer) if self.machine.has(Fault.SLOW) else 0, PIECE_BYTES):
            writer.write(answer[at : at + PIECE_BYTES])
            await asyncio.sleep(PIECE_S)
        await writer.drain()

    def _keep(self) -> None:
        if self._folder is not None:
            for job in self.machine.jobs:
                path = self._folder / f"{job.job_id:04d}.pdf"
                if job.document and not path.exists():
                    path.write_bytes(job.document)


def _head(head: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    first, *lines = head.split(b"\r\n")
    fields = {}
    for line in lines:
        name, _, value = line.partition(b":")
        fields[name.strip().lower()] = value.strip()
    return first.split(b" ")[0], fields


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = bytearray()
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        if size < 0 or len(body) + size > MAX_BODY_BYTES:
            raise ValueError(size)
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return bytes(body)
