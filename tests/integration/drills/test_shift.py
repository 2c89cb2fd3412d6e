"""The drill of a shift in small: five visitors, every last key twice, and a console without its lock is caught."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.drills.shift.__main__ import judge
from tests.drills.verdict import Verdict
from tests.e2e.web.screen import ARGS, Screens

pytestmark = pytest.mark.slow


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        yield browser
        browser.close()


def test_every_press_of_a_shift_leads_to_one_effect(chromium: Browser) -> None:
    verdict = Verdict("drill-shift")
    judge(verdict, Screens(chromium), 5, 7)
    rows = {row.id: row for row in verdict.rows}
    assert [one for one in verdict.findings if "pressed twice within" not in one] == []  # a loaded machine is slow
    assert rows["Clock"].met
