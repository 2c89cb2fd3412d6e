"""The provider of identities that a site file names, with the secret from the file beside it. Knows no pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from config.errors import ConfigError
from hall_server.city.oidc import OidcProvider
from hall_server.city.oidc_shapes import OidcSettings

if TYPE_CHECKING:
    from config.site import Sso

SECRET_MAX = 512  # characters


def provider_of(sso: Sso | None, file: str = "site file") -> OidcProvider | None:
    """The provider, asked nothing yet; None without a table. Raises ConfigError for a secret that cannot be read."""
    if sso is None:
        return None
    return OidcProvider(
        OidcSettings(
            issuer=sso.issuer,
            client_id=sso.client_id,
            client_secret=_secret(sso.client_secret_file, file),
            claim=sso.claim,
            scope=sso.scope,
            ask_again=sso.ask_again,
            timeout_s=sso.timeout_s,
        )
    )


def _secret(name: str, file: str) -> str:
    if not name:
        return ""
    key, path = "sso.client_secret_file", Path(name)
    try:
        if not path.is_file():  # a pipe would hang
            raise ConfigError(file, key, f"a file; {name} is none")
        with path.open(encoding="ascii") as lines:
            secret = lines.read(SECRET_MAX + 2).strip()
    except OSError as error:
        raise ConfigError(file, key, f"a file that can be read; {name}: {error.strerror}") from None
    except UnicodeDecodeError:
        secret = ""
    if not 0 < len(secret) <= SECRET_MAX or not secret.isprintable():
        raise ConfigError(file, key, f"one secret of ASCII signs in {name}, at most {SECRET_MAX}")
    return secret
