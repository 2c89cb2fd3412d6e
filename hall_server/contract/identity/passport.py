"""护照 as they are typed: a number and the state that gave it. Knows no strip; see `mrz`.

A passport's number is its own only together with the state: two states may give the same one, and two people must not
share a pseudonym. Chinese forms name their state themselves: E or G and eight digits, E, a letter and seven digits, and
the official ones (D, S, P), the last of medium certainty. A renewed passport has another number: it is not matched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Recognition, Refused
from hall_server.contract.identity.text import plain
from hall_server.contract.identity.words import Caution, Reason

if TYPE_CHECKING:
    from hall_server.contract.identity.assurance import Source

CHINA = "CHN"
_CHINESE = re.compile(r"[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|[DSP]E?[0-9]{7,8}")
_FORM = re.compile(r"(?=[A-Z]*[0-9])[A-Z0-9]{5,9}")  # ICAO 9303-4: at most nine
_STATE = re.compile(r"[A-Z]{3}")
_AS_WRITTEN = {"D": "DEU", "HKG": CHINA, "MAC": CHINA}  # strips have D for Germany, and CHN also for the two regions


def issuer_of(state: str) -> str:
    """One code for one issuer, whether it was chosen from a list or read in a strip."""
    return _AS_WRITTEN.get(state, state)


def read(text: str, source: Source, state: str = "") -> Recognition:
    """Whom a passport names. Call it only when a passport was chosen: any short code looks like one.

    Args:
        text: what was typed.
        source: how it came.
        state: three letters of the issuing state or region (ISO 3166-1, ICAO 9303-3 §5); "" when it was not asked for.
    """
    number, issuer = plain(text), issuer_of(plain(state))
    if not _FORM.fullmatch(number):
        return Ignored()
    if not issuer and _CHINESE.fullmatch(number):
        issuer = CHINA
    if not _STATE.fullmatch(issuer):
        return Refused(Reason.STATE_NEEDED)
    return Claimed(Identity(Document.PASSPORT, number, source, state=issuer), (Caution.NUMBER_NOT_CHECKED,))
