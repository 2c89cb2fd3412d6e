"""What a kiosk can be sent to do, once: named by the hall's entry in its book, signed with the rest of its orders.

A kiosk does each within a day or not at all, tells what came of it, and knows no act that is not here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import msgspec

from hall_server.contract.messages import Command, ShortText

DEED_HOLDS_US = 24 * 3_600 * 1_000_000
PARCEL_MOST = 400_000  # bytes
LOG_MOST = 120_000
PARCEL_LIFE_US = 15 * 60 * 1_000_000  # in the hall's memory, never on a disk


class Service(StrEnum):
    """A box that can be taken out of use from afar. Never the voice or the pad: somebody may have no other way."""

    ID_CARD = "id_card"
    RECEIPT_PRINTER = "receipt_printer"
    CODE_SCANNER = "code_scanner"
    PAGE_PRINTER = "page_printer"
    DOCUMENT_SCANNER = "document_scanner"


class DeedRefusal(StrEnum):
    """Why a kiosk did not do what it was sent."""

    UNKNOWN = "deed_unknown"  # of a newer hall
    LATE = "deed_late"
    NO_SERVICE = "deed_no_service"  # it has no such box
    SETTINGS_WRONG = "deed_settings_wrong"
    NOTHING_BEFORE = "deed_nothing_before"  # no settings to go back to
    NO_SCREEN = "deed_no_screen"
    NOT_TAKEN = "deed_not_taken"  # the hall did not take what was fetched
    DISK = "deed_disk"


PUSHABLE = frozenset(
    {
        "kiosk.idle_s",
        "kiosk.warning_s",
        "kiosk.ticket_page_s",
        "kiosk.take_timeout_s",
        "kiosk.attended",
        "screen.reduce_motion",
        "speech.quiet_from",
        "speech.quiet_to",
        "speech.quiet_db",
    }
)
"""Keys of a kiosk's file that may be set from afar: nothing that leads to another hall, box or place."""

Setting = bool | int | float | str
Settings = dict[str, Setting]


class Deed(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something to do, once. `act` is one of FleetAct: the hall may be newer. `until`: UTC microseconds, 0 = no end."""

    id: str
    act: str
    until: int = 0
    service: str = ""
    settings: dict[str, Any] = msgspec.field(default_factory=dict)


class RefusedDeed(Command, frozen=True):
    """One that was not done, and why: a DeedRefusal, or another one's of a newer kiosk."""

    id: ShortText
    code: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z_]{0,39}\Z")]


class ParcelTaken(msgspec.Struct, frozen=True):
    """What the hall holds of a deed's outcome, in bytes."""

    deed: str
    size: int
