"""Who may write: one hall server per data folder, by a lock that ends with the process, whatever it died of.

A PostgreSQL database lets in many; there the servers share a lock against whoever brings the tables up.
Knows no tables.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_NAME = "hall.lock"
SERVED_KEY = 0x4B61706F6B  # the advisory lock of PostgreSQL that every server shares while it serves


class FolderInUseError(Exception):
    """Another process writes this hall: two of them would each give out numbers and lives of their own."""


@contextmanager
def sole_writer(data: Path) -> Iterator[None]:
    """Hold a data folder; FolderInUseError when somebody else does, OSError when the lock file cannot be made.

    The file stays: removing it would let two processes lock two files of one name.
    """
    handle = os.open(data / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderInUseError(f"{data} is in use by another process of this hall") from None
        yield
    finally:
        os.close(handle)
