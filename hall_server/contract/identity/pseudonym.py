"""What is kept in place of a number: a keyed pseudonym (definitions.md 9). Knows no card; the key is handed in."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from enum import StrEnum

PSEUDONYM_HEX = 32  # 128 bits
PERMIT_CHARACTERS = 9  # what a renewed travel permit keeps


class SubjectKind(StrEnum):
    """The first half of what is hashed: one person's documents of one kind share a pseudonym. Kept for ever."""

    ID_NUMBER = "id_number"  # GB 11643, also of residents from Hong Kong, Macao and Taiwan
    FOREIGNER_CARD = "foreigner_card"
    TRAVEL_PERMIT = "travel_permit"  # of residents of Hong Kong, Macao and Taiwan; their numbers never look alike
    EXIT_PERMIT = "exit_permit"  # 往来港澳通行证, 往来台湾通行证
    PASSPORT = "passport"
    ORGANISATION = "organisation"
    CODE_SUBJECT = "code_subject"  # the handle in a signed code, which only its issuer can follow to a person


def normalised(number: str) -> str:
    """A document number without what typing adds: half-width, upper case, only letters and digits."""
    wide = unicodedata.normalize("NFKC", number).upper()
    return "".join(character for character in wide if character.isalnum())


def pseudonym(key: bytes, kind: SubjectKind, number: str) -> str:
    """HMAC-SHA-256(hall key, kind ‖ normalised number) cut to 128 bits, as 32 hex characters.

    A travel permit counts with its first nine characters, so that its renewals match. Raises ValueError for no number
    or no key: without them every visitor would be the same one.
    """
    if kind is SubjectKind.CODE_SUBJECT:
        raise ValueError("a handle is no number: see code_pseudonym")
    text = normalised(number)
    if kind is SubjectKind.TRAVEL_PERMIT:
        text = text[:PERMIT_CHARACTERS]
    if not text or not key:
        raise ValueError("a pseudonym needs a key and a number")
    return _keyed(key, f"{kind.value}:{text}")


def code_pseudonym(key: bytes, issuer: str, subject: str) -> str:
    """The pseudonym of whoever an issuer calls by this handle, in a signed code and in a booking pulled from it alike.

    The handle says nothing of a document, so this is another pseudonym than that of the same person's card. Handles
    are compared as they stand: their letters' case and their signs count. Raises ValueError when anything is missing.
    """
    if not key or not issuer or not subject:
        raise ValueError("a pseudonym needs a key, an issuer and a handle")
    return _keyed(key, f"{SubjectKind.CODE_SUBJECT.value}:{issuer}:{subject}")


def _keyed(key: bytes, message: str) -> str:
    return hmac.new(key, message.encode(), hashlib.sha256).hexdigest()[:PSEUDONYM_HEX]
