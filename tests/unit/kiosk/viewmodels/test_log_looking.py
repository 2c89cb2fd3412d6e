"""日志 (UI-T6): as many lines as fit, the newest first, whatever page was asked for."""

from __future__ import annotations

from kiosk.session.events import Touch
from kiosk.session.log_words import LogEntry, LogRead
from kiosk.session.modes import Mode, Modes
from kiosk.session.self_test_words import Lamp
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.examples_log import ENTRIES
from kiosk.viewmodels.log_looking import log_props, log_search_props, log_stick_props
from tests.unit.kiosk.session.visits import after, touch

LOG = EXAMPLES["log"]


def test_a_page_shows_what_fits_and_says_how_many_pages_there_are() -> None:
    assert (len(log_props(LOG).rows), log_props(LOG).pages) == (4, -(-len(ENTRIES) // 4))
    lying, large = replace(LOG, landscape=True), replace(LOG, modes=Modes(on=frozenset({Mode.LARGE})))
    assert [len(log_props(one).rows) for one in (lying, large)] == [4, 3]


def test_the_newest_is_on_top_with_day_and_second() -> None:
    first = log_props(LOG).rows[0]
    assert (first.when, first.source, first.text) == ("11-23 09:41:00", "kiosk", "home -> self_test")


def test_of_a_long_trace_its_beginning_and_its_end_are_shown() -> None:
    trace = LogEntry("2026-11-23 09:41:00", Lamp.FAULT, "kiosk", f"it failed {'x' * 500} OSError: no room")
    shown = log_props(after(LOG, LogRead(LOG.now, (trace,)))).rows[0].text
    assert shown.startswith("it failed ")
    assert shown.endswith("OSError: no room")
    assert len(shown) <= 92


def test_before_the_first_page_comes_the_last_one() -> None:
    back = log_props(after(LOG, touch(Touch.PREVIOUS_LIST_PAGE, LOG.now + 1)))
    assert (back.number, back.rows[-1].text) == (back.pages, ENTRIES[-1].text)
    forward = log_props(after(LOG, touch(Touch.NEXT_LIST_PAGE, LOG.now + 1)))
    assert (forward.number, forward.rows[0].text) == (2, ENTRIES[4].text)


def test_a_torn_line_has_no_time() -> None:
    third = after(LOG, *(touch(Touch.NEXT_LIST_PAGE, LOG.now + later) for later in (1, 2)))
    assert [(one.when, one.lamp) for one in log_props(third).rows if "torn" in one.text] == [("", "unknown")]


def test_a_search_that_finds_nothing_leaves_one_empty_page() -> None:
    nothing = log_props(EXAMPLES["log_nothing"])
    assert (nothing.rows, nothing.number, nothing.pages, nothing.found) == ((), 1, 1, 0)
    assert nothing.whole == len(ENTRIES)


def test_how_many_lines_hold_what_is_typed_is_said_while_it_is_typed() -> None:
    assert (log_search_props(EXAMPLES["log_search"]).typed, log_search_props(EXAMPLES["log_search"]).found) == (
        "HALL",
        6,
    )


def test_the_passphrase_stands_in_groups_only_on_the_page_of_a_copy_that_was_saved() -> None:
    assert [len(one) for one in log_stick_props(EXAMPLES["log_stick_saved"]).passphrase] == [4] * 5
    assert log_stick_props(EXAMPLES["log_stick_saving"]).passphrase == ()
    assert "9QXA" not in repr(log_stick_props(EXAMPLES["log_stick_saved"]))
