"""别的办法, one touch from 请人帮忙: what else there is when nobody of the hall can come. Knows what, not how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.events import Touch
from kiosk.session.journey import Journey
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session


def _open(session: Session, _: Touched) -> Turn:
    return replace(session, page=Page.WAYS, last_touch=session.now), ()


def _back(session: Session, _: Touched) -> Turn:
    return replace(session, page=Page.HELP, last_touch=session.now), ()


JOURNEY = Journey(touches={(Page.HELP, Touch.OTHER_WAYS): _open, (Page.WAYS, Touch.BACK): _back})
