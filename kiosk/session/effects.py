"""What a visit wants done in the world; the runner does it and answers with events."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand

if TYPE_CHECKING:
    from hall_server.contract.bookings import CheckIn
    from hall_server.contract.messages import TakeTicket, TicketView, VisitorMask
    from hall_server.contract.vocabulary import PrintAnswer
    from kiosk.session.modes import Language


@dataclass(frozen=True, slots=True)
class AskForTicket:
    """POST take with `ticket_id` as the idempotency key → TicketReserved, TicketRefused or HallSilent."""

    ticket_id: str
    command: TakeTicket


@dataclass(frozen=True, slots=True)
class FindBookings:
    """Which bookings somebody has → BookingsFound or NothingFound under `look`."""

    look: str
    pseudonym: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindBooking:
    """Which booking a code stands for → BookingsFound (one) or NothingFound under `look`."""

    look: str
    booking_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindTicket:
    """How a ticket stands → TicketSeen or NothingFound under `look`."""

    look: str
    ticket_id: str


@dataclass(frozen=True, slots=True)
class AskForCheckIn:
    """POST check_in with `ticket_id` as the idempotency key → TicketReserved, TicketRefused or HallSilent.

    Asked once: a hall that does not answer checks nobody in, and the session tells it that the number is void.
    """

    ticket_id: str
    booking_id: str
    command: CheckIn
    visitor: VisitorMask | None


@dataclass(frozen=True, slots=True)
class PrintSlip:
    """→ SlipPrinted, SlipNotPrinted or SlipUnknown. The runner commits PRINTED before it tells the hall.

    The slip is set, and its code lettered, in the modes that the ticket carries (definitions.md 13).
    """

    ticket: TicketView


@dataclass(frozen=True, slots=True)
class ConfirmPrint:
    """POST confirm_print → TicketConfirmed; repeated by the runner until the hall has answered."""

    ticket_id: str
    answer: PrintAnswer


class Tone(StrEnum):
    """Short sounds (sounds/ has them as synthesis recipes)."""

    OK = "ok"
    WARN = "warn"
    TAP = "tap"


@dataclass(frozen=True, slots=True)
class PlayTone:
    """Make a short sound."""

    tone: Tone


@dataclass(frozen=True, slots=True, repr=False)
class Say:
    """Say these words → CaptionCame under `turn`. `interrupt`: what is being said ends at once, else it ends first.

    `volume` and `speed` are steps of 1 to 5; `private`: into headphones, so that the hour does not make it softer.
    """

    turn: int
    text: str
    language: Language
    interrupt: bool = True
    volume: int = 3
    speed: int = 3
    private: bool = False

    def __repr__(self) -> str:  # the words may hold a surname
        return f"Say({self.turn}, {len(self.text)} characters, {self.language})"


@dataclass(frozen=True, slots=True)
class Hush:
    """Say no more."""


@dataclass(frozen=True, slots=True)
class CallStaff:
    """Somebody asked for help here, or a fault needs a person: `reason` is a code."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wipe:
    """Nothing of the visitor stays: drop values, screen caches, the clipboard, the temporary files."""


Question = FindBookings | FindBooking | FindTicket
Sound = PlayTone | Say | Hush
KioskEffect = AskForTicket | AskForCheckIn | Question | PrintSlip | ConfirmPrint | Sound | CallStaff | Wipe
Effect = KioskEffect | Errand
