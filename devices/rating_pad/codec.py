"""Words of the rating pad <-> values. Sans-IO; knows no clock.

The line is that of `transports/box_frames.py`; the words are ours, because vendors differ and publish little. A site's
own pad is another file like this one. An invitation has a number, so that a late press belongs to no later visitor.

    ASK    49 INVITE    NUMBER (2), SECONDS (1 to 255). The keys light up. NOT_NOW while another invitation stands.
    ASK    57 WITHDRAW  NUMBER (2). The keys go dark. Answers the GRADE that was pressed on this invitation, 0 for none.
    EVENT  52 RATED     NUMBER (2), GRADE (5 非常满意 … 1 非常不满意)
    EVENT  4C LAPSED    NUMBER (2). Nobody pressed in time; the keys are dark.
    STATUS              NUMBER (2) of the invitation that stands, 0 for none; presses without invitation (2)
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.values.rating_pad import Grade

INVITE, WITHDRAW = 0x49, 0x57
RATED, LAPSED = 0x52, 0x4C
LONGEST_S = 255
NUMBERS = 0xFFFF  # of invitations, then from 1 again

_CODES = {
    Grade.VERY_SATISFIED: 5,
    Grade.SATISFIED: 4,
    Grade.BASICALLY_SATISFIED: 3,
    Grade.DISSATISFIED: 2,
    Grade.VERY_DISSATISFIED: 1,
}
_GRADES = {code: grade for grade, code in _CODES.items()}


@dataclass(frozen=True, slots=True)
class PadState:
    """What STATUS says."""

    invitation: int = 0  # its number; 0: none stands
    stray: int = 0


def encode_invite(number: int, seconds: int) -> bytes:
    """Arguments of INVITE. Raises OverflowError for what the fields do not hold."""
    return number.to_bytes(2, "big") + seconds.to_bytes(1, "big")


def decode_invite(arguments: bytes) -> tuple[int, int] | None:
    """(number, seconds) of INVITE; None for what invites to nothing."""
    if len(arguments) < 3 or not arguments[2]:  # noqa: PLR2004 -- NUMBER and SECONDS
        return None
    return number_of(arguments), arguments[2]


def encode_number(number: int) -> bytes:
    """Arguments of WITHDRAW and LAPSED."""
    return number.to_bytes(2, "big")


def number_of(arguments: bytes) -> int:
    """The number that all words begin with; 0, which none has, when there is none."""
    return int.from_bytes(arguments[:2], "big") if len(arguments) >= 2 else 0  # noqa: PLR2004 -- its bytes


def encode_grade(grade: Grade | None) -> bytes:
    """GRADE; 0 for none."""
    return bytes((_CODES[grade] if grade else 0,))


def decode_grade(said: bytes) -> Grade | None:
    """The grade; None for none and for what is no grade."""
    return _GRADES.get(said[0]) if said else None


def decode_rated(arguments: bytes) -> tuple[int, Grade | None]:
    """(number, grade) of RATED; a grade of None is no grade at all."""
    return number_of(arguments), decode_grade(arguments[2:])


def encode_state(state: PadState) -> bytes:
    """What STATUS answers."""
    return encode_number(state.invitation) + min(state.stray, 0xFFFF).to_bytes(2, "big")


def decode_state(said: bytes) -> PadState:
    """What STATUS says; missing fields are 0."""
    return PadState(number_of(said), number_of(said[2:]))
