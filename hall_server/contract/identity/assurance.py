"""How sure it is who somebody is: four levels 身份核验级别, what gives which, what is enough for a service (CL-H2).

Knows no document and no service: a service names the level that it requires, and what is missing is told with the way
to it. There is always one way more than is told here: any counter.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Assurance(IntEnum):
    """A higher level is enough wherever a lower one is."""

    L1 = 1  # declared: anybody who knows the number could have said, printed or shown it
    L2 = 2  # a signed code, made for this moment by an issuer that the hall trusts: somebody holds the person's phone
    L3 = 3  # the original document: its chip was read through the reader's security module
    L4 = 4  # the original document, and the face of whoever stands there is the one in it


class Source(StrEnum):
    """Where an identity came from. Permanent: it may stand in events."""

    TYPED = "typed"
    CODE = "code"  # a code that carries a bare number: anybody can print one
    MRZ = "mrz"  # read from paper, not from a chip: its check digits find misreading, never forgery
    UNTIMED_CODE = "untimed_code"  # signed, but this kiosk cannot tell whether it is still fresh (definitions.md 14)
    SIGNED_CODE = "signed_code"
    CARD = "card"
    CARD_AND_FACE = "card_and_face"


LEVEL: dict[Source, Assurance] = {
    Source.TYPED: Assurance.L1,
    Source.CODE: Assurance.L1,
    Source.MRZ: Assurance.L1,
    Source.UNTIMED_CODE: Assurance.L1,
    Source.SIGNED_CODE: Assurance.L2,
    Source.CARD: Assurance.L3,
    Source.CARD_AND_FACE: Assurance.L4,
}


class Lack(StrEnum):
    """What would be enough for a service; the sentence for people is made from it."""

    WANTS_CODE = "wants_code"
    WANTS_CARD = "wants_card"
    WANTS_FACE = "wants_face"


_WAY: dict[Assurance, Lack] = {
    Assurance.L2: Lack.WANTS_CODE,
    Assurance.L3: Lack.WANTS_CARD,
    Assurance.L4: Lack.WANTS_FACE,
}


def enough(level: Assurance, required: Assurance) -> bool:
    """Whether somebody known at `level` may use a service that requires `required`."""
    return level >= required


def lacking(level: Assurance, required: Assurance) -> Lack | None:
    """What somebody known at `level` has to show for a service that requires `required`; None when it is enough."""
    return None if enough(level, required) else _WAY[required]
