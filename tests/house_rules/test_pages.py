"""Every page of the kiosk stands in docs/screens.md."""

import re
from pathlib import Path

from kiosk.session.state import Page

DOC = Path(__file__).resolve().parents[2] / "docs/screens.md"


def test_every_page_is_described_and_none_that_is_not_there():
    pages = DOC.read_text(encoding="utf-8").partition("## The pages")[2]
    told = re.findall(r"^\| `(\w+)` \|", pages, re.MULTILINE)
    assert sorted(told) == sorted(Page)
