"""The reference code: what a phone shows and a kiosk reads, checked offline against pinned keys. Written and read here.

    KPC1:<Base45 (RFC 9285) of a COSE_Sign1 (RFC 9052) whose payload is a CWT (RFC 8392), signed with Ed25519 or SM2>

It is Kapok's own, to show and to prove the way of a city's turning code; it claims to be no other (design.md §4).
Claims in `claims`, headers in `cose`, issuers and keys in `trust`. One set of claims under one key has one text.

Size: with names as the demonstration has them ("city.demo", "gz-demo-district") 168 bytes, 257 characters, all of QR's
alphanumeric set: version 9 at level M (53 × 53 modules, up to 262 characters). The longest allowed, MAX_TEXT, is
version 11 at M (61 × 61). SM2 takes four bytes more, its number in the header: 263 characters, version 10 (57 × 57).

Pure: time, jti and keys come in. Knows nothing of slips, tickets and screens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from base45 import b45decode, b45encode  # type: ignore[import-untyped] # ships no types

from hall_server.contract.codes.answers import Accepted, Answer, NotOurs, Refused
from hall_server.contract.codes.cbor import MalformedError
from hall_server.contract.codes.claims import MAX_LIFE_S, Claims, claims_of, payload_of
from hall_server.contract.codes.cose import (
    KEY_ID_PATTERN,
    Signed,
    protected_of,
    put_together,
    taken_apart,
    to_be_signed,
)
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.crypto.algorithms import ED25519, NAMES, PROVIDERS
from hall_server.contract.identity.assurance import LEVEL, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.contract.codes.trust import TrustList
    from hall_server.contract.crypto.port import Signatures

PREFIX = "KPC1:"
MAX_BYTES = 226  # of the COSE message: names, key id and all at their longest
MAX_TEXT = len(PREFIX) + MAX_BYTES // 2 * 3
LONG_AGO_S = 600  # behind its end a code is no slow phone's any more, but a picture
UNKNOWN_CLOCK_S = 90  # how far off a kiosk may be that does not know its offset from hall time (definitions.md 14)
_SECOND = 1_000_000


class IssuingKey(msgspec.Struct, frozen=True):
    """A key that an issuer signs with; `id` as halls have it in their trust lists. Raises ValueError for no such id."""

    id: str
    private: bytes
    alg: int = ED25519

    def __post_init__(self) -> None:
        if not re.fullmatch(KEY_ID_PATTERN, self.id):
            msg = f"a key's id is {KEY_ID_PATTERN}"
            raise ValueError(msg)

    def __repr__(self) -> str:
        """Without the key."""
        return f"IssuingKey(id={self.id!r}, alg={self.alg})"


def write(claims: Claims, key: IssuingKey, providers: Mapping[int, Signatures] = PROVIDERS) -> str:
    """The text of a code. Raises ValueError when it would live too long: no hall would take it."""
    if claims.life_s > MAX_LIFE_S:
        msg = f"a code lives {MAX_LIFE_S} s at most, not {claims.life_s}"
        raise ValueError(msg)
    protected, payload = protected_of(key.alg, key.id.encode()), payload_of(claims)
    signature = providers[key.alg].sign(key.private, to_be_signed(protected, payload))
    encoded: bytes = b45encode(put_together(protected, payload, signature))
    return PREFIX + encoded.decode()


class ReferenceCodes:
    """Reads reference codes for one place.

    Args:
        trust: the issuers and keys in force; replace the reader when there is a newer list.
        audiences: the names that this place answers to: the hall's, and those of the areas it belongs to.
        providers: signature algorithms by COSE number.
    """

    def __init__(
        self, trust: TrustList, audiences: frozenset[str], providers: Mapping[int, Signatures] = PROVIDERS
    ) -> None:
        self.trust = trust
        self._audiences = audiences
        self._providers = providers

    def read(self, text: str, now_us: int, *, clock_known: bool = True) -> Answer:
        """What this text is; never raises for any text.

        The prefix makes a code ours: what comes behind it is refused, and never passed on. Claims are judged only after
        the signature.

        Args:
            text: as scanned, without the scanner's line end; nothing is trimmed (a blank is a digit of Base45).
            now_us: hall time, microseconds since 1970.
            clock_known: whether the kiosk knows its offset from hall time; without it, times are taken with
                UNKNOWN_CLOCK_S of doubt and the level is L1.
        """
        if not text.startswith(PREFIX):
            return NotOurs()
        if len(text) > MAX_TEXT:
            return Refused(Refusal.TOO_LARGE)
        try:
            signed = taken_apart(_bytes_of(text[len(PREFIX) :]))
            claims = claims_of(signed.payload)
        except MalformedError as error:
            return Refused(Refusal.NOT_WELL_FORMED, error.part)
        if signed.alg not in self._providers and signed.alg in NAMES:
            return Refused(Refusal.NO_PROVIDER, NAMES[signed.alg])
        refusal = self._signer_refused(signed, claims) or self._time_refused(
            claims, now_us, 0 if clock_known else UNKNOWN_CLOCK_S
        )
        if refusal:
            return Refused(refusal)
        level = self.trust.level_of(claims.issuer)
        return Accepted(claims, level if clock_known else min(level, LEVEL[Source.UNTIMED_CODE]))

    def _signer_refused(self, signed: Signed, claims: Claims) -> Refusal | None:
        key = self.trust.key(claims.issuer, signed.key_id)
        if isinstance(key, Refusal):
            return key
        if key.revoked:
            return Refusal.KEY_REVOKED
        provider = self._providers.get(key.cose_alg) if key.cose_alg == signed.alg else None
        message = to_be_signed(signed.protected, signed.payload)
        if provider is None or not provider.holds(key.public, message, signed.signature):
            return Refusal.BAD_SIGNATURE
        return None if key.valid_at(claims.issued_at) else Refusal.KEY_OUT_OF_DATE

    def _time_refused(self, claims: Claims, now_us: int, doubt_s: int) -> Refusal | None:
        if claims.audience not in self._audiences:
            return Refusal.WRONG_AUDIENCE
        if claims.life_s > MAX_LIFE_S:
            return Refusal.TOO_LONG_LIVED
        if now_us >= (claims.expires_at + doubt_s) * _SECOND:
            long_ago = now_us >= (claims.expires_at + doubt_s + LONG_AGO_S) * _SECOND
            return Refusal.LONG_EXPIRED if long_ago else Refusal.EXPIRED
        return Refusal.NOT_YET_VALID if now_us < (claims.issued_at - doubt_s) * _SECOND else None


def _bytes_of(base45: str) -> bytes:
    try:
        decoded: bytes = b45decode(base45.encode("ascii"))
    except ValueError as error:  # also of a character that is no ASCII
        raise MalformedError("base45") from error
    return decoded
