"""What staff did at a kiosk, and what its sensors felt: told to the hall with the outbox, kept in its book (CL-H18)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

KIND = "machine_act"  # of the records


class MachineAct(StrEnum):
    """Permanent. Nothing of it says who: a kiosk has one PIN."""

    CORNER_OPENED = "corner_opened"
    CORNER_CLOSED = "corner_closed"
    CORNER_LOCKED = "corner_locked"  # nobody touched it for a minute
    SLIP_REPRINTED = "slip_reprinted"
    PAPER_CHANGED = "paper_changed"
    TECHNICIAN_CALLED = "technician_called"
    PAUSED = "paused"
    RESUMED = "resumed"
    VISIT_FOR_SOMEBODY = "visit_for_somebody"  # a greeter takes a number for whoever stands there
    NUMBER_CANCELLED = "number_cancelled"  # by staff, for whoever stands there
    PRIORITY_GIVEN = "priority_given"  # with a reason, which stands in the book beside the ticket
    TECHNICIAN_CAME = "technician_came"  # 自检, behind a PIN of its own
    TECHNICIAN_LEFT = "technician_left"
    DRILLED = "drilled"  # 演练: a fault was played
    SETTINGS_CHANGED = "settings_changed"  # 配置: a setting was changed on the glass, or gone back from
    VERSION_WISHED = "version_wished"  # 升级: the technician asked for another version of the program
    REPEATED_AUTH_FAILURE = "repeated_auth_failure"  # too many wrong PINs
    DOOR_OPENED = "door_opened"
    DOOR_CLOSED = "door_closed"
    TILTED = "tilted"
    UPRIGHT = "upright"
    POWER_LOST = "power_lost"
    POWER_BACK = "power_back"
    SENSORS_LOST = "sensors_lost"  # a cut cable looks like this too
    SENSORS_BACK = "sensors_back"


class MachineRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an entry of the book holds. `happened_at`: UTC microseconds; None: in another boot, nobody knows when."""

    act: MachineAct
    happened_at: int | None = None
