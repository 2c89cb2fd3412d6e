"""Made-up moments of 升级. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.self_test_words import Workshop
from kiosk.session.state import Page
from kiosk.session.upgrade_words import Change, ChangeRefusal, Slots, SlotsBook, Upgrade
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Session

AT = "2026-11-23T13:10:00+00:00"
WELL = Slots(*(SlotsBook.READ, "0.4.1", "0.4.1", "0.4.1", "0.4.0"), there=("0.4.0", "0.4.1"), last="well", at=AT)
ROLLED_BACK = Slots(
    *(SlotsBook.READ, "0.4.1", "0.4.2", "0.4.1", "0.4.2"),
    there=("0.4.1", "0.4.2"),
    bad=("0.4.2",),
    last="rolled back",
    wrong="kapok-kiosk.service did not become ready (exit-code)",
    at=AT,
)
WANTED = replace(WELL, wanted="0.4.2", there=("0.4.0", "0.4.1", "0.4.2"))
NOT_HERE = replace(WELL, wanted="0.4.2", before="0.3.9")


def upgrades(page: Session) -> dict[str, Session]:
    """UI-T7. `page`: any of the technician's."""

    def standing(slots: Slots | None, change: Change = Change.NONE, version: str = "", refusal: str = "") -> Session:
        return replace(page, page=Page.UPGRADE, workshop=Workshop(upgrade=Upgrade(slots, change, version, refusal)))

    return {
        "upgrade": standing(WELL),
        "upgrade_looking": standing(None),
        "upgrade_rolled_back": standing(ROLLED_BACK),
        "upgrade_wanted": standing(WANTED),
        "upgrade_not_here": standing(NOT_HERE),
        "upgrade_no_slots": standing(Slots(SlotsBook.NONE, "0.4.1", "0.4.2")),
        "upgrade_torn": standing(Slots(SlotsBook.TORN, "0.4.1")),
        "upgrade_asked": standing(WELL, Change.ASKED, "0.4.0"),
        "upgrade_sent": standing(WELL, Change.SENT, "0.4.0"),
        "upgrade_refused": standing(WELL, Change.REFUSED, "0.4.0", ChangeRefusal.NOBODY),
    }
