"""A city's keys in memory, its list as files beside a site file, and codes that it signs. All of it made up."""

from __future__ import annotations

import base64
import secrets
import time
from typing import TYPE_CHECKING

from hall_server.city.reference.key_ring import KeyRing, new_ring, rotated
from hall_server.contract.codes.claims import Claims
from hall_server.contract.codes.reference_code import write
from tests.integration.hall_server.served import HALL_ID, SITE_FILE

if TYPE_CHECKING:
    from pathlib import Path

SUBJECT = base64.urlsafe_b64encode(bytes(range(16))).decode().rstrip("=")


def now_s() -> int:
    return time.time_ns() // 1_000_000_000


def site_beside(list_file: Path, roots: tuple[bytes, ...], *lines: str) -> Path:
    """The demo hall's file with a list beside it."""
    pinned = [base64.b64encode(root).decode() for root in roots]
    table = ["[codes]", f'trust_list = "{list_file.name}"', f"roots = {pinned}", *lines]
    path = list_file.with_name("site.toml")
    path.write_text(SITE_FILE.read_text(encoding="utf-8") + "\n".join(["", *table, ""]), encoding="utf-8")
    return path


class MadeUpCity:
    """Signs codes and lists; `lay` leaves its list in a folder, as a technician's timer does."""

    def __init__(self, folder: Path) -> None:
        self.ring: KeyRing = new_ring("city.demo", "", secrets.token_bytes(32), secrets.token_bytes(32), now_s() - 60)
        self.list_file = folder / "trust.json"

    def rotate(self, *, revoke: bool = False) -> None:
        """Another key signs at once."""
        self.ring = rotated(self.ring, secrets.token_bytes(32), now_s() - 1, lead_s=0, revoke=revoke)

    def lay(self, ring: KeyRing | None = None) -> None:
        """Each file whole, the signature first: for a moment they do not fit each other."""
        ring = ring or self.ring
        for name, body in ((f"{self.list_file.name}.sig", ring.signature()), (self.list_file.name, ring.trust_list())):
            fresh = self.list_file.with_name(f"{name}.new")
            fresh.write_bytes(body)
            fresh.rename(self.list_file.with_name(name))

    def site(self, *lines: str, roots: tuple[bytes, ...] = ()) -> Path:
        """The demo hall's file, with this city's root pinned."""
        return site_beside(self.list_file, roots or (self.ring.root_public,), *lines)

    def code(self, audience: str = HALL_ID) -> str:
        """A code that is good now."""
        key, at = self.ring.issuing_key(now_s()), now_s() - 1
        assert key is not None
        claims = Claims(
            issuer=self.ring.issuer,
            subject=SUBJECT,
            audience=audience,
            issued_at=at,
            expires_at=at + 60,
            jti=secrets.token_hex(12),
        )
        return write(claims, key)
