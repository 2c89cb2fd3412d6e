"""What a kiosk does when its hall refuses: rows that it will not have, a quarantine, a wall that is not the hall's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from hall_server.contract.offline import OfflineTake, Outbox, OutboxAck, RefusedRow
from kiosk.hall_client import HallRefusedError, Taken
from kiosk.runner.boxes import Boxes
from tests.integration.kiosk.stand_in import MemoryHall, staged
from tests.integration.kiosk.test_offline import ready, took

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.messages import TakeTicket


async def test_rows_that_the_hall_refuses_or_cannot_read_are_set_aside_and_block_nobody(tmp_path: Path) -> None:
    class Picky(MemoryHall):
        def deliver(self, kiosk: str, rows: Outbox) -> OutboxAck:
            labels = {row.label: row for row in rows.rows if isinstance(row, OfflineTake)}
            if "A602" in labels:
                raise HallRefusedError("bad_request")
            ack = super().deliver(kiosk, rows)
            refused = [RefusedRow(row.seq, "illegal_move") for label, row in labels.items() if label == "A603"]
            return OutboxAck(ack.acked, tuple(refused))

    hall = Picky(leases=True)
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        hall.silent = True
        for _ in range(4):
            await took(play)
        hall.silent = False
        await play.eventually(lambda: len(hall.delivered) == 3)
        outbox = play.kiosk._parts.store.outbox
        await play.until_on_disk(lambda: not outbox.pending())
        assert sorted((await play.on_disk(outbox.refused)).values()) == ["bad_request", "illegal_move"]
    assert [row.label for row in hall.delivered if isinstance(row, OfflineTake)] == ["A601", "A603", "A604"]
    assert [row.seq for row in hall.delivered] == [1, 2, 3]


async def test_a_kiosk_in_quarantine_uses_no_lease_and_says_so(tmp_path: Path) -> None:
    class Strict(MemoryHall):
        fence = False

        def lease(self, key, order):  # type: ignore[no-untyped-def] # the port's
            if self.fence:
                raise HallRefusedError("lease_fenced")
            return super().lease(key, order)

    hall = Strict(leases=True, block=10)
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        hall.fence = True
        play.kiosk._delivery.wake()
        facts = play.kiosk._parts.store.facts
        await play.until_on_disk(facts.quarantined)
        hall.silent = True
        ticket = await took(play)
        hall.silent = False
        await play.eventually(lambda: hall.delivered)
    assert ticket.label.startswith("AK")


async def test_a_wall_of_another_network_is_no_refusal(tmp_path: Path) -> None:
    class Portal(MemoryHall):
        def take(self, ticket_id: str, command: TakeTicket) -> Taken:
            raise HallRefusedError("http_403")

    hall = Portal(leases=True)
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        assert (await took(play)).label == "A601"


async def test_a_copy_that_is_shut_out_keeps_its_rows_and_does_not_knock_all_the_time(tmp_path: Path) -> None:
    class Shut(MemoryHall):
        knocks = 0

        def deliver(self, kiosk: str, rows: Outbox) -> OutboxAck:
            self.knocks += 1
            raise HallRefusedError("lease_fenced")

    hall = Shut(leases=True)
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        hall.silent = True
        await took(play)
        hall.silent = False
        store = play.kiosk._parts.store
        await play.until_on_disk(store.facts.quarantined)
        for _ in range(3):
            looks = hall.looks
            hall.pushes.append("news")
            await play.eventually(lambda: hall.looks > looks)  # noqa: B023 - awaited in the same turn
        assert hall.knocks == 1
        assert await play.on_disk(store.outbox.pending) == 1
