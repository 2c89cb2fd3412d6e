"""What the pipeline reads of made-up pictures, what it leaves alone, and what it says of a symbol."""

import itertools

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from devices.code_scanner.engines import LOCAL, zbar, zxing
from devices.code_scanner.pipeline import Pipeline
from devices.values.code_scanner import Engine
from tests.bench.qr.madeup import CASES, HARDER, drawn, modules, pictures

PAPER = np.full((240, 320), 200, np.uint8)


def sheet(payload, pixels=4):
    return drawn(modules(payload), pixels).astype(np.uint8)


@pytest.mark.parametrize("case", [*CASES, "no_quiet_zone_tilted", "blur_3_px", "noisy", "dotted"])
def test_codes_on_phone_screens_and_paper_are_read(case):
    for payload, grey in pictures(case, 4):
        reading = Pipeline().read(grey)
        assert [code.data for code in reading.codes] == [payload], reading.stage
        assert reading.codes[0].symbol.trusted


@pytest.mark.parametrize("case", HARDER)
def test_what_cannot_be_read_is_never_read_as_something_else(case):
    for payload, grey in pictures(case, 3):
        assert {code.data for code in Pipeline().read(grey).codes if code.symbol.trusted} <= {payload}


@pytest.mark.parametrize(
    "payload", [bytes(range(256)), "穗好办".encode("gb18030"), "穗好办".encode(), b"\x00", b"\r\n", b"A" * 2000]
)
def test_any_bytes_come_out_as_they_are(payload):
    (code,) = Pipeline().read(sheet(payload)).codes
    assert code.data == payload


def test_what_is_known_of_the_symbol_is_said():
    upright = sheet(b"KPT1:ABCDEFG")
    (code,) = Pipeline().read(upright).codes
    symbol = code.symbol
    assert (symbol.kind, symbol.engine, symbol.identifier, symbol.eci) == ("qr_code", Engine.ZXING, "]Q1", None)
    side = upright.shape[0]
    assert symbol.corners[0] == pytest.approx((16, 16), abs=3)
    assert symbol.corners[2] == pytest.approx((side - 16, side - 16), abs=3)
    turns = [
        Pipeline().read(np.ascontiguousarray(np.rot90(upright, -times))).codes[0].symbol.turn for times in range(4)
    ]
    assert [(turn + 5) // 90 * 90 % 360 for turn in turns] == [0, 90, 180, 270]


def test_an_encoding_that_the_symbol_claims_is_said_and_the_bytes_are_not_touched():
    made = zxingcpp.create_barcode("穗好办", zxingcpp.QRCode, eci="GB18030")
    (code,) = Pipeline().read(np.asarray(zxingcpp.write_barcode_to_image(made, scale=4))).codes
    assert (code.data, code.symbol.identifier, code.symbol.eci) == ("穗好办".encode("gb18030"), "]Q2", 32)
    (code,) = Pipeline().read(sheet(b"\\000026")).codes
    assert (code.data, code.symbol.identifier, code.symbol.eci) == (b"\\000026", "]Q1", None)


@pytest.mark.parametrize(("text", "read"), [("1", ()), ("KPT 12", (b"KPT 12",))])
def test_small_symbols_are_read_but_the_smallest_which_proves_nothing(text, read):
    made = zxingcpp.create_barcode(text, zxingcpp.MicroQRCode)
    codes = Pipeline().read(np.asarray(zxingcpp.write_barcode_to_image(made, scale=5))).codes
    assert tuple(code.data for code in codes) == read
    assert all(code.symbol.kind == "micro_qr_code" for code in codes)


@pytest.mark.parametrize(
    "grey",
    [PAPER, PAPER[:5], PAPER[:, :3], np.zeros((0, 0), np.uint8), np.zeros((40, 40, 3), np.uint8), PAPER[::2, ::2]],
    ids=["blank", "flat", "thin", "empty", "coloured", "strided"],
)
def test_a_picture_without_a_code_gives_nothing(grey):
    assert Pipeline().read(grey).codes == ()


@settings(max_examples=40, deadline=None)
@given(arrays.arrays(np.uint8, st.tuples(st.integers(1, 120), st.integers(1, 120))))
def test_no_picture_raises_and_noise_holds_no_code(grey):
    assert all(not code.symbol.trusted for code in Pipeline().read(grey).codes)


def test_a_quick_look_leaves_the_dear_stages_out():
    ((_, grey),) = pictures("no_quiet_zone", 1)
    assert Pipeline().read(grey, thorough=False).codes == ()
    assert Pipeline().read(grey).stage == "sheet"


def test_something_that_looks_like_a_code_is_said_even_if_it_cannot_be_read():
    grey = sheet(b"KPT1:ABCDEFG", 8)
    grey[96:-32, 96:] = 128
    grey[32:96, 96:-96] = 128
    reading = Pipeline(second_engine=False).read(grey)
    assert (reading.codes, reading.likely) == ((), True)
    assert not Pipeline().read(PAPER).likely


def test_a_picture_that_takes_far_too_long_is_given_up():
    ticks = itertools.count()
    ((_, grey),) = pictures("no_quiet_zone", 1)
    assert Pipeline(budget_s=0.5, clock=lambda: float(next(ticks))).read(grey).codes == ()


def test_large_pictures_are_read_too():
    ((payload, grey),) = pictures("no_quiet_zone", 1)
    large = cv2.copyMakeBorder(grey, 400, 400, 600, 600, cv2.BORDER_CONSTANT, value=25)
    (code,) = Pipeline().read(large).codes
    assert code.data == payload


def test_zbars_bytes_are_marked_because_it_makes_text_of_them():
    (code,) = zbar(sheet("广东省".encode("gb18030")))
    assert not code.symbol.trusted
    assert code.symbol.engine is Engine.ZBAR
    (right,) = zxing(sheet("广东省".encode("gb18030")), LOCAL)
    assert right.data == "广东省".encode("gb18030")
