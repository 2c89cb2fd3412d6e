"""Whether nobody stands at the kiosk: when it may be started anew, or its glass be photographed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.state import Page

if TYPE_CHECKING:
    from kiosk.session.state import Session


def at_rest(session: Session) -> bool:
    """On the first page, with no fault being played and nobody of the staff at work."""
    return session.page is Page.HOME and _nobody(session)


def is_left_alone(session: Session) -> bool:
    """At rest, or out of service with nobody there: when this program may begin again."""
    return session.page in {Page.HOME, Page.OUT_OF_SERVICE} and _nobody(session)


def _nobody(session: Session) -> bool:
    return session.visit is None and session.drill is None and session.workshop is None and session.corner is None


def as_it_is(session: Session) -> Session:
    """What is true behind a fault that is played."""
    return session if session.drill is None else session.drill.behind
