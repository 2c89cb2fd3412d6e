"""What somebody showed the scanner, as far as a visit may know it: no code, no number, no handle. Pure values.

Whoever judges codes (`kiosk.codes`, and the runner that holds the hall's key) makes these; see `events.CodeShown`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.bookings import BookingView
    from kiosk.codes.words import AnyReason
    from kiosk.session.state import Person


class PersonShown(Hushed, Value, frozen=True):
    """A signed code, or a number in a code. `agent`: 代办人, who is there for somebody else.

    `company`: it names an organisation, by this short name; who is there for it has a document of their own.
    """

    person: Person
    agent: bool = False
    company: str = ""

    @property
    def subject(self) -> str:
        """The same for two codes of one holder."""
        return self.person.pseudonym


class BookingShown(Hushed, Value, frozen=True):
    """A booking code 预约码."""

    booking_id: str  # whoever has it holds the booking

    @property
    def subject(self) -> str:
        """The same for the same booking."""
        return self.booking_id


class SlipShown(Hushed, Value, frozen=True):
    """The code of a slip 号票."""

    ticket_id: str  # whoever has it holds the ticket
    modes: str = ""  # how its holder likes to read, as letters (definitions.md 13)

    @property
    def subject(self) -> str:
        """The same for the same slip."""
        return self.ticket_id


class OnlineShown(Value, frozen=True):
    """A code that only its own city can read, which is being asked; what it says comes as another CodeShown."""

    subject: str = "online"  # one at a time


class CodeRefused(Value, frozen=True):
    """No code for here; the sentence stands in `kiosk.codes.words`."""

    reason: AnyReason


GoodCode: TypeAlias = PersonShown | BookingShown | SlipShown | OnlineShown
Shown: TypeAlias = GoodCode | CodeRefused


class CodeKind(StrEnum):
    """By what the hall was asked about a visitor."""

    NONE = ""
    CARD = "card"  # no code at all: a card that began the visit
    ARRIVAL = "arrival"  # a card too, laid down after 预约报到: whatever is found of bookings is said
    PERSON = "person"
    BOOKING = "booking"
    SLIP = "slip"
    ONLINE = "online"  # its city is asked what it is


class CodeNote(StrEnum):
    """What the list of items says to somebody who came with a code."""

    NONE = ""
    KNOWN = "known"  # no booking of theirs is due
    HALL_SILENT = "hall_silent"  # bookings cannot be looked up now


class CodeVisit(Hushed, Value, frozen=True):
    """What a visit knows by the code, or the card, that was shown in it."""

    kind: CodeKind = CodeKind.NONE
    subject: str = ""
    look: str = ""  # what the hall was asked under; also the id of the ticket that may come of it
    booking: str = ""  # that is being checked in
    bookings: tuple[BookingView, ...] = ()  # those to choose from, or the refused one
    note: CodeNote = CodeNote.NONE
