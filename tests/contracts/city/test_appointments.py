"""统一预约 (CL-C1): what every booking platform must do for a hall, and what a hall does whatever the platform does.

Over the reference city. Another platform is tried by KAPOK_CITY_APPOINTMENTS=<address>, as far as a hall can see it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.city.errors import CityRefusedError
from hall_server.contract.bookings import BookingState, CancelBooking, CheckIn
from hall_server.contract.city.appointments import BookingTold
from hall_server.contract.city.ports import PortName
from hall_server.contract.identity.pseudonym import code_pseudonym
from hall_server.contract.messages import CompleteTicket, ConfirmPrint
from hall_server.contract.vocabulary import PrintAnswer
from hall_server.domain.city.post import message_id
from hall_server.flows.city_bookings import booking_id_of
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.integration.hall_server.bookers import GREETER, MINUTE, SITE, TWO, booked, go_to
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.APPOINTMENTS


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT), SITE) as one:
        yield one


def book(hall: Telling, person: str = "chen", item: str = "i1", starts_at: int = TWO) -> str:
    told = hall.ask("POST", "/people/bookings", json={"person": person, "item": item, "starts_at": starts_at})
    return str(told["reference"])


def there(hall: Telling, reference: str) -> dict[str, Any]:
    """How the city sees it."""
    return next(one for one in hall.ask("GET", "/people/bookings") if one["reference"] == reference)


def state(hall: Telling, reference: str) -> BookingState:
    return hall.made.hall.bookings.booking(booking_id_of(reference)).state


def check_in(hall: Telling, reference: str) -> str:
    """The visitor comes on time; the ticket's id."""
    go_to(hall.made, TWO)
    ticket = fresh()
    hall.made.hall.bookings.check_in(KIOSK, ticket, booking_id_of(reference), CheckIn()).result()
    hall.made.hall.confirm_print(KIOSK, fresh(), ticket, ConfirmPrint(PrintAnswer.PAPER)).result()
    return ticket


def test_a_booking_made_at_the_city_is_the_halls_too_and_its_bearer_is_found_by_their_code(hall: Telling) -> None:
    reference = book(hall)
    assert hall.fetch() == 1
    hall.carry_all()
    assert (state(hall, reference), there(hall, reference)["state"]) == (BookingState.BOOKED, "booked")
    subject = "demo-person-000000001A"
    (mine,) = hall.made.hall.bookings.own(code_pseudonym(b"k" * 32, "city.demo", subject))
    assert mine.reference == reference
    (event,) = hall.made.hall.bookings.history(mine.id).steps
    assert subject not in repr(event)
    assert subject not in hall.made.path.read_bytes().decode("latin-1")


def test_from_check_in_to_the_end_of_the_visit_the_city_hears_each_step_once(hall: Telling) -> None:
    reference = book(hall)
    hall.fetch()
    ticket = check_in(hall, reference)
    hall.carry_all()
    assert (there(hall, reference)["state"], there(hall, reference)["ticket"]) == ("checked_in", ticket)
    who = hall.made.open(1)
    called = hall.made.call(who)
    hall.made.hall.serve(who, fresh(), called.id).result()
    hall.made.hall.complete(who, fresh(), called.id, CompleteTicket()).result()
    hall.carry_all()
    assert there(hall, reference)["done_at"] == hall.made.hall.history(ticket).events[-1].at
    told = [BookingTold(**one) for one in hall.heard("state")]
    assert [(one.state, bool(one.done_at)) for one in told] == [
        ("booked", False),
        ("checked_in", False),
        ("checked_in", True),
    ]
    assert [one.version for one in told] == sorted({one.version for one in told})


def test_who_does_not_come_is_told_as_missed_and_a_booking_made_in_the_hall_is_told_too(hall: Telling) -> None:
    reference, own = book(hall), booked(hall.made, name="ef")
    hall.fetch()
    go_to(hall.made, TWO + 120 * MINUTE)
    hall.made.tick()
    hall.carry_all()
    assert there(hall, reference)["state"] == "missed"
    mine = [one for one in hall.heard("state") if one["booking"] == own.id]
    assert [(one["state"], one["reference"], one["channel"]) for one in mine] == [
        ("booked", "", "kiosk"),
        ("missed", "", "kiosk"),
    ]


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"item": "nothing"}, "item_unknown"),
        ({"starts_at": TWO + 1}, "slot_unknown"),
        ({"starts_at": 1}, "slot_unknown"),
    ],
)
def test_a_booking_that_the_hall_cannot_keep_is_told_back_once(hall: Telling, wanted: dict[str, Any], why: str) -> None:
    reference = book(hall, **wanted)
    hall.fetch()
    hall.carry_all()
    assert (there(hall, reference)["state"], there(hall, reference)["why"]) in {
        ("refused", why),
        ("refused", "slot_not_open"),
    }
    assert len(hall.heard("refused")) == 1


def test_the_last_place_is_given_once_and_the_city_hears_who_came_too_late(hall: Telling) -> None:
    references = [book(hall, person) for person in ("chen", "chen-guo", "chen-yu", "zhou") * 6]
    hall.fetch()
    hall.carry_all()
    states = [there(hall, one)["state"] for one in references]
    kept = [one for one in references if there(hall, one)["state"] == "booked"]
    assert set(states) == {"booked", "refused"}
    assert len(kept) == len(hall.made.reader.bookings_page("2026-01-02", (-1, -1), 99))


def test_a_visitor_gives_a_booking_back_at_the_city(hall: Telling) -> None:
    reference = book(hall)
    hall.fetch()
    hall.ask("POST", f"/people/bookings/{reference}/cancel")
    hall.fetch()
    hall.carry_all()
    assert (state(hall, reference), there(hall, reference)["state"]) == (BookingState.CANCELLED, "cancelled")


def test_a_cancellation_after_check_in_changes_nothing(hall: Telling) -> None:
    reference = book(hall)
    hall.fetch()
    check_in(hall, reference)
    hall.ask("POST", f"/people/bookings/{reference}/cancel")
    assert hall.fetch() == 0
    hall.carry_all()
    assert there(hall, reference)["state"] == "checked_in"


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_nothing_is_lost_and_nothing_doubled(hall: Telling, fault: str) -> None:
    kept, given_back = book(hall), book(hall, "zhou")
    hall.there.faults(**FAULTS[fault])
    hall.fetch()
    hall.follow()
    for _ in range(3):
        hall.carry()
        hall.fetch()
    hall.ask("POST", f"/people/bookings/{given_back}/cancel")
    hall.fetch()
    hall.there.faults()
    hall.line.breaker.worked()
    hall.fetch()
    hall.carry_all()
    assert [there(hall, one)["state"] for one in (kept, given_back)] in (
        ["booked", "cancelled"],
        ["booked", "asked"],  # given back before the hall heard of it: it never was a booking there
    )
    told = hall.heard("state")
    assert len(told) == len({(one["booking"], one["version"]) for one in told})
    assert [one["state"] for one in told if one["reference"] == kept] == ["booked"]
    assert hall.dead() == []


def test_news_that_comes_twice_and_backwards_changes_what_it_says_once(hall: Telling) -> None:
    references = [book(hall, person) for person in ("chen", "zhou")]
    hall.ask("POST", f"/people/bookings/{references[0]}/cancel")
    hall.there.faults(duplicate=True, out_of_order=True)
    hall.fetch()
    hall.fetch()
    assert state(hall, references[1]) is BookingState.BOOKED
    days = hall.made.reader.bookings_page("2026-01-02", (-1, -1), 99)
    assert [one.reference for one in days] == [references[1]]


def test_a_carrier_that_dies_after_sending_has_lost_and_doubled_nothing(hall: Telling) -> None:
    booked(hall.made)
    hall.follow()
    post = hall.made.hall.post
    (message,) = post.take_out(PORT).result()
    hall.line.hand_over(f"/{message.kind}", message.body, message.id, message.correlation)  # and never comes back
    assert post.take_out(PORT).result() == []
    hall.carry_all()
    assert len(hall.heard("state")) == 1


def test_a_hall_that_follows_its_history_again_posts_nothing_twice(hall: Telling) -> None:
    booked(hall.made)
    hall.follow()
    hall.made.commits.submit(lambda tx: tx.put_city_cursor("bookings", "0")).result()
    hall.follow()
    assert len(hall.waiting()) == 1


def test_a_hall_restored_from_a_backup_tells_again_what_the_city_has_and_it_is_not_doubled(
    hall: Telling, tmp_path: Path
) -> None:
    booking = booked(hall.made)
    restored = tmp_path / "restored"
    restored.mkdir()
    with closing(sqlite3.connect(hall.made.path)) as db, closing(sqlite3.connect(restored / hall.made.path.name)) as to:
        db.backup(to)  # before anything of it was told
    hall.carry_all()
    assert len(hall.heard("state")) == 1
    again = MadeHall(restored, hall.made.clock, SITE, city=(PORT,))
    at = hall.made.clock.now()
    again.commits.submit(lambda tx: tx.open_incarnation(fresh(), at, "restored")).result()
    hall.made.close()
    hall.made = again
    hall.carry_all()
    assert (len(hall.heard("state")), hall.dead()) == (1, [])
    hall.made.hall.bookings.cancel(GREETER, fresh(), booking.id, CancelBooking()).result()
    hall.carry_all()
    first, second = hall.heard("state")
    assert (first["state"], second["state"]) == ("booked", "cancelled")
    assert first["version"] < second["version"]


def test_a_dead_letter_can_be_seen_and_sent_again(hall: Telling) -> None:
    booked(hall.made)
    hall.follow()
    post = hall.made.hall.post
    (message,) = post.take_out(PORT).result()
    with pytest.raises(CityRefusedError, match="bad_request"):
        hall.line.hand_over(f"/{message.kind}", b'{"booking": 3}', message_id("bad"), "")
    hall.there.faults(wrong=True)
    for _ in range(12):
        hall.rest()
        hall.carry()
    (dead,) = hall.dead()
    assert (dead.id, dead.why, dead.tries) == (message.id, "nonsense", 12)
    hall.there.faults()
    post.send_again(dead.id).result()
    hall.line.breaker.worked()
    assert hall.carry() == [""]
    assert len(hall.heard("state")) == 1


def test_places_that_are_left_are_told_when_they_change(hall: Telling) -> None:
    def tell() -> None:
        while (told := hall.made.hall.city_capacity.tell(hall.made.hall.site, hall.made.hall.today())) is not None:
            told.result()

    tell()
    hall.carry_all()
    before = {one["day"]: one for one in hall.heard("capacity")}
    slots = {one["starts_at"]: one for one in before["2026-01-02"]["slots"]}
    assert slots[TWO]["left"] == slots[TWO]["places"] > 0
    booked(hall.made)
    tell()
    hall.carry_all()
    told = hall.heard("capacity")[len(before) :]
    assert [one["day"] for one in told] == ["2026-01-02"]
    assert next(one for one in told[0]["slots"] if one["starts_at"] == TWO)["left"] == slots[TWO]["left"] - 1
