"""Rows of an outbox that can never be right: refused, settled, told again; nothing else is lost (on a real store)."""

from __future__ import annotations

import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.offline import OutboxAck, RefusedRow
from hall_server.contract.vocabulary import Origin, PrintAnswer, TicketState
from tests.integration.hall_server.made import MadeHall, fresh
from tests.integration.hall_server.offline_kiosk import (
    OfflineKiosk,
    kiosk,
    labels,
    made,
)

S = TicketState
__all__ = ["kiosk", "made"]  # fixtures


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
