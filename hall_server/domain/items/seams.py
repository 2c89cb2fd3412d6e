"""What the flows are handed to keep publications of the catalogue with, and to find what belongs to one visit.

Only shapes (see `hall_server.domain.seams`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall_server.domain.items.snapshots import Published


class ItemRows(Protocol):
    """Publications as a transaction sees them."""

    def snapshots(self) -> list[Published]:
        """All of them, oldest first."""

    def snapshot_body(self, version: str) -> bytes | None:
        """The newest body under a version."""

    def add_snapshot(self, published: Published, body: bytes) -> None:
        """One publication more."""


class ItemReader(Protocol):
    """What is committed."""

    def snapshots(self) -> list[Published]:
        """All publications, oldest first."""

    def snapshot_body(self, version: str) -> bytes | None:
        """The newest body under a version."""

    def correlated(self, correlation: str) -> tuple[list[str], list[str]]:
        """The ids of the tickets and of the bookings that carry an id (CL-H4), each in the order of coming."""
