"""画面 (UI-T4): lengths are those of the real panel, heights those above the real floor."""

from __future__ import annotations

import pytest

from kiosk.session.events import Touch
from kiosk.session.glass import Glass
from kiosk.session.glass_look import VIEWS
from kiosk.values import replace
from kiosk.viewmodels.glass_look import glass_look_props, height_lines
from tests.unit.kiosk.session.visits import GLASS_LOOK, T0, after, touch


def test_the_reach_line_lies_where_the_layout_s_own_lines_are() -> None:
    lines = {line.mm: line for line in height_lines(Glass())}
    assert sorted(lines) == [900, 1000, 1100, 1200, 1300]
    assert lines[1100].y == pytest.approx(912, abs=1)  # where 往下移 begins
    assert lines[1200].y < 560
    assert [line.mm for line in lines.values() if line.reach] == [1100, 1200]


def test_a_glass_that_hangs_high_has_only_the_lines_that_lie_on_it() -> None:
    assert [line.mm for line in height_lines(Glass(landscape=True, bottom_mm=1150))] == [1200, 1300, 1400]


def test_the_ruler_is_a_hundred_millimetres_on_every_panel() -> None:
    for inches in (15.6, 21.5, 32):
        props = glass_look_props(replace(GLASS_LOOK, glass=Glass(diagonal_in=inches)))
        assert props.ruler == pytest.approx(100 * props.px_per_mm)


def test_the_cards_are_turned_over_both_ways_and_round() -> None:
    seen = []
    session = GLASS_LOOK
    for place in range(len(VIEWS)):
        seen.append(glass_look_props(session).view)
        session = after(session, touch(Touch.NEXT_LIST_PAGE, T0 + 2 + place))
    assert tuple(seen) == VIEWS
    assert glass_look_props(session).view == VIEWS[0]
    assert glass_look_props(after(session, touch(Touch.PREVIOUS_LIST_PAGE, T0 + 20))).view == VIEWS[-1]
