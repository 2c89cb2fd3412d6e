"""What must be true of a server at every moment, looked at from outside: numbers that people see, and who gets them.

Knows which machine really spoke, whatever it says of itself. Answers with words when something is wrong, "" otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import Problem, ProblemCode
from hall_server.contract.vocabulary import TicketState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from hall_server.domain.ticket import Ticket
    from tests.drills.partition.net import Answer, Asked

OK = 200
IN_LINE = frozenset({TicketState.RESERVED, TicketState.UNCONFIRMED, TicketState.WAITING, TicketState.HELD})
MAY_COME_BACK = frozenset({TicketState.CALLED, TicketState.SERVING, TicketState.NO_SHOW})
DAYS_APART = 2  # yesterday's numbers over the roll of 04:00 are as they should be
_MET = frozenset({ProblemCode.LEASE_FENCED, ProblemCode.OUTBOX_FORKED})  # said after the hall has looked who speaks


class LiveLabels:
    """The numbers that may be called at one server: no two of one label from days that are far apart.

    `over`: tickets that have ended at any server, whose visitors are served or gone. A restored hall that was not told
    of it may take them for open, but two people do not hold the label. Judged after the server's next tick: what comes
    late into a day that is not near is closed then. Whoever is at a counter is served to the end, over any roll of the
    day, and is in nobody's line: a clock that is a year ahead makes a roll of a year.
    """

    def __init__(self, over: set[str]) -> None:
        self._over = over
        self._live: dict[str, dict[str, date]] = defaultdict(dict)  # label → ticket in line → business day
        self._new: list[str] = []  # labels that somebody has been given since the last tick

    def stands(self, ticket: Ticket) -> None:
        """A ticket is like this now."""
        same = self._live[ticket.label]
        if ticket.state not in IN_LINE:
            same.pop(ticket.id, None)
            if ticket.state not in MAY_COME_BACK:
                self._over.add(ticket.id)
        elif ticket.id not in same and ticket.id not in self._over:
            same[ticket.id] = date.fromisoformat(ticket.business_day)
            self._new.append(ticket.label)

    def judged(self) -> list[str]:
        """The server has ticked: what is wrong with the numbers that are new since the last time."""
        found = []
        for label in dict.fromkeys(self._new):
            days = sorted(day for ticket, day in self._live[label].items() if ticket not in self._over)
            if days and (days[-1] - days[0]).days > DAYS_APART:
                found.append(f"{label} is live for {' and '.join(map(str, days))}")
        self._new.clear()
        return found


class Fence:
    """Machines that speak for one identity at one server: two put it under quarantine, and it is lent nothing more."""

    def __init__(self) -> None:
        self._spoke: dict[str, set[str]] = defaultdict(set)  # identity → machines
        self._granted: set[str] = set()  # keys of leases; the same key gets the same answer again
        self._told: set[str] = set()
        self.met = 0  # identities that two machines spoke for

    def settled(self, kiosk: str) -> None:
        """A technician has looked: the next machine that speaks has this identity."""
        self._spoke.pop(kiosk, None)

    def heard(
        self, kiosk: str, machine: str, asked: Asked, answer: Answer, fenced: Callable[[], Collection[str]]
    ) -> str:
        """A kiosk's request was answered. `fenced`: the identities that are under quarantine now."""
        leases = asked.path == "leases"
        if not leases and not asked.path.endswith("/outbox"):
            return ""
        well = answer.status == OK
        if not well and msgspec.json.decode(answer.body, type=Problem).code not in _MET:
            return ""
        machines = self._spoke[kiosk]
        first = len(machines) == 1 and machine not in machines
        machines.add(machine)
        self.met += first
        key = asked.headers.get("Idempotency-Key", "")
        lent = leases and well and key not in self._granted
        if lent:
            self._granted.add(key)
        if len(machines) < 2 or kiosk in self._told:
            return ""
        words = "lent numbers" if lent else "" if kiosk in fenced() else "not under quarantine"
        if words:
            self._told.add(kiosk)
        return words and f"{' and '.join(sorted(machines))} both spoke as {kiosk}, which is {words}"
