"""The power goes at any byte: what was on paper by then is known afterwards, and no label is given a second time.

SQLite's log grows by what a commit writes and is synced before the commit returns; so whatever a power cut leaves is
the database with some beginning of that log, at least as long as it was when the last commit had returned.
"""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.local_store import LocalStore, Stage
from kiosk.local_store.numbers import Lease, Standing
from tests.integration.kiosk.machines import SECOND, T0, Bench

if TYPE_CHECKING:
    from pathlib import Path

BENCH = Bench()
ORDER = TakeTicket(item="i05")
STANDING = Standing(incarnation="one", business_day="2026-10-16", hall_us=T0)
LEASE = Lease("E", 1, "one", "2026-10-16", "E", 601, 602, T0 + 3600 * SECOND)


def lived(path: Path) -> dict[str, int]:
    """Six numbers, two of them leased; for each printed label, how long the log was when its slip came out."""
    store = LocalStore(path, BENCH.machine())
    store.facts.keep_emergency_letter("K")
    store.begin_life("one")
    store.numbers.grant(LEASE)
    log, printed = path.with_name(path.name + "-wal"), {}
    for number in range(6):
        given = store.give(f"id-{number}", ORDER, queue="E", letter="E", standing=STANDING)
        printed[given.label] = log.stat().st_size
        store.printed(given.ticket_id, Stage.PRINTED)
        store.answer(given.ticket_id, PrintAnswer.PAPER)
    for end in ("", "-wal"):
        shutil.copy(path.with_name(path.name + end), path.with_name("kept" + end))
    store.close()
    return printed


@pytest.mark.parametrize("seed", range(3))
def test_no_label_comes_twice_and_none_is_forgotten_wherever_the_power_is_cut(tmp_path: Path, seed: int) -> None:
    printed = lived(tmp_path / "kiosk.db")
    log = (tmp_path / "kept-wal").read_bytes()
    edges = {min(len(log), size + shift) for size in printed.values() for shift in (-1, 0, 1, 24, 4120)}
    cuts = sorted(edges | set(random.Random(seed).sample(range(min(printed.values()), len(log)), 12)))
    for cut in cuts:
        after = tmp_path / f"after-{cut}"
        after.mkdir()
        shutil.copy(tmp_path / "kept", after / "kiosk.db")
        (after / "kiosk.db-wal").write_bytes(log[:cut])
        on_paper = {label for label, size in printed.items() if size <= cut}
        store = LocalStore(after / "kiosk.db", BENCH.rebooted().machine())
        store.recover()
        known = {row.told.number.label for row in store.outbox.batch(99) if row.told.number}
        fresh = store.give("fresh", ORDER, queue="E", letter="E", standing=STANDING).label
        store.close()
        assert on_paper <= known, f"cut at {cut}"
        assert fresh not in on_paper | known, f"cut at {cut}"
        shutil.rmtree(after)
