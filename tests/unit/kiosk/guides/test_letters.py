"""Many short strings searched as one: numbers and places are those of the string that holds the letters."""

from __future__ import annotations

from kiosk.guides.letters import Letters

ROWS = Letters([(7, "sbk"), (8, "gsbk"), (9, "jzz"), (12, "sab·k")])


def test_letters_are_found_at_the_beginning_or_anywhere() -> None:
    assert list(ROWS.holding("sb", inside=False)) == [(7, 0)]
    assert list(ROWS.holding("sb", inside=True)) == [(7, 0), (8, 1)]
    assert list(ROWS.holding("kg", inside=True)) == []  # never from one string into the next


def test_letters_in_order_need_not_touch() -> None:
    assert list(ROWS.in_order("sbk")) == [7, 8, 12]
    assert list(ROWS.in_order("kb")) == []
    assert list(ROWS.in_order(".*")) == []


def test_no_strings_hold_nothing() -> None:
    assert list(Letters([]).holding("a", inside=True)) == []
    assert list(Letters([]).in_order("ab")) == []
