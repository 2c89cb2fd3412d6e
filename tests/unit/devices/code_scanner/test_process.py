"""The worker of a camera that reads codes, with pictures from a list and a parent that listens."""

import itertools
from dataclasses import dataclass

import numpy as np
import pytest

from devices.code_scanner.codec import decode_code
from devices.code_scanner.message import packed, unpacked
from devices.code_scanner.process import watch
from devices.errors import DeviceLostError
from devices.values.code_scanner import Engine, Symbol
from tests.bench.qr.madeup import drawn, modules

CODE = decode_code(
    "穗好办".encode("gb18030"), Symbol("qr_code", Engine.ZXING, "]Q2", 32, 90, ((1, 2), (3, 4), (5, 6), (7, 8)))
)


@dataclass
class Picture:
    sequence: int
    image: np.ndarray


class Pictures:
    """One after the other, then the camera is gone."""

    def __init__(self, *images):
        self._pictures = itertools.starmap(Picture, enumerate(images, 1))

    def after(self, sequence, timeout_s):
        picture = next(self._pictures, None)
        if picture is None:
            raise DeviceLostError("camera", "gone")
        return picture


class Parent:
    def __init__(self):
        self.said = []

    def tell(self, said, payload=b""):
        self.said.append(said)


def test_a_code_packed_and_unpacked_is_the_same_code():
    assert unpacked(packed(CODE)) == CODE


@pytest.mark.parametrize("change", [{"data": "xyz"}, {"engine": "?"}, {"corners": 5}, {"corners": [[1]]}])
def test_what_is_no_packed_code_is_refused(change):
    with pytest.raises((KeyError, TypeError, ValueError)):
        unpacked(packed(CODE) | change)
    with pytest.raises(KeyError):
        unpacked({})


def test_a_picture_that_a_library_chokes_on_does_not_end_the_watching():
    sheet = drawn(modules(b"KPT1:ABC"), 4).astype(np.uint8)
    parent = Parent()
    with pytest.raises(DeviceLostError):
        watch(parent, Pictures(sheet, np.full((60, 60), 1.5), sheet), second_engine=False)
    assert [unpacked(code).data for one in parent.said[1:] for code in one["codes"]] == [b"KPT1:ABC"]


def test_each_picture_with_a_code_is_told_and_the_end_of_the_pictures_is_an_error():
    sheet = drawn(modules(b"KPT1:ABC"), 4).astype(np.uint8)
    parent = Parent()
    with pytest.raises(DeviceLostError):
        watch(parent, Pictures(sheet, sheet, sheet), second_engine=False)
    ready, *told = parent.said
    assert ready == {"ready": True}
    assert [unpacked(code).data for one in told for code in one["codes"]] == [b"KPT1:ABC"] * 2
