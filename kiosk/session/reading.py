"""The access bar: a mode or a language is chosen, on any page; the page stays, only how it is shown changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.aloud import panel_opened, speaks
from kiosk.session.modes import Language, Mode
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session


def mode_chosen(session: Session, event: Chosen) -> Turn:
    """On or off; a mode that nobody knows changes nothing. Whoever touched 大字 is not asked about it any more.

    朗读 that is on opens its own sheet, where it can be switched off as well.
    """
    if event.value not in set(Mode):
        return session, ()
    mode = Mode(event.value)
    if mode is Mode.ALOUD and speaks(session):
        return panel_opened(session), ()
    if mode is Mode.ALOUD and not session.devices.speaker:
        return session, ()  # fingers would feel before they act, and hear nothing
    visit = session.visit
    if visit is not None and mode is Mode.LARGE:
        visit = replace(visit, offer_large=False)
    return replace(session, modes=session.modes.toggled(mode), visit=visit), ()


def language_chosen(session: Session, event: Chosen) -> Turn:
    """普通话, 粤語 or English; another one changes nothing."""
    if event.value not in set(Language):
        return session, ()
    return replace(session, modes=session.modes.speaking(Language(event.value))), ()
