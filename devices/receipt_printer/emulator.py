"""Pretends to be an ESC/POS printer on TCP (127.0.0.1), a pty or a one-way pipe, so that the real driver runs.

Moves bytes between the wire and a `PrinterMachine`, where status, faults and paper are. Knows no ESC/POS itself.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.receipt_printer.bad_line import BadLine
from devices.receipt_printer.machine import EmulatedSlip, Fault, PrinterMachine, SlipOutcome
from devices.transports.pipe import PipeEnd
from devices.transports.pty import PtyLine
from devices.values.receipt_printer import Letters

if TYPE_CHECKING:
    from pathlib import Path

    from devices.ports.transport import Transport

__all__ = ["EmulatedSlip", "Fault", "ReceiptPrinterEmulator", "SlipOutcome"]

_CHUNK_BYTES = 4096
_ROWS_PER_MM = 8  # 203 dpi
_TICK_S = 0.02
_IDLE_S = 3600.0


class ReceiptPrinterEmulator:
    """A printer with paper: `slips` are what fell out, `fail` and `heal` switch faults while it runs.

    With `port` (0: any free one) it listens on TCP; with `pipe` it reads a named pipe that it makes there, and answers
    nothing, as a device node of which one can only write; on `line` when given; else it makes a pty, under the symbolic
    link `link` when given. `seed` is for late answers and noise. Pictures of slips go to `folder` when given. `address`
    is what a driver's settings name. With `mm_per_s` the paper takes its time, as in a real printer (60 to 250 mm/s),
    and status is answered meanwhile; without, slips are there at once.
    """

    def __init__(
        self,
        *,
        width_dots: int = 576,
        port: int | None = None,
        link: str | Path | None = None,
        pipe: Path | None = None,
        line: Transport | None = None,
        folder: Path | None = None,
        mm_per_s: float | None = None,
        process_ids: bool = True,
        letters: Letters = Letters.GBK,
        seed: int = 0,
    ) -> None:
        self._mm_per_s = mm_per_s
        self.machine = PrinterMachine(
            width_dots, folder, paced=mm_per_s is not None, process_ids=process_ids, letters=letters
        )
        self._port = port
        pty = PtyLine(link, device="receipt_printer_emulator")
        self._line = line or (PipeEnd(pipe) if pipe else pty)
        self._path = f"file://{pipe}" if pipe else ""
        self._pty = pty
        self._bad_line = BadLine(seed)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._task: asyncio.Task[None] | None = None
        self._motor: asyncio.Task[None] | None = None
        self._guests: set[asyncio.Task[None]] = set()  # one for each TCP connection
        self._pushing: set[asyncio.Task[None]] = set()
        self._news = asyncio.Condition()
        self._speaking = asyncio.Lock()  # a push and an answer must not meet on the wire

    @property
    def slips(self) -> list[EmulatedSlip]:
        return self.machine.slips

    @property
    def address(self) -> str:
        """`tcp://127.0.0.1:<port>`, `file://<pipe>` or the path of the pty."""
        return self._path or (self._pty.path if self._port is None else f"tcp://127.0.0.1:{self._port}")

    async def start(self) -> None:
        """Plug the printer in; also after `stop()`, on the same TCP port. Nothing happens when it is plugged in."""
        if self._server is not None or self._task is not None:
            return
        if self._mm_per_s is not None and self._motor is None:
            self._motor = asyncio.create_task(self._move(self._mm_per_s))
        if self._port is None:
            await self._line.open()
            self._task = asyncio.create_task(self._serve_line())
            return
        self._server = await asyncio.start_server(self._serve_stream, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self, *, tear_off: bool = True) -> None:
        """Unplug the printer: the driver loses the wire. What hangs in it uncut becomes a partial slip.

        Without `tear_off` only the data cable is out: it goes on with what it holds.
        """
        await self._line.close()
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._writers):
            writer.transport.abort()
        motor = self._motor if tear_off else None
        tasks = [task for task in (self._task, motor, *self._guests, *self._pushing) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._task = None
        if tear_off:
            self._motor = None
            self.machine.tear_off()

    def fail(self, fault: Fault, *, after_rows: int = 0) -> None:
        """Switch a fault on, now or after so many rows (8 a millimetre) of paper, in the middle of a slip."""
        self._push(self.machine.switch_on(fault, after_rows=after_rows))

    def heal(self, fault: Fault | None = None) -> None:
        """Switch one fault off, or all; a printer that stood still goes on with what it holds."""
        for each in [fault] if fault else list(Fault):
            self._push(self.machine.switch_off(each))

    async def wait_for_slips(self, count: int) -> list[EmulatedSlip]:
        """Return once `count` slips have come out."""
        async with self._news:
            await self._news.wait_for(lambda: len(self.slips) >= count)
        return self.slips

    async def wait_for_rows(self, count: int) -> None:
        """Return once so many rows of paper have come out since it was switched on."""
        async with self._news:
            await self._news.wait_for(lambda: self.machine.burnt_rows >= count)

    def _push(self, answer: bytes) -> None:
        if answer and (self._task is not None or self._writers):
            task = asyncio.get_running_loop().create_task(self._send_push(answer))
            self._pushing.add(task)
            task.add_done_callback(self._pushing.discard)

    async def _send(self, answer: bytes, *, only: asyncio.StreamWriter | None = None) -> None:
        async with self._speaking:
            if Fault.LATE in self.machine.faults:
                await asyncio.sleep(self._bad_line.delay_s())
            if Fault.NOISE in self.machine.faults:
                answer = self._bad_line.spoilt(answer)
            if self._port is None:
                await self._line.write(answer)
            for writer in [only] if only else list(self._writers):
                writer.write(answer)
                await writer.drain()

    async def _send_push(self, answer: bytes) -> None:
        with contextlib.suppress(DeviceLostError, OSError):  # nobody listens any more
            await self._send(answer)

    async def _move(self, mm_per_s: float) -> None:
        """Paper comes out at its own pace, whatever is said on the wire meanwhile."""
        rows = max(1, round(_TICK_S * mm_per_s * _ROWS_PER_MM))
        while True:
            await asyncio.sleep(_TICK_S)
            if answer := self.machine.advance(rows):
                await self._send_push(answer)
            await self._tell()

    async def _take(self, data: bytes) -> bytes:
        answer = self.machine.receive(data)
        await self._tell()
        return answer

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _serve_line(self) -> None:
        try:
            while True:
                if answer := await self._take(await self._line.read_some(_IDLE_S)):
                    await self._send(answer)
        except DeviceLostError:
            return

    async def _serve_stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        guest = asyncio.current_task()
        if guest is not None:
            self._guests.add(guest)
            guest.add_done_callback(self._guests.discard)
        self._writers.add(writer)
        try:
            while data := await reader.read(_CHUNK_BYTES):
                if answer := await self._take(data):
                    await self._send(answer, only=writer)
        except (OSError, asyncio.CancelledError):
            return  # a cancelled one must not end so: asyncio would log it as a fault of the program
        finally:
            self._writers.discard(writer)
            writer.close()
