"""A band that is printed to the paper's edge belongs to the page; the table beside it does not."""

import numpy as np
import pytest

from devices.document_scanner.bands import with_bands
from devices.document_scanner.judge import see
from devices.document_scanner.papers import laid, sheet

BLUE, TABLE = (140, 60, 20), (52, 48, 46)
BAND_PX = 70


def banded(colour, *, side=0):
    page = sheet(1)
    if side:
        page[:, :BAND_PX] = colour
    else:
        page[:BAND_PX] = colour
    return page


def corners(view):
    return np.array(see(view).look.corners)


@pytest.mark.parametrize("side", [0, 1])
def test_a_page_with_a_band_has_the_corners_of_one_without(side):
    plain = corners(laid(sheet(1)))
    assert np.abs(corners(laid(banded(BLUE, side=side))) - plain).max() < 0.004


def test_a_band_in_the_table_s_own_colour_is_not_guessed_at():
    plain = corners(laid(sheet(1)))
    assert corners(laid(banded(TABLE)))[0][1] > plain[0][1] + 0.05


def test_a_page_without_a_band_keeps_its_corners():
    view = laid(sheet(1))
    quad = see(view).quad
    assert with_bands(view, quad) is quad


@pytest.mark.parametrize("quad", [[[0, 0], [3, 0], [3, 3], [0, 3]], [[-50, -50], [2000, 0], [2000, 900], [0, 900]]])
def test_a_page_that_is_tiny_or_out_of_view_is_left_alone(quad):
    quad = np.array(quad, float)
    assert with_bands(laid(sheet(1)), quad) is quad
