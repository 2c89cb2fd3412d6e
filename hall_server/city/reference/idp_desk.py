"""The provider's desk: who is signed in at which browser, codes that are worth an id_token once, and the id_token.

All of it in memory: a city that starts anew knows nobody. Time and randomness come in. Knows no HTTP.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING, TypeVar

import jwt
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hall_server.city.reference.idp_asked import Asked
from hall_server.city.reference.idp_staff import STAFF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hall_server.city.reference.code_desk import Keys
    from hall_server.city.reference.idp_asked import Known
    from hall_server.city.reference.idp_staff import Member
    from hall_server.city.reference.key_ring import RingKey

CODE_S = 60
SESSION_S = 8 * 3600
ID_TOKEN_S = 300
MOST = 1_000  # codes, and sessions, at a time: the oldest go first
_BYTES = 24
ALGORITHM = "EdDSA"
_T = TypeVar("_T")


class OAuthError(Exception):
    """A refusal of the exchange (RFC 6749, 5.2): its word, and 401 where somebody did not prove who they are."""

    def __init__(self, error: str, status: int = 400) -> None:
        super().__init__(error)
        self.error = error
        self.status = status


class Exchanged(msgspec.Struct, frozen=True):
    """What a code is worth. The access token opens nothing here; OAuth wants one."""

    access_token: str
    token_type: str
    expires_in: int
    id_token: str

    def __repr__(self) -> str:
        """Without what it is worth."""
        return "Exchanged()"


class _Code(msgspec.Struct, frozen=True):
    asked: Asked
    staff_no: str
    signed_in_at: int
    until: int


class _Session(msgspec.Struct, frozen=True):
    staff_no: str
    began_at: int


class IdpDesk:
    """One provider for one known hall.

    Args:
        keys: the city's keys for this, beside the issuing keys; Ed25519.
        known: the hall that may ask.
        now_s: seconds since 1970.
        random_bytes: so many bytes that nobody can guess.
    """

    def __init__(
        self, keys: Keys, known: Known, now_s: Callable[[], int], random_bytes: Callable[[int], bytes]
    ) -> None:
        self.keys = keys
        self.known = known
        self._now_s = now_s
        self._random_bytes = random_bytes
        self._codes: dict[str, _Code] = {}
        self._sessions: dict[str, _Session] = {}

    def sign_in(self, member: Member) -> str:
        """A session; returns its secret name, for a cookie."""
        return _put(self._sessions, self._word(), _Session(member.staff_no, self._now_s()))

    def signed_in(self, session: str) -> Member | None:
        """Whose session it is; None when it ended."""
        found = self._sessions.get(session)
        if found is None or self._now_s() >= found.began_at + SESSION_S:
            self._sessions.pop(session, None)
            return None
        return STAFF[found.staff_no]

    def sign_out(self, session: str) -> None:
        """End a session; ending none changes nothing."""
        self._sessions.pop(session, None)

    def code(self, asked: Asked, session: str) -> str:
        """A code for whoever is signed in, good once and for a minute."""
        now = self._now_s()
        found = self._sessions[session]
        return _put(self._codes, self._word(), _Code(asked, found.staff_no, found.began_at, now + CODE_S))

    def exchange(self, form: Mapping[str, str], login: tuple[str, str] | None, issuer: str) -> Exchanged:
        """A code for an id_token. A code that was shown is used up, whatever comes of it. Raises OAuthError."""
        self._check_who_asks(form, login)
        if form.get("grant_type") != "authorization_code":
            raise OAuthError("unsupported_grant_type")
        code = self._codes.pop(form.get("code", ""), None)
        fits = (
            code is not None
            and self._now_s() < code.until
            and form.get("redirect_uri") == code.asked.redirect_uri
            and hmac.compare_digest(_challenge(form.get("code_verifier", "")), code.asked.challenge)
        )
        if code is None or not fits:
            raise OAuthError("invalid_grant")
        return Exchanged(self._word(), "Bearer", CODE_S, self._id_token(code, issuer))

    def key_set(self) -> dict[str, list[dict[str, str]]]:
        """The public halves of all keys that count (RFC 7517, 8037)."""
        now = self._now_s()
        good = [one for one in self.keys.fresh_ring(now).keys if not one.revoked and now < one.valid_until]
        return {"keys": [_public(one) for one in good]}

    def _check_who_asks(self, form: Mapping[str, str], login: tuple[str, str] | None) -> None:
        name, secret = login or (form.get("client_id", ""), form.get("client_secret", ""))
        right = hmac.compare_digest(secret.encode(), self.known.secret.encode())
        if name != self.known.client_id or not right:
            raise OAuthError("invalid_client", 401)

    def _id_token(self, code: _Code, issuer: str) -> str:
        now, member = self._now_s(), STAFF[code.staff_no]
        key = self.keys.fresh_ring(now).signing(now)
        if key is None:  # a clock that was set back before the first key
            raise OAuthError("server_error", 503)
        claims = {
            "iss": issuer,
            "sub": member.subject,
            "aud": code.asked.client_id,
            "iat": now,
            "exp": now + ID_TOKEN_S,
            "auth_time": code.signed_in_at,
            "staff_no": member.staff_no,
            "name": member.name,
        }
        if code.asked.nonce:
            claims["nonce"] = code.asked.nonce
        private = Ed25519PrivateKey.from_private_bytes(key.private)
        return jwt.encode(claims, private, algorithm=ALGORITHM, headers={"kid": key.id})

    def _word(self) -> str:
        return _text(self._random_bytes(_BYTES))


def _put(kept: dict[str, _T], name: str, value: _T) -> str:
    while len(kept) >= MOST:
        del kept[next(iter(kept))]
    kept[name] = value
    return name


def _public(key: RingKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": ALGORITHM, "kid": key.id, "x": _text(key.public)}


def _challenge(verifier: str) -> str:
    return _text(hashlib.sha256(verifier.encode()).digest())


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
