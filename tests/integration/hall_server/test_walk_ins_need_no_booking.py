"""CL-C10: whatever a hall declares about bookings, whoever walks in gets a number; each setting at its worst."""

from __future__ import annotations

import contextlib
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.contract.bookings import Book, BookingState, CancelBooking, Channel, CheckIn, ConfirmBooking
from hall_server.contract.messages import TakeTicket, VisitorMask
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import ActorKind, TicketState
from hall_server.domain.appointment import BookingRule, OutOfHours, slots
from hall_server.domain.calendar import Span
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.domain.appointment.made import hall
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY, MINUTE = date(2026, 1, 2), 60_000_000
STAFF = Caller(ActorKind.CLERK, "1009")
PEOPLE = [VisitorMask(f"{number:02x}" * 16) for number in range(4)]
WORST: dict[str, Any] = {
    "first": DAY,
    "last": DAY,
    "slot_min": 240,
    "days_ahead": 366,
    "notice_min": 20_160,
    "per_person_day": 1,
    "open_per_person": 1,
    "cancel_min": 20_160,
    "early_min": 0,
    "late_min": 0,
    "missed_most": 1,
    "missed_days": 366,
    "blocked_days": 366,
    "out_of_hours": (OutOfHours((1, 2, 3, 4, 5, 6, 7), Span(0, 1439), 99),),
}


@pytest.mark.parametrize("setting", BookingRule.__struct_fields__)
def test_no_setting_makes_a_booking_compulsory(tmp_path: Path, setting: str) -> None:
    made = MadeHall(tmp_path, site=hall(BookingRule(**{setting: WORST[setting]}), share=1.0))
    assert made.waiting().state is TicketState.WAITING
    made.close()


def test_nor_do_all_of_them_together_for_somebody_who_is_blocked_in_a_hall_that_is_booked_up(tmp_path: Path) -> None:
    rule = BookingRule(**{**WORST, "last": None, "out_of_hours": (), "notice_min": 0, "slot_min": 30, "late_min": 10})
    made = MadeHall(tmp_path, site=hall(rule, share=1.0))
    two = NOON + 120 * MINUTE
    book = made.hall.bookings.book
    book(KIOSK, fresh(), Book("i1", two, Channel.KIOSK, PEOPLE[0])).result()
    for slot in made.hall.bookings.slots("A", "").slots:
        for _ in range(slot.left):
            book(STAFF, fresh(), Book("i1", slot.starts_at, Channel.PHONE)).result()
    assert {slot.left for slot in made.hall.bookings.slots("A", "").slots} == {0}
    made.clock.forward(161 * 60)
    made.tick()
    with pytest.raises(HallProblem):
        book(KIOSK, fresh(), Book("i1", two + 60 * MINUTE, Channel.KIOSK, PEOPLE[0])).result()
    taken = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", PEOPLE[0])).result()
    assert (taken.state, taken.ahead) == (TicketState.RESERVED, 0)
    made.close()


class Player:
    """Somebody who wishes all kinds of things of a hall."""

    def __init__(self, folder: Path) -> None:
        evening = OutOfHours((5,), Span(19 * 60, 20 * 60), 1)
        rule = BookingRule(missed_most=1, per_person_day=9, open_per_person=9, cancel_min=0, out_of_hours=(evening,))
        site = msgspec.structs.replace(hall(rule, share=0.2), numbers_when_closed=True)
        self.made = MadeHall(folder, site=site)
        self.desk = self.made.hall.bookings
        plan = [slot for slot in slots(site, "A", DAY) if slot.starts_at > NOON]
        self.plan = [*plan[:3], *(slot for slot in plan if slot.out_of_hours)][:4]
        self.known: list[str] = []

    def book(self, who: int, which: int) -> None:
        order = Book("i1", self.plan[which].starts_at, Channel.KIOSK, PEOPLE[who])
        self.known.append(self.desk.book(KIOSK, fresh(), order).result().id)

    def staff_book(self, _: int, which: int) -> None:
        order = Book("i1", self.plan[which].starts_at, Channel.PHONE)
        self.known.append(self.desk.book(STAFF, fresh(), order).result().id)

    def cancel(self, who: int, which: int) -> None:
        self.desk.cancel(STAFF, fresh(), self._one(who, which), CancelBooking()).result()

    def confirm(self, who: int, which: int) -> None:
        self.desk.confirm(STAFF, fresh(), self._one(who, which), ConfirmBooking("1009")).result()

    def check_in(self, who: int, which: int) -> None:
        self.desk.check_in(KIOSK, fresh(), self._one(who, which), CheckIn()).result()

    def tick(self, _: int, __: int) -> None:
        self.made.tick()

    def take(self, who: int, _: int) -> None:
        """The one wish that is never refused."""
        try:
            taken = self.made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", PEOPLE[who])).result()
        except HallProblem as problem:
            pytest.fail(f"a walk-in was refused: {problem.code}")
        assert taken.state is TicketState.RESERVED

    def check(self) -> None:
        """No slot holds more than its places."""
        held = Counter(
            one.starts_at for one in map(self.desk.booking, self.known) if one.state is not BookingState.CANCELLED
        )
        assert all(held[slot.starts_at] <= slot.places for slot in self.plan)

    def _one(self, who: int, which: int) -> str:
        return self.known[(who * 4 + which) % len(self.known)] if self.known else fresh()


WISHES = (Player.book, Player.staff_book, Player.cancel, Player.confirm, Player.check_in, Player.tick, Player.take)
Wish = st.tuples(st.sampled_from(WISHES), st.integers(0, 3), st.integers(0, 3), st.integers(0, 45))


@settings(max_examples=30, deadline=None)
@given(wishes=st.lists(Wish, max_size=40))
def test_no_order_of_wishes_books_a_slot_over_or_leaves_a_walk_in_without_a_number(
    tmp_path_factory: pytest.TempPathFactory, wishes: list[tuple[Callable[[Player, int, int], None], int, int, int]]
) -> None:
    """For any order of book, cancel, confirm, check-in and time; closing proves that the rows equal their replay."""
    player = Player(tmp_path_factory.mktemp("hall"))
    for wish, who, which, minutes in wishes:
        player.made.clock.forward(minutes * 60)
        with contextlib.suppress(HallProblem):
            wish(player, who, which)
        player.check()
    player.made.close()
