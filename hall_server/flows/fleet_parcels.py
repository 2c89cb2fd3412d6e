"""What kiosks hand over because somebody sent for it: the end of a log, a picture of the idle screen.

Held in this server's memory for a quarter of an hour, one of each kind for a kiosk, and never written to a disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from config.scrub import scrubbed
from hall_server.contract.fleet import FETCHED, FleetAct
from hall_server.contract.fleet_deeds import LOG_MOST, PARCEL_LIFE_US, PARCEL_MOST, ParcelTaken
from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.fleet_deeds import Deed
    from hall_server.domain.seams import Clock

_JPEG = b"\xff\xd8\xff"


class Parcel(msgspec.Struct, frozen=True):
    """One; `at` UTC microseconds."""

    deed: str
    kiosk: str
    act: str
    at: int
    body: bytes

    def __repr__(self) -> str:
        return f"Parcel({self.kiosk}, {self.act}, {len(self.body)} bytes)"


class Parcels:
    """All that are held."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: dict[tuple[str, str], Parcel] = {}

    def put(self, kiosk: str, deed: str, body: bytes, wanted: Iterable[Deed]) -> ParcelTaken:
        """Take it in place of the one before. HallProblem(not_found | body_too_large | bad_request)."""
        act = next((one.act for one in wanted if one.id == deed), "")
        if act not in FETCHED:
            raise HallProblem(ProblemCode.NOT_FOUND, "nobody sent for this")
        if len(body) > (LOG_MOST if act == FleetAct.LOGS else PARCEL_MOST):
            raise HallProblem(ProblemCode.BODY_TOO_LARGE, f"{len(body)} bytes")
        if act == FleetAct.LOGS:  # masked by the kiosk already; whoever it is, nothing of a person is held here
            body = scrubbed(body.decode("utf-8", "replace")).encode()
        elif not body.startswith(_JPEG):
            raise HallProblem(ProblemCode.BAD_REQUEST, "expected a JPEG", field="$")
        self._held[kiosk, act] = Parcel(deed, kiosk, act, self._clock.now(), body)
        return ParcelTaken(deed, len(body))

    def of(self, kiosk: str) -> list[Parcel]:
        """What can be looked at of a kiosk now."""
        self.age()
        return [one for (whose, _), one in self._held.items() if whose == kiosk]

    def parcel(self, deed: str) -> Parcel:
        """One of them. HallProblem(not_found)."""
        self.age()
        for one in self._held.values():
            if one.deed == deed:
                return one
        raise HallProblem(ProblemCode.NOT_FOUND, "a quarter of an hour is over")

    def age(self) -> None:
        """Let go of what was held long enough."""
        now = self._clock.now()
        self._held = {key: one for key, one in self._held.items() if 0 <= now - one.at < PARCEL_LIFE_US}
