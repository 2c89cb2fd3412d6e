"""Kiosks and a hall under faults in any order: no label is given twice, no number that some store still knows is lost.

Everybody's memory is measured by what is printed: paper does not forget. Boots drop blocks, answers get lost, outboxes
come in parts and again, backups and old images are put back, copies of machines speak up, days roll over.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall_server.contract.messages import TakeTicket
from hall_server.contract.offline import OfflineTake
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import Origin, PrintAnswer
from hall_server.domain.hall_state import Incarnation
from tests.integration.hall_server.made import MadeHall, fresh
from tests.integration.hall_server.offline_kiosk import OfflineKiosk

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView
    from tests.unit.hall_server.halls import HandClock

ALONE = ("give", "give", "give", "boot", "image", "backup", "restore", "hour", "night")
WITH_THE_HALL = ("online", "lease", "deliver", "deliver_some", "deliver_unheard", "replay", "old_image", "copy")
ACTS = st.lists(st.tuples(st.sampled_from(ALONE + WITH_THE_HALL), st.integers(0, 2)), min_size=5, max_size=60)


class World:
    """One hall, its backup, its kiosks, and everything that was ever printed: (day, label) → ticket id."""

    def __init__(self, folder: Path, empty: bytes) -> None:
        self.folder = folder
        self.lives = 0
        self.made = self.opened(empty)
        self.kept = empty
        life = self.made.hall.incarnation
        self.kiosks = [OfflineKiosk(f"K{no}", f"{no}" * 64, life=life) for no in (1, 2, 3)]
        self.images: dict[str, int] = {}
        self.online_views: dict[str, list[TicketView]] = {kiosk.name: [] for kiosk in self.kiosks}
        self.printed: dict[tuple[str, str], str] = {}
        self.in_no_store: set[str] = set()
        for kiosk in self.kiosks:
            kiosk.ask(self.made.hall)

    def opened(self, backup: bytes, clock: HandClock | None = None) -> MadeHall:
        self.lives += 1
        place = self.folder / f"life-{self.lives}"
        place.mkdir()
        (place / "hall.sqlite3").write_bytes(backup)
        return MadeHall(place, clock)

    def act(self, what: str, kiosk: OfflineKiosk) -> None:
        if what in WITH_THE_HALL:
            self.meet(kiosk)
        getattr(self, what)(kiosk)

    def meet(self, kiosk: OfflineKiosk) -> None:
        """A kiosk that hears of a new life offers everything again, the hall's own numbers included."""
        if kiosk.life == self.made.hall.incarnation:
            return
        kiosk.begin_life(self.made.hall.incarnation)
        for view in self.online_views[kiosk.name]:
            letter = view.label.rstrip("0123456789")
            number = int(view.label[len(letter) :])
            row = OfflineTake(
                1, view.id, view.label, number, letter, view.queue, view.business_day, Origin.ONLINE,
                TakeTicket(view.item), answer=PrintAnswer.PAPER,
            )  # fmt: skip
            if not any(kept and kept[0].ticket == view.id for kept in kiosk.rows):
                kiosk.put(row)

    def print(self, label: str, ticket: str) -> None:
        place = (self.made.hall.now().business_day, label)
        assert place not in self.printed, f"{label} was given twice"
        self.printed[place] = ticket

    def close(self) -> None:
        """Everybody meets the hall once more: whatever some store knows is there, once."""
        for kiosk in self.kiosks:
            self.meet(kiosk)
            self.deliver(kiosk)
        there = {ticket.id: ticket.label for ticket in self.made.reader.tickets()}
        for (_, label), ticket in self.printed.items():
            assert ticket in self.in_no_store or there.get(ticket) == label
        self.made.close()

    # -- without the hall ----------------------------------------------------------------------------------------------

    def give(self, kiosk: OfflineKiosk) -> None:
        if kiosk.lease is not None and kiosk.lease.expires_at <= self.made.clock.at:
            kiosk.lease = None
        row = kiosk.give()
        self.print(row.label, row.ticket)

    def boot(self, kiosk: OfflineKiosk) -> None:
        kiosk.reboot()

    def image(self, kiosk: OfflineKiosk) -> None:
        self.images[kiosk.name] = len(kiosk.rows)

    def backup(self, _: OfflineKiosk) -> None:
        self.made.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.kept = self.made.path.read_bytes()

    def restore(self, _: OfflineKiosk) -> None:
        """A backup is put back by somebody who still has the lives of the database that it replaces (ADR 0009)."""
        clock, lives = self.made.clock, self.made.reader.incarnations()
        self.made.close()
        self.images.clear()  # an old image of a kiosk and an old hall together have forgotten for good
        between = self.opened(self.kept, clock)
        lives.append(Incarnation(f"{len(lives) + 1:08}-0000-0000-0000-000000000000", 0, clock.at, "restored"))
        for life in lives[len(between.reader.incarnations()) :]:
            between.store.run(lambda tx, life=life: tx.open_incarnation(life.id, life.at, life.cause))
        between.close()
        self.made = self.opened(between.path.read_bytes(), clock)

    def hour(self, _: OfflineKiosk) -> None:
        self.forward(3600)

    def night(self, _: OfflineKiosk) -> None:
        self.forward(24 * 3600)

    def forward(self, seconds: float) -> None:
        self.made.clock.forward(seconds)
        self.made.tick()
        for kiosk in self.kiosks:
            kiosk.at += seconds

    # -- with it -------------------------------------------------------------------------------------------------------

    def online(self, kiosk: OfflineKiosk) -> None:
        view = self.made.hall.take_ticket(kiosk.caller, fresh(), TakeTicket("i1")).result()
        self.online_views[kiosk.name].append(view)
        self.print(view.label, view.id)

    def lease(self, kiosk: OfflineKiosk) -> None:
        self.deliver(kiosk)
        before = kiosk.day
        granted = kiosk.ask(self.made.hall)
        if granted.business_day != before:
            kiosk.emergency_next = granted.emergency_next

    def deliver(self, kiosk: OfflineKiosk) -> None:
        assert kiosk.deliver(self.made.hall).refused == ()
        assert kiosk.acked == len(kiosk.rows)

    def deliver_some(self, kiosk: OfflineKiosk) -> None:
        assert kiosk.deliver(self.made.hall, kiosk.body(last=kiosk.acked + 2)).refused == ()

    def deliver_unheard(self, kiosk: OfflineKiosk) -> None:
        acked = kiosk.acked
        self.deliver(kiosk)
        kiosk.acked = acked  # the answer got lost

    def replay(self, kiosk: OfflineKiosk) -> None:
        n = self.made.hall.n
        kiosk.deliver(self.made.hall, kiosk.body(1, kiosk.acked))
        assert self.made.hall.n == n

    def old_image(self, kiosk: OfflineKiosk) -> None:
        """An old image of a store is put back after the hall had everything: what it does not know is gone there."""
        self.deliver(kiosk)
        if kiosk.name not in self.images:
            return
        known = self.images[kiosk.name]
        self.in_no_store |= {kept[0].ticket for kept in kiosk.rows[known:] if kept}
        kiosk.rows[known:] = [None] * (len(kiosk.rows) - known)
        kiosk.reboot()
        kiosk.emergency_next = 1
        assert kiosk.ask(self.made.hall).acked == len(kiosk.rows)

    def copy(self, kiosk: OfflineKiosk) -> None:
        """A copy of its disk in a machine of the same make, on a boot that is over: it gets nothing."""
        before = kiosk.boot_id
        kiosk.ask(self.made.hall)
        kiosk.reboot()
        kiosk.ask(self.made.hall)
        copied = OfflineKiosk(kiosk.name, kiosk.fingerprint, before, life=kiosk.life)
        with pytest.raises(HallProblem, match="lease_fenced"):
            copied.ask(self.made.hall)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = MadeHall(tmp_path_factory.mktemp("empty"))
    made.close()
    return made.path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(acts=ACTS)
def test_no_label_is_given_twice_and_no_number_is_lost(empty: Path, acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), empty.read_bytes())
        for what, who in acts:
            world.act(what, world.kiosks[who])
        world.close()
