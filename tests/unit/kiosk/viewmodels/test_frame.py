"""Head, foot and the question whether one is still there."""

from datetime import datetime

import pytest

from kiosk.session.state import IdleWarning, Page, Session
from kiosk.values import replace
from kiosk.viewmodels.examples import ABOUT, EXAMPLES, HALL, NOW
from kiosk.viewmodels.frame import FrameProps, fault_code, frame_props, seconds_left, share_left

FRIDAY = datetime(2026, 10, 16, 9, 42)


def test_the_frame_of_an_open_hall_names_hall_time_and_machine():
    assert frame_props(EXAMPLES["home"], ABOUT, FRIDAY) == FrameProps(
        page="home",
        hall_name=HALL.hall_name,
        hall_name_en="Kapok District Service Hall",
        clock="09:42",
        month=10,
        day=16,
        weekday=4,
        closes="17:30",
        kiosk_name="1 号机",
        speaks=True,
    )


def test_no_time_is_shown_while_the_hall_has_not_told_it():
    props = frame_props(Session(), ABOUT, None)
    assert (props.clock, props.month, props.closes) == ("", 0, "")
    assert (props.hall_name, props.hall_name_en) == (ABOUT.hall_name, "")


@pytest.mark.parametrize(
    ("example", "code"),
    [
        ("paper_out", "P-03"),
        ("busy", "N-01"),
        ("busy_no_numbers", "Q-01"),
        ("card_reader_away", "R-01"),
        ("card", ""),
        ("ticket", ""),
        ("home", ""),
    ],
)
def test_a_fault_has_a_short_code_only_on_its_page(example, code):
    assert frame_props(EXAMPLES[example], ABOUT, FRIDAY).fault_code == code


def test_a_fault_that_nobody_listed_has_a_code_all_the_same():
    assert fault_code("smoke") == "X-00"
    assert frame_props(replace(EXAMPLES["home"], page=Page.OUT_OF_SERVICE), ABOUT, FRIDAY).fault_code == "X-00"


def test_a_warning_counts_down_by_the_session_s_own_rules():
    session = replace(EXAMPLES["confirm"], warning=IdleWarning(ends_at=NOW + 18))
    props = frame_props(session, ABOUT, FRIDAY)
    assert (props.warning, props.warning_seconds, props.warning_share) == (True, 18, 0.6)


@pytest.mark.parametrize(
    ("ends_at", "now", "seconds", "share"),
    [(None, 5, 0, 0.0), (10, 5.2, 5, 0.48), (10, 12, 0, 0.0), (30, 5, 25, 1.0)],
)
def test_time_left_never_leaves_its_range(ends_at, now, seconds, share):
    assert seconds_left(ends_at, now) == seconds
    assert share_left(ends_at, now, 10) == pytest.approx(share)
