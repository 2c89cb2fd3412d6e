"""What somebody is told who takes a number outside hours, before lunch or late in the day (CL-C13)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from config.site import load_site
from hall_server.app.site_file import hall_site
from hall_server.contract.messages import CallTicket, CompleteTicket, TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Intake, PrintAnswer
from hall_server.domain.ticket import SECOND
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.integration.hall_server.served import SITE_FILE
from tests.unit.hall_server.halls import SITE, HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEMO = msgspec.structs.replace(hall_site(load_site(SITE_FILE)), id=SITE.id, numbers_when_closed=False)
THURSDAY = date(2026, 10, 15)
HOUSEHOLD = next(item.id for item in DEMO.items.values() if item.queue == "H")
BUSINESS = next(item.id for item in DEMO.items.values() if item.queue == "C")


def at(clock: str) -> int:
    moment = datetime.fromisoformat(f"{THURSDAY.isoformat()} {clock}").replace(tzinfo=DEMO.zone)
    return int(moment.timestamp()) * 1_000_000


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path, HandClock(at("10:00")), DEMO)
    yield hall
    hall.close()


def test_nobody_is_given_a_number_before_lunch_without_being_told(made: MadeHall) -> None:
    for _ in range(4):
        made.waiting(HOUSEHOLD)
    made.clock.at = at("11:50")
    shown = next(queue for queue in made.hall.now().queues if queue.id == "H")
    assert (shown.intake, shown.opens_at) == (Intake.NOT_BEFORE, at("14:00"))
    view = made.hall.take_ticket(KIOSK, fresh(), TakeTicket(HOUSEHOLD)).result()
    assert view.come_back_at == at("14:00")


def test_the_first_page_of_a_kiosk_knows_when_the_doors_open_and_when_there_are_numbers(made: MadeHall) -> None:
    def household() -> tuple[bool, int | None, str]:
        shown = next(queue for queue in made.hall.now().queues if queue.id == "H")
        return shown.numbers, shown.numbers_from, shown.reason

    now = made.hall.now()
    assert (now.closed_because, now.opens_at, household()) == ("", None, (True, None, ""))
    made.clock.at = at("12:30")
    assert (made.hall.now().closed_because, household()) == ("", (True, None, "break"))
    made.clock.at = at("02:00")
    now, (numbers, begins, why) = made.hall.now(), household()
    assert (now.closed_because, now.opens_at) == ("before_opening", at("09:00"))
    assert (numbers, begins, why) == (False, at("08:30"), "before_opening")
    made.clock.at = at("20:00")
    now, (numbers, begins, why) = made.hall.now(), household()
    assert (now.closed_because, now.opens_at) == ("after_closing", at("09:00") + 24 * 3600 * SECOND)
    assert (numbers, begins, why) == (False, at("08:30") + 24 * 3600 * SECOND, "after_closing")


def test_a_hall_that_gives_numbers_while_it_is_closed_says_so(tmp_path: Path) -> None:
    site = msgspec.structs.replace(DEMO, numbers_when_closed=True)
    hall = MadeHall(tmp_path, HandClock(at("02:00")), site)
    assert all(queue.numbers and queue.intake is Intake.CLOSED for queue in hall.hall.now().queues)
    assert hall.hall.now().closed_because == "before_opening"
    hall.close()


def test_the_place_is_kept_over_lunch(made: MadeHall) -> None:
    made.clock.at = at("12:10")
    early = made.hall.take_ticket(KIOSK, fresh(), TakeTicket(HOUSEHOLD)).result()
    assert early.come_back_at == at("14:00")
    made.answer(early.id, PrintAnswer.PAPER)
    made.clock.at = at("14:00")
    made.waiting(HOUSEHOLD)
    assert made.call(made.open(5)).label == early.label
    assert made.hall.ticket(early.id).come_back_at == at("14:00")


def test_who_is_called_before_the_time_that_was_told_loses_nothing(made: MadeHall) -> None:
    made.clock.at = at("11:30")
    for _ in range(12):
        made.waiting(HOUSEHOLD)
    away = made.waiting(HOUSEHOLD)
    assert away.come_back_at == at("14:00")
    who = made.open(5)
    made.hall.call(who, fresh(), away.id, CallTicket(5)).result()
    made.clock.forward(51)
    made.hall.no_show(who, fresh(), away.id).result()

    def serve_next() -> str:
        called = made.call(who)
        made.hall.serve(who, fresh(), called.id).result()
        made.hall.complete(who, fresh(), called.id, CompleteTicket()).result()
        return called.id

    for _ in range(2):
        made.waiting(HOUSEHOLD)
    assert away.id not in [serve_next() for _ in range(13)]
    made.clock.at = at("14:00")
    assert serve_next() == away.id


def test_a_queue_with_a_counter_at_noon_has_no_lunch(made: MadeHall) -> None:
    made.clock.at = at("12:10")
    assert made.take(BUSINESS).come_back_at is None


def test_a_late_number_says_that_today_may_not_do(made: MadeHall) -> None:
    made.clock.at = at("16:50")
    for _ in range(16):
        made.waiting(HOUSEHOLD)
    view = made.take(HOUSEHOLD)
    assert view.may_not_be_served
    assert not made.take(BUSINESS).may_not_be_served


def test_after_hours_there_is_no_number_and_the_next_opening_is_told(made: MadeHall) -> None:
    made.clock.at = at("19:30")
    with pytest.raises(HallProblem) as caught:
        made.take(BUSINESS)
    assert (caught.value.code, caught.value.retry_after_s) == (ProblemCode.QUEUE_CLOSED, 13 * 3600)


def test_before_the_doors_open_numbers_are_given_from_the_time_that_the_hours_say(made: MadeHall) -> None:
    made.clock.at = at("08:20")
    with pytest.raises(HallProblem):
        made.take(BUSINESS)
    made.clock.at = at("08:30")
    assert made.take(BUSINESS).come_back_at == at("09:00")


def test_every_item_has_a_way_to_a_counter_whatever_other_channels_it_has(made: MadeHall) -> None:
    """CL-C11."""
    for item in DEMO.items.values():
        assert DEMO.counters_of(item.queue), item.id
        assert made.take(item.id).counters
