"""Codes that visitors show, and a kiosk's verifier that reads them. All people, halls and numbers are made up."""

from __future__ import annotations

from datetime import date

from hall_server.contract.booking_code import booking_code
from hall_server.contract.slip_code import slip_code
from kiosk.codes.scan import Moment
from kiosk.codes.verifier import CodeVerifier, code_verifier
from tests.unit.hall_server.contract.codes.made_up import HALL, ISSUED_US, SECOND, TRUST, code
from tests.unit.hall_server.contract.identity import made_up as documents

TICKET, BOOKING = bytes(range(16)), bytes(range(16, 32))
RESIDENT, PERMIT = documents.id_number(), "H0123456700"
FIRM = documents.code()
EARLY_FIRM = FIRM[:-1] + ("A" if FIRM[-1] != "A" else "B")
PASSPORT = "\r\n".join(documents.td3())
LICENCE = f"https://zzlz.gsxt.gov.cn/businessCheck/verifKey.do?showType=p&serial={FIRM}-SAIC_SHOW_1&signData=MEUC%2Fw="
RESIDENCE = "https://gdrk.gdga.gd.gov.cn/yjm/show?code=0123456789ABCDEF"

REFERENCE = code()
SLIP, BOOKED = slip_code(TICKET, "L"), booking_code(BOOKING)
CODES = (REFERENCE, SLIP, BOOKED, LICENCE, RESIDENCE, RESIDENT, FIRM, EARLY_FIRM, PERMIT, PASSPORT)
SECRETS = (
    *(text.split(":", 1)[-1] for text in (REFERENCE, SLIP.removesuffix(":L"), BOOKED)),
    *(TICKET.hex(), BOOKING.hex(), repr(TICKET)[2:-1], repr(BOOKING)[2:-1]),
    *(RESIDENT, FIRM, EARLY_FIRM, PERMIT, "signData", "0123456789ABCDEF", PASSPORT.splitlines()[1][:9]),
)


def at(after_s: float = 1, *, clock_known: bool = True, steady_s: float | None = None) -> Moment:
    """So many seconds after the codes were issued."""
    hall_us = ISSUED_US + int(after_s * SECOND)
    steady_us = int((after_s if steady_s is None else steady_s) * SECOND)
    return Moment(hall_us, steady_us, clock_known, date(2026, 11, 18))


def verifier() -> CodeVerifier:
    """A kiosk's, with nothing used yet."""
    return code_verifier(TRUST, frozenset({HALL, "gz"}))
