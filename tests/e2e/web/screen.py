"""Pages in Chromium, on an origin that is no secure context (http://hall.test), as a hall's address is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import TimeoutError as NotSeenError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.e2e.web.hall import HallProcess

ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
    "--font-render-hinting=none", "--force-color-profile=srgb", "--host-resolver-rules=MAP hall.test 127.0.0.1",
]  # fmt: skip
HERE = {"hall.test", "127.0.0.1", "localhost"}  # nobody else is asked, by any page of any test
NETWORK = (
    "net::ERR_",
    "Failed to load resource",
    "htmx:sendError, [",
    "htmx:afterRequest, [",
)  # a server that was stopped


class Screens:
    """Browser windows of one test: a context is a machine with its own memory, a page is a tab on it."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def machine(self, width: int = 1440, height: int = 900) -> BrowserContext:
        context = self._chromium.new_context(
            viewport={"width": width, "height": height}, locale="zh-CN", timezone_id="UTC", reduced_motion="reduce"
        )
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        return context

    def tab(self, machine: BrowserContext) -> Page:
        page = machine.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("console", self._heard)
        page.on("request", self._asked)
        page.on("dialog", self._interrupted)
        return page

    def _asked(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in HERE:
            self.complaints.append(f"asked of another host: {request.url}")

    def _interrupted(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"} and not any(words in message.text for words in NETWORK):
            self.complaints.append(f"{message.type}: {message.text}")

    def board(
        self, hall: HallProcess, machine: BrowserContext | None = None, *, port: int = 0, board: str = "main"
    ) -> Page:
        """A board, the demo hall's usually, once it has its first snapshot. Its clock can be pushed forward."""
        page = self.tab(machine or self.machine(1920, 1080))
        page.clock.install()
        page.goto(f"http://hall.test:{port or hall.port}/board/{board}")
        page.wait_for_selector("#calm-title:not(:empty), #number:not(:empty)", state="attached")
        return page

    def console(self, hall: HallProcess, machine: BrowserContext | None = None, *, port: int = 0) -> Page:
        page = self.tab(machine or self.machine())
        page.goto(f"http://hall.test:{port or hall.port}/counter")
        return page

    def close(self) -> None:
        for context in self._contexts:
            at_rest(context)
            context.close()


def shown(page: Page) -> list[tuple[int, str, int]]:
    """The calls that a board has shown since it was opened."""
    return [(c["n"], c["label"], c["counter"]) for c in page.evaluate("window.kapokCalls")]


def said(page: Page) -> list[tuple[int, str, int]]:
    """The calls that a board has said aloud since it was opened."""
    return [(c["n"], c["label"], c["counter"]) for c in page.evaluate("window.kapokSpoken")]


def let_it_show(page: Page, count: int) -> None:
    """Push a board's clock until it has shown so many calls; each stands until it was said, 7 s at least."""
    for _ in range(count * 10):
        if len(shown(page)) >= count:
            return
        page.clock.run_for(2_500)
        page.wait_for_timeout(20)  # the hall is asked whose turn it is
    page.wait_for_function("count => window.kapokCalls.length >= count", arg=count)


def sign_in(page: Page, staff_no: str, pin: str) -> None:
    """As a clerk does it: type, Tab, type, Enter."""
    page.wait_for_selector("html[data-ready] #staff_no")
    page.fill("#staff_no", staff_no)
    page.fill("#pin", pin)
    page.keyboard.press("Enter")


def sit(page: Page, counter: int) -> None:
    page.wait_for_selector("html[data-ready] #seats")
    page.keyboard.type(str(counter))
    page.wait_for_function("no => document.querySelector('[data-seat]').textContent === no", arg=str(counter))
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready] #stage [data-state]")


def told(page: Page, words: str) -> None:
    """Wait until the console says this; what it said instead stands in the failure."""
    try:
        page.wait_for_selector(f"#toast:not([hidden]):has-text('{words}')")
    except NotSeenError:
        seen = page.evaluate(
            "() => [document.getElementById('toast').textContent, document.documentElement.dataset.link,"
            " document.querySelector('[data-state]')?.dataset.state, document.activeElement?.id]"
        )
        raise AssertionError(f"not said: {words}; last words, link, state and focus: {seen}") from None


def state(page: Page, name: str, label: str | None = None) -> None:
    """Wait until the console stands in a state, with a ticket."""
    more = "" if label is None else f'[data-label="{label}"]'
    page.wait_for_selector(f'html[data-ready] [data-state="{name}"]{more}')


def at_rest(context: BrowserContext) -> None:
    """No answer of a test's own is on its way any more: a window that closes over one may never be done closing."""
    for page in context.pages:
        page.unroute_all(behavior="wait")
    context.unroute_all(behavior="wait")
