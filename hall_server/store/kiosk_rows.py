"""Kiosks, leases and outboxes inside a transaction. Part of a `seams.Transaction`, for any dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import ProblemCode
from hall_server.domain.lease import KioskIdentity, Lease
from hall_server.domain.offline import Outbox, Refused
from hall_server.store import kiosk_statements as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Sequence


class KioskRows(Driver):
    """See `seams.KioskRows`."""

    def kiosk(self, kiosk: str) -> KioskIdentity | None:
        row = self.one(sql.KIOSK, kiosk=kiosk)
        return KioskIdentity(*row) if row else None

    def kiosks(self) -> list[KioskIdentity]:
        return [KioskIdentity(*row) for row in self.run(sql.KIOSKS)]

    def put_kiosk(self, identity: KioskIdentity) -> None:
        self.run_with(sql.PUT_KIOSK, msgspec.structs.asdict(identity))

    def leases(self, business_day: str, letter: str) -> list[Lease]:
        rows = self.run(sql.LEASES, business_day=business_day, letter=letter)
        return [msgspec.structs.replace(Lease(*row), dropped=bool(row[10])) for row in rows]

    def was_earlier_boot(self, kiosk: str, boot_id: str, epoch: int) -> bool:
        return self.one(sql.EARLIER_BOOT, kiosk=kiosk, boot_id=boot_id, epoch=epoch) is not None

    def add_lease(self, lease: Lease) -> None:
        self.run_with(sql.NEW_LEASE, {**msgspec.structs.asdict(lease), "dropped": int(lease.dropped)})

    def drop_leases(self, kiosk: str, before_epoch: int) -> None:
        self.run(sql.DROP_LEASES, of_hall=self.hall_id, of_kiosk=kiosk, before=before_epoch)

    def outbox(self, kiosk: str, incarnation: str) -> Outbox | None:
        row = self.one(sql.OUTBOX, kiosk=kiosk, incarnation=incarnation)
        return Outbox(*row) if row else None

    def put_outbox(self, kiosk: str, incarnation: str, outbox: Outbox) -> None:
        self.run(sql.PUT_OUTBOX, kiosk=kiosk, incarnation=incarnation, acked=outbox.acked, since=outbox.since)

    def refused_row(self, kiosk: str, incarnation: str, seq: int) -> Refused | None:
        row = self.one(sql.REFUSED, kiosk=kiosk, incarnation=incarnation, seq=seq)
        return Refused(seq, row[0], ProblemCode(row[1])) if row else None

    def add_refused_rows(self, kiosk: str, incarnation: str, rows: Sequence[Refused]) -> None:
        for row in rows:
            self.run(
                sql.NEW_REFUSED,
                kiosk=kiosk,
                incarnation=incarnation,
                seq=row.seq,
                ticket_id=row.ticket,
                code=row.code.value,
            )
