"""一次性告知单 at the console by keys: what is missing, once, with a basis; the sheet is printed (CL-D1, B8)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state
from tests.e2e.web.staff import signed_in
from tests.e2e.web.test_axe import judged

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


def serving(hall: HallProcess, screens: Screens) -> tuple[Page, str]:
    """A console at which somebody is served, and their number."""
    label = hall.take("E")["label"]
    page = screens.console(hall)
    sign_in(page, "0317", PIN)
    sit(page, 4)
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    for wanted in ("called", "serving"):
        page.keyboard.press("NumpadEnter")
        state(page, wanted, label)
        page.wait_for_timeout(850)
    return page, label


def asked(page: Page) -> None:
    """材料, then 告知单."""
    page.keyboard.press("Numpad7")
    page.wait_for_selector('[data-view="papers"]')
    page.wait_for_timeout(850)
    page.keyboard.press("NumpadAdd")
    page.wait_for_selector('[data-view="notice"]')
    page.wait_for_timeout(850)


def test_cl_d1_what_is_missing_is_told_once_by_keys_and_the_sheet_says_all_of_it(
    hall: HallProcess, screens: Screens
) -> None:
    page, label = serving(hall, screens)
    asked(page)
    assert judged(page) == []
    page.keyboard.press("NumpadEnter")
    page.wait_for_selector(".alert >> text=还没有勾缺什么")
    page.wait_for_timeout(850)
    page.keyboard.press("Numpad1")
    hall.take("E")  # news come while somebody fills it in: nothing of it is lost
    page.wait_for_timeout(1_000)
    assert page.is_checked("[data-key='1']")
    name = page.inner_text(".lack-row b >> nth=0")
    page.select_option(".lacks select >> nth=0", "expired")
    page.click("#act-main")
    state(page, "serving", label)
    assert "告知单出好了，1 样" in page.inner_text(".noticed")
    page.wait_for_timeout(850)
    with page.context.expect_page() as opened:
        page.keyboard.press("Numpad6")
    sheet = opened.value
    sheet.wait_for_selector("h1 >> text=一次性告知单")
    row = sheet.inner_text("tbody tr")
    for words in (name, "过期了", "换成有效的带来", "本事项材料清单"):
        assert words in row
    words = sheet.inner_text(".sheet")
    assert "首问窗口：4 号 · 工号 0317" in words
    assert "12345" in words
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(sheet.locator(".qr").screenshot())))
    assert read.text == sheet.inner_text(".code")
    assert judged(sheet) == []
    sheet.emulate_media(media="print")
    assert not sheet.is_visible("#print")
    page.bring_to_front()
    page.keyboard.press("NumpadEnter")
    state(page, "outcome", label)
    assert "一次性告知" in page.inner_text("#act-main")  # the usual end now


def test_cl_b8_other_material_needs_its_basis_and_a_second_notice_calls_whoever_leads(
    hall: HallProcess, screens: Screens
) -> None:
    page, label = serving(hall, screens)
    asked(page)
    page.keyboard.press("F2")
    page.keyboard.type("无犯罪记录证明")
    page.click("#act-main")
    page.wait_for_selector(".alert >> text=清单外的材料要写明法律依据")
    assert page.input_value("[name=other_0]") == "无犯罪记录证明"  # what was typed is still there
    assert hall.records("other_material") == []
    page.wait_for_timeout(850)
    page.fill("[name=basis_0]", "《保安服务管理条例》第十七条")
    page.click("#act-main")
    state(page, "serving", label)
    lead = signed_in(hall, "lead")
    seen = lead.get("/lead").text
    assert "今天要了清单外的材料" in seen
    assert "《保安服务管理条例》第十七条" in seen
    page.wait_for_timeout(850)
    asked(page)
    page.keyboard.press("Numpad1")
    page.click("#act-main")
    page.wait_for_selector(".alert >> text=已经给过一次性告知单")
    assert len(hall.records("supplement_notice")) == 1
    assert f"李慧 请您过去：{label}" in lead.get("/lead").text


def test_a_sheet_is_drawn_for_the_counter_that_has_the_visitor_and_for_nobody_else(hall: HallProcess) -> None:
    ticket = hall.take("E")
    clerk = signed_in(hall, "clerk")
    assert clerk.get(f"/counter/notice/{ticket['id']}").status_code == 404
    assert signed_in(hall, "greeter").get(f"/counter/notice/{ticket['id']}").status_code == 403
