"""What a reference code says, as a value and as the claims of a CWT (RFC 8392), and what each claim may be.

    1 iss  issuer      letters, digits, . and -, at most 32     4 exp  expires_at   seconds since 1970, whole
    2 sub  subject     22 characters of base64url: 128 bits     6 iat  issued_at    the same; no nbf: iat is it
    3 aud  audience    as iss: one hall, or a whole city        7 cti  jti          12 bytes, 24 hex digits in the value
    -65537             kind: 1 person, 2 agent (private use, RFC 8392 §9.1)

All seven and no other: another claim needs another prefix. The subject is a handle that the issuer made for its own use
and the halls'; by its length it can hold no ID number. Knows no clock and no keys.
"""

from __future__ import annotations

import re
from enum import StrEnum

import cbor2
import msgspec

from hall_server.contract.codes.cbor import MalformedError, read

MAX_LIFE_S = 60
MAX_NAME = 32  # characters of an issuer or audience
_ISS, _SUB, _AUD, _EXP, _IAT, _CTI, _KIND = 1, 2, 3, 4, 6, 7, -65537
_KEYS = {_ISS, _SUB, _AUD, _EXP, _IAT, _CTI, _KIND}
_NAME = re.compile(rf"[a-z0-9][a-z0-9.-]{{0,{MAX_NAME - 1}}}")
_SUBJECT = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")  # the last character carries two bits: only these end 128 bits
_JTI = re.compile(r"[0-9a-f]{24}")
_LATEST = (1 << 32) - 1  # seconds: the year 2106


class CodeKind(StrEnum):
    """Who shows the code."""

    PERSON = "person"  # for themselves
    AGENT = "agent"  # 代办人: for an organisation or another person; who that is, the city tells


_KINDS = {1: CodeKind.PERSON, 2: CodeKind.AGENT}
_NUMBERS = {kind: number for number, kind in _KINDS.items()}


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """One code's claims. Raises ValueError with the claim's name when one is not as the table says.

    That it lives no longer than MAX_LIFE_S is the reader's judgement, with a sentence of its own.
    """

    issuer: str
    subject: str
    audience: str
    issued_at: int  # seconds since 1970
    expires_at: int  # the first second in which it is no longer good
    jti: str
    kind: CodeKind = CodeKind.PERSON

    def __post_init__(self) -> None:
        _ask(_NAME.fullmatch(self.issuer), "claims.issuer")
        _ask(_SUBJECT.fullmatch(self.subject), "claims.subject")
        _ask(_NAME.fullmatch(self.audience), "claims.audience")
        _ask(_JTI.fullmatch(self.jti), "claims.jti")
        _ask(0 <= self.issued_at <= _LATEST, "claims.issued_at")
        _ask(self.issued_at < self.expires_at <= _LATEST, "claims.expires_at")

    def __repr__(self) -> str:
        """Without subject and jti: neither stands in a log."""
        times = f"issued_at={self.issued_at}, expires_at={self.expires_at}"
        return f"Claims(issuer={self.issuer!r}, audience={self.audience!r}, {times}, kind={self.kind.value!r})"

    @property
    def life_s(self) -> int:
        """Seconds from issue to expiry."""
        return self.expires_at - self.issued_at


def claims_of(payload: bytes) -> Claims:
    """The claims in a CWT's payload. Raises MalformedError."""
    found = read(payload)
    if not isinstance(found, dict) or found.keys() != _KEYS:
        raise MalformedError("claims")
    jti, kind = found[_CTI], found[_KIND]
    if not isinstance(jti, bytes) or not isinstance(kind, int) or kind not in _KINDS:
        raise MalformedError("claims.kind" if isinstance(jti, bytes) else "claims.jti")
    try:
        return msgspec.convert(
            {
                "issuer": found[_ISS],
                "subject": found[_SUB],
                "audience": found[_AUD],
                "issued_at": found[_IAT],
                "expires_at": found[_EXP],
                "jti": jti.hex(),
                "kind": _KINDS[kind],
            },
            Claims,
        )
    except msgspec.ValidationError as error:  # of another type, or refused by Claims itself
        raise MalformedError(str(error.__cause__ or "claims")) from error


def payload_of(claims: Claims) -> bytes:
    """The claims as the one CBOR map that `claims_of` reads."""
    return cbor2.dumps(
        {
            _ISS: claims.issuer,
            _SUB: claims.subject,
            _AUD: claims.audience,
            _EXP: claims.expires_at,
            _IAT: claims.issued_at,
            _CTI: bytes.fromhex(claims.jti),
            _KIND: _NUMBERS[claims.kind],
        },
        canonical=True,
    )


def _ask(holds: object, claim: str) -> None:
    if not holds:
        raise ValueError(claim)
