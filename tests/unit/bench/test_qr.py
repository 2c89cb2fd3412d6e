"""What bench-qr calls exact and what it calls wrong, and that its three readers are really measured."""

import numpy as np
import pytest
from PIL import Image

from tests.bench.qr.__main__ import _made_rows, _real_rows
from tests.bench.qr.madeup import CASES, drawn, modules
from tests.bench.qr.measure import measure_made, measure_real
from tests.bench.qr.samples import Sample, forms_of, grey_of, sets_in

TEXT = "穗好办\r\n号"
BLANK = np.full((30, 30), 255, np.uint8)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_is_exact_in_each_encoding_and_with_any_line_ends(encoding):
    sample = Sample("x", BLANK, forms_of(TEXT.encode()))
    for text in (TEXT, TEXT.replace("\r\n", "\n"), TEXT + "\n"):
        assert sample.is_exact(text.encode(encoding))


def test_other_bytes_are_not_exact():
    sample = Sample("x", BLANK, forms_of(TEXT.encode()))
    assert not sample.is_exact(TEXT.encode("utf-16"))
    assert not sample.is_exact(TEXT[:-1].encode())
    assert not sample.is_exact(b"")


def test_bytes_that_are_no_text_are_compared_as_they_are():
    assert Sample("x", BLANK, forms_of(b"\xff\x00\xfe")).is_exact(b"\xff\x00\xfe")


@pytest.fixture
def folder(tmp_path):
    def put(where, name, payload, text):
        place = tmp_path / where
        place.mkdir(exist_ok=True)
        Image.fromarray(drawn(modules(payload), 4).astype(np.uint8)).save(place / f"{name}.png")
        if text is not None:
            (place / f"{name}.txt").write_bytes(text)

    put("qrcode-1", "right", b"right", b"right")
    put("qrcode-1", "other", b"something else", b"expected")
    put("qrcode-1", "unknown", b"nobody knows", None)
    put("qrcode-7", "01-01", b"the first part of it, ", None)
    put("qrcode-7", "01-02", b"and then the second one", None)
    (tmp_path / "qrcode-7" / "01.txt").write_bytes(b"the first part of it, and then the second one")
    put("falsepositives-1", "code", b"a code where none should be", None)
    return tmp_path


def test_sets_are_read_with_what_stands_beside_the_images(folder):
    sets = {one.name: one for one in sets_in(folder)}
    assert [sample.name for sample in sets["qrcode-1"].samples] == ["other.png", "right.png"]
    assert len(sets["qrcode-7"].samples) == 2
    assert not sets["falsepositives-1"].has_codes


def test_what_is_read_as_something_else_and_where_nothing_is_counts_as_wrong(folder):
    real = {one.name: one for one in map(measure_real, sets_in(folder))}
    assert real["qrcode-1"].exact == {"ours": 4, "zxing": 4, "zbar": 4}
    assert real["qrcode-1"].wrong["ours"] == 4
    assert real["qrcode-7"].exact["ours"] == 8
    assert real["falsepositives-1"].wrong["ours"] == 4
    rows = {row.id: row for row in _real_rows(list(real.values()))}
    assert (rows["Q1"].value, rows["Q1"].met) == (50.0, False)
    assert (rows["Q2"].value, rows["Q2"].met) == (4, False)
    assert (rows["Q3"].value, rows["Q3"].met) == (4, False)


def test_the_made_up_pictures_are_the_same_every_time_and_each_reader_is_asked():
    first, second = (measure_made("inverted", 2) for _ in range(2))
    assert first.exact == second.exact == {"ours": 2, "zxing": 2, "zbar": 0}
    rows = _made_rows([measure_made(name, 1) for name in CASES])
    assert next(row for row in rows if row.id == "M1").met
    assert len({row.id for row in rows}) == len(rows)


def test_a_picture_without_ground_is_seen_on_white_paper(tmp_path):
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert grey_of(tmp_path / "clear.png").min() == 255
