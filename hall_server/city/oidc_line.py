"""One question to a provider: to its own address, without detours, proxies, redirects or large answers.

What goes wrong is told as one of two things: it is away, or what it says means nothing. Knows no OpenID.
"""

from __future__ import annotations

import ssl
from functools import cache
from typing import TYPE_CHECKING

import httpx

from hall_server.domain.identity_provider import ProviderRefusal, ProviderRefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 256 * 1024
_SERVER_ERROR = 500
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "kapok-hall"}


class ProviderLine:
    """Asks. Certificates are judged by this machine's own store (SSL_CERT_FILE names another)."""

    def __init__(self, timeout_s: float) -> None:
        self._timeout = httpx.Timeout(timeout_s)
        _trust()  # some milliseconds, now and not in the middle of a day

    async def ask(
        self, url: str, form: Mapping[str, str] | None = None, login: tuple[str, str] | None = None
    ) -> tuple[int, bytes]:
        """GET, or POST a form; status (below 300, or 4xx) and body. Raises ProviderRefusedError.

        Args:
            url: where; the whole address.
            form: fields to post.
            login: name and secret for HTTP's basic authentication, as they stand in the header.
        """
        try:
            async with httpx.AsyncClient(
                verify=_trust(), trust_env=False, timeout=self._timeout, follow_redirects=False, headers=_HEADERS
            ) as line:
                request = line.build_request("GET" if form is None else "POST", url, data=form)
                answer = await line.send(request, stream=True, auth=httpx.BasicAuth(*login) if login else None)
                try:
                    return answer.status_code, await _body(answer)
                finally:
                    await answer.aclose()
        except httpx.HTTPError as error:
            raise ProviderRefusedError(ProviderRefusal.AWAY, type(error).__name__) from None
        except (httpx.InvalidURL, UnicodeError) as error:
            raise ProviderRefusedError(ProviderRefusal.NONSENSE, type(error).__name__) from None


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


async def _body(answer: httpx.Response) -> bytes:
    if answer.status_code >= _SERVER_ERROR:
        raise ProviderRefusedError(ProviderRefusal.AWAY, f"status {answer.status_code}")
    if answer.is_redirect or answer.headers.get("content-encoding"):
        raise ProviderRefusedError(ProviderRefusal.NONSENSE, f"status {answer.status_code}")
    body = bytearray()
    async for piece in answer.aiter_raw():
        body += piece
        if len(body) > MAX_BYTES:
            raise ProviderRefusedError(ProviderRefusal.NONSENSE, "too large")
    return bytes(body)
