"""What a signature algorithm must do, whoever provides it. Knows no algorithm."""

from __future__ import annotations

from typing import Protocol


class Signatures(Protocol):
    """One signature algorithm over raw bytes. Nothing here raises for bytes from outside."""

    def usable(self, public: bytes) -> bool:
        """Whether this can be somebody's public key: of the right length, and none under which anybody can sign."""
        ...

    def holds(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """Whether the owner of `public` signed exactly this message."""
        ...

    def private_of(self, seed: bytes) -> bytes:
        """The private key that 32 random bytes stand for; the same each time."""
        ...

    def sign(self, private: bytes, message: bytes) -> bytes:
        """The signature, the same each time. Raises ValueError when `private` is no key."""
        ...

    def public_of(self, private: bytes) -> bytes:
        """The public half. Raises ValueError when `private` is no key."""
        ...
