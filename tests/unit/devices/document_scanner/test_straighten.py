"""Pages laid upright: their proportions, their lines, their sides."""

import cv2
import numpy as np
import pytest

from devices.document_scanner.images import grey_of
from devices.document_scanner.papers import sheet
from devices.document_scanner.quads import crossing, ordered, quad_round
from devices.document_scanner.seam import has_seam
from devices.document_scanner.straighten import lean, level, page_size, upright
from tests.bench.documents.forms import form


def turned(image, angle):
    high, wide = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1)
    return cv2.warpAffine(image, matrix, (wide, high), borderMode=cv2.BORDER_REPLICATE)


def square(wide, high):
    return np.array([[0, 0], [wide, 0], [wide, high], [0, high]], float)


@pytest.mark.parametrize("angle", [-4.0, -1.3, 0.0, 0.7, 3.0])
def test_printed_lines_are_found_however_they_lean(angle):
    assert lean(turned(sheet(1), -angle)) == pytest.approx(angle, abs=0.2)


def test_a_page_that_leans_is_levelled_and_a_level_one_is_left_alone():
    page = sheet(1)
    assert level(page) is page
    assert abs(lean(level(turned(page, 2.0)))) <= 0.2
    empty = sheet(1, lines=0)
    assert level(empty) is empty


@pytest.mark.parametrize(
    ("wide", "high", "size"),
    [
        (1000, 1414, (1000, 1414, 210, 297)),
        (1414, 1000, (1414, 1000, 297, 210)),
        (1000, 1340, (948, 1340, 210, 297)),  # nearly A4: seen a little aslant
        (856, 540, (856, 540, 85.6, 53.98)),
        (500, 1500, (500, 1500, 210, 630)),
        (7000, 9900, (2480, 3508, 210, 297)),
        (1586, 1000, (1586, 1000, 333.06, 210)),  # as large as a page: no card
    ],
)
def test_a_page_gets_the_shape_that_it_most_likely_has(wide, high, size):
    found = page_size(square(wide, high), 2000)
    assert found == pytest.approx(size, abs=1)


def test_a_page_comes_out_of_its_perspective_with_its_print_in_place():
    page = sheet(3)
    quad = np.array([[120, 80], [560, 60], [640, 700], [60, 720]], float)
    matrix = cv2.getPerspectiveTransform((square(*page.shape[1::-1]) - 0.5).astype(np.float32), quad.astype(np.float32))
    view = cv2.warpPerspective(page, matrix, (800, 800))
    back = upright(view, quad, *page.shape[1::-1])
    inner = np.s_[20:-20, 20:-20]
    assert np.abs(back[inner].astype(int) - page[inner]).mean() < 6


def test_a_hidden_corner_comes_out_where_the_sides_would_meet():
    cut = np.array([[0, 0], [100, 0], [100, 110], [70, 140], [0, 140]], np.int32).reshape(-1, 1, 2)
    assert np.allclose(quad_round(cut), square(100, 140), atol=3)


def test_parallel_lines_do_not_meet():
    a, b, c, d = (np.array(point, float) for point in ((0, 0), (1, 1), (0, 1), (1, 2)))
    assert crossing(a, b, c, d) is None


def test_corners_are_ordered_from_any_beginning():
    quad = np.array([[10, 5], [110, 0], [120, 150], [0, 160]], float)
    for turn in range(4):
        assert np.array_equal(ordered(np.roll(quad, turn, axis=0)), quad)
        assert np.array_equal(ordered(np.roll(quad[::-1], turn, axis=0)), quad)


def test_two_sheets_have_a_seam_and_one_has_none():
    one, other = (cv2.resize(grey_of(form(seed)), (620, 877), interpolation=cv2.INTER_AREA) for seed in (2, 3))
    assert not has_seam(one, square(*one.shape[::-1]))
    two = np.hstack([one, np.clip(other.astype(int) - 12, 0, 255).astype(np.uint8)])
    assert has_seam(two, square(*two.shape[::-1]))
    assert has_seam(np.ascontiguousarray(two.T), square(*two.shape))
