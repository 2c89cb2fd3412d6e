"""What somebody showed the scanner, as far as a visit may know it: no code, no number, no handle. Pure values.

Whoever judges codes (`kiosk.codes`, and the runner that holds the hall's key) makes these; see `events.CodeShown`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from hall_server.contract.bookings import BookingView
    from kiosk.codes.words import AnyReason
    from kiosk.session.state import Person


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A signed code, or a number in a code. `agent`: 代办人, who is there for somebody else.

    `company`: it names an organisation, by this short name; who is there for it has a document of their own.
    """

    person: Person
    agent: bool = False
    company: str = field(default="", repr=False)

    @property
    def subject(self) -> str:
        """The same for two codes of one holder."""
        return self.person.pseudonym


@dataclass(frozen=True, slots=True)
class BookingShown:
    """A booking code 预约码."""

    booking_id: str = field(repr=False)  # whoever has it holds the booking

    @property
    def subject(self) -> str:
        """The same for the same booking."""
        return self.booking_id


@dataclass(frozen=True, slots=True)
class SlipShown:
    """The code of a slip 号票."""

    ticket_id: str = field(repr=False)  # whoever has it holds the ticket
    modes: str = ""  # how its holder likes to read, as letters (definitions.md 13)

    @property
    def subject(self) -> str:
        """The same for the same slip."""
        return self.ticket_id


@dataclass(frozen=True, slots=True)
class OnlineShown:
    """A code that only its own city can read, which is being asked; what it says comes as another CodeShown."""

    subject: str = "online"  # one at a time


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """No code for here; the sentence stands in `kiosk.codes.words`."""

    reason: AnyReason


GoodCode: TypeAlias = PersonShown | BookingShown | SlipShown | OnlineShown
Shown: TypeAlias = GoodCode | CodeRefused


class CodeKind(StrEnum):
    """By what the hall was asked about a visitor."""

    NONE = ""
    CARD = "card"  # no code at all: a card that began the visit
    PERSON = "person"
    BOOKING = "booking"
    SLIP = "slip"
    ONLINE = "online"  # its city is asked what it is


class CodeNote(StrEnum):
    """What the list of items says to somebody who came with a code."""

    NONE = ""
    KNOWN = "known"  # no booking of theirs is due
    HALL_SILENT = "hall_silent"  # bookings cannot be looked up now


@dataclass(frozen=True, slots=True)
class CodeVisit:
    """What a visit knows by the code, or the card, that was shown in it."""

    kind: CodeKind = CodeKind.NONE
    subject: str = field(default="", repr=False)
    look: str = ""  # what the hall was asked under; also the id of the ticket that may come of it
    booking: str = field(default="", repr=False)  # that is being checked in
    bookings: tuple[BookingView, ...] = field(default=(), repr=False)  # those to choose from, or the refused one
    note: CodeNote = CodeNote.NONE
