"""机群: what a kiosk tells of itself every half minute, and what its hall signs back for it (CL-E14).

A heartbeat says nothing of a visitor. Its answer is signed by the hall: a kiosk does what a proved one says and nothing
else. Versions are words; whoever installs them knows what they mean.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.fleet_deeds import Deed, RefusedDeed, Settings
from hall_server.contract.messages import Command, ShortText
from hall_server.contract.offline import Count, Uuid

KIND = "fleet"  # of the records
Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+~_-]{0,31}\Z")]
SetHere = Annotated[dict[ShortText, bool | int | float | ShortText], msgspec.Meta(max_length=32)]


class Trouble(StrEnum):
    """What somebody must look after, the gravest first."""

    UPDATE_FAILED = "update_failed"
    PAPER_OUT = "paper_out"
    BOX_FAULT = "box_fault"
    DISK_LOW = "disk_low"
    PAPER_LOW = "paper_low"
    CLOCK_OFF = "clock_off"
    OUTBOX_WAITS = "outbox_waits"
    PAUSED = "paused"


class FleetAct(StrEnum):
    """What a kiosk can be sent to do; and, with the rest, an entry of the book each."""

    RESTART = "restart"
    SERVICE_OFF = "service_off"
    SERVICE_ON = "service_on"
    SETTINGS = "settings"
    SETTINGS_BACK = "settings_back"  # to those before the last
    LOGS = "logs"
    SCREENSHOT = "screenshot"
    DEED_DONE = "deed_done"
    DEED_REFUSED = "deed_refused"
    ROLLOUT_BEGUN = "rollout_begun"
    ROLLOUT_WIDENED = "rollout_widened"
    ROLLOUT_STOPPED = "rollout_stopped"
    ROLLOUT_DONE = "rollout_done"
    ALERT_OPENED = "alert_opened"  # `reason`: its kind
    ALERT_CLOSED = "alert_closed"


DEEDS = frozenset(
    {
        *(FleetAct.RESTART, FleetAct.SERVICE_OFF, FleetAct.SERVICE_ON, FleetAct.SETTINGS),
        *(FleetAct.SETTINGS_BACK, FleetAct.LOGS, FleetAct.SCREENSHOT),
    }
)
FETCHED = frozenset({FleetAct.LOGS, FleetAct.SCREENSHOT})  # what comes of it is handed over apart


class FleetRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry of kind `fleet`: about a kiosk, or about a roll-out by its id. `deed`: the entry that was answered."""

    act: FleetAct
    version: str = ""
    stage: int = 0
    reason: str = ""
    service: str = ""
    settings: Settings = msgspec.field(default_factory=dict)
    deed: str = ""


class BoxHealth(Command, frozen=True):
    """One device: ready, or why not, as `kapok device` says it."""

    kind: ShortText
    ready: bool
    reason: Annotated[str, msgspec.Meta(max_length=80)] = ""


class Heartbeat(Command, frozen=True):
    """How a kiosk is. `update_failed`: the version that it tried and came back from.

    `nonce`: what the answer must say again, so that an old one is good for nothing. `off`: services out of use.
    `set_here`: settings that a technician changed on its glass.
    """

    version: Version
    boot_id: Uuid
    boxes: Annotated[tuple[BoxHealth, ...], msgspec.Meta(max_length=32)] = ()
    paper_left: Count | None = None  # slips
    disk_free_mb: Count | None = None
    outbox_pending: Count = 0
    clock_off_s: int = 0
    paused: bool = False
    update_failed: Version | None = None
    done: Annotated[tuple[ShortText, ...], msgspec.Meta(max_length=32)] = ()  # ids of what it was sent to do
    refused: Annotated[tuple[RefusedDeed, ...], msgspec.Meta(max_length=32)] = ()
    off: Annotated[tuple[ShortText, ...], msgspec.Meta(max_length=32)] = ()
    set_here: SetHere = msgspec.field(default_factory=dict)
    nonce: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{0,64}\Z")] = ""


class Orders(msgspec.Struct, frozen=True):
    """For one kiosk, at one moment (UTC microseconds). `version` "": stay with what you have."""

    kiosk: str
    at: int
    version: str = ""
    deeds: tuple[Deed, ...] = ()
    nonce: str = ""


class SignedOrders(msgspec.Struct, frozen=True):
    """`orders` is the JSON of Orders, byte for byte as it was signed. Beat again after `every_s`."""

    orders: bytes
    signature: bytes
    every_s: int


def signed_orders(orders: Orders, private: bytes, every_s: int) -> SignedOrders:
    """With the hall's signature."""
    body = msgspec.json.encode(orders)
    return SignedOrders(body, provider_of(USUAL).sign(private, _signed(body)), every_s)


def proved_orders(told: SignedOrders, hall_key: bytes, kiosk: str, nonce: str = "") -> Orders | None:
    """The orders, if the hall with this key signed them for this kiosk as the answer to this very heartbeat."""
    if not provider_of(USUAL).holds(hall_key, _signed(told.orders), told.signature):
        return None
    try:
        orders = msgspec.json.decode(told.orders, type=Orders)
    except msgspec.DecodeError:
        return None
    return orders if (orders.kiosk, orders.nonce) == (kiosk, nonce) else None


def _signed(body: bytes) -> bytes:
    return b"kapok orders\n" + body
