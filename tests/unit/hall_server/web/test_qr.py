"""The code on the greeter's tablet is read back from what the page draws."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from hall_server.web.qr import QUIET, qr_path


@pytest.mark.parametrize(
    "text", ["KPT1:2G5BCNG0Z49TDRQNNS1RA9940A", "https://hall.example/t/KPT1:2G5BCNG0Z49TDRQNNS1RA9940A:L"]
)
def test_what_is_drawn_is_what_was_meant(text: str) -> None:
    drawn = qr_path(text)
    picture = Image.new("L", (drawn.side * 4, drawn.side * 4), 255)
    pen = ImageDraw.Draw(picture)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", drawn.path)
    assert drawn.path == "".join(f"M{x} {y}h{w}v1h-{back}z" for x, y, w, back in runs)
    for x, y, width, _ in ((int(one) for one in run) for run in runs):
        assert min(x, y) >= QUIET
        pen.rectangle((x * 4, y * 4, (x + width) * 4 - 1, y * 4 + 3), fill=0)
    (read,) = zxingcpp.read_barcodes(picture)
    assert read.text == text
