"""A telephone with the city's turning code, held before the kiosk's camera: a picture of a picture."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from tests.tour.browser import TELEPHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, Page

VIEW = 1280, 720  # the camera's
WALL = (150, 150, 150)
FILLS = 0.9  # of the view's height


class CodeOnATelephone:
    """One person's telephone, their own page of the city open on it."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @classmethod
    async def of(cls, browser: Browser, city: str, person: str) -> CodeOnATelephone:
        """Open the page and wait until a code stands on the glass."""
        context = await browser.new_context(viewport=TELEPHONE, device_scale_factor=2, reduced_motion="reduce")
        page = await context.new_page()
        await page.goto(f"{city}/phone/{person}")
        await page.wait_for_selector("body[data-turns]:not([data-turns='0'])")
        return cls(page)

    async def photograph(self, path: Path) -> None:
        """The whole glass."""
        await self._page.screenshot(path=path, animations="disabled")

    async def before_a_camera(self, path: Path) -> None:
        """What a camera sees of it: the code before a grey wall."""
        shown = Image.open(io.BytesIO(await self._page.locator(".dial").screenshot())).convert("RGB")
        scale = FILLS * VIEW[1] / max(shown.size)
        held = shown.resize((round(shown.width * scale), round(shown.height * scale)), Image.Resampling.LANCZOS)
        view = Image.new("RGB", VIEW, WALL)
        view.paste(held, ((VIEW[0] - held.width) // 2, (VIEW[1] - held.height) // 2))
        view.save(path)

    async def close(self) -> None:
        """Put it away: a page that is open asks for codes for ever."""
        await self._page.context.close()
