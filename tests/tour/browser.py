"""Real pages in real Chromium: a board on the wall, clerks at their consoles, a visitor's telephone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from playwright.async_api import Error as PageError

from tests.tour.programs import ProgramFailedError

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, BrowserContext, Page, Playwright

    from tests.tour.stage import Clerk

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
]  # fmt: skip
BOARD = {"width": 1920, "height": 1080}
CONSOLE = {"width": 1440, "height": 900}
TELEPHONE = {"width": 390, "height": 844}


async def chromium(playwright: Playwright) -> Browser:
    """Debian's Chromium, headless, talking to nobody but the hall."""
    return await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)


class BoardOnTheWall:
    """Remembers what every page of this board has shown, also after the page is closed."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._context: BrowserContext | None = None
        self._page: Page | None = None
        self._earlier: list[dict] = []

    async def open(self) -> None:
        self._context = self._context or await self._browser.new_context(viewport=BOARD, locale="zh-CN")
        self._page = await self._context.new_page()
        await self._page.goto(f"{self._address}/board/main")
        await self._page.wait_for_function("Array.isArray(window.kapokCalls)")

    async def close(self) -> None:
        self._earlier = await self.calls()
        assert self._page
        await self._page.close()
        self._page = None

    async def calls(self) -> list[dict]:
        """Every call this board has shown, in the order of showing."""
        shown = await self._page.evaluate("window.kapokCalls") if self._page else []
        return self._earlier + shown

    async def until_shown(self, count: int, within_s: float) -> None:
        try:
            async with asyncio.timeout(within_s):
                while len(await self.calls()) < count:
                    await asyncio.sleep(0.25)
        except TimeoutError:
            shown = await self.calls()
            raise ProgramFailedError(f"the board has shown {len(shown)} of {count} calls in {within_s} s") from None

    async def photograph(self, path: Path) -> None:
        assert self._page
        await self._page.screenshot(path=path, animations="disabled")


class Telephone:
    """A visitor's own, with the pages open that the codes on slips lead to; the last one is looked at."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[str, Page] = {}
        self._page: Page

    async def scan(self, code: str) -> None:
        context = await self._browser.new_context(viewport=TELEPHONE, locale="zh-CN")
        self._page = await context.new_page()
        await self._page.goto(code)
        self._pages[await self.number()] = self._page

    async def number(self) -> str:
        return (await self._page.inner_text(".number")).strip()

    async def until_called(self, label: str) -> int:
        """Look at the page of a number; the counter that it sends its reader to, by itself."""
        self._page = self._pages[label]
        await self._page.bring_to_front()
        await self._page.wait_for_selector(".card.called")
        return int(await self._page.inner_text(".to b"))

    async def photograph(self, path: Path) -> None:
        await self._page.screenshot(path=path, animations="disabled")


class ClerkAtWork:
    """One clerk, one console, one keyboard."""

    def __init__(self, clerk: Clerk, counter: int) -> None:
        self.clerk = clerk
        self.counter = counter
        self.page: Page

    async def sit_down(self, browser: Browser, address: str, pictures: Path | None = None) -> None:
        context = await browser.new_context(viewport=CONSOLE, locale="zh-CN")
        self.page = await context.new_page()
        await self.page.goto(f"{address}/counter")
        await self.sign_in(pictures)

    async def sign_in(self, pictures: Path | None = None) -> None:
        """Staff number, PIN, counter: at the start, and again when the hall was started anew."""
        await self.page.fill("#staff_no", self.clerk.staff_no)
        await self.page.fill("#pin", self.clerk.pin)
        await self.page.keyboard.press("Enter")
        seat = f"label[for='seat-{self.counter}']"
        await self.page.wait_for_selector(f"{seat}, main[data-state]")
        if await self.page.query_selector(seat):  # who already sits somewhere is not asked again
            await self.page.click(seat)
            if pictures:
                await self.page.screenshot(path=pictures / "console_0_seats.png")
            await self.page.keyboard.press("Enter")
        await self.until("idle", "called", "serving")

    async def is_signed_out(self) -> bool:
        return await self.page.query_selector("#staff_no") is not None

    async def _told(self, name: str) -> str:
        try:
            return await self.page.evaluate(f"document.querySelector('main')?.dataset.{name} ?? ''")
        except PageError:  # the page is on its way to another one
            return ""

    async def state(self) -> str:
        return await self._told("state")

    async def label(self) -> str:
        return await self._told("label")

    async def until(self, *states: str, within_s: float = 15) -> str:
        try:
            async with asyncio.timeout(within_s):
                while (found := await self.state()) not in states:
                    await asyncio.sleep(0.05)
                return found
        except TimeoutError:
            told = f"counter {self.counter} did not come to {states} in {within_s} s; it is {await self.state()!r}"
            raise ProgramFailedError(told) from None

    async def press(self, key: str) -> None:
        """One key, as a clerk would: not within the 800 ms in which the console ignores a second press."""
        await self.page.wait_for_timeout(900)
        await self.page.keyboard.press(key)

    async def photograph(self, path: Path) -> None:
        await self.page.screenshot(path=path, animations="disabled")
