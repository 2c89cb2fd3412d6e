"""The login page when its scripts are missing: nothing that was typed ever stands in an address."""

import pytest
import requests

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, at_rest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("missing", ["all scripts", "htmx"])
def test_the_pin_never_stands_in_the_address_without_scripts(hall: HallProcess, chromium, missing):
    context = chromium.new_context(java_script_enabled=missing == "htmx")
    try:
        page = context.new_page()
        page.route("**/htmx.min.js*", lambda route: route.abort())
        page.goto(f"{hall.url}/counter")
        page.fill("#staff_no", "0317")
        page.fill("#pin", PIN)
        page.keyboard.press("Enter")
        assert page.is_disabled("button[type=submit]")
        asked = page.expect_request("**/counter/login*")
        with asked as request:  # even if something enables the button
            page.eval_on_selector("form", "form => form.submit()")
        assert request.value.method == "POST"
        page.wait_for_load_state()
        assert PIN not in page.url + request.value.url
    finally:
        at_rest(context)
        context.close()
    assert requests.get(f"{hall.url}/counter", timeout=10).text.count('method="post" action="/counter/login"') == 1


def test_the_button_opens_when_the_page_is_ready(hall: HallProcess, screens: Screens):
    page = screens.console(hall)
    page.wait_for_selector("html[data-ready] button[type=submit]:enabled")
