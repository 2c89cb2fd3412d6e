"""From a ticket as the hall tells it to the words on its slip: where to wait, what to bring, when it was given."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from kiosk.slip import SlipData, slip_code, slip_document

if TYPE_CHECKING:
    from devices.values import PrintDocument
    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.runner.ports import SlipOf

HALL_ZONE = timezone(timedelta(hours=8))  # one time zone in the whole country, no summer time


def slip_maker(kiosk_name: str, paper_mm: int) -> SlipOf:
    """What makes this kiosk's slips. The time on them is the hall's own, so a wrong clock here cannot spoil it."""

    def slip_of(ticket: TicketView, hall: HallNow | None) -> PrintDocument:
        data = SlipData(
            hall_name=hall.hall_name if hall else "",
            label=ticket.label,
            item_name=ticket.item_name,
            where=counters_in_words(ticket.counters),
            slip_code=slip_code(uuid.UUID(ticket.id).bytes),
            kiosk_name=kiosk_name,
            hotline=hall.hotline if hall else "",
            ahead=ticket.ahead,
            wait_low_min=ticket.wait.low_min if ticket.wait else None,
            wait_high_min=ticket.wait.high_min if ticket.wait else None,
            bring=ticket.bring,
            printed_at=given_at(ticket.taken_at),
        )
        return slip_document(data, paper_mm, job_id=ticket.id)

    return slip_of


def counters_in_words(counters: tuple[int, ...]) -> str:
    """2、3 号窗口; without counters: 看叫号屏."""
    return f"{'、'.join(str(counter) for counter in counters)} 号窗口" if counters else "看叫号屏"


def given_at(taken_at: int) -> str:
    """UTC microseconds as the hall's wall clock: 2026-10-16 09:42."""
    return datetime.fromtimestamp(taken_at / 1_000_000, UTC).astimezone(HALL_ZONE).strftime("%Y-%m-%d %H:%M")
