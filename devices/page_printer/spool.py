"""Shreds what a CUPS that has ended left of documents: `python -m devices.page_printer.spool [FOLDER]`, as root.

CUPS deletes without overwriting, and sends a job again that it was killed in. So this has to run before its daemon
starts (ExecStartPre= of cups.service). On storage that writes elsewhere what is overwritten (flash, journals), only a
spool in memory keeps secrets: RequestRoot and TempDir on a tmpfs. Knows no printer and no job.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

USUAL = Path("/var/spool/cups")
TEMPORARY = "tmp"  # below it, where filters write (TempDir)
DAEMON = "cupsd"
BLOCK_BYTES = 1 << 20


def empty_spool(spool: Path) -> int:
    """Overwrite and delete every document and job, and what filters left; how many files. Raises OSError.

    Only while the daemon of this spool is not running. Links are not followed.
    """
    done = 0
    for folder in (spool, spool / TEMPORARY):
        for path in sorted(folder.iterdir()) if folder.is_dir() or folder == spool else ():
            if path.is_file() and not path.is_symlink():
                _shred(path)
                done += 1
    return done


def _shred(path: Path) -> None:
    with path.open("r+b") as document:
        left = path.stat().st_size
        while left > 0:
            left -= document.write(bytes(min(left, BLOCK_BYTES)))
        document.flush()
        os.fsync(document.fileno())
    path.unlink()


def running(proc: Path = Path("/proc")) -> list[int]:
    """The process ids of daemons of CUPS."""
    return sorted(int(path.parent.name) for path in proc.glob("[0-9]*/comm") if _name(path) == DAEMON)


def _name(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # it has ended meanwhile
        return ""


def main(folder: Path = USUAL, *, proc: Path = Path("/proc")) -> str:
    """Empty the spool; what is to be said when that cannot be, else nothing."""
    if pids := running(proc):
        return f"CUPS 正在运行，先停止它 cupsd runs ({', '.join(map(str, pids))}): stop it first"
    try:
        empty_spool(folder)
    except OSError as error:
        return f"打印缓存未能清空，检查路径和权限 the spool is not emptied, check path and permission: {error}"
    return ""


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])) or 0)
