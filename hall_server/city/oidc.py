"""Staff sign-in by an OpenID provider: authorization code with PKCE, as `domain.identity_provider` wants it.

Keeps what the provider has published, never anything of a person. Each leg has one deadline, and only so many are
under way at a time: a provider that sleeps costs the hall nothing but those sign-ins. Knows no pages and no staff.
"""

from __future__ import annotations

import asyncio
import hmac
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec

from hall_server.city.id_token import claims_of, header_of, key_for, staff_no_in
from hall_server.city.oidc_line import ProviderLine
from hall_server.city.oidc_shapes import CodeAnswer, Discovery, KeySet, OAuthError
from hall_server.domain.identity_provider import ProviderRefusal, ProviderRefusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from hall_server.city.oidc_shapes import Header, OidcSettings
    from hall_server.domain.identity_provider import Trip

AT_ONCE = 8  # legs under way
KEYS_S = 600.0  # what is published is asked for again after so long: a key that was withdrawn counts no longer
KEYS_AGAIN_S = 30.0  # an unknown key asks for them earlier, but no sooner than this
_OK, _UNAUTHORIZED = 200, 401
_CODE_MAX = 2048
_SAID_NO = {"access_denied", "login_required", "interaction_required", "consent_required", "account_selection_required"}
_ITS_TROUBLE = {"server_error", "temporarily_unavailable"}
_Shape = TypeVar("_Shape")


class OidcProvider:
    """One provider, as one hall is known to it."""

    def __init__(
        self,
        settings: OidcSettings,
        now_s: Callable[[], float] = time.time,
        steady_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._now_s, self._steady_s = now_s, steady_s
        self._line = ProviderLine(settings.timeout_s)
        self._found: Discovery | None = None
        self._keys: tuple[dict[str, Any], ...] = ()
        self._found_at = self._keys_at = float("-inf")
        self._under_way = 0
        self._asking = asyncio.Lock()

    async def way_out(self, trip: Trip, back_to: str) -> str:
        """The provider's page with everything in its address. Raises ProviderRefusedError."""
        async with self._leg():
            found = await self._discovery()
        if "code" not in found.response_types_supported or "S256" not in found.code_challenge_methods_supported:
            raise ProviderRefusedError(ProviderRefusal.SETUP, "no code flow with S256")
        settings = self._settings
        query = {
            "response_type": "code",
            "client_id": settings.client_id,
            "redirect_uri": back_to,
            "scope": settings.scope,
            "state": trip.state,
            "nonce": trip.nonce,
            "code_challenge": trip.challenge,
            "code_challenge_method": "S256",
        }
        return _with(found.authorization_endpoint, query | ({"prompt": "login"} if settings.ask_again else {}))

    async def who_came(self, trip: Trip, back_to: str, answer: Mapping[str, str]) -> str:
        """The staff number in the id_token that the answer's code is worth. Raises ProviderRefusedError."""
        if not hmac.compare_digest(answer.get("state", "").encode(errors="replace"), trip.state.encode()):
            raise ProviderRefusedError(ProviderRefusal.TRIP_LOST, "state")
        async with self._leg():
            found = await self._discovery(KEYS_S)
            self._check_sender(found, answer.get("iss"))
            if "error" in answer:
                raise _told(answer["error"])
            code = answer.get("code", "")
            if not 0 < len(code) <= _CODE_MAX or not (code.isascii() and code.isprintable()):
                raise ProviderRefusedError(ProviderRefusal.TRIP_LOST, "code")
            id_token = await self._exchange(found, trip, back_to, code)
            header = header_of(id_token)
            payload = claims_of(id_token, header, await self._key(found, header))
        return staff_no_in(payload, self._settings, trip.nonce, self._now_s())

    def way_off(self, back_to: str) -> str:
        """RP-initiated logout, without a word about who it is; empty before the provider has been asked anything."""
        if self._found is None or self._found.end_session_endpoint is None:
            return ""
        query = {"client_id": self._settings.client_id, "post_logout_redirect_uri": back_to}
        return _with(self._found.end_session_endpoint, query)

    @asynccontextmanager
    async def _leg(self) -> AsyncIterator[None]:
        if self._under_way >= AT_ONCE:
            raise ProviderRefusedError(ProviderRefusal.BUSY)
        self._under_way += 1
        try:
            async with asyncio.timeout(self._settings.timeout_s):
                yield
        except TimeoutError:
            raise ProviderRefusedError(ProviderRefusal.AWAY, "too late") from None
        finally:
            self._under_way -= 1

    async def _discovery(self, old_s: float = 0.0) -> Discovery:
        """What it publishes, at most so old; without an age it has answered since this was asked, many at once."""
        since = self._steady_s() - old_s
        async with self._asking:
            if self._found is not None and self._found_at > since:
                return self._found
            url = f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration"
            found = _read(await self._line.ask(url), Discovery)
            if found.issuer != self._settings.issuer:
                raise ProviderRefusedError(ProviderRefusal.NONSENSE, "another issuer's document")
            if self._settings.issuer.startswith("https:") and any(one[:6] != "https:" for one in found.endpoints()):
                raise ProviderRefusedError(ProviderRefusal.NONSENSE, "an endpoint in clear")
            self._found, self._found_at = found, self._steady_s()
            return found

    def _check_sender(self, found: Discovery, sender: str | None) -> None:
        """RFC 9207: an answer that says whose it is must be this provider's; one that always says must say."""
        wanted = found.authorization_response_iss_parameter_supported
        if (sender is None and wanted) or sender not in {None, self._settings.issuer}:
            raise ProviderRefusedError(ProviderRefusal.ISSUER, "answer")

    async def _exchange(self, found: Discovery, trip: Trip, back_to: str, code: str) -> str:
        settings = self._settings
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back_to,
            "code_verifier": trip.verifier,
        }
        login = None
        if not settings.client_secret:
            form["client_id"] = settings.client_id
        elif "client_secret_basic" in found.token_endpoint_auth_methods_supported:
            login = (quote(settings.client_id, safe=""), quote(settings.client_secret, safe=""))  # RFC 6749, 2.3.1
        else:
            form |= {"client_id": settings.client_id, "client_secret": settings.client_secret}
        status, body = await self._line.ask(found.token_endpoint, form, login)
        if status == _OK:
            return _read((status, body), CodeAnswer).id_token
        error = "invalid_client" if status == _UNAUTHORIZED else _read((_OK, body), OAuthError).error
        why = ProviderRefusal.CODE_REFUSED if error == "invalid_grant" else ProviderRefusal.SETUP
        raise ProviderRefusedError(why, error if error.isascii() and error.isprintable() else "")

    async def _key(self, found: Discovery, header: Header) -> dict[str, Any]:
        """The key that an id_token names; an unknown one is asked for once."""
        async with self._asking:
            age = self._steady_s() - self._keys_at
            if age < KEYS_S and (key := key_for(header, self._keys)) is not None:
                return key
            if age >= KEYS_AGAIN_S:
                keys = _read(await self._line.ask(found.jwks_uri), KeySet).keys
                self._keys, self._keys_at = keys, self._steady_s()
            key = key_for(header, self._keys)
        if key is None:
            raise ProviderRefusedError(ProviderRefusal.KEY_UNKNOWN)
        return key


def _told(error: str) -> ProviderRefusedError:
    """What the browser brought instead of a code."""
    if error in _SAID_NO:
        return ProviderRefusedError(ProviderRefusal.DECLINED)
    return ProviderRefusedError(ProviderRefusal.TROUBLE if error in _ITS_TROUBLE else ProviderRefusal.SETUP, "answer")


def _read(answer: tuple[int, bytes], shape: type[_Shape]) -> _Shape:
    status, body = answer
    if status != _OK:
        raise ProviderRefusedError(ProviderRefusal.NONSENSE, f"status {status}")
    try:
        return msgspec.json.decode(body, type=shape)
    except (ValueError, RecursionError):
        raise ProviderRefusedError(ProviderRefusal.NONSENSE, shape.__name__) from None


def _with(address: str, query: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"
