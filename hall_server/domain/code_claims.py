"""Which signed codes were shown in the hall (definitions.md 14): what a claim is, and what rows of them are handed."""

from __future__ import annotations

import hashlib
from typing import NamedTuple, Protocol

USED_TWICE = "code_used_twice"  # a record's kind
_HEX = 32  # 128 bits


class CodeClaim(NamedTuple):
    """Who claimed a code first. `key`: of the request, whose repeat is no second claim; `at`: UTC microseconds."""

    code: str
    kiosk: str
    key: str
    at: int


def code_mark(issuer: str, jti: str) -> str:
    """What is kept of a code: enough to know it again, and nothing that could be shown."""
    return hashlib.sha256(f"{issuer}\0{jti}".encode()).hexdigest()[:_HEX]


class ClaimRows(Protocol):
    """Claims inside a transaction."""

    def code_claim(self, code: str) -> CodeClaim | None:
        """Who has a code."""

    def add_code_claim(self, claim: CodeClaim) -> None:
        """It is theirs."""

    def forget_code_claims(self, before: int) -> None:
        """Drop claims that were made before a moment."""
