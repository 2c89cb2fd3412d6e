"""What the booking page shows: items and slots as halls have told them, a person's bookings, and what they heard."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.city.reference.notice_words import hall_time, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.city.reference.appointment_desk import AppointmentDesk, OwnBooking
    from hall_server.city.reference.item_desk import ItemDesk
    from hall_server.city.reference.notice_desk import NoticeDesk

_WEEK = "一二三四五六日"
_STATES = {
    "asked": "已发给大厅，等它答应",
    "booked": "约好了",
    "pending": "等大厅确认",
    "checked_in": "已到场",
    "cancelled": "已取消",
    "missed": "没有来",
    "refused": "大厅约不上",
}
_OVER = frozenset({"cancelled", "missed", "refused", "checked_in"})


class Slot(NamedTuple):
    """A slot that has places left."""

    starts_at: int
    time: str
    left: int


class OwnShown(NamedTuple):
    """A booking of the person's."""

    reference: str
    item: str
    when: str
    state: str
    open: bool


class _Named(msgspec.Struct, frozen=True):
    id: str
    name: str


class _Names(msgspec.Struct, frozen=True):
    item: tuple[_Named, ...] = ()


class BookPages:
    """Builds what is shown; books nothing."""

    def __init__(self, bookings: AppointmentDesk, items: ItemDesk, notices: NoticeDesk) -> None:
        self._bookings = bookings
        self._items = items
        self._notices = notices

    def shown_to(self, person: str, item: str, now: int) -> dict[str, object]:
        """Everything for one person's page; `item`: what they have chosen, "" = not yet."""
        names = self._names()
        told = sorted({one for told in self._bookings.capacity.values() for one in told.items})
        return {
            "items": [(one, names.get(one, one)) for one in told],
            "item": item,
            "item_name": names.get(item, item),
            "days": list(self._days(item, now)) if item else [],
            "bookings": [self._own(one, names) for one in self._bookings.of(person)],
            "heard": [shown(one) for one in self._notices.of(person)][:10],
        }

    def _days(self, item: str, now: int) -> Iterator[tuple[str, list[Slot]]]:
        slots = sorted(
            {
                Slot(slot.starts_at, hall_time(slot.starts_at).strftime("%H:%M"), slot.left)
                for told in self._bookings.capacity.values()
                if item in told.items
                for slot in told.slots
                if slot.left > 0 and slot.starts_at > now
            }
        )
        for _, own in groupby(slots, key=lambda one: hall_time(one.starts_at).date()):
            found = list(own)
            yield _day(found[0].starts_at), found

    def _own(self, booking: OwnBooking, names: dict[str, str]) -> OwnShown:
        when = f"{_day(booking.starts_at)} {hall_time(booking.starts_at):%H:%M}"
        state = _STATES.get(booking.state, booking.state)
        return OwnShown(
            booking.reference,
            names.get(booking.item, booking.item),
            when,
            f"{state}（{booking.why}）" if booking.why else "办完了" if booking.done_at else state,
            booking.state not in _OVER,
        )

    def _names(self) -> dict[str, str]:
        newest = self._items.versions().versions[-1].serial
        return {one.id: one.name for one in msgspec.json.decode(self._items.snapshot(newest), type=_Names).item}


def _day(at: int) -> str:
    day = hall_time(at)
    return f"{day.month} 月 {day.day} 日 周{_WEEK[day.weekday()]}"
