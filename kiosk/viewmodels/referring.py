"""UI-K33 换个地方办: where an item is settled that this hall may not take. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.items import ReferralReason
from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.session.browsing import find_item
from kiosk.session.referring import SlipStep, distance, referral_way
from kiosk.values import Value
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from kiosk.session.state import Session


class ReferralProps(Value, frozen=True):
    """The place; all "" where the hall knows none. `km` "" when nobody knows how far. `slip`: a SlipStep."""

    item: str = ""
    reason: str = ""
    name: str = ""
    address: str = ""
    hours: str = ""
    phone: str = ""
    km: str = ""
    hotline: str = ""
    may_live_here: bool = False  # saying so would help
    asks: bool = False  # a number for a person who can be asked
    slip: str = SlipStep.NONE
    printer: bool = False


def referral_props(session: Session) -> ReferralProps:
    """Derive it."""
    way, item = referral_way(session), session.current_visit().item
    if way is None:
        return ReferralProps()
    where, km = way.referral, distance(session)
    return ReferralProps(
        item=item_name(session, item) if item else "",
        reason=where.reason,
        name=said(session, where.name),
        address=said(session, where.address),
        hours=said(session, where.hours),
        phone=where.phone,
        km="" if km is None else f"{km:g}",
        hotline=session.hall.hotline if session.hall else "",
        may_live_here=where.reason is ReferralReason.REACH_LOCAL and not session.current_visit().lives_here,
        asks=find_item(session, GENERAL_ITEM) is not None,
        slip=way.slip,
        printer=session.devices.printer,
    )
