"""Numbers that this kiosk may give out by itself: leased blocks, and an emergency series (definitions.md 3 to 5).

A number that was taken from here is gone, whatever becomes of its slip.

Knows no network. A block belongs to one boot of this machine, one life of the hall and one business day; whatever does
not fit any more is never used again.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import Origin
from kiosk.local_store.facts import SECOND

if TYPE_CHECKING:
    import sqlite3

    from kiosk.local_store.file import StoreFile
    from kiosk.local_store.machine import Machine

WIDTH = 3  # digits of an emergency number, at least
DAY_S, ROLLS_AT_S = 86_400, 4 * 3600  # a business day begins at 04:00 hall time
UNHEARD_DAYS = 7
EMERGENCY_S = 5  # no kiosk gives two numbers of one series within so many seconds: a visit takes longer


class Lease(msgspec.Struct, frozen=True):
    """A block of numbers `first` … `last` behind `letter`, granted by one life of the hall for one business day."""

    queue: str
    epoch: int
    incarnation: str
    business_day: str
    letter: str
    first: int
    last: int
    expires_at: int  # UTC microseconds of the hall
    width: int = WIDTH


class Standing(msgspec.Struct, frozen=True):
    """Where the hall stands as far as is known here: leases of another life or day do not count, nor old ones."""

    incarnation: str
    business_day: str
    hall_us: int | None  # None: the machine was started anew since the hall was heard
    utc_offset_s: int = 8 * 3600


class GivenNumber(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number that was given out, and all that a hall which does not know it must learn of it."""

    ticket_id: str
    label: str
    number: int
    letter: str
    queue: str
    business_day: str
    origin: Origin
    order: TakeTicket
    boot_id: str
    boottime_us: int
    epoch: int = 0  # of the lease
    catalogue: str = ""  # the version that was offered
    given_at: int = 0  # UTC microseconds of the hall; 0 = not known


class NoNumberError(Exception):
    """Site: the hall never told this kiosk an emergency letter, and there is no block left. `code` is permanent."""

    code = "no_number_offline"


class Numbers:
    """Leases and the emergency series. Blocking, for one thread at a time; raises LocalStoreError."""

    def __init__(self, file: StoreFile, machine: Machine) -> None:
        self._file, self._machine = file, machine
        self._began_us = machine.boottime_us()

    def begin(self) -> int:
        """A process begins: what is left of older blocks is dropped. Returns how many numbers were let go.

        After a boot because the hall lends them to nobody else then (definitions.md 5); within one because the file may
        be an old copy that somebody has put back, and would give its numbers out once more.
        """
        rows = self._file.rows("SELECT last - next + 1 AS rest FROM lease")
        if rows:
            self.drop_leases()
        return sum(max(0, row["rest"]) for row in rows)

    def grant(self, lease: Lease) -> None:
        """Keep a block that the hall granted to this boot; used-up ones and those of other days make room."""
        with self._file.writing() as connection:
            connection.execute(
                "DELETE FROM lease WHERE queue = ? AND (next > last OR business_day <> ? OR incarnation <> ?)",
                [lease.queue, lease.business_day, lease.incarnation],
            )
            connection.execute(
                "INSERT INTO lease (queue, epoch, incarnation, business_day, boot_id, letter, width, first, last, next,"
                " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    lease.queue,
                    lease.epoch,
                    lease.incarnation,
                    lease.business_day,
                    self._machine.boot_id,
                    lease.letter,
                    lease.width,
                    lease.first,
                    lease.last,
                    lease.first,
                    lease.expires_at,
                ],
            )

    def drop_leases(self) -> None:
        """No leased number is used any more: the hall took them back, or began a new life."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM lease")

    def left(self, standing: Standing) -> dict[str, int]:
        """How many leased numbers may still be given out, by queue."""
        rows = self._file.rows(
            f"SELECT queue, sum(last - next + 1) AS rest FROM lease WHERE {_USABLE} GROUP BY queue",  # noqa: S608 - ours
            *self._usable(standing),
        )
        return {row["queue"]: row["rest"] for row in rows}

    def take_leased(
        self, connection: sqlite3.Connection, queue: str, standing: Standing
    ) -> tuple[str, int, str, int] | None:
        """Label, number, letter and epoch of the next leased number, inside an open transaction; None without one."""
        found = connection.execute(
            f"UPDATE lease SET next = next + 1 WHERE id = (SELECT id FROM lease WHERE queue = ? AND {_USABLE}"  # noqa: S608 - ours
            " ORDER BY epoch, first LIMIT 1) RETURNING letter, next - 1, width, epoch",
            [queue, *self._usable(standing)],
        ).fetchone()
        if found is None:
            return None
        letter, number, width, epoch = found
        return f"{letter}{number:0{width}d}", number, letter, epoch

    @staticmethod
    def take_emergency(
        connection: sqlite3.Connection, letter: str, business_day: str, least: int = 1
    ) -> tuple[str, int]:
        """Label and number of the next of a series, `least` or higher, inside an open transaction.

        It never begins again by itself: the hall says with a lease when a new day has begun. Until then it is counted
        from `business_day`, on which it began.
        """
        (number,) = connection.execute(
            "INSERT INTO series (letter, business_day, next, counts_from) VALUES (?, '', ? + 1, ?)"
            " ON CONFLICT (letter) DO UPDATE SET next = max(next, excluded.next - 1) + 1 RETURNING next - 1",
            [letter, least, business_day],
        ).fetchone()
        return f"{letter}{number:0{WIDTH}d}", number

    @staticmethod
    def of_series(connection: sqlite3.Connection, letter: str, standing: Standing) -> Standing:
        """The same on the day of a series, inside an open transaction.

        A lease may have told of a new day, and begun the series anew, before the next look at the hall tells it.
        """
        found = connection.execute("SELECT business_day FROM series WHERE letter = ?", [letter]).fetchone()
        day = max(standing.business_day, found[0] if found else "")
        return msgspec.structs.replace(standing, business_day=day)

    def emergency_from(self, connection: sqlite3.Connection, letter: str, standing: Standing) -> int:
        """The lowest number of an emergency series that this process may give, inside an open transaction.

        The file may be an old copy that somebody has put back, and nobody knows how many numbers it has forgotten: at
        most one for each `EMERGENCY_S` since the series began and before this process did. So it begins behind them:
        AX3241 in one that was started at 08:30. One that saw the day begin counts from 1. A day that has ended without
        a word of the hall goes on, and so does its series.

        The hall's clock counts where it is known, and this machine's own where not. Of one that does not fit the days
        that the hall has told of, because it is wrong by weeks or years, only the time of day is used.
        """
        found = connection.execute("SELECT counts_from, before FROM series WHERE letter = ?", [letter]).fetchone()
        counts_from, before = found or ("", 0)
        first, told = _day_number(counts_from or standing.business_day), _day_number(standing.business_day)
        now_us = self._machine.wall_us() if standing.hall_us is None else standing.hall_us
        now_s = now_us // SECOND + standing.utc_offset_s - ROLLS_AT_S
        began_s = now_s - (self._machine.boottime_us() - self._began_us) // SECOND
        day, of_day_s = divmod(began_s, DAY_S)
        if not 0 <= now_s // DAY_S - told <= UNHEARD_DAYS:
            day = told
        late = min(day - first, UNHEARD_DAYS)
        return before + max(0, late * DAY_S + of_day_s) // EMERGENCY_S + 1

    def series_from(self, letter: str, business_day: str, number: int) -> None:
        """The hall's word on where a series goes on: never back within a day, from there on a new one."""
        with self._file.writing() as connection:
            connection.execute(
                "INSERT INTO series (letter, business_day, next, counts_from, before) VALUES (?1, ?2, ?3, ?2, ?3 - 1)"
                " ON CONFLICT (letter) DO UPDATE SET business_day = ?2,"
                " next = CASE WHEN business_day IN ('', ?2) THEN max(next, ?3) ELSE ?3 END,"
                " counts_from = CASE WHEN business_day IN ('', ?2) THEN counts_from ELSE ?2 END,"
                " before = CASE WHEN business_day IN ('', ?2) THEN before ELSE ?3 - 1 END",
                [letter, business_day, number],
            )

    def _usable(self, standing: Standing) -> list[object]:
        hall_us = standing.hall_us if standing.hall_us is not None else 2**62  # unknown time: too late for every block
        return [self._machine.boot_id, standing.incarnation, standing.business_day, hall_us]


def _day_number(day: str) -> int:
    """Days since 1970; 0 for what is no date."""
    try:
        return (date.fromisoformat(day) - date(1970, 1, 1)).days
    except ValueError:
        return 0


_USABLE = "next <= last AND boot_id = ? AND incarnation = ? AND business_day = ? AND expires_at > ?"
