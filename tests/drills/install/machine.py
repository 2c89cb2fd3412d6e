"""A fresh Debian 12 with its own systemd and an empty network of its own: a container of this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOOT_S = 90
BOOT_ID = "/proc/sys/kernel/random/boot_id"
_PLAIN = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}


class MachineError(Exception):
    """The machine could not be made, or a step on it did not work; the words are what it said."""


def make_root(root: Path) -> None:
    """The least Debian 12 that boots, without Python; through this machine's apt sources."""
    sources = [str(path) for path in (Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*.*"))]
    kept = [path for path in sources if Path(path).is_file() and path.endswith((".list", ".sources"))]
    command = ["mmdebstrap", "--variant=minbase", "--include=systemd-sysv,dbus", "bookworm", str(root), *kept]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MachineError(f"mmdebstrap: {done.stderr.strip()[-400:]}")


class Machine:
    """The booted container. `media`: folders of ours as they are seen on it, to read only."""

    def __init__(self, root: Path, media: dict[str, Path]) -> None:
        self._root, self._media = root, media
        self._process: subprocess.Popen[bytes] | None = None
        self._leader = 0

    def boot(self) -> float:
        """Start it; seconds until systemd says that it runs."""
        binds = [f"--bind-ro={path}:{at}" for at, path in self._media.items()]
        words = ["-q", "-D", str(self._root), "--private-network", "--register=no", "--keep-unit", "--boot"]
        began = time.monotonic()
        self._process = subprocess.Popen(
            ["systemd-nspawn", *words, "--machine=kapok-drill", "--console=pipe", *binds],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while time.monotonic() - began < _BOOT_S:
            if self._process.poll() is not None:
                raise MachineError(
                    "the container ended before it had booted; systemd-nspawn needs root and its cgroups"
                )
            self._leader = _child_of(self._process.pid)
            if self._leader and self.ask("systemctl", "is-system-running").stdout.strip() in {"running", "degraded"}:
                took = time.monotonic() - began
                self._one_boot()
                return took
            time.sleep(0.2)
        raise MachineError(f"systemd did not come up within {_BOOT_S} s")

    def _one_boot(self) -> None:
        """One name of this boot for everybody on it.

        The container lays a file of its own over the kernel's, and a service in a sandbox sees the kernel's again: to a
        hall the same machine would be two that speak in turn.
        """
        self.run("umount", BOOT_ID)

    def ask(self, *command: str, text: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command on it, whatever it answers."""
        inside = [
            "nsenter",
            "-t",
            str(self._leader),
            "-a",
            "env",
            "-i",
            *(f"{k}={v}" for k, v in (_PLAIN | more).items()),
        ]
        return subprocess.run([*inside, *command], input=text, capture_output=True, text=True, check=False)

    def run(self, *command: str, text: str = "", **more: str) -> str:
        """Run a command that must work; what it said. Raises MachineError."""
        done = self.ask(*command, text=text, **more)
        if done.returncode:
            said = (done.stdout + done.stderr).strip().splitlines()
            raise MachineError(f"{' '.join(command)[:90]} → {done.returncode}: {' / '.join(said[-6:])}")
        return done.stdout

    def write(self, path: str, text: str, mode: str = "644") -> None:
        """A file on it."""
        self.run("install", "-D", "-m", mode, "/dev/stdin", path, text=text)

    def journal(self, unit: str, since: str = "") -> str:
        """What a service said."""
        when = ("--since", since) if since else ()
        return self.ask("journalctl", "--no-pager", "-o", "cat", "-u", unit, *when).stdout

    def networks(self) -> Sequence[str]:
        """The network devices that it has."""
        return self.run("ls", "/sys/class/net").split()

    def off(self) -> None:
        """Power off; nothing of it is left but its root."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
        self._process = None


def _child_of(pid: int) -> int:
    """The container's first process: the only child of its nspawn."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(found[0]) if found else 0


def remove(root: Path) -> None:
    """The root again; immutable folders that systemd left are no obstacle."""
    subprocess.run(["chattr", "-i", "-f", str(root / "var/empty")], check=False, capture_output=True)
    shutil.rmtree(root, ignore_errors=True)
