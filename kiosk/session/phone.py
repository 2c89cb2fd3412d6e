"""A telephone that a visitor left to be told by (CL-C16): for this visit only, shown as a mask, sent to the hall once.

Nobody has to leave one. It is theirs or a family member's; nobody asks which. Pure; knows no page.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.telephones import phone_mask
from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Hushed, Value, replace

if TYPE_CHECKING:
    from kiosk.session.state import Visit


class Told(StrEnum):
    """Whether the hall knows it."""

    NOT_YET = "not_yet"  # there is no number to tell of
    HEARD = "heard"
    UNHEARD = "unheard"  # the hall did not answer, or said no: no message will come


class Phone(Hushed, Value, frozen=True):
    """In E.164."""

    number: str
    told: Told = Told.NOT_YET

    @property
    def mask(self) -> str:
        """138****5678."""
        return phone_mask(self.number)


class TextMe(Hushed, Errand, frozen=True):
    """The hall is to tell this telephone of the ticket → TextsSet."""

    ticket_id: str
    number: str


class TextNoMore(Errand, frozen=True):
    """不用发了. No answer is needed: the hall forgets the number with the ticket."""

    ticket_id: str


class TextsSet(JourneyEvent, frozen=True):
    """Whether the hall will tell."""

    ticket_id: str
    heard: bool


def tell(visit: Visit) -> tuple[TextMe, ...]:
    """Tell the hall, once there is a number in the visitor's hand; nothing where no telephone was left."""
    return () if visit.phone is None or visit.ticket is None else (TextMe(visit.ticket.id, visit.phone.number),)


def told_anew(phone: Phone | None) -> Phone | None:
    """The same telephone for another number of the same visitor."""
    return None if phone is None else replace(phone, told=Told.NOT_YET)
