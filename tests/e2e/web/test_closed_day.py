"""A day without opening hours: boards and the login page say so, numbers are given, whoever works is shown."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e.web.hall import HallProcess
from tests.e2e.web.screen import Screens

pytestmark = pytest.mark.slow


@pytest.fixture
def closed_hall(tmp_path):
    """A hall whose only opening day is neither today nor about to begin."""
    far = datetime.now(UTC) + timedelta(hours=8, days=3)
    process = HallProcess(tmp_path, days=str(far.isoweekday()))
    try:
        yield process.start()
    finally:
        process.stop()


def test_a_board_says_that_the_hall_is_closed_until_somebody_works_all_the_same(
    closed_hall: HallProcess, screens: Screens
):
    page = screens.board(closed_hall)
    assert page.inner_text("#calm-title") == "今天不开门"
    assert page.inner_text("#foot-left") == "不开门"
    assert closed_hall.take("A")["label"] == "A001"
    closed_hall.sit(3)
    page.clock.run_for(1_000)
    page.wait_for_function("() => document.getElementById('calm-title').textContent !== '今天不开门'")
    assert closed_hall.call(3)["label"] == "A001"


def test_the_login_page_of_a_closed_day_names_no_hour(closed_hall: HallProcess, screens: Screens):
    page = screens.console(closed_hall)
    page.wait_for_selector("html[data-ready] #staff_no")
    facts = page.inner_text(".hall-facts")
    assert "不开门" in facts
    assert "办到" not in facts
