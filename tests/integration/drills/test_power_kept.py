"""What a command has told as done is there when the power goes in the next moment, on the strictest of disks."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from config.durable import sync
from hall_server.commands import db as database
from hall_server.commands import hall
from hall_server.store.create import halls_in
from hall_server.store.migrate import migrate, newest_revision, revision, strangeness
from kiosk.local_store import LocalStore
from tests.drills.power.fate import Fate, How
from tests.drills.power.hall_life import SITE_FILE
from tests.drills.power.plug import Rig, unavailable
from tests.integration.hall_server.served import HALL_ID
from tests.keep_database import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTHING_SURVIVES = next(seed for seed in range(99) if Fate(seed, 1, 1).how is How.DROPPED)
TO_THE_END = 1000  # steps: a migration is told as done before, and then the power goes
OLDEST = GOLDEN / "v0001.sql"
pytestmark = pytest.mark.skipif(bool(unavailable()), reason=unavailable() or "here")


@pytest.fixture
def rig() -> Iterator[Rig]:
    with Rig() as rig:
        yield rig


def said(*words: str | Path) -> None:
    (hall if words[0] == "init" else database).main([str(word) for word in words], standalone_mode=False)


def steps(rig: Rig) -> int:
    """How many the disk has counted so far."""
    found = re.search(r"step (\d+)", rig.cut(NOTHING_SURVIVES))
    assert found
    return int(found[1])


def secret(data: Path) -> str:
    return (data / "pseudonym.key").read_text(encoding="ascii").strip()


def test_a_hall_its_backup_and_what_was_restored_of_it_are_there_after_the_power_went(rig: Rig) -> None:
    data, restored, backup = rig.mount / "new" / "hall", rig.mount / "again" / "hall", rig.mount / "today.zip"
    said("init", "--site", SITE_FILE, "--data", data)
    rig.cut(NOTHING_SURVIVES)
    assert (halls_in(data), len(secret(data))) == ([HALL_ID], 64)
    said("backup", "--data", data, "--out", backup)
    rig.cut(NOTHING_SURVIVES)
    said("restore", "--data", restored, backup)
    rig.cut(NOTHING_SURVIVES)
    assert (halls_in(restored), secret(restored)) == ([HALL_ID], secret(data))


@pytest.mark.parametrize("missing", [1, 2, 8, 30, 200])
def test_an_init_that_was_cut_off_is_ended_by_the_next_one(rig: Rig, missing: int) -> None:
    words = ("init", "--site", SITE_FILE, "--data")
    said(*words, rig.mount / "counted")
    before = steps(rig)
    rig.power_for(before - missing)
    with suppress(Exception):  # whatever a disk that is gone makes of it
        said(*words, rig.mount / "hall")
    rig.cut(missing)
    if not (rig.mount / "hall" / "hall.sqlite3").exists():
        said(*words, rig.mount / "hall")
    assert (halls_in(rig.mount / "hall"), len(secret(rig.mount / "hall"))) == ([HALL_ID], 64)


def test_a_kiosks_store_in_a_new_folder_is_there_after_the_power_went(rig: Rig) -> None:
    path = rig.mount / "kapok" / "kiosk" / "kiosk.db"
    store = LocalStore(path)
    store.asked("one")
    store.reserved("one", "A001", "2026-10-16")
    store.close()
    rig.cut(NOTHING_SURVIVES)
    again = LocalStore(path)
    row = again.row("one")
    again.close()
    assert row is not None
    assert row.label == "A001"


def test_a_migration_is_whole_or_not_begun_wherever_the_power_is_cut(rig: Rig) -> None:
    cuts = [(step, step) for step in range(2, 90, 9)]  # when, and what survives
    for number, (step, fate) in enumerate([*cuts, (TO_THE_END, NOTHING_SURVIVES)]):
        path = rig.mount / f"{number}.sqlite3"
        with closing(sqlite3.connect(path)) as db:
            db.executescript(OLDEST.read_text(encoding="utf-8"))
        sync(path)
        sync(rig.mount)
        rig.power_for(step)
        done = False
        with suppress(Exception):  # whatever a disk that is gone makes of it
            migrate(path)
            done = True
        lost = rig.cut(fate)
        assert done or step != TO_THE_END
        assert strangeness(path) == "", f"step {step}, {lost}"
        assert revision(path) == newest_revision() or not done, f"step {step}, {lost}"
        migrate(path)
        assert (revision(path), strangeness(path)) == (newest_revision(), ""), f"step {step}, {lost}"
