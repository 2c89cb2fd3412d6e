"""Made-up moments of the staff's corner. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.messages import TicketView
from hall_server.contract.priority import AssistedTicket, PriorityCost, PriorityReason
from hall_server.contract.vocabulary import Chip, Delivery, Origin, TicketState
from kiosk.session.corner import Corner, Gate, StaffAct
from kiosk.session.corner_words import LookStep, NumberLook
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Session


def examples(idle: Session) -> dict[str, Session]:
    """UI-K24."""
    gate = Gate()
    pin = replace(idle, page=Page.STAFF_PIN, gate=gate, page_ends_at=idle.now + 50, corner=Corner(typed="1234"))
    opened = replace(pin, page=Page.STAFF, corner=Corner())
    return {
        "staff_pin": pin,
        "staff_pin_wrong": replace(pin, corner=Corner(said=StaffAct.WRONG_PIN)),
        "staff_pin_shut": replace(pin, corner=Corner(), gate=replace(gate, shut_until=idle.now + 560)),
        "staff": opened,
        "staff_paused": replace(opened, paused=True, corner=Corner(said=StaffAct.PAUSED)),
        "staff_reprinted": replace(opened, corner=Corner(said=StaffAct.REPRINT)),
        **_numbers(opened),
        "staff_no_slip": replace(opened, corner=Corner(said=StaffAct.REPRINT, failed=True)),
    }


def _ticket(label: str, state: TicketState, *chips: Chip) -> TicketView:
    waits = state is TicketState.WAITING
    return TicketView(
        id=label,
        label=label,
        business_day="2026-10-16",
        queue=label[0],
        item="i01",
        item_name="广东省居住证申领",
        state=state,
        origin=Origin.ONLINE,
        delivery=Delivery.PAPER,
        taken_at=1_792_030_920_000_000,
        n=311,
        ahead=6 if waits else None,
        chips=chips,
    )


def _numbers(opened: Session) -> dict[str, Session]:
    """号票: found by digits, looked at, cancelled or put first."""
    waiting = AssistedTicket(_ticket("E042", TicketState.WAITING), may_cancel=True, cost=PriorityCost(7, 3, 4, 150))
    other = AssistedTicket(_ticket("H042", TicketState.NO_SHOW), may_cancel=True)
    first = AssistedTicket(_ticket("E042", TicketState.WAITING, Chip.PRIORITY), may_cancel=True)
    shown = NumberLook(step=LookStep.SHOWN, found=(waiting, other))
    why = replace(shown, reason=PriorityReason.PREGNANT)
    looks = {
        "staff_find": NumberLook(typed="42"),
        "staff_find_none": NumberLook(step=LookStep.NOT_FOUND),
        "staff_number": shown,
        "staff_number_why": why,
        "staff_number_missed": replace(shown, place=1),
        "staff_number_priority": NumberLook(step=LookStep.SHOWN, found=(first,)),
        "staff_number_sure": replace(shown, step=LookStep.SURE),
        "staff_number_cancelled": replace(shown, step=LookStep.CANCELLED),
        "staff_number_first": replace(why, step=LookStep.FIRST),
    }
    return {
        name: replace(
            opened,
            page=Page.STAFF_FIND if name.startswith("staff_find") else Page.STAFF_NUMBER,
            corner=Corner(look=look),
        )
        for name, look in looks.items()
    }
