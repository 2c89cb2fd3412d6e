"""From a ticket as the hall tells it to the words on its slip: where to wait, what to bring, when it was given."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hall_server.contract.slip_code import slip_address, slip_code
from hall_server.contract.vocabulary import Origin
from kiosk.slip import SlipData, slip_document

if TYPE_CHECKING:
    from devices.values.receipt_printer import PrintDocument
    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.runner.ports import SlipOf

GIVEN_HERE = frozenset({Origin.LEASE, Origin.EMERGENCY})


def slip_maker(kiosk_name: str, paper_mm: int, *, reprint: bool = False) -> SlipOf:
    """What makes this kiosk's slips. The time on them is the hall's own; where that is not known there is none.

    `reprint`: they say 补打.
    """

    def slip_of(ticket: TicketView, hall: HallNow | None) -> PrintDocument:
        data = SlipData(
            hall_name=hall.hall_name if hall else "",
            label=ticket.label,
            item_name=ticket.item_name,
            more_names=ticket.more_names,
            where=where_in_words(ticket.place, ticket.counters, low=ticket.low_counters),
            slip_code=slip_address(
                hall.public_address if hall else "", slip_code(uuid.UUID(ticket.id).bytes, ticket.modes)
            ),
            kiosk_name=kiosk_name,
            hotline=hall.hotline if hall else "",
            ahead=ticket.ahead,
            wait_low_min=ticket.wait.low_min if ticket.wait else None,
            wait_high_min=ticket.wait.high_min if ticket.wait else None,
            bring=ticket.bring,
            printed_at=given_at(ticket.taken_at, hall.utc_offset_s) if hall and ticket.taken_at else None,
            offline=ticket.origin in GIVEN_HERE,
            for_other=ticket.for_other,
            come_back=come_back(ticket.come_back_at, hall.utc_offset_s) if hall and ticket.come_back_at else "",
            may_not_be_served=ticket.may_not_be_served,
            modes=ticket.modes,
            reprint=reprint,
        )
        return slip_document(data, paper_mm, job_id=ticket.id)

    return slip_of


def where_in_words(place: str, counters: tuple[int, ...], *, low: bool = False) -> str:
    """二楼 A 区 4、9 号窗口, or 2 号低位窗口; without counters the place alone, without both 看叫号屏."""
    kind = "低位窗口" if low else "窗口"
    numbers = f"{'、'.join(str(counter) for counter in counters)} 号{kind}" if counters else ""
    return " ".join(word for word in (place, numbers) if word) or "看叫号屏"


def come_back(at: int, utc_offset_s: int) -> str:
    """The hall's clock at a moment: 14:00."""
    return given_at(at, utc_offset_s)[-5:]


def given_at(taken_at: int, utc_offset_s: int) -> str:
    """UTC microseconds on the wall clock of a hall that is so many seconds ahead of UTC: 2026-10-16 09:42."""
    local = datetime.fromtimestamp(taken_at / 1_000_000, UTC) + timedelta(seconds=utc_offset_s)
    return local.strftime("%Y-%m-%d %H:%M")
