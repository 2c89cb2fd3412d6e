"""日志 (UI-T6): reads what this kiosk has logged and copies it to a stick, encrypted. Everything in threads.

Nothing but the glass learns the passphrase. A copy gets its name when it is whole; else nothing of it stays.
"""

from __future__ import annotations

import asyncio
import errno
import logging
from datetime import datetime
from typing import TYPE_CHECKING

from config.durable import new_file
from config.log_file import entries, kept_lines
from config.sealed_log import ENDS_IN, fresh_passphrase, sealed
from kiosk.session.log_words import (
    ENTRIES_MOST,
    LogEntry,
    LogNotSaved,
    LogRead,
    LogSaved,
    ReadLog,
    SaveLog,
    StickFault,
)
from kiosk.session.self_test_words import Lamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from config.log_file import Entry
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post

LOG = logging.getLogger("kapok.kiosk.log_desk")
LAMPS = {"": Lamp.UNKNOWN, "WARNING": Lamp.WARNING, "ERROR": Lamp.FAULT, "CRITICAL": Lamp.FAULT}
PREFIX = "kapok."
FAULTS = {
    errno.ENOSPC: StickFault.FULL,
    errno.EDQUOT: StickFault.FULL,
    errno.EFBIG: StickFault.FULL,
    errno.EROFS: StickFault.READ_ONLY,
    errno.EACCES: StickFault.READ_ONLY,
    errno.EPERM: StickFault.READ_ONLY,
}


class LogDesk:
    """The performer. `recent`: the end of the log in memory, where none is kept; `mounted`: sticks, best first."""

    def __init__(
        self,
        kept: Path | None,
        recent: Callable[[], str],
        mounted: Callable[[], Iterable[Path]],
        *,
        kiosk_id: str,
        post: Post,
        clock: Clock,
    ) -> None:
        self._kept, self._recent, self._mounted = kept, recent, mounted
        self._kiosk_id, self._post, self._clock = kiosk_id, post, clock

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(ReadLog, self.read)
        errands.register(SaveLog, self.save)

    async def read(self, _: ReadLog) -> None:
        """What was logged, as entries."""
        found = await asyncio.to_thread(lambda: tuple(map(_entry, entries(self._lines(), ENTRIES_MOST))))
        self._post(LogRead(self._clock(), found))

    async def save(self, errand: SaveLog) -> None:
        """One file on the first stick that takes it."""
        self._post(await asyncio.to_thread(self._saved, errand.job))

    def _lines(self) -> tuple[str, ...]:
        try:
            return kept_lines(self._kept) if self._kept is not None else self._remembered()
        except OSError:
            return self._remembered()

    def _remembered(self) -> tuple[str, ...]:
        return tuple(self._recent().splitlines())

    def _saved(self, job: str) -> LogSaved | LogNotSaved:
        text = "".join(f"{line}\n" for line in self._lines())
        places = tuple(self._mounted())
        if not text or not places:
            return self._not_saved(job, StickFault.NO_STICK if text else StickFault.NO_LOG)
        passphrase = fresh_passphrase()
        name = f"kapok-log-{self._kiosk_id}-{datetime.now().astimezone():%Y%m%d-%H%M%S}{ENDS_IN}"
        made, fault = sealed(text, passphrase), StickFault.GONE
        for place in places:
            try:
                with new_file(place / name) as part:
                    part.write_bytes(made)
            except OSError as error:
                fault = FAULTS.get(error.errno or 0, StickFault.GONE)
                continue
            LOG.info("the log was copied to a stick: %s", name)
            return LogSaved(self._clock(), job, name, passphrase)
        return self._not_saved(job, fault)

    def _not_saved(self, job: str, fault: StickFault) -> LogNotSaved:
        LOG.warning("the log was not copied to a stick: %s", fault)
        return LogNotSaved(self._clock(), job, fault)


def _entry(one: Entry) -> LogEntry:
    return LogEntry(one.at, LAMPS.get(one.level, Lamp.FINE), one.source.removeprefix(PREFIX), one.text)
