"""A CUPS of our own in a folder: the real daemon, its filters and backends, on 127.0.0.1, for tests, drills and trials.

Its configuration is also what a kiosk needs: nothing is kept, nothing is shared, a failed job is given up
instead of being tried again. As root the daemon runs its backends as `lp`, so the folder is open to be passed through.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import tempfile
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from devices.errors import DeviceConfigError, DeviceLostError
from devices.page_printer.spool import empty_spool

DAEMON = "/usr/sbin/cupsd"
ADMIN = "/usr/sbin/lpadmin"
START_S = 20.0
_LOOK_S = 0.05
_END_S = 10.0
_SESSION_FIELD = 3  # of /proc/<pid>/stat, counted behind the program's name in brackets (proc(5), field 6)
_SETPRIV = "/usr/bin/setpriv"
_ENDS_WITH_US = (
    (_SETPRIV, "--pdeathsig", "TERM") if Path(_SETPRIV).exists() else ()
)  # prctl(2): also when we are killed
_CUPSD = """Listen 127.0.0.1:{port}
LogLevel warn
DirtyCleanInterval 0
Browsing No
PreserveJobFiles {keeps}
PreserveJobHistory Yes
DefaultShared No
<Location />
Order allow,deny
Allow 127.0.0.1
</Location>
<Policy default>
JobPrivateAccess default
JobPrivateValues default
<Limit Send-Document Set-Job-Attributes Cancel-Job CUPS-Get-Document>
Require user @OWNER @SYSTEM
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """ServerRoot {at}/root
StateDir {at}/state
CacheDir {at}/cache
RequestRoot {at}/spool
TempDir {at}/tmp
AccessLog {at}/log/access
ErrorLog {at}/log/error
PageLog {at}/log/page
"""


def missing() -> str:
    """The program of CUPS that is not on this machine; empty when all are."""
    return next((path for path in (DAEMON, ADMIN) if not Path(path).exists()), "")


class PrivateCups:
    """`start`, `queue`, `stop`; `spool` is where it keeps documents while they wait."""

    def __init__(self, device: str = "page_printer", *, keeps_files: bool = False) -> None:
        self._device = device
        self._keeps_files = keeps_files  # as CUPS does by itself, and a kiosk must not
        self._folder: Path | None = None
        self._port = 0
        self._daemon: Process | None = None

    @property
    def spool(self) -> Path:
        """The folder of waiting documents."""
        if self._folder is None:
            raise DeviceLostError(self._device, "CUPS is not started")
        return self._folder / "spool"

    def documents(self) -> list[Path]:
        """Files in the spool that hold a document (d…) or what a job was called (c…)."""
        return sorted(path for path in self.spool.iterdir() if path.is_file())

    async def start(self) -> None:
        """Start the daemon and wait until it answers. Raises DeviceConfigError or DeviceLostError."""
        if lacking := missing():
            raise DeviceConfigError(self._device, f"{lacking} is not installed")
        self._folder = await asyncio.to_thread(_made_folder)
        try:
            for _attempt in range(3):  # somebody else may take the port between the look and the start
                if await self._started():
                    return
        except BaseException:
            await self.stop()
            raise
        await self.stop()
        raise DeviceLostError(self._device, "cupsd does not start")

    async def stop(self) -> None:
        """End the daemon and what it has started, and throw its folder away."""
        await self._end()
        if self._folder is not None:
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)
            self._folder = None

    async def kill(self) -> None:
        """A crash as systemd leaves it: no good-bye, nothing of it runs on, the spool stays."""
        await self._end(signal.SIGKILL)

    async def again(self, *, emptied: bool = True) -> None:
        """Start it again at the same port. CUPS sends a job once more that it was killed in: empty the spool first."""
        if emptied:
            await asyncio.to_thread(empty_spool, self.spool)
        if not await self._run():
            raise DeviceLostError(self._device, "cupsd does not start again")

    async def queue(self, name: str, device_uri: str, *, model: str = "everywhere") -> str:
        """Make a print queue and return the address that a driver opens. `model` is everywhere or raw."""
        options = ("-o", "printer-error-policy=abort-job", "-o", "printer-is-shared=false")
        admin = await asyncio.create_subprocess_exec(
            *(ADMIN, "-h", f"127.0.0.1:{self._port}", "-p", name, "-E", "-v", device_uri, "-m", model, *options),
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=PIPE,
            env={"PATH": os.defpath, "LC_ALL": "C", "HOME": str(self._folder)},
        )
        _, said = await admin.communicate()
        if admin.returncode:
            raise DeviceConfigError(self._device, f"lpadmin: {said.decode(errors='replace').strip()[:200]}")
        return f"ipp://127.0.0.1:{self._port}/printers/{name}"

    async def _started(self) -> bool:
        self._port = await _free_port()
        folder = self.spool.parent
        config = folder / "root/cupsd.conf", folder / "root/cups-files.conf"
        keeps = "Yes" if self._keeps_files else "No"
        texts = _CUPSD.format(port=self._port, keeps=keeps), _FILES.format(at=folder)
        for path, text in zip(config, texts, strict=True):
            await asyncio.to_thread(path.write_text, text, encoding="ascii")
        return await self._run()

    async def _run(self) -> bool:
        root = self.spool.parent / "root"
        self._daemon = await asyncio.create_subprocess_exec(
            *_ENDS_WITH_US,
            *(DAEMON, "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")),
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=DEVNULL,
            start_new_session=True,
        )
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(START_S):
                return await self._answers(self._daemon)
        await self._end()
        return False

    async def _answers(self, daemon: Process) -> bool:
        while daemon.returncode is None:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", self._port)
                writer.close()
                return True
            await asyncio.sleep(_LOOK_S)
        return False

    async def _end(self, how: signal.Signals = signal.SIGTERM) -> None:
        daemon, self._daemon = self._daemon, None
        if daemon is None:
            return
        for sign in (how, signal.SIGKILL):  # the second one for a daemon that does not end
            with contextlib.suppress(ProcessLookupError):
                daemon.send_signal(sign)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_END_S):
                    await daemon.wait()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_END_S):
                while (left := _of_session(daemon.pid)) and daemon.pid not in left:  # else the number is another's now
                    for pid in left:
                        with contextlib.suppress(ProcessLookupError):
                            os.kill(pid, signal.SIGKILL)
                    await asyncio.sleep(_LOOK_S)


def _of_session(leader: int) -> list[int]:
    """The processes that run in a session: CUPS gives each filter and backend a group of its own, in the same session.

    Killed with the daemon's group alone they live on, with the document in hand, beside the next daemon.
    """
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
            if fields[_SESSION_FIELD] == str(leader) and fields[0] != "Z":
                found.append(int(stat.parent.name))
    return found


def _made_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kapok-cups-"))
    folder.chmod(0o755)
    for name in ("root", "state", "cache", "spool", "tmp", "log"):
        (folder / name).mkdir(mode=0o755)
    return folder


async def _free_port() -> int:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return port
