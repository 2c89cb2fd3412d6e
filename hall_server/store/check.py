"""A quick look at a database: is it whole on the disk, are its tables this program's, do heads and events agree."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from hall_server.store import statements as sql
from hall_server.store.migrate import newest_revision, revision, strangeness
from hall_server.store.place import place_of
from hall_server.store.postgres.link import connect

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.store.reading import HallReader

_MUST_BE_ON = ("fsync", "full_page_writes")


class Look(msgspec.Struct):
    """What was found; `findings` is empty when all is well."""

    revision: str | None
    halls: list[str]
    findings: list[str]


def check(where: Path | str) -> Look:
    """Look at a database. UnreadableStoreError when it is none or cannot be reached."""
    place, stands = place_of(where), revision(where)
    found = Look(stands, place.halls(), [])
    if strange := strangeness(where):
        found.findings.append(f"another build's tables: {strange}")
        return found
    if stands != newest_revision():
        found.findings.append(f"tables at {stands}, this program needs {newest_revision()}: kapok db migrate")
    if isinstance(where, str):
        found.findings += _careless(where)
    for at, hall in enumerate(found.halls):
        with closing(place.reader(hall)) as reader:
            if at == 0:
                found.findings += [f"damaged: {one}" for one in reader.damage()]
            found.findings += [f"hall {hall}: {one}" for one in _head(reader)]
    return found


def _head(reader: HallReader) -> list[str]:
    with reader.whole():
        n, newest = reader.head(), reader.events(reader.head() - 1, 2)
    if [event.n for event in newest] != ([n] if n else []):
        return [f"the head stands at {n}, the newest events are {[event.n for event in newest]}: kapok db verify"]
    return [] if reader.run(sql.INCARNATIONS) else ["it has no life: restore a backup"]


def _careless(address: str) -> list[str]:
    """Settings with which a power cut makes a database server forget what it has acknowledged."""
    with closing(connect(address)) as db:
        off = [name for name in _MUST_BE_ON if db.execute(f"SHOW {name}".encode()).fetchone() == ("off",)]
    return [f"the database server runs with {name}=off: a power cut loses numbers" for name in off]
