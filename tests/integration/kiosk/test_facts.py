"""What the store knows of the hall, what it does with old files, and how it tells time without the hall."""

from __future__ import annotations

import dataclasses
import sqlite3
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.local_store import LocalStore, LocalStoreTooNewError, Stage
from kiosk.local_store.facts import Contact
from kiosk.local_store.file import VERSION
from tests.integration.kiosk.machines import SECOND, T0, Bench
from tests.integration.kiosk.stand_in import CATALOGUE, hall_now

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.messages import HallNow

OLD_TABLE = (
    "CREATE TABLE [journal] ([ticket_id] TEXT PRIMARY KEY, [label] TEXT, [business_day] TEXT, [stage] TEXT,"
    " [answer] TEXT, [boot_id] TEXT, [told] INTEGER, [boottime_us] INTEGER)"
)
OLD_ROW = "INSERT INTO journal VALUES ('old', 'A042', '2026-10-16', 'printed', 'paper', 'boot', 0, 5)"


def contact_at(bench: Bench, at: int = T0) -> Contact:
    machine = bench.machine()
    return Contact(replace_at(at), machine.boot_id, machine.boottime_us(), machine.wall_us())


def replace_at(at: int) -> HallNow:

    return msgspec.structs.replace(hall_now(), at=at)


def test_what_was_heard_of_the_hall_is_known_to_the_next_process(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    assert (store.facts.contact(), store.facts.catalogue()) == (None, None)
    contact = contact_at(Bench())
    store.facts.heard(contact)
    store.facts.keep_catalogue(CATALOGUE)
    store.close()
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    assert (store.facts.contact(), store.facts.catalogue()) == (contact, CATALOGUE)
    store.close()


def test_an_epoch_of_an_earlier_boot_can_be_dropped_and_one_of_this_boot_not(tmp_path: Path) -> None:
    bench = Bench()
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    assert not store.facts.drop_old_epoch()
    store.facts.keep_epoch(3)
    assert not store.facts.drop_old_epoch()
    store.close()
    store = LocalStore(tmp_path / "kiosk.db", bench.rebooted().machine())
    assert store.facts.epoch() == 3
    assert store.facts.drop_old_epoch()
    assert (store.facts.epoch(), store.facts.drop_old_epoch()) == (0, False)
    store.close()


def test_the_time_of_the_hall_goes_on_by_the_time_since_the_boot_alone() -> None:
    bench = Bench()
    contact = contact_at(bench)
    bench.passes(90)
    bench.times.wall_us -= 365 * 86400 * SECOND  # somebody sets the clock
    assert contact.hall_us(bench.machine()) == T0 + 90 * SECOND
    assert contact.hall_us(bench.rebooted().machine()) is None


@pytest.mark.parametrize(("off_s", "right"), [(0, True), (59, True), (-59, True), (61, False), (-31_000_000, False)])
def test_a_clock_that_is_more_than_a_minute_off_is_not_trusted(off_s: int, right: bool) -> None:
    bench = Bench()
    contact = contact_at(bench)
    bench.passes(3600)
    bench.times.wall_us += off_s * SECOND
    assert contact.clock_is_right(bench.machine()) is right


def test_nothing_is_known_of_the_clock_after_a_boot() -> None:
    bench = Bench()
    assert not contact_at(bench).clock_is_right(bench.rebooted().machine())


def test_a_fact_of_another_shape_is_no_fact(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    store.facts.heard(contact_at(Bench()))
    store.close()
    connection = sqlite3.connect(tmp_path / "kiosk.db")
    with connection:
        connection.execute("UPDATE fact SET value = ? WHERE name = 'contact'", [b'{"now": 1}'])
    connection.close()
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    assert store.facts.contact() is None
    store.close()


def test_the_emergency_letter_belongs_to_the_machine_that_it_was_given_to(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    store.facts.keep_emergency_letter("K")
    assert store.facts.emergency_letter() == "K"
    store.close()
    clone = LocalStore(tmp_path / "kiosk.db", dataclasses.replace(Bench(), fingerprint="b" * 64).machine())
    assert clone.facts.emergency_letter() == ""
    clone.close()


def test_a_store_of_the_first_program_is_brought_up_with_its_numbers(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "kiosk.db")
    with connection:
        connection.execute(OLD_TABLE)
        connection.execute(OLD_ROW)
    connection.close()
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    (row,) = store.untold()
    assert (row.ticket_id, row.label, row.stage, row.answer, row.origin) == (
        "old",
        "A042",
        Stage.PRINTED,
        PrintAnswer.PAPER,
        Origin.ONLINE,
    )
    store.close()
    LocalStore(tmp_path / "kiosk.db", Bench().machine()).close()  # once more: nothing is left to do


def test_a_store_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "kiosk.db")
    connection.execute(f"PRAGMA user_version = {VERSION + 1:d}")
    connection.close()
    with pytest.raises(LocalStoreTooNewError, match=f"version {VERSION + 1}"):
        LocalStore(tmp_path / "kiosk.db", Bench().machine())
    assert not list(tmp_path.glob("*.broken-*"))
