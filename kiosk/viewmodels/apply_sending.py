"""UI-K28: an application on its way, and the receipt for it. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hall_server.contract.city.progress import CaseState
from kiosk.session.apply_sending import GOES_ON
from kiosk.session.apply_way import apply_way
from kiosk.session.scan_way import scanned_pages
from kiosk.values import Value
from kiosk.viewmodels.apply_form import applied_item
from kiosk.viewmodels.guiding import printed
from kiosk.viewmodels.progress import SLOW_S
from kiosk.viewmodels.tongue import listed, said

if TYPE_CHECKING:
    from kiosk.session.state import Session


class ApplySendingProps(Value, frozen=True):
    """On its way. `fault`: an ApplyFault; `resumes`: sent again, it goes on where it stood."""

    item: str = ""
    share: float = 0.0
    per_cent: int = 0
    pages: int = 0
    slow: bool = False
    fault: str = ""
    resumes: bool = False
    hotline: str = ""


def apply_sending_props(session: Session) -> ApplySendingProps:
    """Derive how far it is."""
    way = apply_way(session)
    if way is None:
        return ApplySendingProps()
    return ApplySendingProps(
        item=applied_item(session, way),
        share=way.per_cent / 100,
        per_cent=way.per_cent,
        pages=scanned_pages(way),
        slow=bool(way.look) and session.now - way.asked_at > SLOW_S,
        fault=way.fault or "",
        resumes=way.fault in GOES_ON,
        hotline=session.hall.hotline if session.hall else "",
    )


class ApplyReceiptProps(Value, frozen=True):
    """收件凭证, or 受理回执 once it is accepted. `come`: a Come of its slip, "" where there is no printer."""

    number: str = ""
    item: str = ""
    accepted: bool = False
    accepting: str = ""
    deciding: str = ""
    days: int = 0
    due_month: int = 0
    due_day: int = 0
    delivery: str = ""
    later: str = ""
    contact: str = ""
    come: str = ""
    fault: str = ""
    printer: bool = False


def apply_receipt_props(session: Session) -> ApplyReceiptProps:
    """Derive the receipt."""
    way = apply_way(session)
    receipt = None if way is None else way.receipt
    if way is None or receipt is None:
        return ApplyReceiptProps()
    come, fault, _ = printed(way)
    offset = session.hall.utc_offset_s if session.hall else 0
    due = datetime.fromtimestamp(receipt.due_at / 1_000_000, UTC) + timedelta(seconds=offset)
    return ApplyReceiptProps(
        number=receipt.number,
        item=applied_item(session, way) or receipt.item_name,
        accepted=receipt.state is not CaseState.RECEIVED,
        accepting=said(session, receipt.accepting),
        deciding=said(session, receipt.deciding),
        days=receipt.promise_days,
        due_month=due.month if receipt.due_at else 0,
        due_day=due.day if receipt.due_at else 0,
        delivery=receipt.delivery,
        later=listed(session, receipt.later),
        contact=receipt.contact,
        come=come,
        fault=fault,
        printer=session.devices.printer,
    )
