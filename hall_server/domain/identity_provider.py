"""Staff who come by the provider of identities 统一认证: the port, the way there and back, and why somebody is refused.

A trip is all that a browser must remember between going out and coming back, and one secret is all of a trip: state,
nonce and PKCE verifier follow from it, so that no process of the hall keeps anything, and the one that hears the
answer need not be the one that sent the browser out. Pure: the moment and the random bytes come in. Knows no HTTP.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

TRIP_S = 600  # from going out until coming back: long enough to find a telephone for a second factor
SECRET_BYTES = 32
_COOKIE_MAX = 80


class ProviderRefusal(StrEnum):
    """Why nobody is signed in; permanent. Explained in docs/integration/identity-provider.md."""

    AWAY = "provider_away"  # no answer in time, no connection, or 5xx
    NONSENSE = "provider_nonsense"  # an answer that is none: no JSON, too large, another issuer's document
    BUSY = "provider_busy"  # the hall has as many sign-ins under way as it allows; nothing was asked
    TROUBLE = "provider_trouble"  # the provider told the browser that something is wrong with it
    SETUP = "provider_setup"  # it does not know this hall, or not like this: for the technician
    DECLINED = "provider_declined"  # the person, or the provider, said no
    CODE_REFUSED = "code_refused"  # used before, run out, or of somebody else
    TRIP_LOST = "trip_lost"  # too late, another browser, or no trip of ours
    MALFORMED = "id_token_malformed"
    ALGORITHM = "id_token_algorithm"
    KEY_UNKNOWN = "id_token_key_unknown"
    SIGNATURE = "id_token_signature"
    ISSUER = "id_token_issuer"
    AUDIENCE = "id_token_audience"
    NONCE = "id_token_nonce"
    NOT_NOW = "id_token_not_now"  # run out, or from the future: one of the two clocks is wrong
    CLAIM_MISSING = "staff_claim_missing"  # it does not say the staff number where the hall looks for it
    STAFF_UNKNOWN = "staff_unknown"  # the hall's site file has no such staff number


OUTAGE = frozenset({ProviderRefusal.AWAY, ProviderRefusal.NONSENSE})  # seen by the hall itself, not told by a browser


class ProviderRefusedError(Exception):
    """Nobody is signed in. `why` is for people's sentence and the log; `detail` for the log, nothing personal in it."""

    def __init__(self, why: ProviderRefusal, detail: str = "") -> None:
        super().__init__(f"{why.value}: {detail}" if detail else why.value)
        self.why = why
        self.detail = detail


class Trip(msgspec.Struct, frozen=True):
    """One way to the provider and back. `began_at` in seconds since 1970; it is part of what the secret makes."""

    secret: bytes
    began_at: int

    def __repr__(self) -> str:
        """Without the secret."""
        return f"Trip(began_at={self.began_at})"

    @property
    def state(self) -> str:
        """What the provider must hand back unchanged."""
        return self._made(b"state")

    @property
    def nonce(self) -> str:
        """What must stand in the id_token."""
        return self._made(b"nonce")

    @property
    def verifier(self) -> str:
        """What proves, when the code is exchanged, who asked for it (RFC 7636): 43 characters."""
        return self._made(b"verifier")

    @property
    def challenge(self) -> str:
        """What the provider is shown of the verifier beforehand (S256)."""
        return _text(hashlib.sha256(self.verifier.encode()).digest())

    @property
    def cookie(self) -> str:
        """All of it, for the browser's memory."""
        return f"{_text(self.secret)}.{self.began_at}"

    def _made(self, what: bytes) -> str:
        return _text(hmac.digest(self.secret, b"%b %d" % (what, self.began_at), "sha256"))


def trip_of(cookie: str, now: float) -> Trip | None:
    """The trip that a browser remembers; None for something else, and when it began too long ago."""
    secret, _, began = cookie.partition(".")
    if len(cookie) > _COOKIE_MAX or not (began.isascii() and began.isdigit()):
        return None
    try:
        trip = Trip(base64.urlsafe_b64decode(secret + "="), int(began))
    except (ValueError, binascii.Error):
        return None
    fits = len(trip.secret) == SECRET_BYTES and trip.cookie == cookie
    return trip if fits and 0 <= now - trip.began_at < TRIP_S else None


class IdentityProvider(Protocol):
    """Says who a member of staff is. Each of the two questions ends within the seconds that the site file names."""

    async def way_out(self, trip: Trip, back_to: str) -> str:
        """The address to send the browser to. Asks whether the provider answers; raises ProviderRefusedError."""

    async def who_came(self, trip: Trip, back_to: str, answer: Mapping[str, str]) -> str:
        """The staff number of whoever came back with this answer (a query's fields). Raises ProviderRefusedError."""

    def way_off(self, back_to: str) -> str:
        """Where the browser ends its session with the provider; empty when none is known. Asks nobody."""


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
