"""What a browser brings to the provider's page: who wants to know, where the answer goes, and whether that may be.

Where the answer goes is judged first. While that is not sure nothing is sent anywhere; afterwards whatever is wrong
travels back to whoever asked (RFC 6749, 4.1.2.1; RFC 7636, 4.4.1). Knows no HTTP and no staff.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|[0-9a-f:]{2,45}")
_LONGEST = 512
NAMES = ("response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "prompt",
         "code_challenge", "code_challenge_method")  # fmt: skip


class StrangerError(Exception):
    """Nobody this provider knows, or an address that is not theirs: a page says so, nothing is sent anywhere."""


class Known(msgspec.Struct, frozen=True):
    """The one hall that this provider knows. Without `back_to` the answer may go to any port of this machine."""

    client_id: str = "kapok-hall"
    secret: str = ""  # empty: a public client
    back_to: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the secret."""
        return f"Known({self.client_id!r})"

    def may_go(self, address: str) -> bool:
        """Whether a browser may be sent to this address with a code (RFC 8252, 7.3 for this machine)."""
        if self.back_to:
            return address in self.back_to
        host = _host(address)
        return host in _LOOPBACK

    def may_return(self, address: str) -> bool:
        """Whether a browser may be sent there after signing out, with nothing."""
        if self.back_to:
            return origin(address) in {origin(one) for one in self.back_to}
        return _host(address) in _LOOPBACK


class Asked(msgspec.Struct, frozen=True):
    """A question whose answer may be sent. `wrong`: what is not right with it, in the answer's words, or nothing."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    challenge: str
    prompt: frozenset[str]
    wrong: str

    def answer(self, issuer: str, **said: str) -> str:
        """The address to send the browser back to (RFC 9207: with whose answer it is)."""
        query = urlencode(said | {"iss": issuer} | ({"state": self.state} if self.state else {}))
        return f"{self.redirect_uri}{'&' if '?' in self.redirect_uri else '?'}{query}"


def asked(fields: Mapping[str, str], known: Known) -> Asked:
    """The question in these fields. Raises StrangerError."""
    back_to = fields.get("redirect_uri", "")
    if fields.get("client_id") != known.client_id or not known.may_go(back_to):
        raise StrangerError
    return Asked(
        client_id=known.client_id,
        redirect_uri=back_to,
        state=fields.get("state", "")[:_LONGEST],
        nonce=fields.get("nonce", "")[:_LONGEST],
        challenge=fields.get("code_challenge", ""),
        prompt=frozenset(fields.get("prompt", "").split()),
        wrong=_wrong(fields),
    )


def origin(address: str) -> str:
    """Scheme and host of an address, as a content policy names them; empty for what is none."""
    host = _host(address)
    return f"{urlsplit(address).scheme}://{urlsplit(address).netloc}" if host else ""


def _wrong(fields: Mapping[str, str]) -> str:
    if fields.get("response_type") != "code":
        return "unsupported_response_type"
    if "openid" not in fields.get("scope", "").split():
        return "invalid_scope"
    proved = fields.get("code_challenge_method") == "S256" and _CHALLENGE.fullmatch(fields.get("code_challenge", ""))
    if not proved or any(len(fields.get(name, "")) > _LONGEST for name in ("state", "nonce")):
        return "invalid_request"
    return ""


def _host(address: str) -> str:
    """The host of a plain address of the web; empty for anything else, also when somebody's name stands before it."""
    if not address.isascii() or not address.isprintable() or any(sign in address for sign in " \\\"'<>;,#@"):
        return ""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    return host if parts.scheme in {"http", "https"} and _HOST.fullmatch(host) else ""
