"""Keeps security events as JSON lines, for a camera system or a person to find the place in the pictures (CL-H18).

One line: {"at": UTC in ISO 8601, when it happened, "kind": …, "source": …, "age_s": …}. Knows no visitor: an event has
no field for one.
"""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from devices.values.sensors import SecurityEvent

LOG = logging.getLogger("kapok.device.sensors")

LARGEST_BYTES = 4 << 20  # then the file is put aside as <name>.1, in place of the one before


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


class JsonLinesSink:
    """`SecurityEvents` in a file that only its owner reads; each line is on the disk before `record` returns."""

    def __init__(
        self, path: Path, *, clock: Callable[[], datetime] = utc_now, largest_bytes: int = LARGEST_BYTES
    ) -> None:
        self._path = path
        self._clock = clock
        self._largest_bytes = largest_bytes
        self._writing = asyncio.Lock()
        self.missed = 0

    async def record(self, event: SecurityEvent) -> bool:
        """Append one line; False, and `missed` counts one more, when the disk does not take it."""
        at = self._clock() - timedelta(seconds=event.age_s)
        row = {
            "at": at.isoformat(timespec="milliseconds"),
            "kind": event.kind,
            "source": event.source,
            "age_s": event.age_s,
        }
        async with self._writing:
            try:
                await asyncio.to_thread(self._append, (json.dumps(row, ensure_ascii=False) + "\n").encode())
            except OSError as error:
                self.missed += 1
                LOG.error("security event %s not kept: %s", event.kind, error.strerror)  # noqa: TRY400 -- one line
                return False
        return True

    def _append(self, line: bytes) -> None:
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            if size + len(line) > self._largest_bytes:
                self._path.replace(self._path.with_name(f"{self._path.name}.1"))
                os.close(descriptor)
                descriptor, size = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600), 0
            if os.write(descriptor, line) < len(line):  # a disk that is all but full takes what fits
                os.ftruncate(descriptor, size)  # half a line would spoil the next one
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
