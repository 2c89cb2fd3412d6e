"""What consoles and kiosks of a run write down: every operation on every ticket, what they were told of numbers."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.drills.history.operations import NEVER, Operation, Seen

_LOST_FOR_S = 30.0  # how long a call whose answer was given up may still turn out to have brought somebody
_LATELY = 24  # few, so that many consoles reach for the same ticket


@dataclass
class Recorder:
    """The histories by ticket, as they grow."""

    histories: dict[str, list[Operation]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)  # ticket → label
    tickets: dict[str, str] = field(default_factory=dict)  # label → ticket
    lately: deque[str] = field(default_factory=lambda: deque(maxlen=_LATELY))
    held: deque[str] = field(default_factory=lambda: deque(maxlen=_LATELY))
    calls: int = 0
    unread: int = 0  # answers that nobody read
    _lost: dict[int, list[Operation]] = field(default_factory=dict)  # counter → calls of nobody knows whom

    def begun(self, verb: str, counter: int, body: dict[str, Any]) -> Operation:
        """An operation that is asked for now."""
        return Operation(verb, counter, time.monotonic(), queue=body.get("queue", ""), to=body.get("counter"))

    def keep(self, ticket: str, one: Operation, status: int, answer: dict[str, Any]) -> None:
        """What came of it; status 0 = nobody read the answer."""
        history = self.histories.setdefault(ticket, [])
        if one.counter:
            history += [lost for lost in self._lost.get(one.counter, []) if lost not in history]
        history.append(one)
        if status == 0:
            self.unread += 1
        elif status < 300:
            one.answered, one.seen, one.n = time.monotonic(), Seen.of(answer), answer["n"]
            self.told[ticket] = answer["label"]
            self.tickets[answer["label"]] = ticket
        else:
            one.answered, one.refused = time.monotonic(), answer["code"]
        if one.verb == "no_show" and not one.refused:  # the hall calls them once more by itself
            history.append(Operation("return", 0, one.invoked, NEVER))

    def lost_call(self, one: Operation) -> None:
        """A call whose answer was given up: it may belong to whatever this counter meets next."""
        self.unread += 1
        young = [lost for lost in self._lost.get(one.counter, []) if one.invoked - lost.invoked < _LOST_FOR_S]
        self._lost[one.counter] = [*young, one]

    def close(self, rows: dict[str, Seen]) -> None:
        """The last word about each ticket: how it stands in the store when all is over."""
        now = time.monotonic()
        for ticket, seen in rows.items():
            self.histories.setdefault(ticket, []).append(Operation("read", 0, now, now, seen))
