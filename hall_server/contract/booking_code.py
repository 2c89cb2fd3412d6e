"""The booking code 预约码: a booking's id, as a phone or a printed confirmation shows it. The one home of its form.

    KPB1:<26 digits of Crockford base32 of the booking's id>

Made like the slip code, for the same reasons: a booking's id is the 128 bits that whoever made it has drawn (a phone
clerk, a greeter, a kiosk, a city's platform: `bookings.Book`), so whoever shows them holds the booking; nothing of the
person is in it, nothing has to be signed, and it stays in a QR code's alphanumeric mode. It has no modes and no
address: nothing opens with it but a check-in. The number that another system calls a booking by (`reference`) is no
code: it may look like anything, so nobody could tell it from a parcel's.
"""

from __future__ import annotations

from hall_server.contract.crockford import IdSpellingError, spell, unspell

PREFIX = "KPB1"


class BookingCodeError(ValueError):
    """Peer: what was scanned is no booking code. `reason` is prefix | length | digit | range."""

    code = "not_a_booking_code"

    def __init__(self, reason: str) -> None:
        super().__init__(f"{self.code}: {reason}")
        self.reason = reason


def booking_code(booking_id: bytes) -> str:
    """The code of a booking, by its id of 16 bytes. Raises BookingCodeError for another length."""
    try:
        return f"{PREFIX}:{spell(booking_id)}"
    except IdSpellingError as error:
        raise BookingCodeError(error.reason) from error


def parse_booking_code(text: str) -> bytes:
    """The booking's id, 16 bytes. Small letters and Crockford's misreadings are understood. Raises BookingCodeError."""
    prefix, colon, digits = text.strip().upper().partition(":")
    if prefix != PREFIX or not colon:
        raise BookingCodeError("prefix")
    try:
        return unspell(digits)
    except IdSpellingError as error:
        raise BookingCodeError(error.reason) from error
