"""Signing in by the provider of identities, as one hall's site file wants it: there, back, and whether PINs are taken.

PINs may be kept for the time in which the provider is away. That is what this hall's own question has found, never
what a browser says, and it ends by itself. Each process finds it for itself. Knows no pages; keeps nothing of a person.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from hall_server.domain.identity_provider import (
    OUTAGE,
    SECRET_BYTES,
    ProviderRefusal,
    ProviderRefusedError,
    Trip,
    trip_of,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from config.site import Sso
    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.identity_provider import IdentityProvider
    from hall_server.web.place import PageRequest

BACK = "/counter/sso/back"
_HOST = re.compile(r"([A-Za-z0-9.-]{1,253}|\[[0-9a-fA-F:.]{2,45}\])(:[0-9]{1,5})?")
_FIELDS_MAX = 20
_MINUTE_S = 60
_log = logging.getLogger("kapok.login")


class WayOut(NamedTuple):
    """Where to send the browser, what it must remember, and whether only over TLS."""

    address: str
    cookie: str
    secure: bool


class ProviderDesk:
    """One hall's way to its provider."""

    def __init__(
        self,
        provider: IdentityProvider,
        sso: Sso,
        public_address: str,
        staff: Mapping[str, StaffAccount],
        steady_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._provider = provider
        self._sso = sso
        self._public = public_address
        self._staff = staff
        self._steady_s = steady_s
        self._away_until = float("-inf")

    @property
    def only_by_provider(self) -> bool:
        """Whether PINs are refused at this moment."""
        return self._sso.pin == "outage" and self.pins_for_s() <= 0

    def pins_for_s(self) -> float:
        """For how many seconds PINs are still taken because the provider was found away; 0 or less: it was not."""
        return self._away_until - self._steady_s() if self._sso.pin == "outage" else 0.0

    def told_pin(self, user: StaffAccount) -> None:
        """Somebody signed in by PIN while only the provider should be asked: that is written down."""
        if self._sso.pin == "outage":
            left = max(0, round(self.pins_for_s() / _MINUTE_S))
            _log.warning("pin instead of the provider, which is away: staff_no=%s minutes_left=%d", user.staff_no, left)

    async def way_out(self, request: PageRequest) -> WayOut:
        """To the provider. Raises ProviderRefusedError."""
        base = self._base(request)
        trip = Trip(secrets.token_bytes(SECRET_BYTES), int(time.time()))
        address = await self._heard(self._provider.way_out(trip, base + BACK))
        return WayOut(address, trip.cookie, base.startswith("https:"))

    async def who_came(self, request: PageRequest, cookie: str) -> StaffAccount:
        """The member of staff who came back. Raises ProviderRefusedError."""
        trip = trip_of(cookie, time.time())
        if trip is None:
            raise _refused(ProviderRefusedError(ProviderRefusal.TRIP_LOST, "cookie"))
        answer = _fields(request.scope["query_string"])
        staff_no = await self._heard(self._provider.who_came(trip, self._base(request) + BACK, answer))
        self._away_until = float("-inf")
        user = self._staff.get(staff_no)
        if user is None:
            raise _refused(ProviderRefusedError(ProviderRefusal.STAFF_UNKNOWN))
        _log.info("signed in by the provider staff_no=%s", user.staff_no)
        return user

    def way_off(self, request: PageRequest, home: str) -> str:
        """Where the browser ends its session with the provider; empty when that would not lead back."""
        if self.pins_for_s() > 0:
            return ""
        try:
            return self._provider.way_off(self._base(request) + home)
        except ProviderRefusedError:
            return ""

    async def _heard(self, answer: Awaitable[str]) -> str:
        try:
            return await answer
        except ProviderRefusedError as error:
            if error.why in OUTAGE:
                self._away_until = self._steady_s() + self._sso.outage_min * _MINUTE_S
            raise _refused(error) from None

    def _base(self, request: PageRequest) -> str:
        """Where browsers reach this hall. The provider sends nobody to an address that it was not told beforehand."""
        if self._sso.back_to == "public_address":
            return self._public
        host = request.headers.get("host", "")
        if not _HOST.fullmatch(host):
            raise ProviderRefusedError(ProviderRefusal.SETUP, "host")
        return f"{request.url.scheme}://{host}"


def _refused(error: ProviderRefusedError) -> ProviderRefusedError:
    _log.warning("provider code=%s detail=%r", error.why.value, error.detail)
    return error


def _fields(query: bytes) -> dict[str, str]:
    """What came back; nothing of a query in which a name stands twice (RFC 6749, 3.1)."""
    try:
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True, max_num_fields=_FIELDS_MAX)
    except ValueError:
        return {}
    found = dict(pairs)
    return found if len(found) == len(pairs) else {}
