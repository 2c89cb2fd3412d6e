"""Whether nobody stands at the kiosk: when it may be started anew, or its glass be photographed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.state import Page

if TYPE_CHECKING:
    from kiosk.session.state import Session


def at_rest(session: Session) -> bool:
    """On the first page, with no fault being played and nobody of the staff at work."""
    busy = session.drill is not None or session.workshop is not None or session.corner is not None
    return session.page is Page.HOME and session.visit is None and not busy


def as_it_is(session: Session) -> Session:
    """What is true behind a fault that is played."""
    return session if session.drill is None else session.drill.behind
