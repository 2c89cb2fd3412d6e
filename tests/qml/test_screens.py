"""Every screen, pixel for pixel. KAPOK_REGEN=1 draws them again; then look at them before committing."""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.viewmodels.examples import EXAMPLES

GOLDEN = Path(__file__).resolve().parents[1] / "golden/screens"
OUT = Path(__file__).resolve().parents[2] / "out/screens"


def shot(glass):
    image = glass.view.grabWindow().convertToFormat(glass.view.grabWindow().Format.Format_RGB888)
    stride = image.bytesPerLine()
    return Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", stride, 1)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_screen_looks_as_it_did(glass, example):
    glass.stand(example)
    drawn, kept = shot(glass), GOLDEN / f"{example}.png"
    if os.environ.get("KAPOK_REGEN") == "1":
        drawn.save(kept, optimize=True)
    assert kept.exists(), "KAPOK_REGEN=1 draws it for the first time"
    difference = ImageChops.difference(drawn, Image.open(kept).convert("RGB")).getbbox()
    if difference:
        OUT.mkdir(parents=True, exist_ok=True)
        drawn.save(OUT / f"{example}.png")
    assert difference is None, f"differs within {difference}; as drawn now: {OUT / example}.png"


def test_no_golden_screen_is_left_over():
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(EXAMPLES)
