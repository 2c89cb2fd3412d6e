"""亮码即取号, end to end: the city's page in a browser, a camera that sees it, kiosk, hall, and the slip on paper."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from tests.bench.checkin.place import Place
from tests.tour.browser import chromium

if TYPE_CHECKING:
    from pathlib import Path

SUBJECT = "demo-person-000000001A"


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_cl_c3_a_telephone_held_before_the_kiosk_becomes_the_slip_of_its_booking_without_a_touch(
    tmp_path: Path,
) -> None:
    async with async_playwright() as playwright:
        browser = await chromium(playwright)
        async with Place(tmp_path, browser) as place:
            booking = await asyncio.to_thread(place.book, "chen")
            await place.shown_to_slip_s(await place.telephone("chen"))
            at = await place.kiosk.shows(page="ticket", known=True)
            told = await place.hall.until(lambda told: "confirm_print:paper:waiting" in told)
            assert told == ["check_in::reserved", "confirm_print:paper:waiting"]

            place.camera.show(await place.telephones["chen"].photograph())  # held there again: nothing happens
            await place.camera.wait_until_sent(30)
            place.nothing_shown()

            place.camera.show(await (await place.telephone("chen-yu")).photograph())  # nothing is booked for her
            await place.kiosk.shows(at + 1, page="services", known=True)
            assert len(place.printer.slips) == 1
            said = "\n".join(place.kiosk.lines)
        await browser.close()
    assert booking["id"] not in said
    assert SUBJECT not in said
    assert "KPC1" not in said
