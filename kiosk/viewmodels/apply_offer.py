"""在这台机器上申办, where an item is told: whether this machine does it, and why not (CL-E13, CL-C11). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import Hardware
from kiosk.guides.manifest import Reason
from kiosk.session.applying import item_for
from kiosk.session.self_service import apply_here
from kiosk.viewmodels.tongue import said

if TYPE_CHECKING:
    from kiosk.session.state import Session

CAN, RESTS = "can", "rests"


def apply_offer(session: Session) -> tuple[str, str, str]:
    """在这台机器上申办 on an item's page: "" | can | rests; why it rests (a word of the manifest); where else."""
    here = apply_here(session, item_for(session))
    if here is None:
        return "", "", ""
    if here.usable:
        return CAN, "", ""
    lacks_scanner = here.reason is Reason.NO_HARDWARE and Hardware.DOCUMENT_SCANNER in here.lacking
    why = "offline" if here.reason is Reason.NO_LINK else "no_document_scanner" if lacks_scanner else "no_box"
    return RESTS, why, said(session, here.nearest.name) if here.nearest is not None else ""
