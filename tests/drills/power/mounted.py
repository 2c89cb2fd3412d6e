"""The disk as a file system that real programs use: a thin FUSE layer, and the process that mounts it again and again.

    python -m tests.drills.power.mounted FOLDER

Says `mounted`, then `dark` when the power went. When it was unmounted it reads a line: `cut SEED` → says what was lost
and mounts again; `end`. The extended attribute `user.power_for` of any file sets after how many steps it goes dark.
"""

from __future__ import annotations

import errno
import functools
import os
import stat
import sys
import time
from typing import TYPE_CHECKING, Any, TypeVar

from mfusepy import FUSE, FuseOSError, Operations  # type: ignore[import-untyped]  # the package has no types

from tests.drills.power.disk import Disk, File, Folder, PowerOffError, RefusedError
from tests.drills.power.fate import Fate

if TYPE_CHECKING:
    from collections.abc import Callable

POWER_FOR = "user.power_for"
T = TypeVar("T")


def _answered(ask: Callable[..., T]) -> Callable[..., T]:
    """What the disk says, in the kernel's words; and once, aloud, that it went dark."""

    @functools.wraps(ask)
    def asked(self: Mounted, *words: Any) -> T:
        try:
            return ask(self, *words)
        except PowerOffError:
            if not self.said_dark:
                self.said_dark = True
                print("dark", flush=True)
            raise FuseOSError(errno.EIO) from None
        except RefusedError as error:
            raise FuseOSError(error.code) from None

    return asked


class Mounted(Operations):  # type: ignore[misc]  # the package has no types
    """What libfuse asks. A file handle is a node's number; a path may be missing where there is a handle."""

    use_ns = True
    flag_nopath = flag_nullpath_ok = True

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._at = time.time_ns()
        self.said_dark = False

    def init(self, path: str) -> None:
        print("mounted", flush=True)

    @_answered
    def getattr(self, path: str | None, fh: int | None = None) -> dict[str, int]:
        number = self._number(path, fh)
        node = self._disk.node(number)
        kind, size = (stat.S_IFREG, len(node.seen)) if isinstance(node, File) else (stat.S_IFDIR, 4096)
        times = dict.fromkeys(("st_atime", "st_mtime", "st_ctime"), self._at)
        return {"st_mode": kind | node.mode, "st_size": size, "st_ino": number, "st_nlink": 1, **times}

    @_answered
    def readdir(self, path: str | None, fh: int) -> list[tuple[str, dict[str, int], int]]:
        node = self._disk.node(fh)
        assert isinstance(node, Folder)
        inside = {".": fh, "..": fh, **node.seen}  # a number of 0 would be no entry to the C library
        return [(name, {"st_ino": number}, 0) for name, number in inside.items()]

    @_answered
    def open(self, path: str, flags: int) -> int:
        node = self._disk.find(path)
        if flags & os.O_TRUNC:  # the kernel leaves it to us
            self._disk.resize(node, 0)
        return node

    def opendir(self, path: str) -> int:
        return self.open(path, 0)

    @_answered
    def create(self, path: str, mode: int, fi: object = None) -> int:
        return self._disk.create(path, stat.S_IMODE(mode))

    @_answered
    def mkdir(self, path: str, mode: int) -> int:
        self._disk.create(path, stat.S_IMODE(mode), folder=True)
        return 0

    @_answered
    def read(self, path: str | None, size: int, offset: int, fh: int) -> bytes:
        return self._disk.read(fh, offset, size)

    @_answered
    def write(self, path: str | None, data: bytes, offset: int, fh: int) -> int:
        self._disk.write(fh, offset, data)
        return len(data)

    @_answered
    def truncate(self, path: str | None, length: int, fh: int | None = None) -> int:
        self._disk.resize(self._number(path, fh), length)
        return 0

    @_answered
    def unlink(self, path: str) -> int:
        self._disk.unlink(path)
        return 0

    rmdir = unlink

    @_answered
    def rename(self, old: str, new: str) -> int:
        self._disk.rename(old, new)
        return 0

    @_answered
    def link(self, target: str, source: str) -> int:
        self._disk.link(source, target)
        return 0

    @_answered
    def fsync(self, path: str | None, datasync: int, fh: int) -> int:
        self._disk.sync(fh)
        return 0

    fsyncdir = fsync

    @_answered
    def chmod(self, path: str | None, mode: int) -> int:
        if path is not None:
            self._disk.node(self._disk.find(path)).mode = stat.S_IMODE(mode)
        return 0

    def chown(self, path: str | None, uid: int, gid: int) -> int:
        return 0

    def utimens(self, path: str | None, times: object = None) -> int:
        return 0

    @_answered
    def setxattr(self, path: str, name: str, value: bytes, options: int, position: int = 0) -> int:
        if name != POWER_FOR:
            raise FuseOSError(errno.ENOTSUP)
        self._disk.power_for(int(value))
        return 0

    def _number(self, path: str | None, fh: int | None) -> int:
        return self._disk.find(path or "") if fh is None else fh


class _WithHandles(FUSE):  # type: ignore[misc]  # the package has no types
    """mfusepy 3.1 does not hand on which open file is truncated, and files that are open may have no path here."""

    def truncate_fuse_3(self, path: bytes | None, length: int, fip: Any) -> int:
        return int(self.ftruncate(path, length, fip))


OPTIONS: dict[str, Any] = {
    "foreground": True,
    "nothreads": True,  # one step after the other: their order is the disk's
    "hard_remove": True,
    "use_ino": True,
    "attr_timeout": 0,
    "entry_timeout": 0,
    "fsname": "kapok-power",
}


def main(folder: str) -> None:
    """Mount, wait until it is unmounted, do as told, mount again."""
    disk = Disk()
    while True:
        _WithHandles(Mounted(disk), folder, **OPTIONS)
        order, *words = sys.stdin.readline().split() or ["end"]
        if order == "end":
            return
        steps, fate = disk.steps, Fate(int(words[0]), disk.oldest_waiting(), disk.steps)
        loss = disk.cut(fate)
        print(f"{loss.how}: step {steps}, {loss.survived} of {loss.waiting} un-synced survived", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
