"""The slip that goes with 请到服务台 (UI-K17): when one is printed, and what it says was being done here. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.session.state import Page

if TYPE_CHECKING:
    from kiosk.session.state import Session

PAUSE_S = 60.0  # one slip, however often it is pressed
BUSY_WITH_PAPER = {Page.PRINTING, Page.PAPER_OUT, Page.ASK_SLIP}  # the printer has something else to say


class PrintHelpSlip(Errand, frozen=True):
    """The way to the desk, and what was being done here → HelpSlipCame."""

    call_id: str
    doing: Page
    item: str = ""


class HelpSlipCame(JourneyEvent, frozen=True):
    """Whether that slip is out."""

    call_id: str
    printed: bool


def may_print(session: Session, last_at: float | None) -> bool:
    """Whether one is printed now; `last_at`: when the last one was asked for."""
    recently = last_at is not None and session.now - last_at < PAUSE_S
    return session.devices.printer and session.page not in BUSY_WITH_PAPER and not recently


def asked_for(session: Session, call_id: str, doing: Page) -> PrintHelpSlip:
    """The errand; the item is a thing of the catalogue, never a person's."""
    item = session.current_visit().item
    return PrintHelpSlip(call_id, doing, "" if item is None else item.name)
