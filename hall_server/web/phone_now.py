"""What a visitor's own ticket page shows: built from the hall's answer for the templates. No HTML, no HTTP.

Nothing of the person is in it: the page opens for whoever holds the slip (definitions.md 13). A wait is a band, never
one figure (definitions.md 15).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import TicketState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hall_server.contract.messages import TicketView

MINUTE = 60_000_000
DASHES_MOST = 8  # people ahead that are drawn one by one
COUNTERS_MOST = 3  # more would be a list to read; the board names the one that calls
NEAR = 2  # ahead of whom the phone speaks up


class PhoneState(msgspec.Struct, frozen=True):
    """How a state reads: `look` = waiting | called | serving | over, the head, and a sentence with the way forward."""

    look: str
    head: str
    note: str = ""


class PhoneTicket(msgspec.Struct, frozen=True):
    """One ticket as its holder sees it. `by`: the hall's time by which nine of ten are called ("10:02"), or ""."""

    n: int
    state: PhoneState
    label: str
    item: str
    bring: str
    place: str
    counters: str
    counter: int | None = None
    called_at: int = 0
    ahead: int | None = None
    low_min: int | None = None
    high_min: int | None = None
    by: str = ""
    near: bool = False
    may_cancel: bool = False

    @property
    def dashes(self) -> int:
        """People ahead, as far as they are drawn."""
        return min(self.ahead or 0, DASHES_MOST)


STATES = {
    TicketState.RESERVED: PhoneState("waiting", "您的号 · 正在出号票", "请看取号机，号票马上出来。"),
    TicketState.UNCONFIRMED: PhoneState(
        "waiting", "您的号 · 在等", "号票可能没有打出来，位置给您留着，请在大厅等叫号。"
    ),
    TicketState.WAITING: PhoneState("waiting", "您的号 · 在等", "请看大屏、听广播，轮到您会叫号。"),
    TicketState.CALLED: PhoneState("called", "叫到您了", "没赶上也不作废，到窗口说一声。"),
    TicketState.SERVING: PhoneState("serving", "您的号 · 正在办", "窗口正在为您办理。"),
    TicketState.HELD: PhoneState("waiting", "您的号 · 等会儿接着办", "备齐以后回原来的窗口说一声，不用重新取号。"),
    TicketState.NO_SHOW: PhoneState("waiting", "您的号 · 叫过没赶上", "号还留着，请到窗口或导办台说一声“回来了”。"),
    TicketState.COMPLETED: PhoneState("over", "您的号 · 办完了", "谢谢您来。"),
    TicketState.CANCELLED: PhoneState("over", "您的号 · 已取消", "要办事请重新取号，或到导办台说一声。"),
    TicketState.VOID: PhoneState("over", "您的号 · 没有用上", "请重新取号，或到导办台说一声。"),
    TicketState.EXPIRED: PhoneState("over", "您的号 · 已过期", "没办成的请到导办台说一声。"),
}
CANCELLABLE = frozenset({TicketState.UNCONFIRMED, TicketState.WAITING, TicketState.NO_SHOW})


def phone_ticket(ticket: TicketView, now: int, hall_time: Callable[[int], datetime], progress: str = "") -> PhoneTicket:
    """The ticket for its holder at a moment; `hall_time` turns UTC microseconds into the hall's own clock.

    `progress`: how its case goes on, a sentence for when the visit is completed.
    """
    state = STATES[ticket.state]
    waiting = ticket.state in {TicketState.WAITING, TicketState.UNCONFIRMED}
    band = ticket.wait if waiting else None
    ahead = ticket.ahead if waiting else None
    by = hall_time(now + band.high_min * MINUTE).strftime("%H:%M") if band else ""
    return PhoneTicket(
        n=ticket.n,
        state=PhoneState(state.look, state.head, progress) if progress else state,
        label=ticket.label,
        item=ticket.item_name,
        bring="、".join(ticket.bring),
        place=ticket.place,
        counters=_counters(ticket.counters),
        counter=ticket.counter,
        called_at=ticket.called_at or 0,
        ahead=ahead,
        low_min=band.low_min if band else None,
        high_min=band.high_min if band else None,
        by=by,
        near=ahead is not None and ahead <= NEAR,
        may_cancel=ticket.state in CANCELLABLE,
    )


def _counters(numbers: tuple[int, ...]) -> str:
    """As in 3 号或 4 号窗口; nothing when they are many."""
    if not numbers or len(numbers) > COUNTERS_MOST:
        return ""
    *first, last = (f"{number} 号" for number in numbers)
    return ("、".join(first) + "或 " if first else "") + last + "窗口"
