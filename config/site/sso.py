"""[sso]: who says who a member of staff is 统一认证. Without the table, staff numbers and PINs are the only way in.

Knows no network: whether the provider answers is seen when somebody signs in.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlsplit

import msgspec

from config.errors import ConfigError
from config.shapes import Table

if TYPE_CHECKING:
    from pathlib import Path

Issuer = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?\Z", max_length=200)]
ClientId = Annotated[str, msgspec.Meta(pattern=r"^[\x21-\x7e]{1,128}\Z")]
Claim = Annotated[str, msgspec.Meta(pattern=r"^[\x21-\x7e]{1,100}\Z")]
Scope = Annotated[str, msgspec.Meta(pattern=r"^openid( [\x21-\x7e]+)*\Z", max_length=200)]


class Sso(Table, frozen=True):
    """[sso]. `pin`: always, or only for `outage_min` minutes after the provider was found away."""

    issuer: Issuer
    client_id: ClientId
    client_secret_file: str = ""  # a path from this file; empty: a public client, PKCE alone
    claim: Claim = "staff_no"
    scope: Scope = "openid profile"
    ask_again: bool = False  # each sign-in asks who it is, whoever may be signed in at the provider
    pin: Literal["always", "outage"] = "always"
    outage_min: Annotated[int, msgspec.Meta(ge=1, le=480)] = 30
    back_to: Literal["request", "public_address"] = "request"
    timeout_s: Annotated[float, msgspec.Meta(ge=0.5, le=7)] = 5.0  # the page itself waits 8 s for the hall


def sso_beside(path: Path, sso: Sso | None, public_address: str) -> Sso | None:
    """The table with its path told from the working folder. ConfigError for a way back that there is not."""
    if sso is None:
        return None
    if sso.back_to == "public_address" and not public_address:
        raise ConfigError(path, "sso.back_to", '"request", or an address in hall.public_address')
    if "\0" in sso.client_secret_file:
        raise ConfigError(path, "sso.client_secret_file", "a path of a file")
    file = str(path.parent / sso.client_secret_file) if sso.client_secret_file else ""
    return msgspec.structs.replace(sso, client_secret_file=file)


def in_clear(issuer: str) -> bool:
    """Whether a provider is asked without TLS over more than this machine."""
    parts = urlsplit(issuer)
    host = parts.hostname or ""
    if parts.scheme != "http" or host == "localhost":
        return False
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return True
