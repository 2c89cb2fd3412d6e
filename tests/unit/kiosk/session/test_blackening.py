"""涂黑: parts of a page are drawn or taken line by line, taken back, and then black for good (CL-E16)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from devices.values.document_scanner import Verdict
from kiosk.session.blackening import BANDS, MOST_BLOTS
from kiosk.session.effects import PlayTone
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.scan_way import scan_way
from kiosk.session.scans import BlackenPage, Blot, PageScanned, PagesKept, ScanFailed, ScanFault
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import APPLY_PAGE, APPLY_SCAN, T0, after, played, touch

LATER = T0 + 1
APPLY_BLACKEN = after(APPLY_PAGE, touch(Touch.BLACKEN))
A_PART = Blot(100, 200, 300, 250)


def drawn(value, at=LATER):
    return Chosen(at, Choice.BLOT, value)


def test_cl_e16_what_is_drawn_is_black_once_it_is_done_and_not_before():
    part, effects = played(APPLY_BLACKEN, drawn("100 200 300 250"))
    assert (scan_way(part).blots, effects) == ((A_PART,), [])
    done, effects = played(part, touch(Touch.TYPED, LATER + 1))
    assert (done.page, effects) == (Page.APPLY_SCAN, [BlackenPage(2, (A_PART,))])
    assert (scan_way(done).selected, scan_way(done).blots) == (2, ())


def test_a_line_over_the_whole_width_is_taken_by_keys_alone():
    down = after(APPLY_BLACKEN, *(touch(Touch.BAND_DOWN, LATER + number) for number in range(3)))
    line = after(down, touch(Touch.BAND_UP, LATER + 4), touch(Touch.BLACKEN, LATER + 5))
    (blot,) = scan_way(line).blots
    assert (blot.left, blot.right) == (0, 1000)
    assert blot.top <= 2 * 1000 / BANDS
    assert blot.bottom >= 3 * 1000 / BANDS
    assert scan_way(after(line, touch(Touch.BLACKEN, LATER + 6))).blots == (blot,), "once is enough"


def test_the_lines_together_leave_nothing_of_a_page():
    session, now = APPLY_BLACKEN, LATER
    for _ in range(BANDS):
        session = after(session, touch(Touch.BLACKEN, now), touch(Touch.BAND_DOWN, now + 1))
        now += 2
    blots = scan_way(session).blots
    assert (blots[0].top, blots[-1].bottom) == (0, 1000)
    assert all(below.top <= above.bottom for above, below in pairwise(blots))


def test_the_last_one_is_taken_back_and_leaving_changes_nothing():
    two = after(APPLY_BLACKEN, drawn("100 200 300 250"), drawn("0 0 500 500", LATER + 1))
    assert scan_way(after(two, touch(Touch.UNDO, LATER + 2))).blots == (A_PART,)
    left, effects = played(two, touch(Touch.BACK, LATER + 2))
    assert (left.page, scan_way(left).blots, effects) == (Page.APPLY_SCAN, (), [])


def test_nothing_drawn_blackens_nothing():
    same, effects = played(APPLY_BLACKEN, touch(Touch.TYPED, LATER))
    assert (same.page, effects) == (Page.APPLY_BLACKEN, [])
    assert after(APPLY_SCAN, touch(Touch.BLACKEN, LATER)).page is Page.APPLY_SCAN


@pytest.mark.parametrize(
    "value", ["", "1 2 3", "x" * 5000, "300 200 100 250", "1 1 3 3", "a b c d", "-5 0 9 9", "九 0 9 9"]
)
def test_what_is_no_part_of_a_page_draws_nothing(value):
    assert scan_way(after(APPLY_BLACKEN, drawn(value))).blots == ()


def test_a_part_ends_at_the_edge_and_there_are_only_so_many():
    assert scan_way(after(APPLY_BLACKEN, drawn("900 900 2000 2000"))).blots == (Blot(900, 900, 1000, 1000),)
    many = after(APPLY_BLACKEN, *(drawn(f"0 0 {20 + one} 500", LATER + one) for one in range(MOST_BLOTS + 5)))
    assert len(scan_way(many).blots) == MOST_BLOTS


def test_a_page_that_is_gone_meanwhile_cannot_be_blackened():
    part = after(APPLY_BLACKEN, drawn("100 200 300 250"), PagesKept(LATER, "m_id", (), 1))
    assert played(part, touch(Touch.TYPED, LATER + 1))[1] == []


def test_while_a_page_is_blackened_the_scanner_is_not_heard_since_nothing_of_it_is_seen():
    black = after(APPLY_PAGE, touch(Touch.BLACKEN))
    for event in (PageScanned(T0, "m_id", 3, Verdict.GOOD), ScanFailed(T0, "m_id", ScanFault.JAM, over=False)):
        assert played(black, event)[1] == []
        assert any(isinstance(one, PlayTone) for one in played(APPLY_SCAN, event)[1])
