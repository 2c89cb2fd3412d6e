"""What becomes of numbers that kiosks gave without the hall, on a real store.

Closing each hall replays its history, so every test also proves that events and rows agree.
"""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.machine_acts import KIND, MachineAct, MachineRecord
from hall_server.contract.messages import OnBehalf, TakeTicket, VisitorMask
from hall_server.contract.offline import OfflineAct, OutboxAck
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import Chip, Delivery, Origin, PrintAnswer, Relation, TicketState
from hall_server.domain.ticket import SECOND
from tests.integration.hall_server.made import MadeHall, fresh
from tests.integration.hall_server.offline_kiosk import (
    HOUR,
    OfflineKiosk,
    kiosk,
    labels,
    made,
    pass_time,
    refused,
    stored,
)

S = TicketState
__all__ = ["kiosk", "made"]  # fixtures


def test_what_was_given_offline_waits_in_line_under_its_own_id(made: MadeHall, kiosk: OfflineKiosk) -> None:
    mask = VisitorMask("ab" * 16, "陈*明", "1234")
    given = kiosk.give(order=TakeTicket("i1", mask, (Chip.ELDER,), for_other=True), catalogue="v7")
    pass_time(made, kiosk, 600)
    assert kiosk.deliver(made.hall) == OutboxAck(1)
    ticket = stored(made, given.ticket)
    assert (ticket.label, ticket.state, ticket.delivery) == ("A601", S.WAITING, Delivery.PAPER)
    assert (ticket.origin, ticket.kiosk, ticket.catalogue) == (Origin.LEASE, "K1", "v7")
    assert (ticket.visitor, ticket.chips, ticket.for_other) == (mask, (Chip.ELDER,), True)
    assert ticket.since == made.clock.at - 600 * SECOND


def test_who_came_first_is_called_first_whoever_was_told_of_first(made: MadeHall, kiosk: OfflineKiosk) -> None:
    early = kiosk.give()
    pass_time(made, kiosk, 60)
    online = made.waiting()
    pass_time(made, kiosk, 60)
    late = kiosk.give()
    kiosk.deliver(made.hall)
    who = made.open(1)
    called = []
    for _ in range(3):
        view = made.call(who)
        called.append(view.label)
        made.clock.forward(60)
        made.hall.no_show(who, fresh(), view.id).result()
    assert called == [early.label, online.label, late.label]


def test_a_clock_that_jumps_a_year_changes_neither_labels_nor_order(made: MadeHall, kiosk: OfflineKiosk) -> None:
    first = kiosk.give()
    kiosk.at += 60
    second = kiosk.give()
    kiosk.at += 60
    made.clock.set_by(-365 * 86_400)
    kiosk.deliver(made.hall)
    one, two = stored(made, first.ticket), stored(made, second.ticket)
    assert (one.label, two.label) == ("A601", "A602")
    assert one.since <= two.since
    made.clock.set_by(365 * 86_400)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (None, S.RESERVED),
        (PrintAnswer.PAPER, S.WAITING),
        (PrintAnswer.SCREEN, S.WAITING),
        (PrintAnswer.VOID, S.VOID),
        (PrintAnswer.CANNOT_TELL, S.UNCONFIRMED),
    ],
)
def test_the_slip_s_fate_is_what_it_would_be_online(
    made: MadeHall, kiosk: OfflineKiosk, answer: PrintAnswer | None, state: TicketState
) -> None:
    given = kiosk.give(answer)
    kiosk.deliver(made.hall)
    assert stored(made, given.ticket).state is state


def test_a_late_answer_and_a_cancellation_come_in_rows_of_their_own(made: MadeHall, kiosk: OfflineKiosk) -> None:
    late, gone = kiosk.give(PrintAnswer.CANNOT_TELL), kiosk.give()
    kiosk.answer(late.ticket, PrintAnswer.PAPER)
    kiosk.cancel(gone.ticket)
    assert kiosk.deliver(made.hall) == OutboxAck(4)
    assert (stored(made, late.ticket).state, stored(made, gone.ticket).state) == (S.WAITING, S.CANCELLED)


def test_what_a_visitor_asked_for_without_the_hall_is_on_the_ticket_when_it_comes(
    made: MadeHall, kiosk: OfflineKiosk
) -> None:
    behalf = OnBehalf(Relation.GUARDIAN, VisitorMask("cd" * 16, "陈*", "0042"))
    order = TakeTicket("i1", VisitorMask("ab" * 16), (Chip.GUIDE,), on_behalf=behalf, modes="LH")
    given = kiosk.give(order=order)
    kiosk.deliver(made.hall)
    there = stored(made, given.ticket)
    assert (there.on_behalf, there.modes, there.for_other, there.chips) == (behalf, "LH", True, (Chip.GUIDE,))
    assert [one.id for one in made.hall.tickets_of("ab" * 16)] == [given.ticket]


def test_an_answer_to_a_number_of_the_hall_s_comes_by_the_outbox_too(made: MadeHall, kiosk: OfflineKiosk) -> None:
    online = made.take()
    kiosk.answer(online.id, PrintAnswer.PAPER)
    assert kiosk.deliver(made.hall) == OutboxAck(1)
    assert stored(made, online.id).state is S.WAITING


def test_a_replay_creates_nothing(made: MadeHall, kiosk: OfflineKiosk) -> None:
    first = kiosk.give()
    for _ in range(4):
        kiosk.give()
    kiosk.answer(first.ticket, PrintAnswer.PAPER)
    kiosk.deliver(made.hall)
    n, rows = made.hall.n, made.reader.tickets()
    made.clock.forward(5)
    kiosk.at += 5
    assert kiosk.deliver(made.hall, kiosk.body(1)) == OutboxAck(6)
    assert kiosk.deliver(made.hall, kiosk.body(3, 4)) == OutboxAck(6)
    assert (made.hall.n, made.reader.tickets()) == (n, rows)


def test_the_same_key_gives_the_same_acknowledgement(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    body, key = kiosk.body(), fresh()
    assert kiosk.deliver(made.hall, body, key) == kiosk.deliver(made.hall, body, key) == OutboxAck(1)
    kiosk.give()
    assert refused(lambda: kiosk.deliver(made.hall, kiosk.body(1), key)) is ProblemCode.IDEMPOTENCY_KEY_REUSED


def test_nothing_is_taken_in_behind_a_gap(made: MadeHall, kiosk: OfflineKiosk) -> None:
    for _ in range(5):
        kiosk.give()
    body = kiosk.body()
    holed = msgspec.structs.replace(body, rows=(*body.rows[:2], *body.rows[3:]))
    assert kiosk.deliver(made.hall, holed) == OutboxAck(2)
    assert labels(made) == ["A601", "A602"]
    assert kiosk.deliver(made.hall, kiosk.body(5)) == OutboxAck(2)
    assert kiosk.deliver(made.hall, kiosk.body(3)) == OutboxAck(5)
    assert labels(made) == ["A601", "A602", "A603", "A604", "A605"]


def test_an_empty_body_says_how_far_the_hall_is(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    kiosk.deliver(made.hall)
    assert kiosk.deliver(made.hall, kiosk.body(2)) == OutboxAck(1)


def test_a_row_that_comes_twice_in_one_body_counts_once(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    body = kiosk.body()
    twice = msgspec.structs.replace(body, rows=body.rows * 2)
    assert kiosk.deliver(made.hall, twice) == OutboxAck(1)
    assert labels(made) == ["A601"]


def test_a_number_of_yesterday_keeps_its_day(made: MadeHall, kiosk: OfflineKiosk) -> None:
    given = kiosk.give()
    pass_time(made, kiosk, 24 * HOUR)
    made.tick()
    today = made.waiting()
    kiosk.deliver(made.hall)
    assert stored(made, given.ticket).business_day == "2026-01-02"
    assert made.hall.now().business_day == "2026-01-03"
    assert [line.id for line in made.hall.counter_queue(1).tickets] == [today.id]


@pytest.mark.parametrize(
    ("days", "state"), [(1, S.WAITING), (2, S.EXPIRED), (365, S.EXPIRED), (-1, S.WAITING), (-365, S.EXPIRED)]
)
def test_a_number_of_a_day_that_is_not_near_is_closed_at_the_next_tick(
    made: MadeHall, kiosk: OfflineKiosk, days: int, state: TicketState
) -> None:
    given = kiosk.give()
    made.clock.set_by(days * 86_400)
    made.tick()  # this day was tidied before
    kiosk.deliver(made.hall)
    assert stored(made, given.ticket).state is S.WAITING
    made.clock.forward(1)
    made.tick()
    assert stored(made, given.ticket).state is state


def test_what_has_no_age_is_placed_behind_the_last_contact_in_order(made: MadeHall, kiosk: OfflineKiosk) -> None:
    contact = made.clock.at
    first, second = kiosk.give(), kiosk.give()
    kiosk.reboot()
    pass_time(made, kiosk, 900)
    third = kiosk.give()
    kiosk.deliver(made.hall)
    one, two, three = (stored(made, given.ticket) for given in (first, second, third))
    assert (one.since, two.since) == (contact, contact)
    assert (one.place < two.place, three.since) == (True, made.clock.at)


def test_an_age_from_beyond_all_days_puts_nobody_before_the_day(made: MadeHall, kiosk: OfflineKiosk) -> None:
    given = kiosk.give()
    body = kiosk.body()
    old = msgspec.structs.replace(body.rows[0], age_us=2**53)
    kiosk.deliver(made.hall, msgspec.structs.replace(body, rows=(old,)))
    assert stored(made, given.ticket).since == made.clock.at - 8 * HOUR * SECOND  # 04:00


def test_an_emergency_number_given_behind_midnight_waits_today(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.lease = None
    yesterday = kiosk.give()
    pass_time(made, kiosk, 20 * HOUR)
    today = kiosk.give()
    pass_time(made, kiosk, HOUR)
    assert kiosk.deliver(made.hall) == OutboxAck(2)
    assert stored(made, yesterday.ticket).business_day == "2026-01-02"
    assert stored(made, today.ticket).business_day == "2026-01-03"
    assert kiosk.ask(made.hall).emergency_next == today.number + 1


def test_cl_h18_what_happened_to_a_machine_is_in_the_book_once_also_when_it_is_told_again(
    made: MadeHall, kiosk: OfflineKiosk
) -> None:
    kiosk.put(OfflineAct(1, fresh(), MachineAct.DOOR_OPENED))
    given = kiosk.give()
    pass_time(made, kiosk, 600)
    body = kiosk.body()
    assert [kiosk.deliver(made.hall, body) for _ in range(2)] == [OutboxAck(2)] * 2
    renumbered = msgspec.structs.replace(body.rows[0], seq=3)
    assert kiosk.deliver(made.hall, msgspec.structs.replace(body, rows=(renumbered,))) == OutboxAck(3)
    (record,) = made.reader.records(KIND, 0, 10)
    happened = MachineRecord(MachineAct.DOOR_OPENED, made.clock.at - 600 * SECOND)
    assert (record.actor, record.as_(MachineRecord)) == ("K1", happened)
    assert stored(made, given.ticket).state is S.WAITING
