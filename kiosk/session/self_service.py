"""What this machine can do now, as the hall's manifest of self-service reckons it (CL-C11, E13). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import Hardware, Network
from kiosk.guides.manifest import Function, Machine, function, functions

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


def functions_here(session: Session) -> tuple[Function, ...]:
    """All self-service functions of the hall on this machine, in the hall's order."""
    return () if session.catalogue is None else functions(session.catalogue, machine_of(session))


def function_here(session: Session, service: str) -> Function | None:
    """One of them by its id."""
    return next((one for one in functions_here(session) if one.service.id == service), None)


def record_function(session: Session) -> Function | None:
    """打印证明 as the hall describes it: what is printed on A4 with the city's help, that of everybody first."""
    found = [one for one in functions_here(session) if prints_records(one)]
    return min(found, key=lambda one: bool(one.service.items), default=None)


def prints_records(one: Function) -> bool:
    """Whether a function puts papers of the city's on A4."""
    return Hardware.PAGE_PRINTER in one.service.hardware and one.service.network is Network.CITY
