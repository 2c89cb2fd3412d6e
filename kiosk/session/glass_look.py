"""画面 (UI-T4): cards by which a person judges the glass: sizes, colours, blur, colour blindness, heights. Pure."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.events import Touch
from kiosk.session.journey import Journey
from kiosk.session.self_test import stays_open
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session


class View(StrEnum):
    """One card. Permanent; in the order in which they are turned over."""

    SIZE = "size"
    COLOURS = "colours"
    BLUR = "blur"
    BLIND = "blind"
    REACH = "reach"


VIEWS = tuple(View)


def glass_opened(session: Session) -> Turn:
    """The first card."""
    return _shown(replace(session, page=Page.GLASS_LOOK), 0)


def _shown(session: Session, place: int) -> Turn:
    if session.workshop is None:
        return session, ()
    return stays_open(replace(session, workshop=replace(session.workshop, view=place % len(VIEWS)))), ()


def _turned(session: Session, event: Touched) -> Turn:
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return _shown(session, session.workshop.view + by if session.workshop is not None else 0)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.GLASS_LOOK, Touch.NEXT_LIST_PAGE): _turned,
            (Page.GLASS_LOOK, Touch.PREVIOUS_LIST_PAGE): _turned,
        }
    ),
)
