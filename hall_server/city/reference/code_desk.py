"""Issues reference codes for the made-up persons: one code for each time that somebody asks, good for a minute at most.

Time and randomness come in. Knows no HTTP and keeps nothing of what it issued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.codes.claims import MAX_LIFE_S, Claims
from hall_server.contract.codes.reference_code import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.key_ring import KeyRing
    from hall_server.city.reference.persons import Person

_SECOND = 1_000_000
_JTI_BYTES = 12


class IssuedCode(msgspec.Struct, frozen=True):
    """A code as the city hands it out; times in seconds since 1970, `left_ms` from the moment of the answer."""

    code: str
    issued_at: int
    expires_at: int
    left_ms: int

    def __repr__(self) -> str:
        """Without the code."""
        return f"IssuedCode(issued_at={self.issued_at}, expires_at={self.expires_at})"


class Keys(Protocol):
    """Where the city's keys are kept: `key_folder.KeyFolder`."""

    def ring(self) -> KeyRing:
        """As they stand now."""

    def fresh_ring(self, now: int) -> KeyRing:
        """The same, after the next key was made if it is time."""


class CodeDesk:
    """Issues codes.

    Args:
        keys: where the issuing keys are.
        audience: whom codes are for when nobody says otherwise.
        life_s: how long a code is good, 60 s at most.
        now_us: UTC microseconds.
        random_bytes: so many bytes that nobody can guess.
    """

    def __init__(
        self,
        keys: Keys,
        audience: str,
        now_us: Callable[[], int],
        random_bytes: Callable[[int], bytes],
        life_s: int = MAX_LIFE_S,
    ) -> None:
        self.keys = keys
        self.audience = audience
        self.life_s = life_s
        self._now_us = now_us
        self._random_bytes = random_bytes

    def issue(self, person: Person, audience: str = "") -> IssuedCode:
        """A new code. Raises CityError(bad_request) for an audience that no hall can have."""
        now_us = self._now_us()
        now = now_us // _SECOND
        ring = self.keys.fresh_ring(now)
        key = ring.issuing_key(now)
        if key is None:  # a clock that was set back before the first key
            raise CityError(CityProblem.NO_KEY)
        try:
            claims = Claims(
                issuer=ring.issuer,
                subject=person.subject,
                audience=audience or self.audience,
                issued_at=now,
                expires_at=now + self.life_s,
                jti=self._random_bytes(_JTI_BYTES).hex(),
                kind=person.kind,
            )
        except ValueError as error:
            raise CityError(CityProblem.BAD_REQUEST, field=str(error).removeprefix("claims.")) from None
        left_ms = (claims.expires_at * _SECOND - now_us) // 1000
        return IssuedCode(write(claims, key), claims.issued_at, claims.expires_at, left_ms)
