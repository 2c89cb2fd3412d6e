"""Judging an id_token: its algorithm, key, signature and claims, in that order; nothing unsigned is believed.

Only algorithms with a public half are on the list, so neither `none` nor a secret made of a public key is ever tried.
Knows no HTTP; keys and the moment come in. Bibliography: OpenID Connect Core 1.0, 3.1.3.7; RFC 8725.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

import jwt
import msgspec
from jwt.api_jws import PyJWS

from hall_server.city.oidc_shapes import Header, Said
from hall_server.domain.identity_provider import ProviderRefusal, ProviderRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.city.oidc_shapes import OidcSettings

KINDS = {  # algorithm → what a key for it looks like (RFC 7518, 8037)
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "EdDSA": ("OKP", "Ed25519"),
    "RS256": ("RSA", None),
    "PS256": ("RSA", None),
}
SKEW_S = 60  # between the provider's clock and this machine's
OLDEST_S = 600  # an id_token is made for this sign-in
STAFF_NO_MAX = 12
_JWS = PyJWS(algorithms=list(KINDS), options={"verify_signature": True, "enforce_minimum_key_length": True})


def header_of(id_token: str) -> Header:
    """What it says of itself, unproved. Raises ProviderRefusedError(id_token_malformed | id_token_algorithm)."""
    head, *rest = id_token.split(".")
    if len(rest) != len(("payload", "signature")):
        raise ProviderRefusedError(ProviderRefusal.MALFORMED, "parts")
    try:
        header = msgspec.json.decode(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)), type=Header)
    except (ValueError, binascii.Error, RecursionError):  # msgspec's are ValueErrors
        raise ProviderRefusedError(ProviderRefusal.MALFORMED, "header") from None
    if header.alg not in KINDS or header.crit is not None:
        raise ProviderRefusedError(ProviderRefusal.ALGORITHM, header.alg[:16])
    return header


def key_for(header: Header, keys: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The one key that can have signed it; None when there is none, or more than one without a name to choose by."""
    kind = KINDS[header.alg]
    fitting = [
        key
        for key in keys
        if (key.get("kty"), key.get("crv")) == kind
        and key.get("use", "sig") == "sig"
        and key.get("alg", header.alg) == header.alg
        and (not header.kid or key.get("kid") == header.kid)
    ]
    return fitting[0] if len(fitting) == 1 else None


def claims_of(id_token: str, header: Header, key: dict[str, Any]) -> bytes:
    """Its claims as JSON, now that the signature holds. Raises ProviderRefusedError."""
    try:
        verifying = jwt.PyJWK(key, algorithm=header.alg)
        payload = _JWS.decode_complete(id_token, verifying, algorithms=[header.alg])["payload"]
    except (jwt.InvalidSignatureError, jwt.InvalidKeyError):
        raise ProviderRefusedError(ProviderRefusal.SIGNATURE) from None
    except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:  # of keys and texts that are none
        raise ProviderRefusedError(ProviderRefusal.MALFORMED, type(error).__name__) from None
    if not isinstance(payload, bytes):
        raise ProviderRefusedError(ProviderRefusal.MALFORMED, "payload")
    return payload


def staff_no_in(payload: bytes, settings: OidcSettings, nonce: str, now: float) -> str:
    """The staff number that proved claims name, when they are for this hall, this trip and now.

    Raises ProviderRefusedError: id_token_issuer, _audience, _nonce, _not_now, _malformed, staff_claim_missing.
    """
    try:
        said = msgspec.json.decode(payload, type=Said)
        whole: dict[str, Any] = msgspec.json.decode(payload, type=dict[str, Any])
    except (ValueError, RecursionError):
        raise ProviderRefusedError(ProviderRefusal.MALFORMED, "claims") from None
    wrong = _wrong_in(said, settings, nonce, now)
    if wrong is not None:
        raise ProviderRefusedError(wrong)
    staff_no = whole.get(settings.claim)
    if isinstance(staff_no, int) and not isinstance(staff_no, bool):
        staff_no = str(staff_no)
    if not isinstance(staff_no, str) or not 0 < len(staff_no) <= STAFF_NO_MAX:
        raise ProviderRefusedError(ProviderRefusal.CLAIM_MISSING, settings.claim)
    return staff_no


def _wrong_in(said: Said, settings: OidcSettings, nonce: str, now: float) -> ProviderRefusal | None:
    if said.iss != settings.issuer:
        return ProviderRefusal.ISSUER
    audiences = (said.aud,) if isinstance(said.aud, str) else said.aud
    if settings.client_id not in audiences or (said.azp or settings.client_id) != settings.client_id:
        return ProviderRefusal.AUDIENCE
    if len(audiences) > 1 and not said.azp:  # made for several: it must say for whom in the first place
        return ProviderRefusal.AUDIENCE
    if said.nonce != nonce:
        return ProviderRefusal.NONCE
    in_time = said.exp > now - SKEW_S and now - OLDEST_S - SKEW_S < said.iat < now + SKEW_S
    return None if in_time else ProviderRefusal.NOT_NOW
