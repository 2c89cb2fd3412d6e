"""A worker in a process of its own: lines go in, messages come out. Knows no camera and no scanner.

What a library does to its own process (hangs, leaks, crashes) stays there; killing it is always a way out. The worker
ends when its standard input does, so it never outlives us, whatever happens to us.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from devices.errors import DeviceError, DeviceLostError, DeviceProtocolError, DeviceSilentError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

ROOT = Path(__file__).resolve().parents[2]  # where `python -m` finds the worker's module
HEAD = struct.Struct("!II")  # bytes of JSON, bytes of payload
MAX_JSON_BYTES = 65536
MAX_PAYLOAD_BYTES = 256 * 1024 * 1024
WAITING = 4  # messages that nobody fetched; then the worker has to wait
STOP_S = 1.0  # a worker that has not ended so long after its input did is killed

Message = tuple[dict[str, Any], bytes]


class ChildProcess:
    """`python -m module arguments…`, started by `start`, gone after `stop`. May be started again."""

    def __init__(self, module: str, arguments: Sequence[str], *, device: str) -> None:
        self._command = (sys.executable, "-m", module, *arguments)
        self._device = device
        self._process: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._said: asyncio.Queue[Message | DeviceError] = asyncio.Queue()

    @property
    def pid(self) -> int:
        """The worker's process id, 0 when there is none."""
        return self._process.pid if self._process else 0

    @property
    def ended(self) -> bool:
        """True when it was started and has ended by itself; what it said before may still wait to be heard."""
        return self._listening is not None and self._listening.done()

    async def start(self) -> None:
        """Start it; a worker that was there before is stopped. Raises DeviceLostError."""
        await self.stop()
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=nothing, cwd=ROOT, limit=2**22, start_new_session=True
            )
        except OSError as error:
            raise DeviceLostError(self._device, f"no worker: {error}") from error
        self._said = asyncio.Queue(WAITING)
        self._listening = asyncio.create_task(self._listen(self._process, self._said))

    async def say(self, line: str) -> None:
        """Send one line. Raises DeviceLostError when the worker is gone."""
        if self._process is None or self._process.stdin is None:
            raise DeviceLostError(self._device, "worker is not started")
        try:
            self._process.stdin.write(line.encode() + b"\n")
            await self._process.stdin.drain()
        except (OSError, RuntimeError) as error:
            raise DeviceLostError(self._device, f"worker gone: {error}") from error

    async def hear(self, timeout_s: float) -> Message:
        """The next message. Raises DeviceSilentError after `timeout_s`, DeviceLostError when the worker has ended."""
        if self._process is None:
            raise DeviceLostError(self._device, "worker is not started")
        try:
            async with asyncio.timeout(timeout_s):
                said = await self._said.get()
        except TimeoutError as error:
            raise DeviceSilentError(self._device, "worker says nothing") from error
        if isinstance(said, DeviceError):
            raise said
        return said

    async def stop(self) -> None:
        """End it and wait until it is gone, also when we are cancelled meanwhile; stopping twice is allowed."""
        process, self._process = self._process, None
        listening, self._listening = self._listening, None
        if process is None or listening is None:
            return
        ending = asyncio.ensure_future(self._end(process, listening))
        try:
            await asyncio.shield(ending)
        except asyncio.CancelledError:  # a loop that closes before it is gone leaves its pipes open
            await ending
            raise

    async def _end(self, process: asyncio.subprocess.Process, listening: asyncio.Task[None]) -> None:
        gone = False
        try:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            if process.stdin is not None:
                process.stdin.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(STOP_S):
                    await _drained(process)
                    gone = True
        finally:  # also when the loop ends and cancels all there is: nobody waits for it any longer
            if not gone:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)  # also what a library of it has started, which has its pipe
                await _drained(process)
        with contextlib.suppress(asyncio.QueueFull):  # full: nobody waits
            self._said.put_nowait(DeviceLostError(self._device, "worker was stopped"))

    async def _listen(self, process: asyncio.subprocess.Process, said: asyncio.Queue[Message | DeviceError]) -> None:
        pipe = process.stdout
        try:
            while pipe is not None:
                text, size = HEAD.unpack(await pipe.readexactly(HEAD.size))
                if text > MAX_JSON_BYTES or size > MAX_PAYLOAD_BYTES:
                    await said.put(DeviceProtocolError(self._device, "worker says nonsense"))
                    return
                words = json.loads(await pipe.readexactly(text))
                await said.put((words, await pipe.readexactly(size)))
                del words
        except (asyncio.IncompleteReadError, OSError, ValueError):
            await said.put(DeviceLostError(self._device, "worker has ended"))


async def _drained(process: asyncio.subprocess.Process) -> None:
    """Wait for its end, throwing away what it still says: until then its pipe would not be closed."""
    with contextlib.suppress(OSError):
        while process.stdout is not None and await process.stdout.read(65536):
            pass
    await process.wait()


class Parent:
    """The worker's side: where messages go. Standard output is taken away from libraries that print."""

    def __init__(self) -> None:
        self._out: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)

    def tell(self, said: dict[str, Any], payload: bytes | memoryview = b"") -> None:
        """Send one message; ends this process when nobody listens any more."""
        text, view = json.dumps(said).encode(), memoryview(payload).cast("B")
        try:
            self._all(HEAD.pack(len(text), len(view)) + text)
            self._all(view)
        except OSError:
            os._exit(0)

    def _all(self, data: bytes | memoryview) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._out.write(rest) or 0 :]
