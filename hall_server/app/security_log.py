"""安全事件 on their way out of the hall: from its book to a file or a syslog, each at least once, in order.

How far the book was told is kept beside the hall; what could not be sent is tried again. The hall never waits for it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hall_server.contract.problems import HallProblem
from hall_server.domain.security_events import rfc5424, security_entry
from hall_server.flows.records_since import before_moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hall_server.domain.records import RecordReader

_log = logging.getLogger("kapok.hall")
POSITION = "security-log.position"
_EVERY_S, _AT_MOST_S, _PAGE, _SYSLOG = 2.0, 60.0, 200, 514
_DAY_US = 24 * 3_600 * 1_000_000


class SecurityLog:
    """To one sink: `syslog://host:port` (UDP), or a path from `folder`."""

    def __init__(self, sink: str, folder: Path, hall: str, reader: RecordReader) -> None:
        self._sink, self._folder, self._hall, self._reader = sink, folder, hall, reader
        self._failed = ""

    async def run(self) -> None:
        """Until cancelled."""
        pause_s = _EVERY_S
        while True:
            try:
                await asyncio.to_thread(self.tell)
                pause_s, self._failed = _EVERY_S, ""
            except (OSError, HallProblem) as error:  # the sink, or the database, is away
                if (told := type(error).__name__) != self._failed:
                    _log.error("security events are not told to %s: %s", self._sink, told)
                pause_s, self._failed = min(pause_s * 2, _AT_MOST_S), told
            await asyncio.sleep(pause_s)

    def tell(self) -> int:
        """What is new in the book; how many lines went out. Raises OSError."""
        position, told = self._position(), 0
        while page := self._reader.records("", position, _PAGE):
            found = [entry for one in page if (entry := security_entry(one)) is not None]
            self._send([rfc5424(one, self._hall) for one in found])
            position, told = page[-1].n, told + len(found)
            self._keep(position)
        return told

    def _send(self, lines: Sequence[str]) -> None:
        if not lines:
            return
        if self._sink.startswith("syslog://"):
            where = urlsplit(self._sink)
            host, port = where.hostname or "", where.port or _SYSLOG
            family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
            with socket.socket(family, kind, protocol) as wire:
                for line in lines:
                    wire.sendto(line.encode(), address)
            return
        path = self._folder / self._sink
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write("".join(f"{line}\n" for line in lines).encode())
            file.flush()
            os.fsync(handle)

    def _position(self) -> int:
        try:
            return int((self._folder / POSITION).read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):  # a torn file: a day twice is better than a day not at all
            return before_moment(self._reader, "", time.time_ns() // 1000 - _DAY_US)

    def _keep(self, position: int) -> None:
        made = self._folder / f"{POSITION}.new"
        made.write_text(str(position), encoding="ascii")
        made.replace(self._folder / POSITION)
