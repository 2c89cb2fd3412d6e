"""[[booking]] in a site file: what is read, and what is refused with the clause that forbids it (CL-C10, C12)."""

from datetime import date

import pytest

from config.errors import ConfigError
from config.site import Booking, load_site
from config.site import OutOfHours as OutsideTable
from hall_server.app.booking_file import booking_policy
from hall_server.domain.appointment import BookingPolicy, BookingRule, OutOfHours
from hall_server.domain.calendar import Span
from tests.house_rules.sources import ROOT

DEMO = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8").partition("[[booking]]")[0]
FLOOR = "walk_in_floor = 0.4"


@pytest.fixture
def written(tmp_path):
    """The demo hall's file without its bookings, with text behind it and one other text replaced."""

    def write(text: str, old: str = "", new: str = ""):
        assert old in DEMO
        path = tmp_path / "site.toml"
        path.write_text((DEMO.replace(old, new, 1) if old else DEMO) + text, encoding="utf-8")
        return path

    return write


def test_without_a_table_nothing_can_be_booked(written):
    assert booking_policy(load_site(written(""))) == BookingPolicy((), 0.4)


def test_an_empty_table_holds_for_ever_with_the_usual_numbers(written):
    site = load_site(written("[[booking]]\n"))
    assert site.booking == (Booking(),)
    assert booking_policy(site).rules == (BookingRule(),)


def test_every_number_reaches_the_rule(written):
    text = """
[[booking]]
first = 2026-03-01
last = 2026-08-31
slot_min = 40
days_ahead = 5
notice_min = 60
per_person_day = 1
open_per_person = 2
cancel_min = 1440
early_min = 20
late_min = 5
missed_most = 2
missed_days = 30
blocked_days = 90
out_of_hours = [{ days = "1-3,5", open = "18:00", close = "20:40", places = 2, queues = ["C"] }]
"""
    site = load_site(written(text))
    assert site.booking[0].out_of_hours == (OutsideTable("1-3,5", "18:00", "20:40", 2, ("C",)),)
    assert booking_policy(site).rules == (
        BookingRule(
            first=date(2026, 3, 1),
            last=date(2026, 8, 31),
            slot_min=40,
            days_ahead=5,
            notice_min=60,
            per_person_day=1,
            open_per_person=2,
            cancel_min=1440,
            early_min=20,
            late_min=5,
            missed_most=2,
            missed_days=30,
            blocked_days=90,
            out_of_hours=(OutOfHours((1, 2, 3, 5), Span(18 * 60, 20 * 60 + 40), 2, ("C",)),),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("book_share = 0.4", "book_share = 1.0", "queue[0].book_share"),
        ("book_share = 0.4", "book_share = 0.61", "queue[0].book_share"),
        (FLOOR, "walk_in_floor = 0.0", "hall.walk_in_floor"),
        (FLOOR, "walk_in_floor = 0.7", "queue[0].book_share"),
    ],
)
def test_a_hall_that_leaves_walk_ins_nothing_is_refused_with_its_clause(written, old, new, key):
    """CL-C10: book_share = 100 % is refused."""
    with pytest.raises(ConfigError) as told:
        load_site(written("", old, new))
    assert told.value.key == key
    assert "CL-C10" in str(told.value)


def test_the_last_share_that_the_floor_leaves_is_taken(written):
    assert load_site(written("", "book_share = 0.4", "book_share = 0.6")).queue[0].book_share == 0.6


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("first = 2026-03-01\nlast = 2026-02-28", "booking[0].last"),
        ("slot_min = 7", "booking[0].slot_min"),
        ("slot_min = 0", "booking[0].slot_min"),
        ("late_min = 16", "booking[0].late_min"),
        ("per_person_day = 0", "booking[0].per_person_day"),
        ("days_ahead = 367", "booking[0].days_ahead"),
        ("[[booking]]", "booking[0].first"),
        ("compulsory = true", "booking[0]"),
        ('out_of_hours = [{ days = "1", open = "20:00", close = "19:00" }]', "booking[0].out_of_hours[0].close"),
        ('out_of_hours = [{ days = "1,1", open = "19:00", close = "20:00" }]', "booking[0].out_of_hours[0].days"),
        ('out_of_hours = [{ days = "3-1", open = "19:00", close = "20:00" }]', "booking[0].out_of_hours[0].days"),
        (
            'out_of_hours = [{ days = "1", open = "19:00", close = "20:00", queues = ["Z"] }]',
            "booking[0].out_of_hours[0].queues",
        ),
    ],
)
def test_settings_that_cannot_be_are_told_with_their_key(written, words, key):
    with pytest.raises(ConfigError) as told:
        load_site(written(f"[[booking]]\n{words}\n"))
    assert told.value.key == key


def test_no_setting_is_about_walk_ins():
    """CL-C10: what is not there cannot be set."""
    assert not [name for name in Booking.__struct_fields__ if "walk" in name or "only" in name or "must" in name]
