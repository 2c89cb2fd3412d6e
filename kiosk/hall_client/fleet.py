"""报平安: how this kiosk is, told to its hall, and what the hall signed back. Blocking, like the rest of this room."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.fleet import Heartbeat, Orders, SignedOrders, proved_orders

if TYPE_CHECKING:
    from kiosk.hall_client.client import HallClient


class Heard(NamedTuple):
    """What the hall wants, None without its signature or without a key that was pinned; seconds to the next."""

    orders: Orders | None
    every_s: int


class FleetVerbs:
    """Over one hall's client. `hall_key` empty: this machine was never enrolled and obeys nobody."""

    def __init__(self, hall: HallClient, kiosk: str, hall_key: bytes) -> None:
        self._hall, self._kiosk, self._hall_key = hall, kiosk, hall_key

    def beat(self, beat: Heartbeat) -> Heard:
        """Tell. Raises HallSilentError or HallRefusedError."""
        told = self._hall.tell(f"kiosks/{self._kiosk}/health", str(uuid.uuid4()), beat, SignedOrders)
        orders = proved_orders(told, self._hall_key, self._kiosk) if self._hall_key else None
        return Heard(orders, told.every_s)
