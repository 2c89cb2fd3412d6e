"""The recognisers of the hall's own codes: slips and bookings. They know a form, not whether there is such an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract import booking_code, slip_code
from hall_server.contract.booking_code import BookingCodeError, parse_booking_code
from hall_server.contract.slip_code import SlipCodeError, parse_slip_code
from kiosk.codes.answers import Booked, Claimed, Ignored, Refused, Slip
from kiosk.codes.words import CodeReason

if TYPE_CHECKING:
    from kiosk.codes.answers import Answer
    from kiosk.codes.scan import Moment, Scan

_SLIP, _BOOKING = f"{slip_code.PREFIX}:", f"{booking_code.PREFIX}:"


class SlipCodeRecogniser:
    """Claims `KPT1:…`, bare or behind any `…/t/`: only the id counts, wherever the address would lead."""

    def recognise(self, scan: Scan, _moment: Moment, /) -> Answer:
        """Which ticket; the hall knows whether there is one."""
        try:
            return Claimed(Slip(*parse_slip_code(scan.text)))
        except SlipCodeError as error:
            meant = _SLIP in scan.text.upper()
            return Refused(CodeReason.SLIP_NOT_WHOLE, error.reason) if meant else Ignored()


class BookingCodeRecogniser:
    """Claims `KPB1:…`."""

    def recognise(self, scan: Scan, _moment: Moment, /) -> Answer:
        """Which booking; the hall knows whether there is one, and whether it is due."""
        try:
            return Claimed(Booked(parse_booking_code(scan.text)))
        except BookingCodeError as error:
            meant = scan.text.upper().lstrip().startswith(_BOOKING)
            return Refused(CodeReason.BOOKING_NOT_WHOLE, error.reason) if meant else Ignored()
