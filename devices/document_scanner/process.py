"""Runs scanimage once and hands on what it says. Knows processes and FIFOs; understands no word and no picture.

Pages come through FIFOs in a folder of our own, one for each page: scanimage wants to name files, and nothing of a page
may be one. The kernel holds it to that: its files may have no length (`ulimit -f 0`), and it dumps no core.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from devices.document_scanner.private import private_folder, sweep

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from pathlib import Path

_LIMITS = 'trap "" XFSZ; ulimit -c 0; ulimit -f 0; exec "$@"'  # a write to a file fails, and does not kill
_CHUNK_BYTES = 1 << 16
_MAX_TEXT_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds."""

    silence_s: float = 60.0  # nothing at all: lamps warm up for as long
    page_s: float = 240.0  # for each page of an order, however busily it drips
    ask_s: float = 15.0  # for a question
    stop_s: float = 3.0  # for a scanner that was asked to stop


class SilentError(Exception):
    """Nothing came for too long; the program is ended."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the program said and how it left: negative, by a signal."""

    left: int
    output: str
    complaint: str


def environment(config_folder: str) -> dict[str, str]:
    """What scanimage is told beside its words: plain messages, and its configuration where it is not the system's."""
    return os.environ | {"LC_ALL": "C"} | ({"SANE_CONFIG_DIR": config_folder} if config_folder else {})


async def ask(words: Sequence[str], config_folder: str, patience: Patience) -> Said:
    """Run to the end and return what was said. Raises SilentError, and OSError when there is no such program."""
    running = await asyncio.create_subprocess_exec(
        *words,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment(config_folder),
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(patience.ask_s):
            output, complaint = await asyncio.gather(_text(running.stdout), _text(running.stderr))
            return Said(await running.wait(), output, complaint)
    except TimeoutError as error:
        raise SilentError from error
    finally:
        await _end(running, patience)


async def _text(stream: asyncio.StreamReader | None) -> str:
    """All that comes, the first _MAX_TEXT_BYTES of it kept."""
    kept = bytearray()
    while stream is not None and (data := await stream.read(_CHUNK_BYTES)):
        kept += data[: _MAX_TEXT_BYTES - len(kept)]
    return kept.decode("utf-8", "replace")


class Batch:
    """One run of scanimage for up to `pages` pages. `words_into` makes its command from the pattern of page names.

    Use as a context; leaving it ends the program, whatever it does, and removes the FIFOs.
    """

    def __init__(
        self,
        words_into: Callable[[str], Sequence[str]],
        pages: int,
        config_folder: str,
        patience: Patience,
        on_message: Callable[[bytes], None],
    ) -> None:
        self._words_into = words_into
        self._pages = pages
        self._config_folder = config_folder
        self._patience = patience
        self._on_message = on_message
        self._loop = asyncio.get_running_loop()
        self._heard_at = self._loop.time()

    async def __aenter__(self) -> Self:
        """Start the program. Raises OSError when there is none."""
        sweep("scan")  # FIFOs that a crash left: they hold nothing
        self._folder = private_folder("scan")
        words = self._words_into(str(self._folder / "%d"))
        try:
            _must_be_there(words[0])
            for page in range(1, self._pages + 1):
                os.mkfifo(self._fifo(page), 0o600)
            self._running = await asyncio.create_subprocess_exec(
                *("/bin/sh", "-c", _LIMITS, "sh", *words),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                env=environment(self._config_folder),
                start_new_session=True,
            )
        except BaseException:
            self._remove()
            raise
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            await _end(self._running, self._patience)
        finally:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._remove()

    async def page(self, number: int) -> AsyncGenerator[bytes, None]:
        """The bytes of one page as they come; none at all when the program left before. Raises SilentError."""
        if self._listening.done() and self._running.returncode is not None:
            return
        read_end = os.open(self._fifo(number), os.O_RDONLY | os.O_NONBLOCK)
        stream = asyncio.StreamReader(_CHUNK_BYTES)
        transport, _ = await self._loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(read_end, "rb", buffering=0)
        )
        self._awaited = number
        if self._listening.done():
            self._let_go()
        try:
            while data := await self._next(stream):
                yield data
        finally:
            transport.close()

    async def left(self) -> int:
        """How the program left, once all of its words were heard. Raises SilentError."""
        try:
            async with asyncio.timeout(self._patience.silence_s):
                await asyncio.shield(self._listening)
                return await self._running.wait()
        except TimeoutError as error:
            raise SilentError from error

    _awaited = 0

    async def _next(self, stream: asyncio.StreamReader) -> bytes:
        """Some bytes, none at the end; a word on the other line is a sign of life too."""
        while True:
            rest = self._heard_at + self._patience.silence_s - self._loop.time()
            try:
                async with asyncio.timeout(max(0.0, rest)):
                    data = await stream.read(_CHUNK_BYTES)
            except TimeoutError as error:
                if self._heard_at + self._patience.silence_s <= self._loop.time():
                    raise SilentError from error
                continue
            self._heard_at = self._loop.time()
            return data

    async def _listen(self) -> None:
        """Hear its messages until it has left; then end the page that is waited for in vain."""
        stream = self._running.stderr
        while stream is not None and (data := await stream.read(_CHUNK_BYTES)):
            self._heard_at = self._loop.time()
            self._on_message(data)
        await self._running.wait()
        self._let_go()

    def _let_go(self) -> None:
        """A FIFO that nobody ever wrote to has no end: give it one."""
        with contextlib.suppress(OSError):  # renamed: it was written to and has its end
            os.close(os.open(self._fifo(self._awaited), os.O_WRONLY | os.O_NONBLOCK))

    def _fifo(self, page: int) -> Path:
        """Where scanimage writes page n before it gives it its name."""
        return self._folder / f"{page}.part"

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _must_be_there(program: str) -> None:
    if shutil.which(program) is None:
        raise FileNotFoundError(program)


async def _end(running: asyncio.subprocess.Process, patience: Patience) -> None:
    """End a program and all that it started: asked first, so that the scanner comes to rest; then by force."""
    try:
        if running.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGINT)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience.stop_s):
                    await running.wait()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)  # also what it left behind
        await running.wait()
