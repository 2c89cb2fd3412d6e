"""What the booking page offers: places that halls have told and that are still to come."""

from __future__ import annotations

import msgspec

from hall_server.city.reference.appointment_desk import AppointmentDesk
from hall_server.city.reference.book_pages import BookPages
from hall_server.city.reference.inbox import Inbox, Told
from hall_server.city.reference.item_desk import ItemDesk
from hall_server.city.reference.news import News
from hall_server.city.reference.notice_desk import NoticeDesk
from hall_server.contract.city.appointments import CapacityTold, SlotLeft

NOON, HOUR = 1_767_326_400_000_000, 3_600_000_000


def pages(*slots: SlotLeft) -> tuple[BookPages, AppointmentDesk]:
    inbox = Inbox(lambda: NOON)
    desk = AppointmentDesk("city.demo", inbox, News(), "L")
    if slots:
        told = CapacityTold(queue="A", items=("demo-1", "i9"), day="2026-01-02", at=NOON, slots=slots)
        body = msgspec.Raw(msgspec.json.encode(told))
        inbox.take(Told(id="1", port="appointments", kind="capacity", hall="h", correlation="", at=NOON, body=body))
    return BookPages(desk, ItemDesk(), NoticeDesk("city.demo", inbox, desk, lambda: NOON)), desk


def test_items_are_those_of_the_halls_by_the_names_of_the_catalogue() -> None:
    shown = pages(SlotLeft(NOON + HOUR, NOON + 2 * HOUR, 3, 1))[0].shown_to("chen", "", NOON)
    assert shown["items"] == [("demo-1", "示例事项一"), ("i9", "i9")]
    assert shown["days"] == []


def test_only_slots_with_places_that_are_still_to_come_are_offered() -> None:
    slots = [
        SlotLeft(NOON + n * HOUR, NOON + (n + 1) * HOUR, 3, left) for n, left in ((-1, 3), (1, 2), (2, 0), (24, 1))
    ]
    days = pages(*slots)[0].shown_to("chen", "i9", NOON)["days"]
    assert isinstance(days, list)
    assert [(day, [(one.time, one.left) for one in own]) for day, own in days] == [
        ("1 月 2 日 周五", [("13:00", 2)]),
        ("1 月 3 日 周六", [("12:00", 1)]),
    ]


def test_a_persons_own_bookings_are_shown_with_how_they_stand() -> None:
    book_pages, desk = pages()
    desk.book("zhou", "i9", NOON)
    desk.book("chen", "demo-1", NOON)
    bookings = book_pages.shown_to("chen", "", NOON)["bookings"]
    assert isinstance(bookings, list)
    (own,) = bookings
    assert (own.item, own.when, own.open) == ("示例事项一", "1 月 2 日 周五 12:00", True)
    assert own.state == "已发给大厅，等它答应"
