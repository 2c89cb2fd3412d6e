"""Running programs by their command lines: start, hear, speak to, stop or kill them. Imports nothing of Kapok."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
from typing import TYPE_CHECKING

from tests.children import ENDS_WITH_US

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ProgramFailedError(Exception):
    """A program ended, or did not say in time what it should have said."""


class Program:
    """One running command line; everything it says goes to a log file and is kept for `heard`."""

    def __init__(self, name: str, command: list[str], log: Path, env: dict[str, str] | None = None) -> None:
        self.name = name
        self.command = command
        self._log = log
        self._env = {**os.environ, **(env or {})}
        self._process: asyncio.subprocess.Process | None = None
        self._lines: list[str] = []
        self._news = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None

    async def start(self) -> Program:
        self._process = await asyncio.create_subprocess_exec(
            *ENDS_WITH_US,
            *self.command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=self._env,
        )
        self._reader = asyncio.create_task(self._read(self._process))
        return self

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"$ {' '.join(self.command)}\n")
            while line := await process.stdout.readline():
                text = line.decode("utf-8", "replace").rstrip("\n")
                log.write(text + "\n")
                log.flush()
                self._lines.append(text)
                self._news.set()
        self._news.set()

    @property
    def lines(self) -> list[str]:
        """Everything it has said so far."""
        return self._lines

    async def more(self, mark: int) -> None:
        """Wait until it has said more than `mark` lines. Raises ProgramFailedError when it ended instead."""
        while len(self._lines) <= mark:
            if self._reader and self._reader.done():
                raise ProgramFailedError(f"{self.name} ended; {self.last_words()}")
            self._news.clear()
            await self._news.wait()

    @property
    def mark(self) -> int:
        """Where the talk stands now; give it to `heard` to hear only what comes after."""
        return len(self._lines)

    async def heard(self, pattern: str, *, since: int = 0, within_s: float = 20) -> re.Match[str]:
        """The first line (from `since` on) that matches, waiting for it if need be."""
        try:
            async with asyncio.timeout(within_s):
                at = since
                while True:
                    for line in self._lines[at:]:
                        if found := re.search(pattern, line):
                            return found
                    at = len(self._lines)
                    await self.more(at)
        except TimeoutError:
            raise ProgramFailedError(
                f"{self.name} did not say {pattern!r} in {within_s} s; {self.last_words()}"
            ) from None

    def last_words(self) -> str:
        return f"its last words: {self._lines[-3:]} (all in {self._log})"

    async def say(self, line: str) -> None:
        assert self._process
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def ended(self) -> None:
        """Wait until it has ended."""
        assert self._process
        await self._process.wait()

    async def stop(self, within_s: float = 10) -> int:
        """SIGTERM, then SIGKILL when it does not listen; its exit status."""
        assert self._process
        if self.running:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), within_s)
            except TimeoutError:
                await self.kill()
        if self._reader:
            await self._reader
        return self._process.returncode or 0

    @contextlib.contextmanager
    def held_still(self) -> Iterator[None]:
        """It does nothing at all for a moment, and knows nothing of that."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)

    async def kill(self) -> None:
        """kill -9, as a power cut would."""
        assert self._process
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        await self._process.wait()


async def run(command: list[str], stdin: str = "") -> str:
    """Run a command line to its end; its output, which may hold secrets. Raises ProgramFailedError when it fails."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate(stdin.encode())
    text = output.decode("utf-8", "replace")
    if process.returncode:
        raise ProgramFailedError(f"{' '.join(command)} failed with {process.returncode}: {text[-400:]}")
    return text
