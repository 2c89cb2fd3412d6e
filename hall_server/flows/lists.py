"""Lists and summaries for machines: tickets page by page, why a ticket was called, what other halls may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.lists import CallReason, HallSummary, KioskPlace, TicketLine, TicketWhy
from hall_server.contract.vocabulary import Move
from hall_server.domain.dispatch import Reason, sentence_en, sentence_zh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.messages import HallNow
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket, TicketEvent

BUSY_FROM_MIN = 30  # the longest wait that still counts as moderate; ours, nothing measured
MODERATE_FROM_MIN = 10
_BY_HAND_EN = "Called by name by the clerk, out of turn."


def ticket_line(ticket: Ticket) -> TicketLine:
    """A ticket in a list."""
    return TicketLine(
        id=ticket.id,
        label=ticket.label,
        queue=ticket.queue,
        item=ticket.item,
        state=ticket.state,
        place=ticket.place,
        taken_at=ticket.taken_at,
        counter=ticket.counter,
        no_shows=ticket.no_shows,
    )


def ticket_why(ticket_id: str, events: Sequence[TicketEvent]) -> TicketWhy:
    """The reasons of its calls, told to people."""
    calls = tuple(_call_reason(event) for event in events if event.move is Move.CALL)
    return TicketWhy(ticket_id, events[0].label, calls)


def by_hand_zh(text: str) -> str:
    """A call out of turn, with what the clerk said why."""
    why = text.partition(":")[2]
    return f"由窗口人员点名叫号：{why}。" if why else "由窗口人员点名叫号。"


def hall_summary(site: HallSite, now: HallNow) -> HallSummary:
    """How busy the hall is, without anything that only its own staff should see."""
    return HallSummary(
        hall=now.hall,
        hall_name=now.hall_name,
        level=site.level.value,
        incarnation=now.incarnation,
        n=now.n,
        at=now.at,
        business_day=now.business_day,
        opens=now.opens,
        closes=now.closes,
        load=load_of(now),
        waiting=now.waiting,
        open_counters=now.open_counters,
        wait=now.wait,
        queues=now.queues,
        kiosks=tuple(KioskPlace(kiosk, name) for kiosk, name in site.kiosks.items()),
    )


def load_of(now: HallNow) -> str:
    """free, moderate or busy, by the wait that most people stay under."""
    high = now.wait.high_min if now.wait else 0
    if high < MODERATE_FROM_MIN:
        return "free"
    return "moderate" if high < BUSY_FROM_MIN else "busy"


def _call_reason(event: TicketEvent) -> CallReason:
    reason = Reason.parse(event.reason)
    zh = f"{sentence_zh(reason)}。" if reason else by_hand_zh(event.reason)
    en = sentence_en(reason) if reason else _BY_HAND_EN
    return CallReason(event.n, event.at, event.counter, event.reason, zh, en)
