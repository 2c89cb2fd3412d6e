"""消息提醒 (CL-C16): one message per happening for whoever wished it, none for others, and their address in no row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.bookings import CheckIn
from hall_server.contract.city.notices import NoticeChannel
from hall_server.contract.city.ports import PortName
from hall_server.contract.messages import CompleteTicket, ConfirmPrint
from hall_server.contract.notice_wishes import WishNotices
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import CounterState, Outcome, PrintAnswer
from hall_server.flows.city_bookings import booking_id_of
from tests.contracts.city.telling_faults import prove
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.integration.hall_server.bookers import SITE, TWO, go_to
from tests.integration.hall_server.made import KIOSK, clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.NOTICES
PHONE = "+85266778899"
HANDLE = {"issuer": "city.demo", "handle": "demo-person-000000004A"}


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT), SITE) as one:
        yield one


def waiting(hall: Telling, **address: Any) -> str:
    """Somebody takes a number and wishes to hear of it, if they give an address; the ticket's id."""
    ticket = hall.made.waiting().id
    if address:
        hall.made.hall.notices.wish(KIOSK, fresh(), ticket, WishNotices(**address)).result()
    return ticket


def call(hall: Telling) -> str:
    """Whoever was called is done; the next, please. Their ticket's id."""
    made, who = hall.made, clerk(1)
    made.clock.forward(1)
    if made.hall.now().counters[0].state is CounterState.CLOSED:
        made.open(1)
    at_hand = made.hall.at_counter(1)
    if at_hand is not None:
        made.hall.serve(who, fresh(), at_hand.id).result()
        made.hall.complete(who, fresh(), at_hand.id, CompleteTicket(Outcome.LEFT)).result()
    return made.call(who).id


def serve(hall: Telling, ticket: str, outcome: Outcome) -> None:
    hall.made.hall.serve(clerk(1), fresh(), ticket).result()
    hall.made.hall.complete(clerk(1), fresh(), ticket, CompleteTicket(outcome)).result()


def kinds(hall: Telling) -> list[str]:
    city = hall.there.city
    assert city is not None
    told = city.ask("GET", f"/inbox?port={PORT.value}&hall={hall.name}").json()
    return [one["kind"] for one in told]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_each_happening_is_told_once(hall: Telling, fault: str) -> None:
    def happen(hall: Telling) -> None:
        for _ in range(2):
            waiting(hall, phone=PHONE)
        hall.follow()
        serve(hall, call(hall), Outcome.ACCEPTED)
        hall.follow()
        serve(hall, call(hall), Outcome.ACCEPTED)

    assert prove(hall, fault, happen) == 6  # 到号, 受理, 邀评 of both


def test_from_three_people_ahead_to_the_rating_everything_is_told_once(hall: Telling) -> None:
    for _ in range(5):
        waiting(hall)
    ticket = waiting(hall, **HANDLE, channel=NoticeChannel.RICH)
    for _ in range(5):
        call(hall)
        hall.follow()
    assert call(hall) == ticket
    serve(hall, ticket, Outcome.TOLERANT_ACCEPTED)
    hall.carry_all()
    assert kinds(hall) == ["near", "called", "accepted", "rate"]
    near, called, accepted, rate = hall.heard()
    assert {one["ticket"] for one in (near, called, accepted, rate)} == {ticket}
    assert (near["ahead"], called["counter"], accepted["outcome"]) == (3, 1, "tolerant_accepted")
    assert (called["to"], called["channel"]) == (HANDLE, "rich")


def test_who_does_not_come_is_told_that_the_number_stays_good(hall: Telling) -> None:
    ticket = waiting(hall, phone=PHONE)
    assert call(hall) == ticket
    hall.made.clock.forward(60)
    hall.made.hall.no_show(clerk(1), fresh(), ticket).result()
    hall.carry_all()
    assert kinds(hall) == ["called", "missed"]


def test_who_gives_no_number_is_served_like_everybody_and_told_nothing(hall: Telling) -> None:
    serve(hall, (waiting(hall), call(hall))[1], Outcome.ACCEPTED)
    hall.carry_all()
    assert hall.made.hall.post.page("", "", 0, 9) == []


def test_who_wants_no_more_of_it_hears_no_more(hall: Telling) -> None:
    ticket = waiting(hall, phone=PHONE)
    call(hall)
    hall.carry_all()
    told = hall.made.hall.notices.stop(KIOSK, fresh(), ticket).result()
    assert told.wished is False
    serve(hall, ticket, Outcome.ACCEPTED)
    hall.carry_all()
    assert kinds(hall) == ["called"]


def test_an_address_is_in_no_row_and_a_hall_that_starts_anew_has_none(hall: Telling) -> None:
    waiting(hall, phone=PHONE)
    waiting(hall, **HANDLE)
    called = call(hall)
    hall.follow()
    rows = hall.made.path.read_bytes() + hall.made.path.with_name(f"{hall.made.path.name}-wal").read_bytes()
    assert b"66778899" not in rows
    assert HANDLE["handle"].encode() not in rows
    hall.made.hall.notices.book.forget(called)  # as if it had been started anew
    assert hall.carry() == ["address_forgotten"]
    (dead,) = hall.dead()
    assert (dead.kind, dead.why) == ("called", "address_forgotten")


def test_whoever_booked_at_the_city_is_told_by_their_booking_and_may_say_no(
    reference_city: ServedCity, tmp_path: Path
) -> None:
    with telling(PortName.APPOINTMENTS, tmp_path, platform_of(reference_city, PortName.APPOINTMENTS), SITE) as booking:
        told = booking.ask("POST", "/people/bookings", json={"person": "chen", "item": "i1", "starts_at": TWO})
        reference = told["reference"]
        booking.fetch()
    with telling(PORT, tmp_path, platform_of(reference_city, PORT), SITE) as hall:
        go_to(hall.made, TWO)
        ticket = fresh()
        hall.made.hall.bookings.check_in(KIOSK, ticket, booking_id_of(reference), CheckIn()).result()
        hall.made.hall.confirm_print(KIOSK, fresh(), ticket, ConfirmPrint(PrintAnswer.PAPER)).result()
        assert call(hall) == ticket
        hall.carry_all()
        (called,) = hall.heard("called")
        assert (called["to"], called["channel"]) == ({"reference": reference}, "app")
        hall.made.hall.notices.stop(KIOSK, fresh(), ticket).result()
        serve(hall, ticket, Outcome.ACCEPTED)
        hall.carry_all()
        assert kinds(hall) == ["called"]


@pytest.mark.parametrize(
    "address", [{}, {"phone": PHONE, **HANDLE}, {"issuer": "city.demo"}, {"handle": HANDLE["handle"]}]
)
def test_an_address_is_one_of_a_number_and_a_handle(hall: Telling, address: dict[str, Any]) -> None:
    with pytest.raises(HallProblem) as refused:
        hall.made.hall.notices.wish(KIOSK, fresh(), waiting(hall), WishNotices(**address))
    assert refused.value.code is ProblemCode.BAD_REQUEST


def test_nothing_is_promised_for_a_ticket_that_is_not_there_or_over(hall: Telling) -> None:
    notices, wish = hall.made.hall.notices, WishNotices(phone=PHONE)
    with pytest.raises(HallProblem) as refused:
        notices.wish(KIOSK, fresh(), fresh(), wish).result()
    assert refused.value.code is ProblemCode.TICKET_UNKNOWN
    ticket = waiting(hall)
    serve(hall, call(hall), Outcome.ACCEPTED)
    with pytest.raises(HallProblem) as refused:
        notices.wish(KIOSK, fresh(), ticket, wish).result()
    assert refused.value.code is ProblemCode.ILLEGAL_MOVE
    assert len(notices.book) == 0
