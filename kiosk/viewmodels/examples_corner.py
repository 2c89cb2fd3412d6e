"""Made-up moments of the staff's corner. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.corner import Corner, Gate, StaffAct
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
        "staff_no_slip": replace(opened, corner=Corner(said=StaffAct.REPRINT, failed=True)),
    }
