"""`make screens`, the pages of the hall: every state is drawn, none twice, and the sheet shows them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.e2e.web.hall import ROOT
from tests.screens.drawing import draw
from tests.screens.sheet import write_sheet
from tests.screens.shots import SHOWN

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
COLOURS_LEAST = 20  # a page that is drawn has letters with soft edges; an empty one has one colour


def test_every_state_of_every_page_is_drawn_and_stands_on_the_sheet(tmp_path: Path):
    shots = draw(tmp_path, lambda _: None)
    assert not shots.missing
    sheet = write_sheet(tmp_path).read_text(encoding="utf-8")
    for name in SHOWN:
        assert f'src="{name}.png"' in sheet
        with Image.open(tmp_path / f"{name}.png") as picture:
            assert len(picture.convert("RGB").getcolors(1 << 24)) > COLOURS_LEAST, name


def test_every_picture_names_what_the_documents_know():
    words = (ROOT / "docs/screens.md").read_text(encoding="utf-8")
    known = {"–", *re.findall(r"/[a-z]+", words)}
    for prefix, listed in re.findall(r"UI-([A-Z])(\d+(?:, [A-Z]\d+)*)", words):
        known |= {f"UI-{one}" for one in f"{prefix}{listed}".split(", ")}
    assert not {where for where, _ in SHOWN.values()} - known
