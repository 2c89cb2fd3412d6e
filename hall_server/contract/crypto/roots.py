"""Roots: public keys that people pin by hand, told without their algorithm. A root's length says which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.crypto.algorithms import PROVIDERS, NoProviderError, name_for, provider_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hall_server.contract.crypto.port import Signatures


def usable_root(root: bytes, providers: Mapping[int, Signatures] = PROVIDERS) -> bool:
    """Whether something may be signed under it: a public key of the table's algorithms, and not everybody's.

    Raises NoProviderError for one that this program cannot compute with.
    """
    name = name_for(root)
    return name is not None and provider_of(name, providers).usable(root)


def signed_by_root(
    message: bytes, signature: bytes, roots: Iterable[bytes], providers: Mapping[int, Signatures] = PROVIDERS
) -> bool:
    """Whether one of the roots signed. Raises NoProviderError when none did and one of them cannot be asked."""
    missing: NoProviderError | None = None
    for root in roots:
        try:
            if usable_root(root, providers) and provider_of(name_for(root) or "", providers).holds(
                root, message, signature
            ):
                return True
        except NoProviderError as error:
            missing = error
    if missing:
        raise missing
    return False
