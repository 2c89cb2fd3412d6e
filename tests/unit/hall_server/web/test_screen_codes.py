"""Codes of screens that wait: easy to read across a hall, good for a while, for one screen."""

from hall_server.web.screen_codes import ALPHABET, LASTS, LENGTH, MOST, ScreenCodes


def test_a_screen_keeps_its_code_while_it_asks():
    codes = ScreenCodes()
    code = codes.of("one", 0)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0OQ1IL5S2Z8")
    for at in range(0, 3 * LASTS, LASTS // 2):
        assert codes.of("one", at) == code


def test_a_code_is_found_however_it_is_typed_and_by_nothing_else():
    codes = ScreenCodes()
    code = codes.of("one", 0)
    assert codes.of("two", 0) != code
    assert codes.screen(f" {code[:3]} {code[3:]} ".lower(), 1) == "one"
    for other in ("", code[:5], code + "A", "配对码"):
        assert codes.screen(other, 1) == ""


def test_a_screen_that_asks_no_more_and_one_that_is_paired_have_no_code():
    codes = ScreenCodes()
    silent, paired = codes.of("silent", 0), codes.of("paired", LASTS)
    assert codes.screen(silent, LASTS + 1) == ""
    codes.done("paired")
    assert codes.screen(paired, LASTS + 1) == ""


def test_who_asks_for_ever_more_codes_pushes_out_the_longest_silent():
    codes = ScreenCodes()
    first = codes.of("first", 0)
    for no in range(MOST):
        codes.of(f"more {no}", 1 + no)
    assert codes.screen(first, MOST) == ""
    assert codes.screen(codes.of("more 7", MOST), MOST) == "more 7"
