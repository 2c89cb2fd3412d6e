"""A site file's tables become the values that the rules work with."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from config.errors import ConfigError
from config.site import Site
from hall_server.app.site_file import hall_site
from hall_server.contract.vocabulary import Outcome
from hall_server.domain.dispatch import DispatchRules

QUEUES = [{"id": "A", "letter": "A", "name": "综合"}, {"id": "K", "letter": "K", "name": "咨询"}]


def site(hall: dict[str, Any] | None = None, **tables: Any) -> Site:
    """A hall of two queues and two counters with what a test changes."""
    hours = [{"days": "1-5", "open": "09:00", "close": "17:30"}]
    whole = {
        "hall": {"id": "h", "name": "厅", "english_name": "Hall", "hours": hours, **(hall or {})},
        "queue": QUEUES,
        "counter": [{"no": 1, "name": "一", "queues": ["A"], "place": "二楼 A 区"}],
        "item": [{"id": "i1", "name": "居住证", "queue": "A", "theme": "证件"}],
        **tables,
    }
    return msgspec.convert(whole, Site)


def test_the_halls_own_time_zone_and_english_name_are_kept() -> None:
    made = hall_site(site(defaults={"timezone": "Asia/Urumqi"}))
    assert (str(made.zone), made.english_name) == ("Asia/Urumqi", "Hall")


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "Asia", "../etc/passwd", "/etc/localtime", "a\0b", "x" * 500])
def test_a_time_zone_that_nobody_knows_is_told_with_its_key(name: str) -> None:
    with pytest.raises(ConfigError) as told:
        hall_site(site(defaults={"timezone": name}), "my.toml")
    assert (told.value.file, told.value.key) == ("my.toml", "defaults.timezone")
    assert "as in Asia/Shanghai" in told.value.expected


def counter(no: int, place: str, *queues: str) -> dict[str, Any]:
    return {"no": no, "name": "窗口", "queues": queues, "place": place}


@pytest.mark.parametrize(
    ("counters", "place"),
    [
        ([counter(1, "二楼 A 区", "A")], "二楼 A 区"),
        ([counter(1, "一楼", "K"), counter(2, "二楼", "A")], "二楼"),
        ([counter(1, "一楼", "A"), counter(2, "二楼", "A"), counter(3, "二楼", "A")], "二楼、一楼"),
        ([counter(1, "一楼", "A"), counter(2, "二楼", "A"), counter(3, "三楼", "A")], "一楼、二楼"),
        ([counter(1, "", "A")], ""),
        ([counter(1, "一楼", "K")], ""),
    ],
)
def test_people_wait_where_most_counters_of_their_queue_stand(counters: list[dict[str, Any]], place: str) -> None:
    made = hall_site(site(counter=counters))
    assert (made.place_of("A"), made.catalogue[0].place) == (place, place)


def test_a_hall_with_a_general_queue_offers_an_item_of_no_theme() -> None:
    made = hall_site(site({"general_queue": "K"}, queue=[QUEUES[0], {**QUEUES[1], "default_outcome": "consulted"}]))
    general = made.catalogue[-1]
    assert (general.id, general.name, general.queue, general.theme, general.common) == (
        "general",
        "咨询",
        "K",
        "",
        False,
    )
    assert (made.themes, made.item("general").default_outcome) == (("证件",), Outcome.CONSULTED)


def test_a_hall_without_a_general_queue_has_no_general_item() -> None:
    assert [item.id for item in hall_site(site()).catalogue] == ["i1"]


def test_an_item_cannot_take_the_general_items_id() -> None:
    with pytest.raises(ConfigError, match=r"item general: id"):
        hall_site(site(item=[{"id": "general", "name": "综合", "queue": "A", "theme": "证件"}]))


def test_each_weekday_has_the_hours_of_its_own_entry_or_none() -> None:
    hours = [
        {"days": "1-3,5", "open": "09:00", "close": "17:30"},
        {"days": "6", "open": "10:00", "close": "12:00"},
    ]
    made = hall_site(site({"hours": hours}))
    week = [made.hours_on(f"2026-03-{day:02}") for day in range(2, 9)]  # from a Monday on
    assert [(one.opens, one.closes) for one in week] == [
        *[("09:00", "17:30")] * 3,
        ("", ""),
        ("09:00", "17:30"),
        ("10:00", "12:00"),
        ("", ""),
    ]


def test_the_next_ticket_rule_is_the_sites_own() -> None:
    """CL-C10, CL-A7, CL-G3."""
    credit = {"booked_credit_min": 10, "priority_credit_min": 20, "longest_wait_min": 45, "affinity_min": [5, 2]}
    counters = [{**counter(1, "", "A"), "accessible": True}, counter(2, "", "K")]
    made = hall_site(site({"booking_priority_ratio": "2:5"}, defaults=credit, counter=counters))
    assert made.dispatch == DispatchRules(10, 20, 45, 2, (5, 2))
    assert [made.counters[no].accessible for no in (1, 2)] == [True, False]
    assert hall_site(site()).dispatch == DispatchRules()
    assert hall_site(site({"booking_priority_ratio": "3:1"})).dispatch.booked_in_a_row == 1
