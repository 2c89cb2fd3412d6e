"""Every screen, pixel for pixel. KAPOK_REGEN=1 draws them again; then look at them before committing.

They are drawn by `kapok kiosk preview` in a process of its own, always in the same order: Qt keeps outlines of large
glyphs, so what was drawn before can move an edge by a shade.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.viewmodels.examples import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden/screens"
OUT = ROOT / "out/screens"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("screens")
    done = subprocess.run(
        [sys.executable, ROOT / "kapok.py", "kiosk", "preview", "--out", folder],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_screen_looks_as_it_did(drawn, example):
    picture, kept = Image.open(drawn / f"{example}.png").convert("RGB"), GOLDEN / f"{example}.png"
    if os.environ.get("KAPOK_REGEN") == "1":
        picture.save(kept, optimize=True)
    assert kept.exists(), "KAPOK_REGEN=1 draws it for the first time"
    difference = ImageChops.difference(picture, Image.open(kept).convert("RGB")).getbbox()
    if difference:
        OUT.mkdir(parents=True, exist_ok=True)
        picture.save(OUT / f"{example}.png")
    assert difference is None, f"differs within {difference}; as drawn now: {OUT / example}.png"


def test_no_golden_screen_is_left_over():
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(EXAMPLES)
