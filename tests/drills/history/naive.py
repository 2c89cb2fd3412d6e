"""The control: a hall that reads, thinks and then writes, without a transaction around the three.

It follows the same specification as the checker, so with one console its history is accepted; with many, two counters
sooner or later read the same waiting ticket and both call it.
"""

from __future__ import annotations

import asyncio
from typing import Any

from tests.drills.history.operations import Operation
from tests.drills.history.register import UNBORN, Register, after

_QUEUE = {"i15": "A", "i22": "C", "i27": "D", "i04": "E", "i01": "H", "i20": "K"}
_AT_A_COUNTER = frozenset({"called", "serving"})


class NaiveHall:
    """Tickets in a dictionary; every look and every write goes through the loop, as through a database's wire."""

    def __init__(self) -> None:
        self._rows: dict[str, Register] = {}
        self._labels: dict[str, str] = {}
        self._n = 0

    def door(self, counter: int) -> NaiveDoor:
        return NaiveDoor(self, counter)

    async def move(self, ticket: str, asked: Operation) -> tuple[int, dict[str, Any]]:
        found = self._rows.get(ticket, UNBORN)
        await asyncio.sleep(0)
        if asked.verb in {"call", "resume"} and (there := self._at(asked.counter)):
            return 409, {"code": "counter_busy", "detail": self._labels[there]}
        then = after(found, asked)
        await asyncio.sleep(0)
        if isinstance(then, frozenset):
            return 409, {"code": min(then)}
        self._rows[ticket] = then
        self._n += 1
        if asked.verb == "take":
            self._labels[ticket] = f"{then.queue}{len(self._rows):03}"
        view = dict(zip(("state", "counter", "queue", "recalls", "no_shows", "directed_to"), then.seen, strict=True))
        return 201 if asked.verb == "take" else 200, {**view, "id": ticket, "label": self._labels[ticket], "n": self._n}

    async def call_next(self, counter: int) -> tuple[int, dict[str, Any]]:
        if there := self._at(counter):
            return 409, {"code": "counter_busy", "detail": self._labels[there]}
        line = (id_ for id_, row in self._rows.items() if row.state == "waiting" and row.directed in {None, counter})
        ticket = next(line, None)
        if ticket is None:
            return 409, {"code": "nobody_waiting"}
        return await self.move(ticket, Operation("call_next", counter, 0.0))

    def _at(self, counter: int) -> str | None:
        return next((i for i, row in self._rows.items() if row.counter == counter and row.state in _AT_A_COUNTER), None)


class NaiveDoor:
    """The hall's addresses, as one counter's console or its kiosk (counter 0) asks them."""

    def __init__(self, hall: NaiveHall, counter: int) -> None:
        self._hall, self._counter = hall, counter

    async def ask(self, path: str, body: dict[str, Any], key: str = "") -> tuple[int, dict[str, Any]]:
        first, _, rest = path.partition("/")
        if first == "counters":
            return (200, {}) if rest.endswith("sign_in") else await self._hall.call_next(self._counter)
        ticket, _, verb = rest.partition("/")
        queue = _QUEUE[body["item"]] if not ticket else body.get("queue", "")
        to = body.get("counter") if verb == "transfer" else None
        asked = Operation(verb or "take", self._counter, 0.0, queue=queue, to=to)
        return await self._hall.move(ticket or key, asked)
