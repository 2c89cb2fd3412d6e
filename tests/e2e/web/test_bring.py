"""The list of what to bring on a visitor's own telephone: behind the code of a kiosk's plan (UI-K23; CL-A7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

if TYPE_CHECKING:
    from tests.e2e.web.hall import HallProcess
    from tests.e2e.web.screen import Screens

pytestmark = pytest.mark.slow


def test_each_thing_stands_there_once_and_says_for_how_many_it_is(hall: HallProcess, screens: Screens) -> None:
    needed = hall.ask("kiosk", "GET", "/plan?items=i01,i05")["materials"]
    page = screens.tab(screens.machine(390, 844))
    page.goto(f"http://hall.test:{hall.port}/bring/i01,i05")
    assert page.inner_text("h1") == f"带 {len(needed)} 样"
    assert page.locator(".sheet b").all_inner_texts() == [one["name"] for one in needed]
    shared = [one for one in needed if len(one["for_items"]) > 1]
    assert page.locator(".sheet small").all_inner_texts() == [f"用于 {len(one['for_items'])} 件" for one in shared]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("items", ["i01,nothing", "nothing", ",", "%3Cscript%3E", "i01" * 200])
def test_a_list_of_what_is_no_item_says_so_in_a_sentence(hall: HallProcess, items: str) -> None:
    answer = requests.get(f"http://127.0.0.1:{hall.port}/bring/{items}", timeout=20)
    assert (answer.status_code, "没有找到这张清单" in answer.text) == (404, True)
    assert "<script>" not in answer.text
