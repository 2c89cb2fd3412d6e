"""Files and folders that are still there after a power cut. Knows no settings and nothing of ours.

POSIX keeps what a file holds from its own fsync on, but its name only from an fsync of its folder on; a folder is a
name in its parent. A file that is synced and whose folder is not may be gone.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def sync(path: Path) -> None:
    """What a file holds, or the names in a folder, lasts from here on. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """A folder with all that lead to it, those that are missing. `mode` is that of the last. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode, parents=True, exist_ok=True)
    for one in missing:
        sync(one.parent)


def move(made: Path, target: Path) -> None:
    """A whole file gets its name, in place of what had it: after a cut it is the one or the other. Raises OSError."""
    sync(made)
    made.rename(target)
    sync(target.parent)


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Fill the file that is given; it gets its name, for its owner only, when it is whole.

    FileExistsError when the name is taken, OSError when it cannot be.
    """
    if target.exists():
        raise FileExistsError(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    os.close(handle)
    made = Path(name)
    try:
        yield made
        move(made, target)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
