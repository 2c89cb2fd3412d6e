"""Blocks of numbers that kiosks are lent (definitions.md 3-5), on a real store."""

from __future__ import annotations

from hall_server.contract.offline import AskLease, OutboxAck, RefusedRow
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import TicketState
from hall_server.domain.ticket import SECOND
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.integration.hall_server.offline_kiosk import (
    HOUR,
    OfflineKiosk,
    kiosk,
    made,
    pass_time,
    refused,
)

S = TicketState
__all__ = ["kiosk", "made"]  # fixtures


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
    first = [one.ask(made.hall).emergency_letter for one in kiosks]
    assert len(set(first)) == 12
    assert all(letter[0] in "NPRTUWXY" for letter in first)
    for one in kiosks:
        one.reboot()
    assert [one.ask(made.hall).emergency_letter for one in kiosks] == first


def test_a_lease_of_yesterday_is_not_good_today(made: MadeHall, kiosk: OfflineKiosk) -> None:
    pass_time(made, kiosk, 24 * HOUR)
    claimed = kiosk.give(business_day="2026-01-03")
    assert kiosk.deliver(made.hall) == OutboxAck(1, (RefusedRow(1, "number_not_granted"),))
    today = kiosk.ask(made.hall)
    assert (today.first, today.business_day, today.epoch) == (601, "2026-01-03", 1)
    assert made.reader.ticket(claimed.ticket) is None
