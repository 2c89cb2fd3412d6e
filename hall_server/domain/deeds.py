"""What kiosks were sent to do, as the book tells it: waiting, done, refused, or too late. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.fleet import DEEDS, FleetAct
from hall_server.contract.fleet_deeds import DEED_HOLDS_US, PUSHABLE, Deed, Service
from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.fleet import FleetRecord

_REMEMBERED = 20  # of one kiosk, that are over
_AT_ONCE = 32


class DeedState(StrEnum):
    """How it stands."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    LATE = "late"


class Sent(msgspec.Struct, frozen=True):
    """One of them. Times are UTC microseconds; `code` says why it was refused."""

    deed: Deed
    at: int
    by: str
    state: DeedState = DeedState.WAITING
    ended_at: int = 0
    code: str = ""

    def standing(self, at: int) -> DeedState:
        """As it stands at a moment: one that nobody fetched in time is late."""
        over = self.state is DeedState.WAITING and at > self.deed.until
        return DeedState.LATE if over else self.state


class DeedBook:
    """Of all kiosks, in the order in which they were sent; entries that were taken in already change nothing."""

    def __init__(self) -> None:
        self._sent: dict[str, dict[str, Sent]] = {}

    def take_in(self, kiosk: str, what: FleetRecord, at: int, by: str, entry: str) -> None:
        """One entry of the book."""
        mine = self._sent.setdefault(kiosk, {})
        if what.act in DEEDS:
            deed = Deed(entry, what.act.value, at + DEED_HOLDS_US, what.service, dict(what.settings))
            mine.setdefault(entry, Sent(deed, at, by))
            over = [name for name, one in mine.items() if one.standing(at) is not DeedState.WAITING]
            for name in over[:-_REMEMBERED]:
                del mine[name]
        elif what.act in {FleetAct.DEED_DONE, FleetAct.DEED_REFUSED}:
            state = DeedState.DONE if what.act is FleetAct.DEED_DONE else DeedState.REFUSED
            found = mine.get(what.deed)
            if found is not None and found.state is DeedState.WAITING:
                mine[what.deed] = msgspec.structs.replace(found, state=state, ended_at=at, code=what.reason)

    def waiting(self, kiosk: str, at: int) -> tuple[Deed, ...]:
        """What it is still to do, the oldest first; so many at once."""
        return tuple(one.deed for one in self.of(kiosk) if one.standing(at) is DeedState.WAITING)[:_AT_ONCE]

    def of(self, kiosk: str) -> Sequence[Sent]:
        """The last ones of a kiosk, the oldest first."""
        return tuple(self._sent.get(kiosk, {}).values())


def judge_order(what: FleetRecord) -> None:
    """Whether somebody may send this. HallProblem(bad_request) names the field."""
    if what.act not in DEEDS:
        raise HallProblem(ProblemCode.BAD_REQUEST, f"{what.act.value} is not sent by hand", field="act")
    switches = what.act in {FleetAct.SERVICE_OFF, FleetAct.SERVICE_ON}
    if switches != (what.service in set(Service)):
        raise HallProblem(ProblemCode.BAD_REQUEST, f"one of {', '.join(Service)}, to switch it", field="service")
    if (what.act is FleetAct.SETTINGS) != bool(what.settings):
        raise HallProblem(ProblemCode.BAD_REQUEST, "settings, to push them", field="settings")
    if strange := sorted(set(what.settings) - PUSHABLE):
        told = f"{', '.join(strange)}: only {', '.join(sorted(PUSHABLE))} may be set from afar"
        raise HallProblem(ProblemCode.BAD_REQUEST, told[:300], field="settings")
