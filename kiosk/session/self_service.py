"""What this machine can do now, as the hall's manifest of self-service reckons it (CL-C11, E13). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import Hardware, Network
from kiosk.guides.manifest import Function, Machine, function

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from kiosk.session.state import Session


def machine_of(session: Session) -> Machine:
    """The boxes that can be used, and how far this kiosk is heard; whether the city answers shows when it is asked."""
    devices = session.devices
    works = {
        Hardware.ID_CARD: devices.card_reader,
        Hardware.CODE_SCANNER: devices.scanner,
        Hardware.RECEIPT_PRINTER: devices.printer,
        Hardware.PAGE_PRINTER: devices.page_printer,
        Hardware.DOCUMENT_SCANNER: devices.document_scanner,
        Hardware.SPEAKER: devices.speaker,
    }
    link = Network.CITY if session.online else Network.NONE
    return Machine(session.kiosk_id, frozenset(box for box, there in works.items() if there), link)


def apply_here(session: Session, item: ItemView | None) -> Function | None:
    """The function by which an item is applied for at a machine, the usable one first; None: at a counter only.

    An application is what papers are scanned for: other functions of an item (认证, a print) are none.
    """
    if item is None or session.catalogue is None:
        return None
    machine = machine_of(session)
    found = [
        function(one, machine)
        for one in session.catalogue.services
        if item.id in one.items and Hardware.DOCUMENT_SCANNER in one.hardware
    ]
    return min(found, key=lambda one: not one.usable, default=None)
