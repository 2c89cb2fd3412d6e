"""The real hall server and the real kiosk as processes, and a look at what the hall has remembered."""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import shutil
import signal
import sys
import tempfile
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kiosk.hall_client import HallAccess, HallClient
from tests.children import ENDS_WITH_US
from tests.tour.city import never_closed

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import EventView

ROOT = Path(__file__).resolve().parents[3]
KAPOK = [sys.executable, str(ROOT / "kapok.py")]
SITE = ROOT / "config/sites/demo.toml"
WITHIN_S = 30.0


@dataclass
class Process:
    """One command line; its standard output is kept line by line."""

    command: list[str]
    lines: list[str] = field(default_factory=list)
    _process: asyncio.subprocess.Process | None = None
    _reader: asyncio.Task[None] | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.end(signal.SIGKILL)

    async def start(self) -> None:
        self.lines.clear()
        self._process = await asyncio.create_subprocess_exec(
            *ENDS_WITH_US,
            *self.command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self._reader = asyncio.create_task(self._read(self._process))

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        while line := await process.stdout.readline():
            self.lines.append(line.decode("utf-8", "replace").rstrip("\n"))
            self._news.set()
        self._news.set()

    async def heard(self, holds: Callable[[str], object], since: int = 0) -> int:
        """The index of the first line for which `holds`."""
        at = since
        try:
            async with asyncio.timeout(WITHIN_S):
                while True:
                    for place in range(at, len(self.lines)):
                        if holds(self.lines[place]):
                            return place
                    at = len(self.lines)
                    assert self._reader is None or not self._reader.done(), f"ended: {self.lines[-12:]}"
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"not heard; last: {self.lines[-12:]}") from None

    async def say(self, *lines: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        await self._process.stdin.drain()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def ended(self) -> int:
        """The exit status of a process that ends by itself."""
        assert self._process is not None
        async with asyncio.timeout(WITHIN_S):
            return await self._process.wait()

    async def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        if self._process is None:
            return 0
        with suppress(ProcessLookupError):
            self._process.send_signal(how)
        async with asyncio.timeout(WITHIN_S):
            status = await self._process.wait()
            if self._reader is not None:
                await self._reader
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process = None
        return status


async def kapok(*words: str) -> str:
    """Run one command to its end."""
    process = await asyncio.create_subprocess_exec(
        *KAPOK, *words, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await process.communicate()
    assert process.returncode == 0, out.decode()
    return out.decode()


class RealHall:
    """`kapok hall serve` on a port of its own, which it keeps when it is started again."""

    def __init__(self, folder: Path, site: Path | None = None) -> None:
        self.site = site or folder / "demo.toml"
        self._demo = site is None
        self.data = folder / "hall"
        self.credential = folder / "K1.toml"
        self.port = 0
        self._process: Process | None = None

    async def __aenter__(self) -> Self:
        await self.begin()
        return self

    async def begin(self) -> None:
        """Make the hall's database and this kiosk's key, and serve.

        The demo's hall is made once in this process and copied: its making takes three times as long as its start. It
        is open at whatever hour the tests run.
        """
        if not self._demo:
            await self._make()
        else:
            if not _MADE:
                first = RealHall(Path(tempfile.mkdtemp(prefix="kapok-made-")))
                atexit.register(shutil.rmtree, first.data.parent, ignore_errors=True)
                await first._make()
                _MADE.append(first)
            shutil.copytree(_MADE[0].data, self.data)
            shutil.copy(_MADE[0].credential, self.credential)
            shutil.copy(_MADE[0].site, self.site)
        await self.start()

    async def _make(self) -> None:
        if self._demo:
            self.site.write_text(never_closed(SITE.read_text(encoding="utf-8"), datetime.now(UTC)), encoding="utf-8")
        await kapok("hall", "init", "--site", str(self.site), "--data", str(self.data))
        await self.key_for("K1")

    async def __aexit__(self, *_: object) -> None:
        await self.end()

    async def key_for(self, kiosk: str) -> Path:
        """The credential of one more kiosk."""
        path = self.credential.with_name(f"{kiosk}.toml")
        key = ("--role", "kiosk", "--name", kiosk, "--kiosk", kiosk, "--out", str(path))
        await kapok("hall", "key", "new", "--data", str(self.data), *key)
        return path

    async def start(self) -> None:
        where = ("--site", str(self.site), "--data", str(self.data))
        words = ("hall", "serve", *where, "--port", str(self.port), "--api-only")
        self._process = Process([*KAPOK, *words])
        await self._process.start()
        at = await self._process.heard(lambda line: "listening on http://" in line)
        self.port = int(self._process.lines[at].rpartition(":")[2])

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def ended(self) -> int:
        """The exit status of a process that ends by itself."""
        assert self._process is not None
        async with asyncio.timeout(WITHIN_S):
            return await self._process.wait()

    async def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None:
            await self._process.end(how)
            self._process = None

    def pause(self) -> None:
        """Stop answering, with everything still open."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, which: signal.Signals) -> None:
        assert self._process is not None
        assert self._process._process is not None
        self._process._process.send_signal(which)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def access(self, credential: Path | None = None, **more: Any) -> HallAccess:
        words = tomllib.loads((credential or self.credential).read_text())
        return HallAccess(
            **({"server": self.url, "hall": words["hall"], "key_id": words["key_id"], "secret": words["secret"]} | more)
        )

    async def events(self) -> list[EventView]:
        """All that the hall remembers."""
        hall = HallClient(self.access(answer_timeout_s=5))
        events: list[EventView] = []
        try:
            while True:
                page = await asyncio.to_thread(hall.events, len(events), 500)
                events += page.events
                if not page.events or events[-1].n == page.n:
                    return events
        finally:
            hall.close()

    async def until(self, holds: Callable[[list[str]], object]) -> list[str]:
        """The moves and answers of the hall, one `move:answer:state` each, as soon as `holds`."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                told = [f"{event.move.value}:{event.answer}:{event.state.value}" for event in await self.events()]
                if holds(told):
                    return told
                await asyncio.sleep(0.05)


_MADE: list[RealHall] = []


class RealKiosk(Process):
    """`kapok kiosk run --headless --play` with a file of its own."""

    def __init__(self, hall: RealHall, folder: Path, devices: dict[str, dict[str, str]], **kiosk: object) -> None:
        file = folder / "kiosk.toml"
        table = {"id": "K1", "name": "1 号机", "server": hall.url, "state_dir": "state", "take_timeout_s": 10} | kiosk
        lines = ["[kiosk]", *_toml(table)]
        for kind, settings in devices.items():
            lines += [f"[device.{kind}]", *_toml(settings)]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        words = ("kiosk", "run", "--headless", "--play", "--config", str(file), "--credential", str(hall.credential))
        super().__init__([*KAPOK, *words])

    async def shows(self, since: int = 0, **expected: object) -> int:
        """The index of the first page that shows all this."""

        def fits(line: str) -> bool:
            if not line.startswith("{"):
                return False
            shown = json.loads(line)
            return all(shown.get(word) == value for word, value in expected.items())

        return await self.heard(fits, since)

    async def home(self, since: int = 0, *, printer: bool = True) -> int:
        return await self.shows(since, page="home", online=True, printer=printer)


def _toml(table: dict[str, Any]) -> list[str]:
    return [f"{word} = {json.dumps(value, ensure_ascii=False)}" for word, value in table.items()]
