"""告警 of one hall: looked for every few seconds, in its book when they open and close, told to whoever listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.enrolment import MachineState, counter_at
from hall_server.contract.fleet import FleetAct, FleetRecord
from hall_server.domain.alerts import AlertBook, Looked, causes
from hall_server.domain.fleet import SECOND, SLOT_US

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hall_server.domain.alerts import Alert
    from hall_server.domain.seams import Promise, Reader
    from hall_server.flows.here import Here

    Write = Callable[[str, FleetRecord, str], Promise[None]]

_EVERY_US = 5 * SECOND


class FleetAlerts:
    """`write` puts an entry into the book; `tell` hears of each, once it opens and once it closes."""

    def __init__(self, here: Here, reader: Reader, write: Write) -> None:
        self._here, self._reader, self._write = here, reader, write
        self._book = AlertBook()
        self._looked_at = self._began_at = here.clock.now()
        self.tell: Callable[[Alert], None] = lambda _: None

    def take_in(self, kiosk: str, what: FleetRecord, at: int) -> None:
        """An entry of the book."""
        self._book.take_in(kiosk, what, at)

    def standing(self) -> list[Alert]:
        """Those that stand now, the gravest first."""
        return self._book.standing()

    def tick(self, heard: Mapping[str, Looked], away_us: int, *, closed: bool) -> list[Promise[None]]:
        """Look, if it is time. `heard`: who spoke since this server began; `closed`: nobody misses who is silent."""
        at = self._here.clock.now()
        if 0 <= at - self._looked_at < _EVERY_US:
            return []
        self._looked_at = at
        fleet = self._with_unheard(heard, at, away_us)
        unheard = frozenset(kiosk for kiosk, one in fleet.items() if one.silent)
        unheard |= frozenset(one.kiosk for one in self._book.standing() if one.kiosk not in fleet)
        missed = {kiosk: one for kiosk, one in fleet.items() if one.copied or not (one.silent and closed)}
        found = causes(missed, self._here.site.limits.alert_paper_under)
        return [self._keep(alert) for alert in self._book.judge(found, at, unheard=unheard)]

    def _with_unheard(self, heard: Mapping[str, Looked], at: int, away_us: int) -> dict[str, Looked]:
        """Machines that are enrolled and say nothing, to no server of this hall; and those that are on two disks."""
        fleet, machines = dict(heard), self._reader.machines()
        waited = at - self._began_at >= away_us
        if any(one.kiosk not in fleet and not counter_at(one.kiosk) for one in machines):
            elsewhere = {slot.kiosk for slot in self._reader.health_slots(at - 2 * SLOT_US) if slot.at > self._began_at}
        else:
            elsewhere = set()
        for one in machines:
            known = fleet.get(one.kiosk)
            if one.state is MachineState.CLONED:
                fleet[one.kiosk] = Looked(known.beat if known else None, known is None or known.silent, copied=True)
            elif counter_at(one.kiosk):  # tells no heartbeat
                continue
            elif one.state is MachineState.WELL and known is None and waited and one.kiosk not in elsewhere:
                fleet[one.kiosk] = Looked(None, silent=True)
        return fleet

    def _keep(self, alert: Alert) -> Promise[None]:
        act = FleetAct.ALERT_CLOSED if alert.closed_at else FleetAct.ALERT_OPENED
        what = FleetRecord(act, reason=alert.kind.value)
        self._book.take_in(alert.kiosk, what, alert.closed_at or alert.opened_at)  # at once: the next look asks again
        self.tell(alert)
        return self._write(alert.kiosk, what, "")
