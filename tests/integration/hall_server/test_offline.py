"""What becomes of numbers that kiosks gave without the hall: the failure table (C4), on a real store.

Closing each hall replays its history, so every test also proves that events and rows agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import TakeTicket, VisitorMask
from hall_server.contract.offline import AskLease, OfflineAnswer, OutboxAck, RefusedRow
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Chip, Delivery, Origin, PrintAnswer, TicketState
from hall_server.domain.ticket import SECOND
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.integration.hall_server.offline_kiosk import OfflineKiosk, boot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.domain.ticket import Ticket

HOUR = 3600
S = TicketState


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    yield hall
    hall.close()


@pytest.fixture
def kiosk(made: MadeHall) -> OfflineKiosk:
    one = OfflineKiosk(life=made.hall.incarnation)
    one.ask(made.hall)
    return one


def refused(call: Callable[[], object]) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        call()
    return caught.value.code


def labels(made: MadeHall) -> list[str]:
    return [ticket.label for ticket in made.reader.tickets()]


def stored(made: MadeHall, ticket_id: str) -> Ticket:
    found = made.reader.ticket(ticket_id)
    assert found is not None
    return found


def pass_time(made: MadeHall, kiosk: OfflineKiosk, seconds: float) -> None:
    made.clock.forward(seconds)
    kiosk.at += seconds


# -- leases ------------------------------------------------------------------------------------------------------------


def test_blocks_of_fifty_come_from_the_leased_band_one_behind_the_other(made: MadeHall) -> None:
    one, two = OfflineKiosk(), OfflineKiosk("K2", "b" * 64)
    granted = [one.ask(made.hall), two.ask(made.hall), one.ask(made.hall)]
    assert [(block.letter, block.first, block.last) for block in granted] == [
        ("A", 601, 650), ("A", 651, 700), ("A", 701, 750),
    ]  # fmt: skip
    assert [block.epoch for block in granted] == [1, 1, 1]


def test_a_lease_says_until_when_it_is_good(made: MadeHall, kiosk: OfflineKiosk) -> None:
    lease = kiosk.lease
    assert lease is not None
    assert (lease.business_day, lease.queue, lease.width) == ("2026-01-02", "A", 3)
    assert lease.expires_at == made.clock.at + 16 * HOUR * SECOND  # 04:00 on the next morning


def test_the_same_key_gives_the_same_block(made: MadeHall) -> None:
    kiosk, key = OfflineKiosk(), fresh()
    first = kiosk.ask(made.hall, key=key)
    order_again = OfflineKiosk(boot_id=kiosk.boot_id)
    assert order_again.ask(made.hall, key=key) == first
    assert kiosk.ask(made.hall).first == 651


def test_online_numbers_that_reach_the_band_go_on_behind_the_highest_block(made: MadeHall) -> None:
    kiosk = OfflineKiosk()  # the band of queue C begins at 5
    assert kiosk.ask(made.hall, "C").first == 5
    given = [made.take("i2").label for _ in range(6)]
    assert given == ["C001", "C002", "C003", "C004", "C055", "C056"]
    assert kiosk.ask(made.hall, "C").first == 57


def test_after_a_boot_the_rest_of_the_block_is_dropped_and_the_epoch_rises(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    kiosk.reboot()
    again = kiosk.ask(made.hall)
    assert (again.epoch, again.first) == (2, 651)
    assert [lease.dropped for lease in made.store.run(lambda tx: tx.leases("2026-01-02", "A"))] == [True, False]


def test_a_lease_for_an_unknown_queue_is_refused(made: MadeHall) -> None:
    assert refused(lambda: OfflineKiosk().ask(made.hall, "Z")) is ProblemCode.QUEUE_UNKNOWN


def test_a_kiosk_asks_for_itself_only(made: MadeHall) -> None:
    other = OfflineKiosk("K2", "b" * 64, life=made.hall.incarnation)
    assert refused(lambda: made.hall.kiosks.outbox(KIOSK, fresh(), "K2", other.body())) is ProblemCode.NOT_ALLOWED
    order = AskLease("K2", other.boot_id, other.fingerprint, made.hall.incarnation, 0, "A")
    assert refused(lambda: made.hall.kiosks.lease(KIOSK, fresh(), order)) is ProblemCode.NOT_ALLOWED


def test_every_kiosk_has_an_emergency_letter_of_its_own_for_good(made: MadeHall) -> None:
    kiosks = [OfflineKiosk(f"K{number}", f"{number:064x}") for number in range(12)]
    first = [kiosk.ask(made.hall).emergency_letter for kiosk in kiosks]
    assert len(set(first)) == 12
    assert all(letter[0] in "NPRTUWXY" for letter in first)
    for kiosk in kiosks:
        kiosk.reboot()
    assert [kiosk.ask(made.hall).emergency_letter for kiosk in kiosks] == first


def test_a_lease_of_yesterday_is_not_good_today(made: MadeHall, kiosk: OfflineKiosk) -> None:
    pass_time(made, kiosk, 24 * HOUR)
    claimed = kiosk.give(business_day="2026-01-03")
    assert kiosk.deliver(made.hall) == OutboxAck(1, (RefusedRow(1, "number_not_granted"),))
    today = kiosk.ask(made.hall)
    assert (today.first, today.business_day, today.epoch) == (601, "2026-01-03", 1)
    assert made.reader.ticket(claimed.ticket) is None


# -- delivery ----------------------------------------------------------------------------------------------------------


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


# -- what is refused ---------------------------------------------------------------------------------------------------


def test_a_row_that_can_never_be_right_is_settled_and_told_again(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give(queue="Q")
    kiosk.give(item="i9")
    kiosk.give(order=TakeTicket("i1", more_items=("i9",)))
    good = kiosk.give()
    said = (RefusedRow(1, "queue_unknown"), RefusedRow(2, "item_unknown"), RefusedRow(3, "item_unknown"))
    assert kiosk.deliver(made.hall) == OutboxAck(4, said)
    assert labels(made) == [good.label]
    assert kiosk.deliver(made.hall, kiosk.body(1)) == OutboxAck(4, said)


@pytest.mark.parametrize(
    "changed",
    [
        {"number": 651, "label": "A651"},  # behind its block
        {"number": 12, "label": "A012"},  # the hall's own band
        {"epoch": 9},
        {"letter": "AC", "label": "AC601"},  # of a life that never was
        {"letter": "C", "label": "C601"},  # another queue's letter
        {"origin": Origin.ONLINE},
        {"origin": Origin.STAFF},
        {"origin": Origin.EMERGENCY},
        {"origin": Origin.EMERGENCY, "letter": "AQ", "label": "AQ001", "number": 1},
        {"business_day": "2026-01-01"},
    ],
)
def test_a_number_that_was_not_lent_to_this_kiosk_is_refused(
    made: MadeHall, kiosk: OfflineKiosk, changed: dict[str, object]
) -> None:
    kiosk.give(**changed)
    assert kiosk.deliver(made.hall) == OutboxAck(1, (RefusedRow(1, "number_not_granted"),))
    assert labels(made) == []


@pytest.mark.parametrize("label", ["A0601", "A602", "C601", "A00601"])
def test_a_label_that_is_not_its_number_is_refused(made: MadeHall, kiosk: OfflineKiosk, label: str) -> None:
    kiosk.give(label=label)
    assert kiosk.deliver(made.hall) == OutboxAck(1, (RefusedRow(1, "bad_request"),))


def test_another_kiosk_s_number_and_ticket_are_refused(made: MadeHall, kiosk: OfflineKiosk) -> None:
    mine = kiosk.give()
    kiosk.deliver(made.hall)
    other = OfflineKiosk("K2", "b" * 64, life=made.hall.incarnation)
    other.ask(made.hall)
    other.give(number=602, label="A602")
    other.answer(mine.ticket, PrintAnswer.VOID)
    other.cancel(mine.ticket)
    other.give(ticket=mine.ticket)
    other.cancel(fresh())
    codes = ["number_not_granted", "not_your_ticket", "not_your_ticket", "idempotency_key_reused", "ticket_unknown"]
    assert [row.code for row in other.deliver(made.hall).refused] == codes


def test_one_number_on_two_tickets_is_taken_once(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    kiosk.next -= 1
    kiosk.give()
    assert kiosk.deliver(made.hall) == OutboxAck(2, (RefusedRow(2, "number_taken"),))
    kiosk.next -= 1
    kiosk.give()
    assert kiosk.deliver(made.hall) == OutboxAck(3, (RefusedRow(3, "number_taken"),))


def test_a_move_that_the_ticket_does_not_allow_is_refused(made: MadeHall, kiosk: OfflineKiosk) -> None:
    given = kiosk.give(PrintAnswer.VOID)
    kiosk.cancel(given.ticket)
    assert kiosk.deliver(made.hall) == OutboxAck(2, (RefusedRow(2, "illegal_move"),))


# -- copies, restores, lost lives --------------------------------------------------------------------------------------


def test_a_cloned_disk_puts_both_machines_under_quarantine(
    made: MadeHall, kiosk: OfflineKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    before = kiosk.give()
    clone = OfflineKiosk(fingerprint="c" * 64, life=kiosk.life)
    assert refused(lambda: clone.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert refused(lambda: kiosk.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert refused(lambda: clone.deliver(made.hall)) is ProblemCode.LEASE_FENCED
    assert made.hall.health().alarms == ("kiosk_cloned:K1",)
    assert "alarm=kiosk_cloned kiosk=K1" in caplog.text
    assert kiosk.deliver(made.hall) == OutboxAck(1)  # what it printed before is somebody's place
    assert labels(made) == [before.label]


def test_a_quarantine_outlives_the_server(made: MadeHall, kiosk: OfflineKiosk, tmp_path: Path) -> None:
    refused(lambda: OfflineKiosk(fingerprint="c" * 64).ask(made.hall))
    again = MadeHall(tmp_path)
    assert again.hall.health().alarms == ("kiosk_cloned:K1",)
    again.close()


def test_a_copy_in_an_older_boot_is_fenced(made: MadeHall, kiosk: OfflineKiosk) -> None:
    old = kiosk.boot_id
    kiosk.reboot()
    kiosk.ask(made.hall)
    copy = OfflineKiosk(boot_id=old, life=kiosk.life)
    assert refused(lambda: copy.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert refused(lambda: copy.deliver(made.hall)) is ProblemCode.LEASE_FENCED
    assert kiosk.ask(made.hall).epoch == 2
    assert made.hall.health().alarms == ()


def test_an_old_epoch_is_fenced(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.reboot()
    kiosk.ask(made.hall)
    kiosk.give()
    stale = kiosk.body(boot_id=boot(), epoch=1)
    assert refused(lambda: kiosk.deliver(made.hall, stale)) is ProblemCode.LEASE_FENCED


def test_a_kiosk_that_boots_delivers_first_and_leases_then(made: MadeHall, kiosk: OfflineKiosk) -> None:
    given = [kiosk.give() for _ in range(3)]
    kiosk.reboot()
    assert kiosk.deliver(made.hall, kiosk.body(1, 2)) == OutboxAck(2)
    assert kiosk.deliver(made.hall) == OutboxAck(3)
    assert kiosk.ask(made.hall).epoch == 2
    assert labels(made) == [row.label for row in given]


def test_a_restored_store_is_found_out_and_goes_on_behind_what_the_hall_has(
    made: MadeHall, kiosk: OfflineKiosk
) -> None:
    kiosk.give()
    image = list(kiosk.rows)
    kiosk.give()
    kiosk.give()
    kiosk.deliver(made.hall)
    kiosk.rows, kiosk.acked = image, 0
    kiosk.reboot()
    kiosk.emergency_next = 1
    fork = kiosk.give()  # seq 2, which the hall knows as another ticket
    n = made.hall.n
    assert refused(lambda: kiosk.deliver(made.hall)) is ProblemCode.OUTBOX_FORKED
    assert made.hall.n == n
    lease = kiosk.ask(made.hall)
    assert lease.acked == 3
    body = kiosk.body(2)
    moved = msgspec.structs.replace(body.rows[0], seq=lease.acked + 1)
    assert kiosk.deliver(made.hall, msgspec.structs.replace(body, rows=(moved,))) == OutboxAck(4)
    assert stored(made, fork.ticket).label == fork.label


def test_rows_for_another_life_are_refused(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    assert refused(lambda: kiosk.deliver(made.hall, kiosk.body(incarnation=fresh()))) is ProblemCode.HALL_ROLLED_BACK


def restored(made: MadeHall, backup: bytes, folder: Path) -> MadeHall:
    """A hall from a backup that has noticed it."""
    seen = f"{made.hall.incarnation}.{made.hall.n + 1}"
    made.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder.mkdir()
    (folder / made.path.name).write_bytes(backup)
    again = MadeHall(folder, clock=made.clock)
    promise = again.hall.check_seen(seen)
    assert promise is not None
    assert refused(promise.result) is ProblemCode.HALL_ROLLED_BACK
    return again


def backup_of(made: MadeHall) -> bytes:
    made.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return made.path.read_bytes()


def test_tickets_that_a_backup_lost_come_back_under_their_ids_and_labels(
    made: MadeHall, kiosk: OfflineKiosk, tmp_path: Path
) -> None:
    kept = kiosk.give()
    kiosk.deliver(made.hall)
    backup = backup_of(made)
    lost = kiosk.give()
    kiosk.ask(made.hall)  # a block that the backup does not know
    lost_too = kiosk.give()
    kiosk.deliver(made.hall)
    online = made.waiting()
    again = restored(made, backup, tmp_path / "again")
    kiosk.begin_life(again.hall.incarnation)
    kiosk.give(
        ticket=online.id,
        label=online.label,
        number=1,
        letter="A",
        origin=Origin.ONLINE,
        epoch=0,
        answer=PrintAnswer.PAPER,
    )
    assert kiosk.deliver(again.hall) == OutboxAck(4)
    assert sorted(labels(again)) == sorted([kept.label, lost.label, lost_too.label, online.label])
    assert stored(again, online.id).state is S.WAITING
    assert again.take().label == "AC001"
    assert kiosk.ask(again.hall).letter == "AC"
    n = again.hall.n
    assert kiosk.deliver(again.hall, kiosk.body(1)) == OutboxAck(4)
    assert again.hall.n == n
    again.close()


def test_a_kiosk_that_a_backup_lost_gets_its_emergency_letter_again(made: MadeHall, tmp_path: Path) -> None:
    backup = backup_of(made)
    kiosk = OfflineKiosk("K7", "d" * 64)
    letter = kiosk.ask(made.hall).emergency_letter
    kiosk.lease = None
    given = kiosk.give()
    again = restored(made, backup, tmp_path / "again")
    kiosk.begin_life(again.hall.incarnation)
    assert kiosk.deliver(again.hall) == OutboxAck(1)
    assert labels(again) == [given.label]
    assert kiosk.ask(again.hall).emergency_letter == letter
    again.close()


def test_an_emergency_letter_that_somebody_else_has_now_is_not_given_twice(made: MadeHall) -> None:
    first = OfflineKiosk("K1")
    first.ask(made.hall)
    second = OfflineKiosk("K2", "b" * 64, emergency=first.emergency)
    assert second.ask(made.hall).emergency_letter != first.emergency


def test_the_day_rolls_over_while_people_are_served(made: MadeHall, kiosk: OfflineKiosk) -> None:
    who = made.open(1)
    serving = made.waiting()
    made.call(who)
    made.hall.serve(who, fresh(), serving.id).result()
    given = kiosk.give()
    pass_time(made, kiosk, 17 * HOUR)
    made.tick()
    assert (made.hall.counter(1).label, made.hall.now().business_day) == (serving.label, "2026-01-03")
    kiosk.deliver(made.hall)
    assert stored(made, given.ticket).business_day == "2026-01-02"
    assert made.take().label == "A001"
    assert kiosk.ask(made.hall).first == 601
    tomorrow = kiosk.give()
    kiosk.deliver(made.hall)
    assert (stored(made, tomorrow.ticket).business_day, tomorrow.label) == ("2026-01-03", given.label)


def test_an_answer_row_is_no_take(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.put(OfflineAnswer(1, fresh(), PrintAnswer.PAPER))
    said = OutboxAck(1, (RefusedRow(1, "ticket_unknown"),))
    assert kiosk.deliver(made.hall) == kiosk.deliver(made.hall, kiosk.body(1)) == said
