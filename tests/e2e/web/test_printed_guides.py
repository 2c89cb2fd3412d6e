"""The poster and the counter's page: each is one sheet of A4 with nothing cut off, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.house_rules.sources import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

A4_POINTS = (595, 842)


@pytest.mark.parametrize("name", ["poster", "clerk"])
def test_a_guide_for_paper_is_one_sheet_and_nothing_of_it_is_cut(chromium: Browser, name: str) -> None:
    page = chromium.new_page(viewport={"width": 794, "height": 1123})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((ROOT / f"docs/guides/{name}.html").as_uri())
    assert page.evaluate("document.body.scrollHeight - document.body.clientHeight") <= 0
    assert page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth > 0)")
    sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    assert len(sheet) == 1
    assert tuple(round(side) for side in sheet[0].get_size()) == pytest.approx(A4_POINTS, abs=2)
    sheet.close()
    assert all(url.startswith("file:") for url in asked)
    page.close()
