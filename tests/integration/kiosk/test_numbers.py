"""Numbers without the hall, on a real disk: blocks belong to one boot, one life of the hall and one business day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import TakeTicket, VisitorMask
from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.local_store import Lease, LocalStore, NoNumberError, Stage
from kiosk.local_store.facts import Quarantine
from kiosk.local_store.numbers import Standing
from tests.integration.kiosk.machines import FIRST, SECOND, T0, Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY, NEXT_DAY = "2026-10-14", "2026-10-15"  # T0 is in the small hours of the first
ORDER = TakeTicket(item="i05", visitor=VisitorMask(pseudonym="ab" * 16, name_mask="陈*明"))
STANDING = Standing(incarnation="one", business_day=DAY, hall_us=T0)
LEASE = Lease(
    queue="E",
    epoch=1,
    incarnation="one",
    business_day=DAY,
    letter="E",
    first=601,
    last=603,
    expires_at=T0 + 3600 * SECOND,
)
BENCH = Bench()
DAY_S = 86_400
TO_ROLL_S = (4 * 3600 - 8 * 3600 - T0 // SECOND) % DAY_S  # from T0 to 04:00 in the hall


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    opened = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    opened.facts.keep_emergency_letter("K")
    opened.begin_life("one")
    yield opened
    opened.close()


def given(store: LocalStore, number: int, standing: Standing = STANDING) -> tuple[str, Origin]:
    made = store.give(f"id-{number}", ORDER, queue="E", letter="E", standing=standing)
    return made.label, made.origin


def emergency(more: int) -> str:
    return f"EK{FIRST + more}"


def test_a_block_is_used_up_and_then_the_emergency_series_goes_on(store: LocalStore) -> None:
    store.numbers.grant(LEASE)
    assert store.numbers.left(STANDING) == {"E": 3}
    labels = [given(store, number) for number in range(5)]
    assert labels == [
        ("E601", Origin.LEASE),
        ("E602", Origin.LEASE),
        ("E603", Origin.LEASE),
        (emergency(0), Origin.EMERGENCY),
        (emergency(1), Origin.EMERGENCY),
    ]
    assert store.numbers.left(STANDING) == {}


def test_the_next_block_is_begun_when_the_first_is_used_up(store: LocalStore) -> None:
    store.numbers.grant(LEASE)
    store.numbers.grant(msgspec.structs.replace(LEASE, epoch=2, first=701, last=702))
    assert [given(store, number)[0] for number in range(5)] == ["E601", "E602", "E603", "E701", "E702"]


def test_a_number_that_was_reserved_is_never_given_again_by_the_next_process(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    store.numbers.grant(LEASE)
    assert given(store, 1)[0] == "E601"
    store.facts.keep_emergency_letter("K")
    store.close()
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    assert given(store, 2)[0] == emergency(0)
    store.close()


def test_an_old_copy_of_the_store_gives_no_number_of_its_block_again(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    store.facts.keep_emergency_letter("K")
    store.numbers.grant(LEASE)
    store.close()
    copy = (tmp_path / "kiosk.db").read_bytes()
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    store.numbers.grant(LEASE)
    given(store, 1)
    store.close()
    (tmp_path / "kiosk.db").write_bytes(copy)
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    assert given(store, 2) == (emergency(0), Origin.EMERGENCY)
    store.close()


def test_the_rest_of_a_block_is_dropped_after_a_boot_and_the_emergency_series_goes_on(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    store.facts.keep_emergency_letter("K")
    assert given(store, 0)[0] == emergency(0)
    store.numbers.grant(LEASE)
    store.close()
    store = LocalStore(tmp_path / "kiosk.db", BENCH.rebooted().machine())
    assert given(store, 1, msgspec.structs.replace(STANDING, hall_us=None))[0] == emergency(1)
    store.close()


@pytest.mark.parametrize(
    "standing",
    [
        msgspec.structs.replace(STANDING, incarnation="two"),
        msgspec.structs.replace(STANDING, business_day=NEXT_DAY),
        msgspec.structs.replace(STANDING, hall_us=LEASE.expires_at),
        msgspec.structs.replace(STANDING, hall_us=None),
    ],
    ids=["another life of the hall", "another day", "too late", "nobody knows how late"],
)
def test_a_block_that_does_not_fit_any_more_is_not_used(store: LocalStore, standing: Standing) -> None:
    store.numbers.grant(LEASE)
    label, origin = given(store, 1, standing)
    assert (label[:2], origin) == ("EK", Origin.EMERGENCY)


def test_no_leased_number_is_given_in_quarantine(store: LocalStore) -> None:
    store.numbers.grant(LEASE)
    store.facts.quarantine(Quarantine("lease_fenced", "one", "boot-1", 0))
    assert given(store, 1) == (emergency(0), Origin.EMERGENCY)


def test_there_is_no_number_without_a_lease_and_without_a_letter_and_nothing_is_kept_of_it(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    with pytest.raises(NoNumberError):
        given(store, 1)
    assert store.row("id-1") is None
    store.close()


def test_an_id_that_was_used_before_costs_no_number(store: LocalStore) -> None:
    store.numbers.grant(LEASE)
    given(store, 1)
    with pytest.raises(Exception, match="UNIQUE"):
        given(store, 1)
    assert given(store, 2)[0] == "E602"


@pytest.mark.parametrize(
    ("stage", "answer"),
    [
        (Stage.RESERVED, PrintAnswer.CANNOT_TELL),
        (Stage.PRINTED, PrintAnswer.PAPER),
        (Stage.NOT_PRINTED, PrintAnswer.CANNOT_TELL),
    ],
)
def test_a_crash_leaves_a_number_for_the_outbox(tmp_path: Path, stage: Stage, answer: PrintAnswer) -> None:
    store = LocalStore(tmp_path / "kiosk.db", BENCH.machine())
    store.begin_life("one")
    store.numbers.grant(LEASE)
    given(store, 1)
    if stage is not Stage.RESERVED:
        store.printed("id-1", stage)
    store.close()
    store = LocalStore(tmp_path / "kiosk.db", BENCH.rebooted().machine())
    (row,) = store.recover()
    assert (row.origin, row.answer) == (Origin.LEASE, answer)
    ((seq, told),) = [(one.seq, one.told) for one in store.outbox.batch(10)]
    assert (seq, told.answer, told.number.label, told.number.order) == (1, answer, "E601", ORDER)
    assert told.number.boot_id == BENCH.boot
    store.close()


def test_machines_of_a_test_tell_time() -> None:
    bench = replace(BENCH)
    before = bench.machine().boottime_us()
    assert bench.rebooted().machine().boottime_us() < before
