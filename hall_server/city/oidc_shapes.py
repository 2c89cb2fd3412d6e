"""What an OpenID provider answers, as far as a hall reads it (OpenID Connect Core and Discovery 1.0, RFC 6749, 7517).

Providers add members of their own everywhere: what is not named here is passed over. Knows no HTTP.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

Url = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s#@]+\Z", max_length=500)]
Texts = Annotated[tuple[str, ...], msgspec.Meta(max_length=200)]


class OidcSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which provider, and who the hall is there. `timeout_s` is for one whole leg: out, or back."""

    issuer: str
    client_id: str
    client_secret: str = ""  # empty: a public client, PKCE alone
    claim: str = "staff_no"
    scope: str = "openid profile"
    ask_again: bool = False  # whoever is signed in there is asked all the same
    timeout_s: float = 5.0

    def __repr__(self) -> str:
        """Without the secret."""
        return f"OidcSettings(issuer={self.issuer!r}, client_id={self.client_id!r})"


class Discovery(msgspec.Struct, frozen=True):
    """`<issuer>/.well-known/openid-configuration`."""

    issuer: str
    authorization_endpoint: Url
    token_endpoint: Url
    jwks_uri: Url
    end_session_endpoint: Url | None = None
    response_types_supported: Texts = ("code",)
    code_challenge_methods_supported: Texts = ("S256",)
    token_endpoint_auth_methods_supported: Texts = ("client_secret_basic",)
    authorization_response_iss_parameter_supported: bool = False

    def endpoints(self) -> tuple[str, ...]:
        """Every address in it."""
        whole = (self.authorization_endpoint, self.token_endpoint, self.jwks_uri, self.end_session_endpoint)
        return tuple(one for one in whole if one)


class KeySet(msgspec.Struct, frozen=True):
    """A JWK set. Keys of kinds that nobody here knows may stand in it."""

    keys: Annotated[tuple[dict[str, Any], ...], msgspec.Meta(max_length=64)]


class CodeAnswer(msgspec.Struct, frozen=True):
    """What a code is worth. The access token is not read: the hall asks for nothing on anybody's behalf."""

    id_token: Annotated[str, msgspec.Meta(max_length=32_768)]

    def __repr__(self) -> str:
        """Without who it is."""
        return "CodeAnswer()"


class OAuthError(msgspec.Struct, frozen=True):
    """A refusal (RFC 6749, 5.2)."""

    error: Annotated[str, msgspec.Meta(max_length=64)]


class Header(msgspec.Struct, frozen=True):
    """Of a signed id_token (RFC 7515)."""

    alg: str
    kid: str = ""
    crit: Any = None


class Said(msgspec.Struct, frozen=True):
    """The claims of an id_token that are judged; times in seconds since 1970."""

    iss: str
    aud: str | tuple[str, ...]
    sub: Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
    exp: int | float
    iat: int | float
    nonce: str = ""
    azp: str = ""

    def __repr__(self) -> str:
        """Without who it is."""
        return f"Said(iss={self.iss!r})"
