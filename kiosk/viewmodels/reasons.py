"""Why something cannot be done on this machine now, and where else: codes that `Words` has sentences for. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import Hardware
from kiosk.guides.manifest import Reason
from kiosk.values import Value
from kiosk.viewmodels.tongue import said

if TYPE_CHECKING:
    from hall_server.contract.guides import PlaceView
    from kiosk.guides.manifest import Function
    from kiosk.session.state import Session


class NearPlace(Value, frozen=True):
    """Another place. `kind`: kiosk, counter or venue, "" = none."""

    kind: str = ""
    name: str = ""
    where: str = ""
    km: str = ""  # how far, of one outside the hall


NOWHERE = NearPlace()


def near(session: Session, place: PlaceView) -> NearPlace:
    """As it is told to people."""
    km = "" if place.km is None else f"{place.km:g}"
    return NearPlace(place.kind, said(session, place.name), said(session, place.where), km)


def reason_of(session: Session, one: Function) -> str:
    """offline, no_payment, lacks_<box> for one that this machine does not have, broken_<box>; "" = it can be used."""
    if one.reason is None:
        return ""
    if one.reason is Reason.NO_LINK:
        return "offline"
    if one.reason is Reason.NO_PAYMENT:
        return "no_payment"
    box, devices = one.lacking[-1], session.devices
    broken = {
        Hardware.RECEIPT_PRINTER: devices.printer_reason,
        Hardware.PAGE_PRINTER: devices.page_printer_reason,
        Hardware.DOCUMENT_SCANNER: devices.document_scanner_reason,
    }.get(box, "")
    return f"broken_{box}" if broken else f"lacks_{box}"
