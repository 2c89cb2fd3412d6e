"""Runs inside namespaces of its own (network, mounts, processes): a real pcscd with vpcd, which listens everywhere.

A program, not a module: `enclosed_pcscd.py` starts it, and it needs nothing but the standard library. It is told words
of one byte on the socket that it inherits, answers each with one byte, and ends with the socket, and all with it.
"""

from __future__ import annotations

import array
import contextlib
import fcntl
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path

RUN = Path("/run/pcscd")  # where pcscd is built to put its socket
PORT = 35963  # vpcd's first slot
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1
FLAGS, ACCEPTS = 3, 0x10000  # in /proc/net/unix: the column and the bit
START_S = 20.0  # until pcscd takes clients; 0.05 on an idle machine
PAUSE_S = 0.005


def furnish(folder: str) -> None:
    """Loopback up, and `folder` where pcscd wants its socket: so clients outside reach it by its path."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        name = struct.pack("16sh", b"lo", 0)
        flags = struct.unpack("16sh", fcntl.ioctl(probe, SIOCGIFFLAGS, name))[1]
        fcntl.ioctl(probe, SIOCSIFFLAGS, struct.pack("16sh", b"lo", flags | IFF_UP))
    keep_mounts_here()
    if not RUN.is_dir():
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(RUN.parent)], check=True)  # noqa: S603, S607 -- fixed words
        RUN.mkdir()
    subprocess.run(["mount", "--bind", folder, str(RUN)], check=True)  # noqa: S603, S607 -- our own folder


def keep_mounts_here() -> None:
    """Nothing that is mounted here is seen outside. In a chroot / is no mount of its own: then /run has to be one."""
    for place in ("/", str(RUN.parent)):
        words = ["mount", "--make-rprivate", place]
        if subprocess.run(words, stderr=subprocess.DEVNULL, check=False).returncode == 0:  # noqa: S603 -- fixed words
            return


def start(folder: str) -> subprocess.Popen[bytes]:
    """A daemon that takes clients; without one this program ends and says so."""
    environment = os.environ | {"PCSCLITE_HP_DROPDIR": f"{folder}/no-drivers"}  # real readers stay whose they are
    words = ["pcscd", "--foreground", "--config", f"{folder}/readers"]
    daemon = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603 -- fixed words
    ends = time.monotonic() + START_S
    while daemon.poll() is None and time.monotonic() < ends:
        if listens():
            return daemon
        time.sleep(PAUSE_S)
    sys.exit(f"pcscd takes no clients (exit code {daemon.poll()})")


def listens() -> bool:
    """Whether the daemon takes clients; not tried by being one, which it would remember."""
    rows = (row.split() for row in Path("/proc/net/unix").read_text(encoding="utf-8").splitlines())
    return any(row[-1] == str(RUN / "pcscd.comm") and int(row[FLAGS], 16) & ACCEPTS for row in rows if len(row) > FLAGS)


def insert(control: socket.socket) -> bytes:
    """Connect to vpcd, which is a card put in, and hand the connection out."""
    card = socket.socket()
    if card.connect_ex(("127.0.0.1", PORT)) != 0:
        card.close()
        return b"-"
    descriptors = array.array("i", [card.fileno()])
    control.sendmsg([b"+"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
    card.close()
    return b""


def clear_away(folder: Path) -> None:
    """All that is ours in the folder, and the folder when nothing else is in it."""
    for name in ("pcscd.comm", "pcscd.pid"):
        (folder / name).unlink(missing_ok=True)
    for name in ("readers", "no-drivers"):
        shutil.rmtree(folder / name, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.rmdir()


def main(folder: str, control: socket.socket) -> None:
    """Obey until q: i insert, k kill the daemon, s start it again, f freeze it, t thaw it.

    A socket that ends without q means that who started us has died: then nobody else clears away.
    """
    daemon = start(folder)
    control.sendall(b"+")
    while (word := control.recv(1)) != b"q":
        if not word:
            daemon.kill()
            clear_away(Path(folder))
            return
        answer = b"+"
        if word == b"i":
            answer = insert(control)
        elif word == b"k":
            daemon.send_signal(signal.SIGCONT)
            daemon.kill()
            daemon.wait()
            (RUN / "pcscd.comm").unlink(missing_ok=True)
        elif word == b"s":
            daemon = start(folder)
        else:
            daemon.send_signal(signal.SIGSTOP if word == b"f" else signal.SIGCONT)
        control.sendall(answer)


if __name__ == "__main__":
    furnish(sys.argv[1])
    main(sys.argv[1], socket.socket(fileno=int(sys.argv[2])))
