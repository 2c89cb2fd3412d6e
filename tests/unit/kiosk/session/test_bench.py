"""工具: the technician's pages, from 自检 and back; nobody else comes there."""

from __future__ import annotations

import pytest

from kiosk.session.bench import BEHIND, LISTED, Tool
from kiosk.session.events import Choice, Chosen, Tick, Touch
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import (
    BEHIND_THE_TECHNICIAN_S_PIN,
    BENCH,
    EVERY_PAGE,
    SELF_TEST,
    T0,
    after,
    touch,
)


@pytest.mark.parametrize("tool", LISTED)
def test_each_tool_is_one_touch_away_and_one_touch_back(tool: Tool) -> None:
    opened = after(BENCH, Chosen(T0 + 2, Choice.TOOL, tool))
    assert opened.page in BEHIND
    assert after(opened, touch(Touch.BACK, T0 + 3)).page is Page.BENCH
    assert after(BENCH, touch(Touch.BACK, T0 + 3)).page is Page.SELF_TEST


@pytest.mark.parametrize("page", sorted(BEHIND_THE_TECHNICIAN_S_PIN))
def test_every_page_locks_itself_after_five_minutes(page: Page) -> None:
    session = EVERY_PAGE[page]
    locked = after(session, Tick(session.now + 301))
    assert (locked.page, locked.workshop) == (Page.HOME, None)


@pytest.mark.parametrize("page", [page for page in EVERY_PAGE if page not in BEHIND_THE_TECHNICIAN_S_PIN])
def test_from_no_other_page_a_tool_is_reached(page: Page) -> None:
    for word in (*Tool, "bench", "self_test"):
        session = EVERY_PAGE[page]
        assert after(session, Chosen(session.now + 1, Choice.TOOL, word)).page not in BEHIND_THE_TECHNICIAN_S_PIN
    assert after(session, touch(Touch.BENCH, session.now + 2)).page not in BEHIND_THE_TECHNICIAN_S_PIN


def test_an_unknown_tool_opens_nothing() -> None:
    assert after(SELF_TEST, Chosen(T0 + 2, Choice.TOOL, "shell")).page is Page.SELF_TEST
