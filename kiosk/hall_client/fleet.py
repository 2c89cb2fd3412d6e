"""报平安: how this kiosk is, told to its hall, and what the hall signed back. Blocking, like the rest of this room."""

from __future__ import annotations

import secrets
import time
import urllib.parse
import uuid
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.fleet import Heartbeat, Orders, SignedOrders, proved_orders
from hall_server.contract.fleet_deeds import ParcelTaken

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hall_client.client import HallClient

_NONCE_BYTES = 16
_PARCEL_WITHIN_S = 10.0
_MICRO = 1_000_000


class Heard(NamedTuple):
    """What the hall wants, None without its signature or without a key that was pinned; seconds to the next.

    `clock_off_s`: how far this machine's clock is ahead of the hall's; None when nobody can tell.
    """

    orders: Orders | None
    every_s: int
    clock_off_s: int | None = None


class FleetVerbs:
    """Over one hall's client. `hall_key` empty: this machine was never enrolled and obeys nobody."""

    def __init__(
        self, hall: HallClient, kiosk: str, hall_key: bytes, wall_us: Callable[[], int] = lambda: time.time_ns() // 1000
    ) -> None:
        self._hall, self._kiosk, self._hall_key, self._wall_us = hall, kiosk, hall_key, wall_us

    def beat(self, beat: Heartbeat) -> Heard:
        """Tell. Raises HallSilentError or HallRefusedError. An answer to another heartbeat orders nothing."""
        asking = msgspec.structs.replace(beat, nonce=secrets.token_hex(_NONCE_BYTES))
        asked_us = self._wall_us()
        told = self._hall.tell(f"kiosks/{self._kiosk}/health", str(uuid.uuid4()), asking, SignedOrders)
        heard_us = self._wall_us()
        orders = proved_orders(told, self._hall_key, self._kiosk, asking.nonce) if self._hall_key else None
        off = None if orders is None else round(((asked_us + heard_us) / 2 - orders.at) / _MICRO)
        return Heard(orders, told.every_s, off)

    def hand_over(self, deed: str, body: bytes) -> ParcelTaken:
        """What the hall sent this kiosk to fetch. Raises HallSilentError or HallRefusedError."""
        path = f"kiosks/{self._kiosk}/deeds/{urllib.parse.quote(deed, safe='')}/parcel"
        return self._hall.hand_over(path, str(uuid.uuid4()), body, ParcelTaken, _PARCEL_WITHIN_S)
