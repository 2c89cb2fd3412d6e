"""What the flows are handed for kiosks that give numbers out themselves: a room of `seams.Transaction`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.lease import KioskIdentity, Lease
    from hall_server.domain.offline import Outbox, Refused


class KioskRows(Protocol):
    """Kiosks that give numbers out themselves."""

    def kiosk(self, kiosk: str) -> KioskIdentity | None:
        """Who a kiosk is, as far as it was heard."""

    def kiosks(self) -> list[KioskIdentity]:
        """All that were ever heard."""

    def put_kiosk(self, identity: KioskIdentity) -> None:
        """Keep it, new or changed."""

    def leases(self, business_day: str, letter: str) -> list[Lease]:
        """All blocks behind a letter on a day, in order."""

    def was_earlier_boot(self, kiosk: str, boot_id: str, epoch: int) -> bool:
        """Whether a boot of a kiosk was granted a block in an older epoch."""

    def add_lease(self, lease: Lease) -> None:
        """A block is granted."""

    def drop_leases(self, kiosk: str, before_epoch: int) -> None:
        """What is left of the blocks of older epochs is given to nobody."""

    def outbox(self, kiosk: str, incarnation: str) -> Outbox | None:
        """What the hall has of a kiosk's rows in one of its lives."""

    def put_outbox(self, kiosk: str, incarnation: str, outbox: Outbox) -> None:
        """Remember it."""

    def refused_row(self, kiosk: str, incarnation: str, seq: int) -> Refused | None:
        """A row that was refused for good."""

    def add_refused_rows(self, kiosk: str, incarnation: str, rows: Sequence[Refused]) -> None:
        """Remember them."""
