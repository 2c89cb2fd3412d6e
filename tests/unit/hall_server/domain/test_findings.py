"""What a right site file may still surprise its hall with (CL-A5, CL-C13)."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from hall_server.contract.item_words import Proxy
from hall_server.contract.items import VenueLevel
from hall_server.domain.appointment import BookingPolicy, BookingRule
from hall_server.domain.calendar import CounterTimes, HallCalendar, LongerHours, PublicHolidays, Span, WeekHours
from hall_server.domain.findings import Finding, FindingCode, Severity, days_text, findings
from hall_server.domain.items.bundles import Bundle
from hall_server.domain.items.codes import CodeWarning
from hall_server.domain.items.guide import Guide
from hall_server.domain.items.offer import NOTHING, Offer
from hall_server.domain.site import CounterRule, HallSite
from tests.unit.hall_server.halls import SITE

TODAY = date(2026, 3, 4)
KINDS = ("consult", "general", "agency", "cross_region", "unsolved")
USUAL = Span(9 * 60, 17 * 60 + 30)
WEEK = (WeekHours((1, 2, 3, 4, 5), USUAL, noon=(2,)),)
YEARS = PublicHolidays(years=frozenset({2026}))


def hall(*, level: str = "district", kinds: tuple[str, ...] = KINDS, **calendar: Any) -> HallSite:
    """Counter 1 serves A, counter 2 serves A and C and stays open at noon."""
    return msgspec.structs.replace(
        SITE,
        level=VenueLevel(level),
        counters={1: CounterRule(1, "一", ("A",), kinds=kinds), 2: CounterRule(2, "二", ("A", "C"), accessible=True)},
        calendar=HallCalendar(**{"week": WEEK, "holidays": YEARS, **calendar}),
    )


def of(code: FindingCode, site: HallSite, today: date = TODAY) -> list[Finding]:
    return [one for one in findings(site, today) if one.code is code]


def test_a_hall_that_has_everything_is_told_nothing() -> None:
    assert findings(hall(), TODAY) == ()


@pytest.mark.parametrize(("level", "severity"), [("city", "fault"), ("district", "fault"), ("street", "advice")])
def test_cl_a5_a_missing_kind_is_a_fault_in_a_city_or_district_and_advice_below(level: str, severity: str) -> None:
    without = tuple(kind for kind in KINDS if kind != "unsolved")
    assert of(FindingCode.COUNTER_KIND_MISSING, hall(level=level, kinds=without)) == [
        Finding(FindingCode.COUNTER_KIND_MISSING, Severity(severity), "CL-A5", "unsolved", {"level": level})
    ]


def test_cl_a5_all_five_kinds_are_looked_for() -> None:
    found = of(FindingCode.COUNTER_KIND_MISSING, hall(kinds=("flex",)))
    assert [one.subject for one in found] == list(KINDS)


@pytest.mark.parametrize(("level", "severity"), [("district", "fault"), ("village", "warning")])
def test_cl_g3_a_hall_where_no_wheelchair_gets_to_a_counter_is_told(level: str, severity: str) -> None:
    site = msgspec.structs.replace(hall(level=level), counters={1: CounterRule(1, "一", ("A", "C"), kinds=KINDS)})
    assert of(FindingCode.NO_ACCESSIBLE_COUNTER, site) == [
        Finding(FindingCode.NO_ACCESSIBLE_COUNTER, Severity(severity), "CL-G3", "accessible")
    ]


@pytest.mark.parametrize(("floor", "told"), [(0.4, []), (0.25, ["0.25"])])
def test_cl_c10_less_than_the_usual_floor_for_walk_ins_is_a_warning(floor: float, told: list[str]) -> None:
    site = msgspec.structs.replace(hall(), booking=BookingPolicy((BookingRule(),), floor))
    assert [one.subject for one in of(FindingCode.WALK_IN_FLOOR_LOW, site)] == told


def test_a_workday_without_hours_is_a_warning() -> None:
    site = hall(week=(WeekHours((1, 2, 4), USUAL, noon=(2,)),))
    assert [one.subject for one in of(FindingCode.CLOSED_ON_WORKDAYS, site)] == ["3,5"]


def test_a_queue_whose_counters_all_have_lunch_is_named_with_the_times() -> None:
    found = of(FindingCode.QUEUE_PAUSES, hall(week=(WeekHours((1, 2, 4), USUAL, noon=(1,)),)))
    detail = {"days": "1-2,4", "from": "12:00", "until": "14:00"}
    assert found == [Finding(FindingCode.QUEUE_PAUSES, Severity.WARNING, "CL-C13", "C", detail)]


def test_a_queue_that_pauses_at_other_times_on_other_days_is_told_for_each() -> None:
    own = CounterTimes(hours={1: (Span(540, 600), Span(660, 900)), 2: (Span(540, 570), Span(600, 900))})
    found = of(FindingCode.QUEUE_PAUSES, hall(week=(WeekHours((1, 2), USUAL),), counters={2: own}))
    told = [(one.subject, one.detail["days"], one.detail["from"], one.detail["until"]) for one in found]
    assert told == [("C", "1", "10:00", "11:00"), ("C", "2", "09:30", "10:00")]


def test_a_queue_without_any_counter_on_an_open_weekday_is_a_fault() -> None:
    mondays = CounterTimes(hours={1: (USUAL,)})
    found = of(FindingCode.QUEUE_WITHOUT_COUNTER, hall(counters={2: mondays}))
    assert found == [Finding(FindingCode.QUEUE_WITHOUT_COUNTER, Severity.FAULT, "CL-C13", "C", {"days": "2-5"})]


def test_hours_that_begin_to_hold_later_are_looked_at_too_and_told_once() -> None:
    summer = WeekHours((1, 2, 3, 4, 5), USUAL, noon=(1,), first=date(2026, 7, 1))
    longer = LongerHours((3,), 19 * 60, (1,), first=date(2026, 6, 1))
    autumn = msgspec.structs.replace(summer, first=date(2026, 9, 1))
    found = of(FindingCode.QUEUE_PAUSES, hall(week=(*WEEK, summer, autumn), longer=(longer,)))
    assert [one.subject for one in found] == ["C"]


def test_hours_that_no_longer_hold_are_not_looked_at() -> None:
    past = WeekHours((1, 2, 3, 4, 5), USUAL, noon=(1,), first=date(2026, 1, 1), last=date(2026, 2, 1))
    assert findings(hall(week=(*WEEK, past)), TODAY) == ()


@pytest.mark.parametrize(
    ("longer", "days"),
    [
        (LongerHours((3, 4), 19 * 60, (1,)), ""),
        (LongerHours((3, 4), 17 * 60 + 30, (1,)), "3-4"),
        (LongerHours((5, 6), 19 * 60, (1,)), "6"),  # closed on Saturdays: from when?
        (LongerHours((6,), 12 * 60, (1,), opens=9 * 60), ""),
        (LongerHours((3,), 17 * 60, (1,), last=date(2026, 3, 3)), ""),  # over
        (LongerHours((3,), 18 * 60, (1,), first=date(2026, 7, 1)), "3"),  # the hall itself closes at 19:00 then
    ],
)
def test_longer_hours_that_make_no_day_longer_are_told(longer: LongerHours, days: str) -> None:
    summer = WeekHours((1, 2, 3), Span(540, 19 * 60), first=date(2026, 7, 1))
    found = of(FindingCode.EXTENDED_WITHOUT_EFFECT, hall(week=(*WEEK, summer), longer=(longer,)))
    assert [(one.subject, one.detail["days"]) for one in found] == ([("hall.extended[0]", days)] if days else [])


@pytest.mark.parametrize(
    ("today", "years"),
    [(date(2026, 10, 31), []), (date(2026, 11, 2), ["2027"]), (date(2027, 3, 1), ["2027"]), (TODAY, [])],
)
def test_a_year_without_known_holidays_is_told_sixty_days_ahead(today: date, years: list[str]) -> None:
    found = of(FindingCode.YEAR_UNKNOWN, hall(), today)
    assert [(one.subject, one.severity, one.clause) for one in found] == [
        (year, Severity.WARNING, "CL-C13") for year in years
    ]


@pytest.mark.parametrize(
    ("days", "words"), [((1, 2, 3, 5), "1-3,5"), ((7,), "7"), ((), ""), ((2, 1), "1-2"), ((1, 3, 6, 7), "1,3,6-7")]
)
def test_weekdays_are_written_as_in_a_site_file(days: tuple[int, ...], words: str) -> None:
    assert days_text(days) == words


def test_cl_b11_a_code_of_unknown_format_is_a_warning_with_the_whole_code() -> None:
    odd = Offer(NOTHING.catalogue, NOTHING.here, odd_codes=(CodeWarning("i1", "codes.basic", "9" * 99),))
    (found,) = findings(msgspec.structs.replace(hall(), offer=odd), TODAY)
    assert (found.code, found.severity, found.subject) == (FindingCode.CODE_FORMAT_UNKNOWN, Severity.WARNING, "i1")
    assert found.detail == {"field": "codes.basic", "code": "9" * 99}


def test_every_check_of_the_calendar_is_asked() -> None:
    site = hall(
        week=(WeekHours((1, 2), USUAL, noon=(9,)),),
        kinds=(),
        counters={1: CounterTimes(hours={})},
        longer=(LongerHours((7,), 900, (1,)),),
    )
    empty = msgspec.structs.replace(site, counters={1: site.counters[1]})
    seen = {one.code for here in (site, empty) for one in findings(here, date(2031, 1, 1))}
    assert seen >= {
        FindingCode.COUNTER_KIND_MISSING,
        FindingCode.QUEUE_WITHOUT_COUNTER,
        FindingCode.QUEUE_PAUSES,
        FindingCode.EXTENDED_WITHOUT_EFFECT,
        FindingCode.YEAR_UNKNOWN,
    }


def offering(**more: Any) -> HallSite:
    return msgspec.structs.replace(hall(), offer=msgspec.structs.replace(NOTHING, **more))


def test_cl_d8_a_bundle_without_questions_is_a_fault() -> None:
    found = findings(offering(bundles={"b": Bundle("b", "一件事", ())}), TODAY)
    assert found == (Finding(FindingCode.TREE_MISSING, Severity.FAULT, "CL-D8", "b", {"at": ""}),)


def test_cl_g1_g5_whoever_is_turned_away_has_a_way_and_a_reason() -> None:
    guides = {
        "i1": Guide(proxy=Proxy.NONE, hkmo=False),
        "i2": Guide(proxy=Proxy.NONE, by_video=True, hkmo=False, hkmo_note="只发给内地居民"),
    }
    catalogue = msgspec.structs.replace(NOTHING.catalogue, guides=guides)
    assert [(one.code, one.severity, one.subject) for one in findings(offering(catalogue=catalogue), TODAY)] == [
        (FindingCode.PROXY_WITHOUT_WAY, Severity.ADVICE, "i1"),
        (FindingCode.HKMO_WITHOUT_REASON, Severity.WARNING, "i1"),
    ]
