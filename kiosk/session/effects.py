"""What a visit wants done in the world; the runner does it and answers with events."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.bookings import CheckIn
    from hall_server.contract.messages import TakeTicket, TicketView, VisitorMask
    from hall_server.contract.vocabulary import PrintAnswer
    from kiosk.session.modes import Language


class AskForTicket(Value, frozen=True):
    """POST take with `ticket_id` as the idempotency key → TicketReserved, TicketRefused or HallSilent."""

    ticket_id: str
    command: TakeTicket


class FindBookings(Hushed, Value, frozen=True):
    """Which bookings somebody has → BookingsFound or NothingFound under `look`."""

    look: str
    pseudonym: str


class FindBooking(Hushed, Value, frozen=True):
    """Which booking a code stands for → BookingsFound (one) or NothingFound under `look`."""

    look: str
    booking_id: str


class FindTicket(Value, frozen=True):
    """How a ticket stands → TicketSeen or NothingFound under `look`."""

    look: str
    ticket_id: str


class AskForCheckIn(Value, frozen=True):
    """POST check_in with `ticket_id` as the idempotency key → TicketReserved, TicketRefused or HallSilent.

    Asked once: a hall that does not answer checks nobody in, and the session tells it that the number is void.
    """

    ticket_id: str
    booking_id: str
    command: CheckIn
    visitor: VisitorMask | None


class PrintSlip(Value, frozen=True):
    """→ SlipPrinted, SlipNotPrinted or SlipUnknown. The runner commits PRINTED before it tells the hall.

    The slip is set, and its code lettered, in the modes that the ticket carries (definitions.md 13).
    """

    ticket: TicketView


class ConfirmPrint(Value, frozen=True):
    """POST confirm_print → TicketConfirmed; repeated by the runner until the hall has answered."""

    ticket_id: str
    answer: PrintAnswer


class Tone(StrEnum):
    """Short sounds (sounds/ has them as synthesis recipes)."""

    OK = "ok"
    WARN = "warn"
    TAP = "tap"


class Side(StrEnum):
    """Where a sound comes from."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class PlayTone(Value, frozen=True):
    """Make a short sound."""

    tone: Tone
    side: Side = Side.BOTH


class Say(Hushed, Value, frozen=True):
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


class Hush(Value, frozen=True):
    """Say no more."""


class CallStaff(Value, frozen=True):
    """Somebody asked for help here, or a fault needs a person: `reason` is a code."""

    reason: str


class Wipe(Value, frozen=True):
    """Nothing of the visitor stays: drop values, screen caches, the clipboard, the temporary files."""


Question = FindBookings | FindBooking | FindTicket
Sound = PlayTone | Say | Hush
KioskEffect = AskForTicket | AskForCheckIn | Question | PrintSlip | ConfirmPrint | Sound | CallStaff | Wipe
Effect = KioskEffect | Errand
