"""What kiosks were sent, as the book tells it: waiting, done, refused, late (CL-E14)."""

from __future__ import annotations

import pytest

from hall_server.contract.fleet import FleetAct, FleetRecord
from hall_server.contract.fleet_deeds import DEED_HOLDS_US
from hall_server.contract.problems import HallProblem
from hall_server.domain.deeds import DeedBook, DeedState, judge_order

NOW = 1_792_030_920_000_000
RESTART = FleetRecord(FleetAct.RESTART)


def answered(deed: str, code: str = "") -> FleetRecord:
    return FleetRecord(FleetAct.DEED_REFUSED if code else FleetAct.DEED_DONE, reason=code, deed=deed)


def test_each_waits_until_its_first_answer_which_stands() -> None:
    book = DeedBook()
    for entry in ("1", "2"):
        book.take_in("K1", RESTART, NOW, "0404", entry)
    book.take_in("K1", RESTART, NOW + 5, "0404", "1")  # the same entry read again
    book.take_in("K1", answered("1", "deed_disk"), NOW + 9, "", "3")
    book.take_in("K1", answered("1"), NOW + 10, "", "4")
    book.take_in("K1", answered("77"), NOW + 10, "", "5")
    book.take_in("K2", answered("2"), NOW + 10, "", "6")  # another kiosk's
    assert [one.id for one in book.waiting("K1", NOW + 10)] == ["2"]
    first = book.of("K1")[0]
    assert (first.state, first.code, first.ended_at, first.by) == (DeedState.REFUSED, "deed_disk", NOW + 9, "0404")


def test_what_nobody_fetched_in_a_day_is_late_and_sent_no_more() -> None:
    book = DeedBook()
    book.take_in("K1", RESTART, NOW, "0404", "1")
    assert [one.id for one in book.waiting("K1", NOW + DEED_HOLDS_US)] == ["1"]
    assert book.waiting("K1", NOW + DEED_HOLDS_US + 1) == ()
    assert book.of("K1")[0].standing(NOW + DEED_HOLDS_US + 1) is DeedState.LATE


def test_what_is_over_is_forgotten_in_time_and_what_waits_never() -> None:
    book = DeedBook()
    book.take_in("K1", RESTART, NOW, "0404", "0")
    for entry in range(1, 60):
        book.take_in("K1", RESTART, NOW, "0404", str(entry))
        book.take_in("K1", answered(str(entry)), NOW, "", f"{entry}!")
    assert [one.id for one in book.waiting("K1", NOW)] == ["0"]
    assert len(book.of("K1")) <= 22
    for entry in range(100, 200):
        book.take_in("K1", RESTART, NOW, "0404", str(entry))
    assert len(book.waiting("K1", NOW)) == 32  # an answer stays small


@pytest.mark.parametrize(
    ("what", "field"),
    [
        (FleetRecord(FleetAct.DEED_DONE), "act"),
        (FleetRecord(FleetAct.SERVICE_OFF), "service"),
        (FleetRecord(FleetAct.SERVICE_OFF, service="speaker"), "service"),
        (FleetRecord(FleetAct.LOGS, service="id_card"), "service"),
        (FleetRecord(FleetAct.SETTINGS), "settings"),
        (FleetRecord(FleetAct.RESTART, settings={"kiosk.idle_s": 45}), "settings"),
        (FleetRecord(FleetAct.SETTINGS, settings={"kiosk.server": "http://elsewhere"}), "settings"),
    ],
)
def test_an_order_that_nobody_may_send_names_its_field(what: FleetRecord, field: str) -> None:
    with pytest.raises(HallProblem) as told:
        judge_order(what)
    assert told.value.problem().field == field
