"""A bad cable: stands between a driver and an emulator, passes bytes on, and spoils them when told. Knows no protocol.

The driver opens `address` (a pty or TCP, whichever the box has) as if it were the box. Only what the box says is
spoiled; what it is told passes as it is, until the cable is cut.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from devices.errors import DeviceLostError
from devices.transports import open_transport
from devices.transports.pty import PtyLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from devices.ports.transport import Transport

IDLE_S = 3600.0
CHUNK_BYTES = 4096
QUIET_S = 0.1
LINGER_S = 0.05  # between the last byte and the hang-up, which may throw away what was not read yet
PIECE_S = 0.002  # between two pieces, so that the reader wakes for each


class Relay:
    """`piece_bytes` and `piece_s` cut what the box says into pieces with a pause behind each; 0 bytes: as it comes.

    `mute` drops it; `hold` keeps it back until `release`, which says all of it in one go; `spoil` (bytes → bytes) is
    done to each chunk; `inject` says something that the box never said. `cut_after` pulls the cable by itself when so
    many more bytes have come from the box or gone to it. `heard` and `told` count them.
    """

    def __init__(self, box_address: str, folder: Path, *, name: str = "wire") -> None:
        self._box_address = box_address
        self._tcp = urlsplit(box_address).scheme == "tcp"
        self._line = PtyLine(folder / name, device="relay")
        self._server: asyncio.Server | None = None
        self._port = 0
        self._cables: set[asyncio.Task[None]] = set()
        self._nears: set[_Guest | PtyLine] = set()
        self._speaking = asyncio.Lock()  # two writers on one descriptor would wake each other wrongly
        self._held: bytearray | None = None
        self._cut_at: dict[str, int] = {}  # side → the count at which the cable comes out
        self._passed = {"heard": 0, "told": 0}
        self.piece_bytes = 0
        self.piece_s = PIECE_S
        self.mute = False
        self.spoil: Callable[[bytes], bytes] | None = None
        self.out = asyncio.Event()  # the cable is out
        self.out.set()

    @property
    def address(self) -> str:
        """What the driver's settings name."""
        return f"tcp://127.0.0.1:{self._port}" if self._tcp else self._line.path

    @property
    def heard(self) -> int:
        """Bytes that came from the box."""
        return self._passed["heard"]

    @property
    def told(self) -> int:
        """Bytes that went to the box."""
        return self._passed["told"]

    @property
    def held(self) -> int:
        """Bytes that are kept back."""
        return len(self._held or b"")

    async def plug(self) -> None:
        """Put the cable in; also again, under the same address. Raises DeviceLostError when no box is there."""
        self._cut_at.clear()
        self.out.clear()
        if self._tcp:
            self._server = await asyncio.start_server(self._welcome, "127.0.0.1", self._port)
            self._port = self._server.sockets[0].getsockname()[1]
            return
        far = open_transport(self._box_address, device="relay")
        await far.open()  # before the driver comes: opening a line throws away what waits on it
        await self._line.open()
        cable = asyncio.create_task(self._join(self._line, far))
        self._cables.add(cable)
        cable.add_done_callback(self._cables.discard)

    async def unplug(self) -> None:
        """Pull the cable: the driver's side gets a hang-up."""
        self._hang_up()
        cables = list(self._cables)
        for cable in cables:
            cable.cancel()
        await asyncio.gather(*cables, return_exceptions=True)

    def heal(self) -> None:
        """Pass everything on as it comes again; a cable that is out stays out."""
        self.piece_bytes, self.piece_s, self.mute, self.spoil = 0, PIECE_S, False, None
        self._cut_at.clear()

    def cut_after(self, *, heard: int | None = None, told: int | None = None) -> None:
        """Pull the cable by itself, in the middle of what is said."""
        more = {"heard": heard, "told": told}
        self._cut_at = {side: self._passed[side] + count for side, count in more.items() if count is not None}

    def hold(self) -> None:
        """Keep back what the box says from now on."""
        self._held = bytearray()

    async def release(self, *, quiet_s: float = QUIET_S) -> None:
        """Say all that was kept back, at once, when nothing more has come for `quiet_s` seconds."""
        seen = -1
        while seen != self.heard:
            seen = self.heard
            await asyncio.sleep(quiet_s)
        held, self._held = bytes(self._held or b""), None
        await self.inject(held)

    async def inject(self, data: bytes) -> None:
        """Say something to the driver that the box never said."""
        async with self._speaking:
            for near in list(self._nears) if data else []:
                await near.write(data)

    # --- one cable -------------------------------------------------------------------------------------------------

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        cable = asyncio.current_task()
        if cable is not None:
            self._cables.add(cable)
            cable.add_done_callback(self._cables.discard)
        near, far = _Guest(reader, writer), open_transport(self._box_address, device="relay")
        try:
            await far.open()
            await self._join(near, far)
        except (DeviceLostError, asyncio.CancelledError):
            await near.close()  # no box there; and a cancelled task would be logged as a fault of the program

    async def _join(self, near: _Guest | PtyLine, far: Transport) -> None:
        self._nears.add(near)
        ways = [
            asyncio.create_task(self._carry(near, "told", far.write)),
            asyncio.create_task(self._carry(far, "heard", lambda data: self._say(near, data))),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._nears.discard(near)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            await far.close()
            await near.close()
            if not self._tcp:
                self.out.set()

    async def _carry(
        self, source: _Guest | PtyLine | Transport, side: str, pass_on: Callable[[bytes], Awaitable[None]]
    ) -> None:
        """Until either end is lost, or the cable is cut."""
        try:
            while data := await source.read_some(IDLE_S):
                left = self._cut_at.get(side, self._passed[side] + len(data) + 1) - self._passed[side]
                self._passed[side] += len(data)
                await pass_on(data[: max(0, left)])
                if left <= len(data):
                    await asyncio.sleep(LINGER_S)
                    self._hang_up()
                    return
        except DeviceLostError:
            return

    async def _say(self, near: _Guest | PtyLine, data: bytes) -> None:
        if self.mute:
            return
        if self._held is not None:
            self._held += data
            return
        data = self.spoil(data) if self.spoil else data
        size = self.piece_bytes or len(data) or 1
        async with self._speaking:
            for at in range(0, len(data), size):
                await near.write(data[at : at + size])
                if self.piece_bytes:
                    await asyncio.sleep(self.piece_s)

    def _hang_up(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self.out.set()


class _Guest:
    """One TCP connection of the driver's, with the verbs of a transport."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read_some(self, _timeout_s: float) -> bytes:
        try:
            data = await self._reader.read(CHUNK_BYTES)
        except OSError as error:
            raise DeviceLostError("relay", str(error)) from error
        if not data:
            raise DeviceLostError("relay", "closed")
        return data

    async def write(self, data: bytes) -> None:
        try:
            self._writer.write(data)
            await self._writer.drain()
        except OSError as error:
            raise DeviceLostError("relay", str(error)) from error

    async def close(self) -> None:
        self._writer.transport.abort()
