"""The small form of drill-power: real programs on a mounted disk that forgets; the control must be caught."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hall_server.store.floor import measure_floor
from tests.drills.power.plug import Rig, unavailable
from tests.drills.power.runs import cut_hall, cut_kiosk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.drills.power.drill import Tally

SEED = 2  # its cuts come while a store is made, starts and works, and once under the whole server
CUTS = 6
CONTROL_CUTS = 20  # at most
pytestmark = [pytest.mark.skipif(bool(unavailable()), reason=unavailable() or "here"), pytest.mark.slow]
BOTH = pytest.mark.parametrize("cut", [cut_hall, cut_kiosk])


@BOTH
def test_nothing_is_lost_and_no_number_comes_twice_wherever_the_power_is_cut(cut: Callable[..., Tally]) -> None:
    tally = cut(CUTS, SEED)
    assert tally.cases == []
    assert tally.cuts >= CUTS
    assert tally.looks


@BOTH
def test_the_drill_catches_a_store_that_does_not_wait_for_the_disk(cut: Callable[..., Tally]) -> None:
    assert cut(CONTROL_CUTS, SEED, weak=True).cases


@pytest.fixture
def rig() -> Iterator[Rig]:
    with Rig() as rig:
        yield rig


def test_a_database_on_the_disk_keeps_what_was_committed_and_loses_what_was_not(rig: Rig) -> None:
    path = rig.mount / "a.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("CREATE TABLE a (x)")
        db.execute("INSERT INTO a VALUES (1)")
        rig.power_for(1)  # the commit writes twice before it syncs
        with pytest.raises(sqlite3.OperationalError):
            db.execute("INSERT INTO a VALUES (2)")
    rig.wait_for_dark()
    rig.cut(1)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT x FROM a").fetchall() == [(1,)]
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_floor_of_the_disk_is_measured_and_leaves_nothing(rig: Rig) -> None:
    assert measure_floor(rig.mount) > 0
    assert list(rig.mount.iterdir()) == []


def test_nothing_is_mounted_any_more_when_the_rig_is_closed() -> None:
    with Rig() as rig:
        mount = rig.mount
        (mount / "a").write_text("x")
    assert str(mount) not in Path("/proc/mounts").read_text(encoding="utf-8")
    assert not mount.exists()
