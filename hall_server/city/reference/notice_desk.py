"""The city's messages to people: who hears what. A message that comes too late is told to nobody.

Whom a booking's number means is known here alone. Telephone numbers are shown as their last two digits. In memory.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.persons import PERSONS
from hall_server.contract.city.notices import Notice, NoticeChannel, NoticeKind
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.appointment_desk import AppointmentDesk
    from hall_server.city.reference.inbox import Inbox, Told

MOST = 500


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """One message as it reached somebody. `person` "": a telephone number, of which `tail` is the end."""

    at: int
    kind: NoticeKind
    channel: NoticeChannel
    notice: Notice
    person: str = ""
    tail: str = ""


class NoticeDesk:
    """What was told to whom, the newest first."""

    def __init__(self, issuer: str, inbox: Inbox, bookings: AppointmentDesk, now_us: Callable[[], int]) -> None:
        self.heard: deque[Heard] = deque(maxlen=MOST)
        self.nobody = 0  # came too late, or for nobody known here
        self._bookings = bookings
        self._now_us = now_us
        self._by_handle = {(issuer, one.subject): one.id for one in PERSONS.values()}
        for kind in NoticeKind:
            inbox.listen(PortName.NOTICES.value, kind.value, self._hear)

    def of(self, person: str) -> list[Heard]:
        """What a person heard, the newest first."""
        return [one for one in self.heard if one.person == person]

    def _hear(self, told: Told) -> None:
        notice = msgspec.json.decode(told.body, type=Notice)
        person, tail = self._whom(notice)
        if not (person or tail) or self._now_us() > notice.until:
            self.nobody += 1
            return
        self.heard.appendleft(
            Heard(
                at=self._now_us(),
                kind=NoticeKind(told.kind),
                channel=notice.channel,
                notice=msgspec.structs.replace(notice, to=None),
                person=person,
                tail=tail,
            )
        )

    def _whom(self, notice: Notice) -> tuple[str, str]:
        to = notice.to
        if to is None:
            return "", ""
        if to.phone:
            return "", to.phone[-2:]
        if to.reference:
            booking = self._bookings.bookings.get(to.reference)
            return (booking.person if booking else ""), ""
        return self._by_handle.get((to.issuer or "", to.handle or ""), ""), ""
