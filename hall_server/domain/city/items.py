"""事项库: which of the city's versions a hall has still to publish. Pure.

A version that was published is told by its mark in the list of publications: there is no other memory. Serials only
grow; a smaller one than the hall has taken, or another content under the same one, is refused, so a city that was set
back, or somebody who plays one, changes nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from hall_server.domain.items.snapshots import SITE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.contract.city.items import Snapshot, VersionRow, Versions
    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.snapshots import Published

_CITY = "city"
_MARK = 16  # hexadecimal digits of the hash


class ItemSource(Protocol):
    """Where versions of the city's items come from: the city's line, or a file. Nothing ever goes back there."""

    def versions(self) -> Versions:
        """Which there are. Raises CityAwayError, CityRefusedError."""

    def snapshot(self, row: VersionRow) -> Snapshot:
        """One of them, with the bytes that its row promises. Raises SnapshotError, and as `versions`."""


class SnapshotProblem(StrEnum):
    """Why a version is not taken: the one in force stays. For technicians."""

    OLDER_THAN_TAKEN = "older_than_taken"
    SERIAL_USED_TWICE = "serial_used_twice"
    WRONG_HASH = "wrong_hash"
    NOT_WELL_FORMED = "not_well_formed"
    ITEM_INVALID = "item_invalid"  # an item, with this hall's part of it, is none


class SnapshotError(Exception):
    """A version that is not taken. `detail` says where."""

    def __init__(self, code: SnapshotProblem, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail


class Pulled(NamedTuple):
    """A version as this hall will publish it, and its mark."""

    catalogue: Catalogue
    by: str


def mark_of(row: VersionRow) -> str:
    """Who published it, for the list of publications: `city:12:3f2a9c0d11e4b7a5`."""
    return f"{_CITY}:{row.serial}:{row.sha256[:_MARK]}"


def wanted(rows: Sequence[VersionRow], there: Sequence[Published], today: str) -> tuple[VersionRow, ...]:
    """The versions to fetch now: the one in force and those to come, as far as they are not published.

    What the site file said since is published without the city's part; then they are published again, with it. Whatever
    a command published since stays: so a rollback holds until the city has something new. Raises SnapshotError.
    """
    taken = _taken(there)
    newest = max(taken, default=0)
    if rows and rows[-1].serial < newest:
        raise SnapshotError(SnapshotProblem.OLDER_THAN_TAKEN, f"{rows[-1].serial} after {newest}")
    found = _relevant(rows, today)
    for row in found:
        known = taken.get(row.serial)
        if known is None and row.serial < newest:
            raise SnapshotError(SnapshotProblem.OLDER_THAN_TAKEN, f"{row.serial} after {newest}")
        if known is not None and known != row.sha256[:_MARK]:
            raise SnapshotError(SnapshotProblem.SERIAL_USED_TWICE, f"{row.serial}")
    done = {one.by for one in _since_site_file(there)}
    return tuple(row for row in found if mark_of(row) not in done)


def is_there(by: str, there: Sequence[Published]) -> bool:
    """Whether this version is published with what the site file says."""
    return by in {one.by for one in _since_site_file(there)}


def _relevant(rows: Sequence[VersionRow], today: str) -> list[VersionRow]:
    come = [one for one in rows if one.effective_from.isoformat() <= today]
    now = max(come, key=lambda one: (one.effective_from, one.serial), default=None)
    return [one for one in rows if one is now or one not in come]


def _taken(there: Iterable[Published]) -> dict[int, str]:
    """What the city's versions were, by serial: the beginning of their hash."""
    found = {}
    for one in there:
        name, _, rest = one.by.partition(":")
        serial, _, mark = rest.partition(":")
        if name == _CITY and serial.isascii() and serial.isdigit() and mark:
            found[int(serial)] = mark
    return found


def _since_site_file(there: Sequence[Published]) -> Sequence[Published]:
    last = max((at for at, one in enumerate(there) if one.by == SITE_FILE), default=-1)
    return there[last + 1 :]
