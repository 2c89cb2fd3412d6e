"""P9: a hall takes in what kiosks gave without it: 10,000 numbers with the fate of their slips, then all of them again.

From the bytes of a body to the bytes of its answer: parsed, judged, numbered, chained, committed with a sync for each
body of 1,000 rows, and taken into the hall's memory. The network and the framework's routing are not in it.
"""

from __future__ import annotations

import time
import uuid
from statistics import median
from typing import TYPE_CHECKING

import msgspec

from config.site import load_site
from hall_server.app.compose import RandomIds
from hall_server.app.hall_clock import SystemClock
from hall_server.app.site_file import hall_site
from hall_server.contract.messages import TakeTicket
from hall_server.contract.offline import ROWS_AT_MOST, AskLease, LeaseGrant, OfflineTake, Outbox
from hall_server.contract.vocabulary import ActorKind, Origin, PrintAnswer
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.create import create_hall
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore
from hall_server.store.verify import verify
from tests.bench.hall.ids import fresh_id
from tests.bench.hall.place import HALL, ROOT
from tests.bench.report import Row, report

if TYPE_CHECKING:
    from pathlib import Path

KIOSKS = 5
TICKETS = 10_000
ROUNDS = 3
GOAL = 20_000.0


class Drained:
    """A hall in this process, and the bodies that its kiosks have ready."""

    def __init__(self, folder: Path, answer: PrintAnswer | None = PrintAnswer.PAPER) -> None:
        self.answer = answer
        folder.mkdir()
        self.site, path = hall_site(load_site(ROOT / "config/sites/demo.toml")), folder / FILE_NAME
        create_hall(folder, self.site.id, str(uuid.uuid4()), SystemClock().now())
        self.store, self.reader = SqliteStore(path, self.site.id), SqliteReader(path, self.site.id)
        commits = DirectCommit(self.store)
        self.hall = Hall(
            site=self.site, commits=commits, reader=self.reader, hub=Hub(), clock=SystemClock(), ids=RandomIds()
        )
        commits.announce = self.hall.announce
        self.item = next(iter(self.site.items.values()))
        self.bodies = [body for number in range(KIOSKS) for body in self._bodies(f"K{number}")]

    def deliver(self) -> float:
        """Seconds for all bodies, each under a key of its own."""
        began = time.perf_counter()
        for kiosk, body in self.bodies:
            order = msgspec.json.decode(body, type=Outbox)
            ack = self.hall.kiosks.outbox(Caller(ActorKind.KIOSK, kiosk), str(uuid.uuid4()), kiosk, order).result()
            msgspec.json.encode(ack)
            if ack.refused:
                raise AssertionError(ack.refused)
        return time.perf_counter() - began

    def close(self) -> list[str]:
        """End; what is wrong with what stands in the store."""
        findings = verify(self.reader, self.site.id).findings
        self.reader.close()
        self.store.close()
        return findings

    def _bodies(self, kiosk: str) -> list[tuple[str, bytes]]:
        boot, fingerprint = str(uuid.uuid4()), kiosk.encode().hex().zfill(64)
        rows: list[OfflineTake] = []
        while len(rows) < TICKETS // KIOSKS:
            lease = self._lease(kiosk, boot, fingerprint)
            for number in range(lease.first, lease.last + 1):
                rows.append(self._row(lease, number, len(rows) + 1))
        parts = [tuple(rows[at : at + ROWS_AT_MOST]) for at in range(0, len(rows), ROWS_AT_MOST)]
        life = self.hall.incarnation
        return [(kiosk, msgspec.json.encode(Outbox(boot, fingerprint, life, part, lease.epoch))) for part in parts]

    def _lease(self, kiosk: str, boot: str, fingerprint: str) -> LeaseGrant:
        order = AskLease(kiosk, boot, fingerprint, self.hall.incarnation, 0, self.item.queue)
        return self.hall.kiosks.lease(Caller(ActorKind.KIOSK, kiosk), str(uuid.uuid4()), order).result()

    def _row(self, lease: LeaseGrant, number: int, seq: int) -> OfflineTake:
        return OfflineTake(
            seq=seq,
            ticket=fresh_id(),
            label=f"{lease.letter}{number:03d}",
            number=number,
            letter=lease.letter,
            queue=lease.queue,
            business_day=lease.business_day,
            origin=Origin.LEASE,
            order=TakeTicket(self.item.id),
            epoch=lease.epoch,
            age_us=(TICKETS - seq) * 1000,
            answer=self.answer,
        )


def measure(folder: Path) -> list[Row]:
    """P9 with its proofs: the median of a few fresh halls."""
    folder.mkdir(exist_ok=True)
    drains, replays, takes, new_rows, missing = [], [], [], 0, 0
    findings: list[str] = []
    for turn in range(ROUNDS):
        made = Drained(folder / f"drain-{turn}")
        drains.append(TICKETS / made.deliver())
        before = made.hall.n
        missing += TICKETS - len(made.reader.tickets())
        replays.append(TICKETS / made.deliver())
        new_rows += made.hall.n - before + len(made.reader.tickets()) - (TICKETS - missing)
        findings += made.close()
        alone = Drained(folder / f"take-{turn}", None)
        takes.append(TICKETS / alone.deliver())
        findings += alone.close()
    rate = median(drains)
    return [
        Row("P9", f"{TICKETS} offline tickets taken in, {HALL}", rate, "/s", ">= 20000", rate >= GOAL),
        Row("P9take", "the same, not yet told what became of their slips", median(takes), "/s"),
        Row("P9again", "the same delivered again", median(replays), "/s"),
        Row("P9rows", "rows that the replay created", new_rows, "", "= 0", new_rows == 0),
        Row("P9lost", "tickets that are missing", missing, "", "= 0", missing == 0),
        Row("P9proof", "findings of verify", len(findings), "", "= 0", not findings),
    ]


if __name__ == "__main__":
    import tempfile
    from pathlib import Path as Folder

    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as place:
        report("bench-drain", measure(Folder(place) / "halls"))
