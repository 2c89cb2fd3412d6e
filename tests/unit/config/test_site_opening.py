"""Opening hours in a site file: what is read, and what is told with file, key and what was expected (CL-C13)."""

from datetime import date

import pytest

from config.errors import ConfigError
from config.site import Extended, Hours, Override, load_site
from tests.house_rules.sources import ROOT

DEMO = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
OVERRIDES = 'general_queue = "K"'
COUNTER = 'name = "综合出件·咨询"'
HOURS = 'days = "1-5", open = "09:00", close = "17:30"'
EXTENDED = '{ days = "3", until = "19:00", counters = [3, 6] }'


@pytest.fixture
def changed(tmp_path):
    """The demo hall's file with one text replaced by another."""

    def change(old: str, new: str):
        assert old in DEMO
        path = tmp_path / "site.toml"
        path.write_text(DEMO.replace(old, new, 1), encoding="utf-8")
        return path

    return change


def overrides(*entries: str) -> str:
    return f"{OVERRIDES}\noverrides = [{', '.join(f'{{ {entry} }}' for entry in entries)}]"


def test_dates_and_times_of_a_site_file_are_read(changed):
    text = overrides(
        "first = 2026-10-03, closed = true",
        'first = 2026-10-04, last = 2026-10-06, open = "10:00", close = "15:00", kiosk_from = "09:30"',
        "first = 2026-10-08, like = 5",
    )
    assert load_site(changed(OVERRIDES, text)).hall.overrides == (
        Override(date(2026, 10, 3), closed=True),
        Override(date(2026, 10, 4), date(2026, 10, 6), open="10:00", close="15:00", kiosk_from="09:30"),
        Override(date(2026, 10, 8), like=5),
    )


def test_summer_hours_stand_beside_the_usual_ones(changed):
    summer = '{ days = "1-5", open = "08:00", close = "17:00", first = 2026-07-01, last = 2026-08-31 }, { days = "1-5"'
    hours = load_site(changed('{ days = "1-5"', summer)).hall.hours
    assert hours[0] == Hours("1-5", "08:00", "17:00", first=date(2026, 7, 1), last=date(2026, 8, 31))
    assert hours[1].first is None


def test_longer_hours_may_have_a_beginning_of_their_own(changed):
    saturday = '{ days = "6", open = "09:00", until = "12:00", counters = [3] }'
    assert load_site(changed(EXTENDED, saturday)).hall.extended == (Extended("6", "12:00", (3,), "09:00"),)


def test_a_counter_has_hours_a_lunch_and_longer_hours_of_its_own(changed):
    own = f'{COUNTER}\nhours = "1-5 11:00-13:00; 1,3 14:00-19:30"\nlunch = "none"\nextended = "6 09:00-12:00"'
    counter = load_site(changed(COUNTER, own)).counter[0]
    assert (counter.hours, counter.lunch, counter.extended) == (
        "1-5 11:00-13:00; 1,3 14:00-19:30",
        "none",
        "6 09:00-12:00",
    )


ONE_OF = "one of: closed = true; open and close; like = a weekday 1 to 7"


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        (OVERRIDES, overrides("first = 2026-10-03"), "hall.overrides[0]", ONE_OF),
        (OVERRIDES, overrides("first = 2026-10-03, closed = true, like = 1"), "hall.overrides[0]", ONE_OF),
        (OVERRIDES, overrides('first = 2026-10-03, open = "09:00"'), "hall.overrides[0]", ONE_OF),
        (OVERRIDES, overrides('first = 2026-10-03, like = 1, close = "09:00"'), "hall.overrides[0]", ONE_OF),
        (OVERRIDES, overrides("first = 2026-10-03, like = 8"), "hall.overrides[0].like", "<= 7"),
        (OVERRIDES, overrides('first = "soon", like = 7'), "hall.overrides[0].first", ""),
        (
            OVERRIDES,
            overrides('first = 2026-10-03, open = "12:00", close = "09:00"'),
            "hall.overrides[0].close",
            "12:00",
        ),
        (
            OVERRIDES,
            overrides("first = 2026-10-03, last = 2026-10-02, like = 1"),
            "hall.overrides[0].last",
            "a date not before 2026-10-03, found 2026-10-02",
        ),
        (
            OVERRIDES,
            overrides("first = 2026-10-03, last = 2026-10-05, like = 1", "first = 2026-10-05, closed = true"),
            "hall.overrides[1].first",
            "days that stand in no other override; found 2026-10-05",
        ),
        (OVERRIDES, f'{OVERRIDES}\nlunch = "14:00-12:00"', "hall.lunch", "a time after 14:00, found 12:00"),
        (OVERRIDES, f'{OVERRIDES}\nlunch = "noon"', "hall.lunch", "matching regex"),
        (OVERRIDES, f"{OVERRIDES}\nmake_up_like = 0", "hall.make_up_like", ">= 1"),
        ('level = "district"', 'level = "distrct"', "hall.level", ""),
        (HOURS, f"{HOURS}, first = 2026-02-02, last = 2026-02-01", "hall.hours[0].last", "not before 2026-02-02"),
        (HOURS, 'days = "3-1", open = "09:00", close = "17:30"', "hall.hours[0].days", "each weekday once, rising"),
        (HOURS, 'days = "2,1", open = "09:00", close = "17:30"', "hall.hours[0].days", "each weekday once, rising"),
        (EXTENDED, '{ days = "3-2", until = "19:00", counters = [3] }', "hall.extended[0].days", "rising"),
        (
            EXTENDED,
            '{ days = "3", open = "19:00", until = "18:00", counters = [3] }',
            "hall.extended[0].until",
            "a time after 19:00, found 18:00",
        ),
        (
            EXTENDED,
            '{ days = "3", until = "19:00", counters = [3], first = 2026-02-02, last = 2026-02-01 }',
            "hall.extended[0].last",
            "not before 2026-02-02",
        ),
        (COUNTER, f'{COUNTER}\nlunch = "13:00-13:00"', "counter[0].lunch", "a time after 13:00"),
        (COUNTER, f'{COUNTER}\nlunch = "never"', "counter[0].lunch", "matching regex"),
        (COUNTER, f'{COUNTER}\nhours = "1-5 19:00-09:00"', "counter[0].hours", "a time after 19:00"),
        (COUNTER, f'{COUNTER}\nhours = "09:00-19:00"', "counter[0].hours", "matching regex"),
        (COUNTER, f'{COUNTER}\nextended = "1-5 17:30-19:00; 5-4 19:00-20:00"', "counter[0].extended", "rising"),
        (COUNTER, f'{COUNTER}\nextended = "1 17:30-19:00\\n"', "counter[0].extended", "matching regex"),
    ],
)
def test_a_mistake_in_the_hours_is_told_with_its_key(changed, old, new, key, expected):
    with pytest.raises(ConfigError) as told:
        load_site(changed(old, new))
    assert told.value.key == key
    assert expected in told.value.expected
