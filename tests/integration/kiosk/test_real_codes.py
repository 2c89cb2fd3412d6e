"""What a kiosk asks a real hall about codes: bookings of a pseudonym, check-in, a ticket's state, and who was first."""

from __future__ import annotations

import asyncio
import secrets
import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.bookings import Book, BookingState, BookingView, Channel, CheckIn, SlotPage
from hall_server.contract.code_claims import ClaimCode
from hall_server.contract.messages import VisitorMask
from hall_server.contract.vocabulary import PrintAnswer, TicketState
from kiosk.hall_client import HallClient, HallRefusedError
from tests.bench.checkin.place import QUEUES, site_with
from tests.integration.kiosk.programs import RealHall

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.contract.messages import TicketView

WHO = "ab" * 16
ITEMS = {"A": "i15", "C": "i22", "E": "i05", "H": "i01", "D": "i27", "X": "i01"}


@pytest.fixture
async def hall(tmp_path: Path):
    """Open around the clock, with bookings that are due at once."""
    site = site_with(tmp_path / "trust.json", secrets.token_bytes(32))
    text = site.read_text(encoding="utf-8").partition("[codes]")[0]
    site.write_text(text, encoding="utf-8")
    async with RealHall(tmp_path, site) as running:
        yield running


@pytest.fixture
def client(hall: RealHall) -> Iterator[HallClient]:
    made = HallClient(hall.access(answer_timeout_s=10))
    yield made
    made.close()


def booked(client: HallClient) -> BookingView:
    """At the kiosk itself: the first slot that is free."""
    for queue in QUEUES:
        for slot in client._read(f"slots?queue={queue}", SlotPage).slots:
            if slot.left:
                order = Book(ITEMS[queue], slot.starts_at, Channel.KIOSK, VisitorMask(WHO))
                return client.question("bookings", str(uuid.uuid4()), order, BookingView, 10.0)
    raise AssertionError("nothing is free")


async def test_a_booking_is_found_by_its_pseudonym_checked_in_once_and_seen_in_line(client: HallClient) -> None:
    def visit() -> tuple[BookingView, TicketView, TicketView, str]:
        made = booked(client)
        assert client.bookings_of("cd" * 16) == ()
        assert [one.id for one in client.bookings_of(WHO)] == [made.id]
        ticket_id = str(uuid.uuid4())
        taken = client.check_in(ticket_id, made.id, CheckIn())
        assert client.check_in(ticket_id, made.id, CheckIn()).ticket == taken.ticket, "the same key, the same answer"
        client.confirm_print(ticket_id, PrintAnswer.PAPER)
        with pytest.raises(HallRefusedError) as refused:
            client.check_in(str(uuid.uuid4()), made.id, CheckIn())
        return client.booking(made.id), taken.ticket, client.ticket(ticket_id), refused.value.code

    after, reserved, waiting, code = await asyncio.to_thread(visit)
    assert (after.state, after.ticket, code) == (BookingState.CHECKED_IN, reserved.id, "booking_settled")
    assert (reserved.state, waiting.state, waiting.ahead) == (TicketState.RESERVED, TicketState.WAITING, 0)
    assert reserved.booked_for == after.starts_at


async def test_a_code_is_first_at_one_kiosk_and_used_at_another(hall: RealHall, client: HallClient) -> None:
    second = HallClient(hall.access(await hall.key_for("K2"), answer_timeout_s=10))
    order = ClaimCode("city.demo", secrets.token_hex(12))

    def claims() -> list[bool]:
        key, other = str(uuid.uuid4()), str(uuid.uuid4())
        return [client.claim_code(key, order), client.claim_code(key, order), second.claim_code(other, order)]

    try:
        assert await asyncio.to_thread(claims) == [True, True, False]
        for what in (client.ticket, client.booking):
            with pytest.raises(HallRefusedError, match="_unknown"):
                await asyncio.to_thread(what, str(uuid.uuid4()))
    finally:
        second.close()
