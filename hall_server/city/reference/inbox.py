"""What halls told this city: each message once, however often it came; to be looked at by people and tests.

In memory, the newest so many. Knows no port's meaning: shapes are checked before, and a port's own desk is told after.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.wire import Receipt

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 50_000  # messages; the oldest are forgotten


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One message as it came first. `times`: how often it came. `at`: UTC microseconds here."""

    id: str
    port: str
    kind: str
    hall: str
    correlation: str
    at: int
    body: msgspec.Raw
    times: int = 1


class Inbox:
    """All ports' messages in the order of their first coming."""

    def __init__(self, now_us: Callable[[], int]) -> None:
        self._now_us = now_us
        self._told: OrderedDict[tuple[str, str], Told] = OrderedDict()
        self._listeners: dict[tuple[str, str], Callable[[Told], None]] = {}

    def listen(self, port: str, kind: str, hear: Callable[[Told], None]) -> None:
        """A port's desk hears each message of a kind once."""
        self._listeners[port, kind] = hear

    def take(self, message: Told) -> tuple[Receipt, bool]:
        """The receipt, and whether it is new. Raises CityError(key_reused) for another message under the same id."""
        place = message.hall, message.id  # a hall's ids are its own
        known = self._told.get(place)
        if known is not None:
            if (known.port, known.kind, bytes(known.body)) != (message.port, message.kind, bytes(message.body)):
                raise CityError(CityProblem.KEY_REUSED)
            self._told[place] = msgspec.structs.replace(known, times=known.times + 1)
            return Receipt(message.id), False
        self._told[place] = msgspec.structs.replace(message, at=self._now_us())
        while len(self._told) > MOST:
            self._told.popitem(last=False)
        hear = self._listeners.get((message.port, message.kind))
        if hear is not None:
            hear(message)
        return Receipt(message.id), True

    def messages(self, port: str = "", kind: str = "", hall: str = "") -> list[Told]:
        """Those of a port, kind and hall; "" = all."""
        return [
            one
            for one in self._told.values()
            if port in {"", one.port} and kind in {"", one.kind} and hall in {"", one.hall}
        ]
