"""A real hall, a real Chromium, and an eye on its console: whatever breaks the CSP or throws fails the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.web.hall import HallProcess
from tests.e2e.web.screen import ARGS, Screens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")  # Playwright keeps a loop running: it must be gone before the next async test
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path)
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture
def screens(chromium: Browser) -> Iterator[Screens]:
    """Opens pages and, at the end, tells what they complained about."""
    opened = Screens(chromium)
    yield opened
    opened.close()
    assert not opened.complaints, opened.complaints
