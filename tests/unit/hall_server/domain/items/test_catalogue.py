"""CL-B3: versions, effective days, rollback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.items.catalogue import History, version_of
from tests.unit.hall_server.domain.items.sample import catalogue, item

TWO = History().published("v1", "2026-01-01").published("v2", "2026-03-01")


@pytest.mark.parametrize(
    ("day", "version"),
    [("2025-12-31", None), ("2026-01-01", "v1"), ("2026-02-28", "v1"), ("2026-03-01", "v2"), ("2030-01-01", "v2")],
)
def test_a_version_holds_from_its_day_on(day, version):
    assert TWO.version_on(day) == version


def test_a_snapshot_without_a_day_has_always_held():
    assert History().published("v0", "").version_on("1999-01-01") == "v0"


def test_an_older_version_is_made_to_hold_again_from_a_day_or_the_same_day():
    """CL-B3 Rollback works offline: it is one more publication, and the past stays as it was."""
    back = TWO.rolled_back("v1", "2026-03-05")
    assert [back.version_on(day) for day in ("2026-03-04", "2026-03-05")] == ["v2", "v1"]
    at_once = TWO.rolled_back("v1", "2026-03-01")
    assert at_once.version_on("2026-03-01") == "v1"
    assert TWO.version_on("2026-03-01") == "v2"


def test_a_rollback_before_a_later_version_does_not_hold_that_one_up():
    assert TWO.rolled_back("v1", "2026-02-01").version_on("2026-03-01") == "v2"


def test_a_version_that_was_never_published_cannot_come_back():
    with pytest.raises(ValueError, match="v9"):
        TWO.rolled_back("v9", "2026-03-05")


@pytest.mark.parametrize("day", ["20260301", "2026-3-1", "2026-02-30", "soon"])
def test_a_day_that_is_no_date_string_is_refused(day):
    with pytest.raises(ValueError, match=r".*"):
        TWO.published("v3", day)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.dates()), max_size=6), st.dates())
def test_publishing_for_later_never_changes_an_earlier_day(published, day):
    history = History()
    for version, start in published:
        before = history.version_on(day.isoformat())
        history = history.published(version, start.isoformat())
        assert history.version_on(day.isoformat()) == (
            version if start <= day and _latest(history, start, day) else before
        )


def _latest(history, start, day):
    return all(
        one.effective_from <= start.isoformat() or one.effective_from > day.isoformat() for one in history.publications
    )


def test_equal_content_has_an_equal_version_and_any_change_another():
    one, two = item("a"), item("b", promise_days=15)
    version = version_of({"a": one, "b": two}, {"m": "x", "n": "y"})
    assert version == version_of({"b": two, "a": one}, {"n": "y", "m": "x"})
    assert version != version_of({"a": one, "b": item("b", promise_days=7)}, {"m": "x", "n": "y"})
    assert version != version_of({"a": one, "b": two}, {"m": "x", "n": "z"})
    assert len(catalogue(one).version) == 16
