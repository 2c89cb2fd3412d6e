"""Who hears a notice at the reference city, and what they read."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.city.reference.appointment_desk import AppointmentDesk
from hall_server.city.reference.inbox import Inbox, Told
from hall_server.city.reference.news import News
from hall_server.city.reference.notice_desk import NoticeDesk
from hall_server.city.reference.notice_words import shown
from hall_server.contract.city.notices import Addressee, Notice, NoticeKind

AT = 1_767_326_400_000_000
CHEN = "demo-person-000000001A"


class City:
    def __init__(self) -> None:
        self.inbox = Inbox(lambda: AT)
        self.bookings = AppointmentDesk("city.demo", self.inbox, News(), "L")
        self.desk = NoticeDesk("city.demo", self.inbox, self.bookings, lambda: AT)
        self.told = 0

    def tell(self, to: Addressee | None, kind: NoticeKind = NoticeKind.CALLED, until: int = AT) -> None:
        notice = Notice(
            ticket="t",
            label="A001",
            hall_name="试验厅",
            at=AT,
            until=until,
            to=to,
            item_name="居住证",
            ahead=3,
            counter=2,
            outcome="accepted",
        )
        self.told += 1
        body = msgspec.Raw(msgspec.json.encode(notice))
        told = Told(id=str(self.told), port="notices", kind=kind.value, hall="h", correlation="", at=AT, body=body)
        self.inbox.take(told)


def test_a_notice_reaches_whoever_booked_whoever_showed_a_code_and_whoever_gave_a_number() -> None:
    city = City()
    reference = city.bookings.book("zhou", "i", AT).reference
    city.tell(Addressee(reference=reference))
    city.tell(Addressee(issuer="city.demo", handle=CHEN))
    city.tell(Addressee(phone="+8613800138000"))
    assert [(one.person, one.tail) for one in city.desk.heard] == [("", "00"), ("chen", ""), ("zhou", "")]
    assert "13800138" not in repr(city.desk.heard)
    assert [one.person for one in city.desk.of("zhou")] == ["zhou"]


def test_what_comes_too_late_or_for_nobody_is_told_to_nobody() -> None:
    city = City()
    city.tell(Addressee(phone="+8613800138000"), until=AT - 1)
    city.tell(Addressee(reference="unknown"))
    city.tell(Addressee(issuer="elsewhere", handle=CHEN))
    city.tell(None)
    assert (list(city.desk.heard), city.desk.nobody) == ([], 4)


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_reads_as_a_sentence_of_the_hall(kind: NoticeKind) -> None:
    city = City()
    city.tell(Addressee(issuer="city.demo", handle=CHEN), kind)
    read = shown(city.desk.heard[0])
    assert read.words.startswith("【试验厅】")
    assert "None" not in read.words
    assert (read.whom, read.by, read.when) == ("陈*明", "短信", "12:00")
