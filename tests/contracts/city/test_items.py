"""事项库: what every city's catalogue must do, and what a hall makes of one that does not.

Over the reference city, or over another one: KAPOK_CITY_ITEMS=https://….
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.items import CityItems, read_snapshot
from hall_server.contract.city.items import VersionRow, Versions, sha256_of
from hall_server.domain.city.items import SnapshotError, SnapshotProblem
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("items", request)


@pytest.fixture
def source(served: Platform) -> Iterator[CityItems]:
    line = served.line()
    yield CityItems(line)
    line.close()


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


def test_every_version_that_is_listed_has_the_bytes_that_are_promised_and_keeps_them(source: CityItems) -> None:
    rows = source.versions().versions
    assert rows
    for row in rows:
        first = source.snapshot(row)
        assert first.item
        assert len({one.id for one in first.item}) == len(first.item)
        assert source.snapshot(row) == first


def test_a_version_that_there_is_not_is_a_refusal_and_no_trouble(served: Platform, source: CityItems) -> None:
    newest = source.versions().versions[-1].serial
    with pytest.raises(CityRefusedError):
        source.snapshot(VersionRow(newest + 1000, "0" * 64, source.versions().versions[-1].effective_from))


def test_other_bytes_than_those_that_were_promised_are_not_taken(source: CityItems) -> None:
    row = source.versions().versions[0]
    with pytest.raises(SnapshotError) as refused:
        source.snapshot(msgspec.structs.replace(row, sha256="0" * 64))
    assert refused.value.code is SnapshotProblem.WRONG_HASH


def test_the_next_version_has_the_next_serial_and_the_one_before_stays_as_it_was(
    faulty: Platform, source: CityItems
) -> None:
    assert faulty.city is not None
    before = source.versions().versions
    answer = faulty.city.ask("POST", "/items/next")
    assert answer.status_code == 201
    after = source.versions().versions
    assert after[:-1] == before
    assert after[-1].serial > before[-1].serial
    old, new = (source.snapshot(one).item[0].promise_days for one in (before[-1], after[-1]))
    assert (old, new) == (15, 7)
    assert faulty.city.ask("POST", "/items/next").status_code == 404


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away(faulty: Platform, source: CityItems, fault: dict[str, object], why: str) -> None:
    row = source.versions().versions[0]
    faulty.faults(**fault)
    with pytest.raises(CityAwayError, match=why):
        source.versions()
    with pytest.raises((CityAwayError, SnapshotError)):
        source.snapshot(row)
    faulty.faults()
    assert source.snapshot(row).item


def test_a_slow_city_costs_the_line_s_own_time_and_no_more(faulty: Platform) -> None:
    faulty.faults(slow_s=30)
    line = faulty.line(0.2)
    with pytest.raises(CityAwayError, match="too_slow"):
        CityItems(line).versions()
    line.close()


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b"[" * 9000, b'{"item":[{"id":1}]}', b'{"item":[{"id":"a"}]}'])
def test_a_snapshot_that_is_none_is_not_taken_whatever_its_hash(body: bytes) -> None:
    with pytest.raises(SnapshotError) as refused:
        read_snapshot(body, sha256_of(body))
    assert refused.value.code is SnapshotProblem.NOT_WELL_FORMED


@pytest.mark.parametrize("serials", [(1, 1), (2, 1)])
def test_a_list_whose_serials_do_not_ascend_is_no_list(serials: tuple[int, ...]) -> None:
    rows = [{"serial": one, "sha256": "0" * 64, "effective_from": "2026-03-01"} for one in serials]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"versions": rows}, Versions)
