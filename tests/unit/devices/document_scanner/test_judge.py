"""The right verdict on made pictures, and corners within 1 % of the page's width (more: tests/bench/documents)."""

import cv2
import numpy as np
import pytest

from devices.document_scanner.codec import Layout, Picture
from devices.document_scanner.flat_pages import flat_page
from devices.document_scanner.images import UnreadableImageError, grey_of
from devices.document_scanner.judge import judge_flat, see
from devices.document_scanner.light import ink_share, softness
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.values.advice import ADVICE
from devices.values.document_scanner import Verdict
from tests.bench.documents.__main__ import CORNER_BAR, answer
from tests.bench.documents.cases import case

GOLDEN = (
    ("perspective", 2),
    ("white_table", 3),
    ("low_light", 4),
    ("wrinkled", 1),
    ("thumb", 2),
    ("glare", 3),
    ("blurred", 4),
    ("blank", 2),
    ("too_dark", 3),
    ("cut_corner", 4),
    ("two_overlapping", 1),
    ("slanted", 2),
    ("printed_band", 1),
    ("darker_page", 1),
    ("dark_things", 1),
)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "seed"), GOLDEN)
def test_a_made_picture_gets_its_verdict_and_its_corners(kind, seed):
    found = answer(case(kind, seed))
    assert found.said == found.case.verdict
    assert found.off is None or found.off <= CORNER_BAR


VIEWS = {
    Verdict.GOOD: laid(sheet(1)),
    Verdict.NO_PAGE: empty_table(),
    Verdict.BLANK: laid(sheet(1, lines=0)),
    Verdict.CUT_OFF: laid(sheet(1), at=(0.04, 0.5)),
    Verdict.TOO_SMALL: laid(sheet(1), height=0.4),
    Verdict.TOO_DARK: (laid(sheet(1)) * 0.2).astype(np.uint8),
}


@pytest.mark.parametrize("verdict", VIEWS)
def test_each_view_of_the_emulator_s_table_is_what_it_is_meant_to_be(verdict):
    seen = see(VIEWS[verdict])
    assert seen.verdict is verdict
    assert (seen.look.corners is None) == (verdict is Verdict.NO_PAGE)


def test_each_bad_verdict_has_advice():
    assert {verdict.value for verdict in Verdict} - {"good"} <= set(ADVICE)


@pytest.mark.parametrize(
    "view",
    [
        np.zeros((480, 640, 3), np.uint8),
        np.full((480, 640, 3), 255, np.uint8),
        np.random.default_rng(1).integers(0, 256, (480, 640, 3), np.uint8),
        np.zeros((1, 1, 3), np.uint8),
        np.full((2, 900, 3), 200, np.uint8),
        np.tile(np.array([[[0, 0, 0], [255, 255, 255]]], np.uint8), (300, 200, 1)),
    ],
)
def test_a_view_of_nothing_at_all_is_no_page_and_no_error(view):
    assert see(view).verdict in {Verdict.NO_PAGE, Verdict.TOO_DARK, Verdict.CUT_OFF, Verdict.TOO_SMALL, Verdict.BLANK}


def test_a_lens_cover_is_too_dark():
    assert see(np.full((480, 640, 3), 3, np.uint8)).verdict is Verdict.TOO_DARK


def test_corners_go_round_clockwise_from_the_top_left_as_shares_of_the_picture():
    corners = np.array(see(laid(sheet(1), turn=0)).look.corners)
    assert np.allclose(corners[:, 0], [0.269, 0.731, 0.731, 0.269], atol=0.01)
    assert np.allclose(corners[:, 1], [0.07, 0.07, 0.93, 0.93], atol=0.01)


def test_the_glass_s_pages_are_blank_dark_or_good():
    assert judge_flat(sheet(1)) is Verdict.GOOD
    assert judge_flat(sheet(1, lines=0)) is Verdict.BLANK
    assert judge_flat(np.zeros((200, 140), np.uint8)) is Verdict.TOO_DARK


def test_softness_grows_with_blur():
    page = grey_of(sheet(1))
    mask = np.ones_like(page)
    soft = [softness(cv2.GaussianBlur(page, (0, 0), sigma), mask) for sigma in (0.5, 1.5, 2.5)]
    assert soft == sorted(soft)
    assert soft[0] < 1.5 < soft[2]
    assert ink_share(page, mask) > 0.02


@pytest.mark.parametrize(
    "layout", [Layout(24, 24, 1, 8), Layout(24, 900, 3, 8), Layout(900, 31, 1, 1), Layout(40, 40, 3, 16)]
)
@pytest.mark.parametrize("fill", [b"\0", b"\xff", b"\0\xff\x80"])
def test_the_smallest_and_oddest_pages_from_the_glass_are_pages(layout, fill):
    data = (fill * layout.total_bytes)[: layout.total_bytes]
    assert flat_page(Picture(layout, data), (210, 297)).width_px == layout.width_px


def test_less_than_a_page_from_the_glass_is_refused():
    with pytest.raises(UnreadableImageError):
        flat_page(Picture(Layout(23, 900, 1, 8), bytes(23 * 900)), (210, 297))
