"""The code on a slip: the ticket's id and how its holder likes to read (definitions.md 13). Nothing of the person.

Unsigned: whoever holds 128 random bits holds the slip. Kiosks print and read it, the hall's ticket page opens with it.
"""

from __future__ import annotations

from hall_server.contract.crockford import IdSpellingError, spell, unspell

PREFIX = "KPT1"
LARGE = "L"  # mode 大字, on the slip and in its code
MODES_MOST = 8  # one letter a mode
_PARTS = 2  # the id, and perhaps modes


class SlipCodeError(ValueError):
    """Peer: what was scanned is no slip code. `reason` is prefix | length | digit | range | modes."""

    code = "not_a_slip_code"

    def __init__(self, reason: str) -> None:
        super().__init__(f"{self.code}: {reason}")
        self.reason = reason


def slip_code(ticket_id: bytes, modes: str = "") -> str:
    """`KPT1:` + 26 digits of Crockford base32 of the ticket id (16 bytes, big endian) + `:MODES` when there are any.

    All capitals and digits, so a QR code of it stays in alphanumeric mode. Raises SlipCodeError for other input.
    """
    try:
        digits = spell(ticket_id)
    except IdSpellingError as error:
        raise SlipCodeError(error.reason) from error
    return f"{PREFIX}:{digits}" + (f":{_modes(modes)}" if modes else "")


def slip_address(public_address: str, code: str) -> str:
    """What a telephone opens: `<address>/t/<code>`; the bare code where the hall has no address (definitions.md 13)."""
    return f"{public_address}/t/{code}" if public_address else code


def parse_slip_code(text: str) -> tuple[bytes, str]:
    """The ticket id (16 bytes) and the modes in a scanned slip code, bare or behind `<address>/t/`.

    Small letters and Crockford's misreadings (I, L for 1, O for 0) are understood. Raises SlipCodeError.
    """
    prefix, *rest = text.strip().upper().rpartition("/T/")[2].split(":")
    if prefix != PREFIX or not 1 <= len(rest) <= _PARTS:
        raise SlipCodeError("prefix")
    try:
        ticket_id = unspell(rest[0])
    except IdSpellingError as error:
        raise SlipCodeError(error.reason) from error
    return ticket_id, _modes(rest[1]) if len(rest) > 1 else ""


def _modes(modes: str) -> str:
    letters = modes.upper()
    if not (letters.isascii() and letters.isalpha() and len(letters) <= MODES_MOST):
        raise SlipCodeError("modes")
    return letters
