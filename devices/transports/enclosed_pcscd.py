"""A real pcscd with a virtual reader, shut into namespaces of its own. Knows no card and no driver.

vpcd listens on every interface, so it never runs where an interface leads anywhere: `unshare` gives it a network, a
mount table and processes of its own. Clients outside reach the daemon by the path of its socket, cards by a connection
that is made inside and handed out.
"""

from __future__ import annotations

import array
import asyncio
import atexit
import contextlib
import functools
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

from devices.errors import DeviceConfigError, DeviceLostError
from devices.transports.enclosure import clear_away
from devices.transports.vpcd import VpcdLine

ENCLOSURE = Path(__file__).with_name("enclosure.py")
DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"
READER = "Kapok Virtual Reader"
PORT = "0x8C7B"  # 35963
WORD_S = 30.0  # for one word; milliseconds as a rule
APART = ("--net", "--mount", "--propagation", "unchanged", "--pid", "--fork", "--kill-child")
NEEDED = {"unshare": "util-linux", "mount": "util-linux", "pcscd": "pcscd"}  # program: Debian package
SYSTEM_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))


@functools.cache
def process_folder() -> Path:
    """One folder for a process's life: its PC/SC library looks for the daemon's socket at one place only."""
    folder = Path(tempfile.mkdtemp(prefix="kapok-pcsc-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class EnclosedDaemon:
    """`start`, then `insert` as often as wanted, `stop`. `kill`, `revive`, `freeze` and `thaw` are its illnesses."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self._control: socket.socket | None = None
        self._asking = asyncio.Lock()

    @property
    def path(self) -> Path:
        """Where clients find the daemon."""
        return (self._folder or process_folder()) / "pcscd.comm"

    async def start(self) -> None:
        """Ready for clients and cards. Raises DeviceConfigError with what is missing or not permitted."""
        if self._process is not None:
            return
        folder = self._furnish()
        why = ""
        for rights in ([], ["--map-root-user"]):  # root's own, else those that a user namespace gives
            if os.geteuid() == 0 or rights:
                await self._spawn(folder, rights)
                if await self._answer() == b"+":
                    return
                why = await self._why()
        clear_away(folder)
        raise DeviceConfigError("smart_card", f"no pcscd in namespaces of its own, which root may make: {why}")

    async def _spawn(self, folder: Path, rights: list[str]) -> None:
        ours, theirs = socket.socketpair()
        ours.settimeout(0)
        inside = [sys.executable, "-I", str(ENCLOSURE), str(folder), str(theirs.fileno())]
        try:
            self._process = await asyncio.create_subprocess_exec(
                _program("unshare"), *rights, *APART, *inside,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                env=os.environ | {"PATH": SYSTEM_PATH},
                start_new_session=True,  # Ctrl-C is for whoever started us, who then stops this
            )  # fmt: skip
        finally:
            theirs.close()
        self._control = ours

    async def stop(self) -> None:
        """End it and everything inside."""
        process, control, self._process, self._control = self._process, self._control, None, None
        if control is not None:
            with contextlib.suppress(OSError):
                control.send(b"q")
            control.close()
        if process is not None:
            await process.communicate()
            clear_away(self.path.parent)

    async def insert(self) -> VpcdLine:
        """A new card in the virtual reader. Raises DeviceLostError."""
        async with self._asking:
            control = self._say(b"i")
            return VpcdLine(await asyncio.wait_for(_received(control), WORD_S))

    async def kill(self) -> None:
        """The daemon dies, as it does when it is restarted or crashes."""
        await self._tell(b"k")

    async def revive(self) -> None:
        """A new daemon in its place."""
        await self._tell(b"s")

    async def freeze(self) -> None:
        """The daemon stands still: it takes what is said and does not answer."""
        await self._tell(b"f")

    async def thaw(self) -> None:
        """And goes on."""
        await self._tell(b"t")

    async def _tell(self, word: bytes) -> None:
        async with self._asking:
            self._say(word)
            if await self._answer() != b"+":
                raise DeviceLostError("smart_card", "the virtual reader is gone")

    def _say(self, word: bytes) -> socket.socket:
        if self._control is None:
            raise DeviceLostError("smart_card", "the virtual reader is not started")
        self._control.send(word)
        return self._control

    async def _answer(self) -> bytes:
        if self._control is None:
            return b""
        try:
            return await asyncio.wait_for(asyncio.get_running_loop().sock_recv(self._control, 1), WORD_S)
        except (TimeoutError, ConnectionError):
            return b""

    async def _why(self) -> str:
        """What the enclosure said before it ended, in one line for whoever tried."""
        process, control, self._process, self._control = self._process, self._control, None, None
        if control is not None:
            control.close()
        said = (await process.communicate())[1].decode(errors="replace").strip() if process else ""
        return said.splitlines()[-1] if said else "it said nothing"

    def _furnish(self) -> Path:
        for name, package in NEEDED.items():
            if shutil.which(name, path=SYSTEM_PATH) is None:
                raise DeviceConfigError("smart_card", f"{name} is missing; package {package} has it")
        if not Path(DRIVER).exists():
            raise DeviceConfigError("smart_card", f"{DRIVER} is missing; package vsmartcard-vpcd has it")
        folder = self._folder or process_folder()
        with contextlib.suppress(FileExistsError):
            folder.mkdir(0o700)  # cleared away since, by `stop`
        if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
            raise DeviceConfigError("smart_card", f"{folder} is somebody else's")
        for name in ("readers", "no-drivers"):
            (folder / name).mkdir(exist_ok=True)
        words = {"FRIENDLYNAME": f'"{READER}"', "DEVICENAME": f"/dev/null:{PORT}", "LIBPATH": DRIVER, "CHANNELID": PORT}
        lines = "".join(f"{word} {value}\n" for word, value in words.items())
        (folder / "readers" / "vpcd").write_text(lines, encoding="ascii")
        return folder


def _program(name: str) -> str:
    return shutil.which(name, path=SYSTEM_PATH) or name


async def _received(control: socket.socket) -> socket.socket:
    """The connection that comes with the answer."""
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(control, ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(control)
    room = socket.CMSG_SPACE(array.array("i").itemsize)
    answer, extra, _flags, _address = control.recvmsg(1, room)
    if answer != b"+" or not extra:
        raise DeviceLostError("smart_card", "the virtual reader takes no card")
    (descriptor,) = array.array("i", extra[0][2])
    return socket.socket(fileno=descriptor)
