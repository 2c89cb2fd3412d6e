"""How long rows have been kept, by a count that no clock can throw forward (definitions.md 11 and 12).

The hall's time may jump by a year and back. Rows that are to be kept for 72 h would be gone with the first jump, and
with them what a restored hall has to be told. So time counts here only as it passes from one word of the hall to the
next, never backwards, and a step of many hours counts as twelve: whoever was switched off keeps rows for longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.local_store.facts import SECOND, put_fact

if TYPE_CHECKING:
    import sqlite3

MOST_US = 12 * 3600 * SECOND
_NAME = "elapsed"


class Elapsed(msgspec.Struct, frozen=True):
    """The count, and what the hall's time was when it was made. Microseconds."""

    counted_us: int
    hall_us: int


def elapsed(connection: sqlite3.Connection, hall_us: int) -> int:
    """The count at a moment of the hall's time, inside an open transaction; 0 = that time is not known."""
    found = connection.execute("SELECT value FROM fact WHERE name = ?", [_NAME]).fetchone()
    before = Elapsed(hall_us, hall_us) if found is None else msgspec.json.decode(found[0], type=Elapsed)
    if hall_us == 0 or (found is not None and hall_us == before.hall_us):
        return before.counted_us
    step = min(max(0, hall_us - before.hall_us), MOST_US)
    now = Elapsed(before.counted_us + step, hall_us)
    put_fact(connection, _NAME, now)
    return now.counted_us
