"""Which of the city's versions a hall fetches: the one in force and those to come, each once, never an older one."""

from __future__ import annotations

from datetime import date

import pytest

from hall_server.contract.city.items import VersionRow
from hall_server.domain.city.items import SnapshotError, SnapshotProblem, is_there, mark_of, wanted
from hall_server.domain.items.snapshots import SITE_FILE, Published

TODAY = "2026-03-10"


def row(serial: int, day: str = "2026-03-01", mark: str = "") -> VersionRow:
    return VersionRow(serial, (mark or f"{serial}").ljust(64, "0"), date.fromisoformat(day))


def said(*by: str) -> list[Published]:
    return [Published(n, f"v{n}", "2026-03-01", 0, one) for n, one in enumerate(by, 1)]


def test_the_version_in_force_and_those_to_come_are_wanted_and_no_earlier_ones() -> None:
    rows = (row(1), row(2, "2026-03-09"), row(3, "2026-03-20"), row(4, "2026-03-15"))
    assert [one.serial for one in wanted(rows, said(SITE_FILE), TODAY)] == [2, 3, 4]


def test_of_two_of_one_day_the_later_one_is_in_force() -> None:
    assert [one.serial for one in wanted((row(1), row(2)), said(SITE_FILE), TODAY)] == [2]


def test_what_is_published_is_not_fetched_again() -> None:
    there = said(SITE_FILE, mark_of(row(1)))
    assert wanted((row(1),), there, TODAY) == ()
    assert is_there(mark_of(row(1)), there)


def test_after_a_new_site_file_the_city_s_part_is_published_again() -> None:
    there = said(SITE_FILE, mark_of(row(1)), SITE_FILE)
    assert [one.serial for one in wanted((row(1),), there, TODAY)] == [1]
    assert not is_there(mark_of(row(1)), there)


def test_a_rollback_by_hand_stays_until_the_city_has_something_new() -> None:
    there = said(SITE_FILE, mark_of(row(1)), "command")
    assert wanted((row(1),), there, TODAY) == ()
    assert [one.serial for one in wanted((row(1), row(2, "2026-03-02")), there, TODAY)] == [2]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((row(2),), SnapshotProblem.OLDER_THAN_TAKEN),
        ((row(2, "2026-03-20"), row(3)), SnapshotProblem.OLDER_THAN_TAKEN),
        ((row(3, mark="f"),), SnapshotProblem.SERIAL_USED_TWICE),
    ],
)
def test_a_city_that_was_set_back_changes_nothing(rows: tuple[VersionRow, ...], why: SnapshotProblem) -> None:
    with pytest.raises(SnapshotError) as refused:
        wanted(rows, said(SITE_FILE, mark_of(row(3))), TODAY)
    assert refused.value.code is why


def test_a_city_without_versions_wants_nothing_and_other_marks_are_nobody_s() -> None:
    assert wanted((), said(SITE_FILE, "city:²:ab", "city:7", "city", "citywide:9:ab"), TODAY) == ()
    assert wanted((row(1),), said(SITE_FILE, "city:²:ab", "city:7:", "citywide:9:ab"), TODAY) == (row(1),)
