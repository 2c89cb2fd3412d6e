"""A code as dots: the symbol without eyes and middle, nothing in them that could be drawn over."""

from __future__ import annotations

import re

import pytest

from hall_server.city.reference.qr import BLOSSOM, EYE, dots_of

TEXT = (
    "KPC1:" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:" * 5 + "0" * 27
)  # as long as a code of the demonstration


def centres(text):
    return [(int(x), int(y)) for x, y in re.findall(r"M(\d+)\.5 (\d+)\.5h0", dots_of(text).path)]


def test_a_code_of_the_demonstration_is_of_53_modules():
    assert len(TEXT) == 257
    assert dots_of(TEXT).side == 53


def test_no_dot_lies_in_an_eye_or_under_the_blossom():
    far, middle = 53 - EYE, 26
    for x, y in centres(TEXT):
        assert not (x < EYE and (y < EYE or y >= far))
        assert not (x >= far and y < EYE)
        assert (x - middle) ** 2 + (y - middle) ** 2 > (BLOSSOM / 2) ** 2


def test_about_half_of_the_symbol_is_dark():
    assert 0.4 < len(centres(TEXT)) / 53**2 < 0.55


def test_a_text_that_no_code_has_is_refused():
    with pytest.raises(ValueError, match=r"mode"):
        dots_of("kpc1:small letters")
