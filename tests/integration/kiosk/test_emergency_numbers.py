"""The emergency series on a real disk: it never goes back, whatever copy of the store somebody puts back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import TakeTicket, VisitorMask
from kiosk.local_store import LocalStore
from kiosk.local_store.file import MIGRATIONS
from kiosk.local_store.numbers import Standing
from tests.integration.kiosk.machines import FIRST, SECOND, T0, Bench, Times

if TYPE_CHECKING:
    from pathlib import Path

DAY, NEXT_DAY = "2026-10-14", "2026-10-15"  # T0 is in the small hours of the first
ORDER = TakeTicket(item="i05", visitor=VisitorMask(pseudonym="ab" * 16, name_mask="陈*明"))
STANDING = Standing(incarnation="one", business_day=DAY, hall_us=T0)
DAY_S = 86_400
TO_ROLL_S = (4 * 3600 - 8 * 3600 - T0 // SECOND) % DAY_S  # from T0 to 04:00 in the hall


def given(store: LocalStore, number: int, standing: Standing) -> str:
    return store.give(f"id-{number}", ORDER, queue="E", letter="E", standing=standing).label


def at(bench: Bench, business_day: str = DAY) -> Standing:
    """The hall was heard at T0, and its clock has gone on with the machine's since."""
    gone_us = bench.times.boottime_us - Times().boottime_us
    return msgspec.structs.replace(STANDING, business_day=business_day, hall_us=T0 + gone_us)


def emergency(more: int) -> str:
    return f"EK{FIRST + more}"


def test_emergency_numbers_begin_again_only_when_the_hall_says_so_with_a_lease(tmp_path: Path) -> None:
    bench = Bench(times=Times())
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    store.facts.keep_emergency_letter("K")
    assert given(store, 1, at(bench)) == emergency(0)
    bench.passes(DAY_S)
    tomorrow = at(bench, NEXT_DAY)
    assert given(store, 2, tomorrow) == emergency(1)
    store.numbers.series_from("EK", DAY, 1)
    assert given(store, 3, tomorrow) == emergency(2)
    store.numbers.series_from("EK", DAY, 1)  # a lease asked for again on the same day
    assert given(store, 4, tomorrow) == emergency(3)
    store.numbers.series_from("EK", DAY, FIRST + 90)  # the hall knows of more than this store does
    assert given(store, 5, tomorrow) == emergency(90)
    store.numbers.series_from("EK", NEXT_DAY, 1)
    assert given(store, 6, tomorrow) == "EK001"  # this process has seen the day begin
    store.close()


def test_a_series_that_a_lease_began_anew_is_of_the_new_day_before_the_hall_is_looked_at_again(tmp_path: Path) -> None:
    bench = Bench(times=Times())
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    store.facts.keep_emergency_letter("K")
    store.numbers.series_from("EK", DAY, 1)
    before = store.give("id-1", ORDER, queue="E", letter="E", standing=at(bench))
    bench.passes(DAY_S)
    store.numbers.series_from("EK", NEXT_DAY, 1)
    after = store.give("id-2", ORDER, queue="E", letter="E", standing=at(bench))
    store.close()
    assert (before.business_day, after.business_day, after.label) == (DAY, NEXT_DAY, "EK001")


@pytest.mark.parametrize("reboots", [False, True])
@pytest.mark.parametrize("wrong_s", [0, 365 * DAY_S, -365 * DAY_S])
def test_an_old_copy_of_the_store_gives_no_emergency_number_again(
    tmp_path: Path, wrong_s: int, *, reboots: bool
) -> None:
    path, bench = tmp_path / "kiosk.db", Bench(times=Times())
    store = LocalStore(path, bench.machine())
    store.facts.keep_emergency_letter("K")
    store.close()
    copy = path.read_bytes()
    store = LocalStore(path, bench.machine())
    before = [given(store, number, at(bench)) for number in range(6)]
    store.close()
    path.write_bytes(copy)
    bench.passes(30)  # no six visits take less
    standing = at(bench)
    bench.times.wall_us += wrong_s * SECOND
    if reboots:
        bench, standing = bench.rebooted(), msgspec.structs.replace(standing, hall_us=None)
    store = LocalStore(path, bench.machine())
    after = [given(store, number, standing) for number in range(6)]
    store.close()
    assert not set(before) & set(after)


@pytest.mark.parametrize("before_roll_s", [20, 3])
def test_an_old_copy_gives_no_emergency_number_again_when_the_day_has_ended_unheard(
    tmp_path: Path, before_roll_s: int
) -> None:
    path, bench = tmp_path / "kiosk.db", Bench(times=Times())
    bench.passes(TO_ROLL_S - before_roll_s)
    seen: list[str] = []
    for _ in range(2):
        path.unlink(missing_ok=True)
        store = LocalStore(path, bench.machine())
        store.facts.keep_emergency_letter("K")
        seen += [given(store, number, at(bench)) for number in range(4)]
        store.close()
        bench.passes(30)
    assert len(set(seen)) == 8


@pytest.mark.parametrize("reboots", [False, True])
@pytest.mark.parametrize("wrong_s", [0, 365 * DAY_S, -365 * DAY_S])
def test_an_old_copy_gives_no_emergency_number_again_when_the_series_went_on_over_the_roll(
    tmp_path: Path, wrong_s: int, *, reboots: bool
) -> None:
    path, bench = tmp_path / "kiosk.db", Bench(times=Times())
    bench.passes(TO_ROLL_S - 60)
    bench.times.wall_us += wrong_s * SECOND
    store = LocalStore(path, bench.machine())
    store.facts.keep_emergency_letter("K")
    given(store, 0, at(bench))
    store.close()
    copy = path.read_bytes()
    bench.passes(90)  # the hall was looked at after its day had begun, and lent nothing
    store = LocalStore(path, bench.machine())
    before = [given(store, number, at(bench, NEXT_DAY)) for number in range(1, 5)]
    store.close()
    path.write_bytes(copy)
    bench.passes(20)
    standing = at(bench, NEXT_DAY)
    if reboots:
        bench, standing = bench.rebooted(), msgspec.structs.replace(standing, hall_us=None)
    store = LocalStore(path, bench.machine())
    after = [given(store, number, standing) for number in range(1, 5)]
    store.close()
    assert not set(before) & set(after)


def test_an_old_copy_begins_behind_what_the_hall_had_of_a_series_when_its_day_began(tmp_path: Path) -> None:
    path, bench = tmp_path / "kiosk.db", Bench(times=Times())
    bench.passes(TO_ROLL_S + 30)
    store = LocalStore(path, bench.machine())
    store.facts.keep_emergency_letter("K")
    store.numbers.series_from("EK", NEXT_DAY, 17260)  # the last of yesterday's came to the hall after the roll
    store.close()
    copy = path.read_bytes()
    store = LocalStore(path, bench.machine())
    before = [given(store, number, at(bench, NEXT_DAY)) for number in range(4)]
    store.close()
    path.write_bytes(copy)
    bench.passes(20)
    store = LocalStore(path, bench.machine())
    after = [given(store, number, at(bench, NEXT_DAY)) for number in range(4)]
    store.close()
    assert min(before) >= "EK17260"
    assert not set(before) & set(after)


def test_a_series_of_a_store_of_before_its_first_day_was_kept_goes_on(tmp_path: Path) -> None:
    path, bench = tmp_path / "kiosk.db", Bench(times=Times())
    with closing(sqlite3.connect(path)) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("INSERT INTO series VALUES ('EK', ?, 16000)", [DAY])
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    store = LocalStore(path, bench.machine())
    store.facts.keep_emergency_letter("K")
    assert given(store, 1, at(bench)) == "EK16000"
    bench.passes(TO_ROLL_S + 60)
    store.close()
    store = LocalStore(path, bench.machine())
    label = given(store, 2, at(bench, NEXT_DAY))
    store.close()
    assert label == f"EK{(DAY_S + 60) // 5 + 1}", "counted from the day that it was of"


def test_a_process_that_saw_the_day_begin_counts_from_one_with_a_clock_that_is_hours_off(tmp_path: Path) -> None:
    bench = Bench(times=Times())
    bench.times.wall_us += 5 * 3600 * SECOND
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    store.facts.keep_emergency_letter("K")
    bench.passes(TO_ROLL_S + 60)
    store.numbers.series_from("EK", NEXT_DAY, 1)
    assert given(store, 1, at(bench, NEXT_DAY)) == "EK001"  # of its own clock nothing is used: the hall's is known
    store.close()
