"""One visit, end to end: real driver on a pty, ESC/POS over TCP, real server, the kiosk's window, pages in Chromium."""

import pytest
from playwright.async_api import async_playwright

from tests.tour.browser import BoardOnTheWall, ClerkAtWork, Telephone, chromium
from tests.tour.kiosk_hand import KioskHand
from tests.tour.ledger import Ledger
from tests.tour.people import PEOPLE
from tests.tour.slip_reader import read_slips
from tests.tour.stage import Stage
from tests.tour.transcript import Transcript
from tests.tour.visits import Visits

COUNTER = 4


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_a_card_on_the_glass_becomes_a_slip_a_call_on_the_board_and_a_service_at_the_counter(tmp_path):
    stage = Stage(tmp_path, quick=True)
    try:
        await stage.build()
        await stage.open_hall()
        await stage.plug_in()
        await stage.open_kiosk("--play", env={"QT_QPA_PLATFORM": "offscreen"})
        visits = Visits(stage, KioskHand(stage.kiosk, tmp_path), Transcript(tmp_path / "transcript.txt"))
        async with async_playwright() as playwright:
            browser = await chromium(playwright)
            board, clerk = BoardOnTheWall(browser, stage.address), ClerkAtWork(stage.clerks[0], COUNTER)
            telephone = Telephone(browser)
            await board.open()
            await clerk.sit_down(browser, stage.address)

            label = await visits.takes_a_number(PEOPLE[0])
            await telephone.scan(read_slips(stage.slips)[0]["code"])
            assert await telephone.number() == label
            await clerk.press("Enter")
            await clerk.until("called")
            assert await telephone.until_called(label) == COUNTER
            assert await clerk.label() == label == "E001"
            await board.until_shown(1, within_s=20)
            calls = await board.calls()
            for state in ("serving", "outcome", "idle"):
                await clerk.press("Enter")
                await clerk.until(state)

            day = Ledger(await stage.events(), read_slips(stage.slips), calls)
            assert [event["move"] for event in day.events] == ["take", "confirm_print", "call", "serve", "complete"]
            assert [(call["label"], call["counter"]) for call in calls] == [("E001", COUNTER)]
            assert day.violations() == []
            await browser.close()
        said = "".join(path.read_text(encoding="utf-8") for path in stage.logs.iterdir())
        assert PEOPLE[0].number not in said.replace(f"lay {PEOPLE[0].name} {PEOPLE[0].number}", "")
        assert PEOPLE[0].name not in said
        kept = [path.read_bytes() for path in stage.state.rglob("*") if path.is_file()]
        assert kept
        for secret in (PEOPLE[0].number.encode(), PEOPLE[0].name.encode()):
            assert not any(secret in content for content in kept), "a store or a file on disk keeps personal data"
    finally:
        await stage.close()
