"""Permits: 港澳居民来往内地通行证, 台湾居民来往大陆通行证, and the exit permits of mainland residents. Knows no card.

None of these numbers has a check digit. Sourced, from notices of the authorities that issue them:
- H (Hong Kong) or M (Macao) and eight digits for life, on older cards with two more for the count of renewals (2010);
- HA or MA and seven digits for those who are no Chinese citizens, the count of renewals apart from it (2024);
- eight digits for life for residents of Taiwan, before September 2008 with two more for the count of issues and, on the
  oldest, the issuer in brackets;
- C, a digit or a letter but I and O, and seven digits for 往来港澳通行证 (2018).
Of medium certainty: L and eight digits for 往来台湾通行证.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Recognition
from hall_server.contract.identity.text import plain
from hall_server.contract.identity.words import Caution

if TYPE_CHECKING:
    from hall_server.contract.identity.assurance import Source

_HKMO = re.compile(r"([HM][0-9]{8})(?:[0-9]{2})?|[HM]A[0-9]{7}")
_TAIWAN = re.compile(r"([0-9]{8}(?:[0-9]{2})?)(?:\([A-Z0-9]\))?")
_EXIT = re.compile(r"C[0-9A-HJ-NP-Z][0-9]{7}|L[0-9]{8}")


def read_hkmo(text: str, source: Source) -> Recognition:
    """Whom a permit of a resident of Hong Kong or Macao names; the first nine characters match across renewals."""
    number = plain(text)
    return _claimed(Document.HKMO_PERMIT, number, source) if _HKMO.fullmatch(number) else Ignored()


def read_taiwan(text: str, source: Source) -> Recognition:
    """Whom a permit of a resident of Taiwan names. Eight digits are anything: only where it was chosen."""
    found = _TAIWAN.fullmatch(plain(text))
    return _claimed(Document.TAIWAN_PERMIT, found[1], source) if found else Ignored()


def read_exit(text: str, source: Source) -> Recognition:
    """Whom a permit for Hong Kong, Macao or Taiwan names; the same person's identity card is another identity."""
    number = plain(text)
    if not _EXIT.fullmatch(number):
        return Ignored()
    return _claimed(Document.EXIT_PERMIT, number, source, Caution.CARD_PREFERRED)


def _claimed(document: Document, number: str, source: Source, *cautions: Caution) -> Claimed:
    return Claimed(Identity(document, number, source), (Caution.NUMBER_NOT_CHECKED, *cautions))
