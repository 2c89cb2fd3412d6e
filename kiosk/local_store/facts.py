"""What was last heard of the hall (which life of it, how far, its day, its time, whom it trusts), and of this machine.

Of the machine: its paper roll, whether staff have paused it, and what its hall sent it to do.

Nothing of a person.

The hall's time is carried on by CLOCK_BOOTTIME alone; after a start of the machine it is not known until the hall has
been heard again, and nothing is guessed from this machine's own clock (definitions.md 11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from hall_server.contract.catalogue import Catalogue
from hall_server.contract.hall_trust import HallTrust
from hall_server.contract.messages import HallNow
from kiosk.local_store.file import LocalStoreError
from kiosk.local_store.kept import value_of

if TYPE_CHECKING:
    import sqlite3

    from kiosk.local_store.file import StoreFile
    from kiosk.local_store.machine import Machine

SECOND = 1_000_000
CLOCK_MAY_BE_OFF_US = 60 * SECOND

T = TypeVar("T")


class Contact(msgspec.Struct, frozen=True):
    """One word of the hall and when it came: `now.at` is the hall's time at `boottime_us` of boot `boot_id`."""

    now: HallNow
    boot_id: str
    boottime_us: int
    wall_us: int  # this machine's clock at that moment

    def hall_us(self, machine: Machine) -> int | None:
        """The hall's time now in microseconds; None when the machine was started anew since."""
        if self.boot_id != machine.boot_id:
            return None
        return self.now.at + max(0, machine.boottime_us() - self.boottime_us)

    def clock_is_right(self, machine: Machine) -> bool:
        """Whether this machine's own clock is known to be within a minute of the hall's."""
        hall_us = self.hall_us(machine)
        return hall_us is not None and abs(machine.wall_us() - hall_us) <= CLOCK_MAY_BE_OFF_US


class Quarantine(msgspec.Struct, frozen=True):
    """Why this kiosk may use no leased numbers: the hall's code, and in which life of the hall it was said."""

    code: str
    incarnation: str
    boot_id: str  # when it was said
    boottime_us: int


class Facts:
    """The table of facts: one JSON value a name. Blocking, for one thread at a time; raises LocalStoreError."""

    def __init__(self, file: StoreFile, machine: Machine) -> None:
        self._file, self._machine = file, machine

    def heard(self, contact: Contact) -> None:
        """Keep the newest word of the hall."""
        self._put("contact", contact)

    def contact(self) -> Contact | None:
        """The newest word of the hall that was kept."""
        return self._get("contact", Contact)

    def keep_catalogue(self, catalogue: Catalogue) -> None:
        """Keep what can be offered."""
        self._put("catalogue", catalogue)

    def catalogue(self) -> Catalogue | None:
        """What could be offered when the hall was last heard."""
        return self._get("catalogue", Catalogue)

    def keep_trust(self, told: HallTrust | None) -> None:
        """Keep whose signed codes count; None: nobody's."""
        if told is None:
            self._forget("trust")
        else:
            self._put("trust", told)

    def trust(self) -> HallTrust | None:
        """Whose signed codes counted when the hall was last heard."""
        return self._get("trust", HallTrust)

    def keep_paper(self, numbers: dict[str, float]) -> None:
        """Keep what the printer knows of its paper roll."""
        self._put("paper", numbers)

    def paper(self) -> dict[str, float]:
        """What the printer knew of its paper roll; nothing before its first slip."""
        return self._get("paper", dict[str, float]) or {}

    def keep_paused(self, *, paused: bool) -> None:
        """暂停服务 by staff, or no longer."""
        self._put("paused", paused)

    def paused(self) -> bool:
        """Whether staff have put this machine out of service."""
        return self._get("paused", bool) or False

    def keep_services_off(self, names: tuple[str, ...]) -> None:
        """Boxes that the hall has taken out of use."""
        self._put("services_off", names)

    def services_off(self) -> tuple[str, ...]:
        """Boxes that the hall has taken out of use."""
        return self._get("services_off", tuple[str, ...]) or ()

    def keep_deeds(self, outcomes: dict[str, str]) -> None:
        """What the hall sent and what came of each: "" or why not."""
        self._put("deeds", outcomes)

    def deeds(self) -> dict[str, str]:
        """What the hall sent lately, and what came of it."""
        return self._get("deeds", dict[str, str]) or {}

    def quarantine(self, reason: Quarantine) -> None:
        """The hall says that this identity is another machine's."""
        self._put("quarantine", reason)

    def quarantined(self) -> Quarantine | None:
        """Why no leased numbers may be used, if so."""
        return self._get("quarantine", Quarantine)

    def keep_emergency_letter(self, letter: str) -> None:
        """The letter of this kiosk's own emergency series, as the hall gave it to this very machine."""
        self._put("emergency_letter", (letter, self._machine.fingerprint))

    def emergency_letter(self) -> str:
        """The letter of this kiosk's own emergency series; "" before the hall gave one, or when it gave it to another.

        A copied disk brings the letter along, and the series would be begun on two machines.
        """
        letter, fingerprint = self._get("emergency_letter", tuple[str, str]) or ("", "")
        return letter if fingerprint == self._machine.fingerprint else ""

    def released(self) -> None:
        """The hall deals with this kiosk again."""
        self._forget("quarantine")

    def keep_epoch(self, epoch: int) -> None:
        """The newest epoch that the hall gave this kiosk, in this boot."""
        told = epoch, self._machine.boot_id
        if self._get("epoch", tuple[int, str]) != told:
            self._put("epoch", told)

    def epoch(self) -> int:
        """The newest epoch that the hall gave this kiosk; 0 before it gave one."""
        epoch, _ = self._get("epoch", tuple[int, str]) or (0, "")
        return epoch

    def drop_old_epoch(self) -> bool:
        """Forget an epoch of an earlier boot; whether there was one.

        The hall takes whoever names an epoch that is over for a machine that is over. Where an old image of the disk
        was put back, the epoch is as old as the image, and this boot is new all the same.
        """
        epoch, boot_id = self._get("epoch", tuple[int, str]) or (0, "")
        if epoch == 0 or boot_id == self._machine.boot_id:
            return False
        self._put("epoch", (0, self._machine.boot_id))
        return True

    def _put(self, name: str, value: object) -> None:
        with self._file.writing() as connection:
            put_fact(connection, name, value)

    def _forget(self, name: str) -> None:
        with self._file.writing() as connection:
            connection.execute("DELETE FROM fact WHERE name = ?", [name])

    def _get(self, name: str, shape: type[T]) -> T | None:
        for row in self._file.rows("SELECT value FROM fact WHERE name = ?", name):
            try:
                return value_of(row["value"], shape)
            except LocalStoreError:  # of an older program's shape: the hall will say it again
                return None
        return None


def put_fact(connection: sqlite3.Connection, name: str, value: object) -> None:
    """Keep one fact inside a transaction that is open."""
    connection.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", [name, msgspec.json.encode(value)])
