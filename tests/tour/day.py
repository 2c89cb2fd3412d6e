"""One scripted day: ten visitors and more, three clerks, a board, and everything that may go wrong on one morning."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

from playwright.async_api import Error as PageError
from playwright.async_api import async_playwright

from tests.tour.browser import BoardOnTheWall, ClerkAtWork, Telephone, chromium
from tests.tour.city_story import CityStory
from tests.tour.kiosk_hand import KioskHand
from tests.tour.ledger import Ledger
from tests.tour.people import PEOPLE
from tests.tour.programs import ProgramFailedError
from tests.tour.slip_reader import read_slips
from tests.tour.visits import Visits

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser

    from tests.tour.stage import Stage
    from tests.tour.transcript import Transcript

COUNTERS = (4, 5, 8)  # E A · H A · C A
DRAIN_S = 60
CLOSED_S = 60  # how long the board is away
RECALL_LOCK_MS = 2500  # the stage has shortened it to two seconds
PER_CALL_S = 9  # a call stands at least seven seconds


class Day:
    """The order of the day; each part is told in the transcript."""

    def __init__(self, stage: Stage, transcript: Transcript) -> None:
        self._stage = stage
        self._tell = transcript.line
        self._hand: KioskHand
        self._visits: Visits
        self._transcript = transcript
        self._clerks: list[ClerkAtWork] = []
        self._board: BoardOnTheWall
        self._telephone: Telephone
        self._city: CityStory
        self._pictures: Path = stage.out

    async def run(self) -> Ledger:
        """Play the day; what three witnesses say at its end."""
        async with async_playwright() as playwright:
            browser = await chromium(playwright)
            try:
                await self._morning(browser)
                await self._first_visitors()
                await self._three_calls_at_once()
                await self._city.two_telephones(PEOPLE[5])
                await self._board_away()
                await self._until_everybody_is_done()
                return await self._witnesses()
            except (ProgramFailedError, PageError, TimeoutError):
                await self._last_look()
                raise
            finally:
                await browser.close()

    async def _last_look(self) -> None:
        """What stood where when the day went wrong, for whoever has to find out."""
        with contextlib.suppress(Exception):
            events = await self._stage.events()
            (self._stage.logs / "events.json").write_text(json.dumps(events, ensure_ascii=False, indent=0))
            for clerk in self._clerks:
                await clerk.photograph(self._pictures / f"last_look_counter_{clerk.counter}.png")
            await self._hand.photograph("last_look_kiosk")

    async def _morning(self, browser: Browser) -> None:
        await self._stage.open_city()
        await self._stage.build()
        await self._stage.open_hall()
        self._tell("hall", f"open at {self._stage.address}")
        await self._stage.plug_in()
        await self._stage.open_kiosk("--play", env={"QT_QPA_PLATFORM": "offscreen"})
        self._hand = KioskHand(self._stage.kiosk, self._pictures)
        self._visits = Visits(self._stage, self._hand, self._transcript)
        self._city = CityStory(self._stage, self._visits, self._transcript, browser)
        self._board = BoardOnTheWall(browser, self._stage.address)
        self._telephone = Telephone(browser)
        await self._board.open()
        await self._board.photograph(self._pictures / "board_0_idle.png")
        for clerk, counter in zip(self._stage.clerks, COUNTERS, strict=True):
            at_work = ClerkAtWork(clerk, counter)
            await at_work.sit_down(browser, self._stage.address, None if self._clerks else self._pictures)
            self._clerks.append(at_work)
            self._tell("clerk", f"{clerk.name} sits at counter {counter}")
        await self._clerks[0].photograph(self._pictures / "console_1_idle_nobody.png")
        await self._hand.until(page="home", online=True, reader=True, printer=True)
        self._tell("kiosk", "ready: hall, card reader and printer answer")
        await self._city.ready()

    async def _first_visitors(self) -> None:
        await self._visits.takes_a_number(PEOPLE[0], pictures=True)
        await self._visits.takes_a_number(PEOPLE[1])
        await self._visits.takes_a_number(PEOPLE[2], look="confirm_rare_character")
        await self._hand.photograph("home_with_people_waiting")
        await self._visits.takes_a_number(PEOPLE[3])
        await self._visits.pulls_the_card_away(PEOPLE[4])
        await self._visits.leaves_without_a_word(PEOPLE[4])
        await self._clerks[0].photograph(self._pictures / "console_2_idle.png")
        for slip in await asyncio.to_thread(read_slips, self._stage.slips):
            await self._telephone.scan(slip["code"])
            self._tell("phone", f"the slip's code opens {await self._telephone.number()}")
        await self._telephone.photograph(self._pictures / "phone_1_waiting.png")

    async def _three_calls_at_once(self) -> None:
        shown = len(await self._board.calls())
        await asyncio.gather(*(clerk.press("Enter") for clerk in self._clerks))
        await asyncio.gather(*(clerk.until("called") for clerk in self._clerks))
        labels = [await clerk.label() for clerk in self._clerks]
        self._tell("clerks", f"three calls at once: {', '.join(labels)}")
        await self._board.until_shown(shown + 1, PER_CALL_S)
        await self._board.photograph(self._pictures / "board_1_three_at_once.png")
        await self._clerks[0].photograph(self._pictures / "console_3_called.png")
        await self._telephone.until_called(labels[0])
        await self._telephone.photograph(self._pictures / "phone_2_called.png")
        self._tell("phone", f"{labels[0]} has turned red")
        await self._clerks[0].page.wait_for_timeout(RECALL_LOCK_MS)
        await self._clerks[0].press("0")
        await self._until_event("recall")
        self._tell("clerk", f"counter {COUNTERS[0]} calls {labels[0]} again")
        await self._board.until_shown(shown + 4, 4 * PER_CALL_S)
        await self._board.photograph(self._pictures / "board_2_recall.png")
        await self._clerks[2].press(".")
        await self._clerks[2].until("idle")
        self._tell("clerk", f"nobody came to counter {COUNTERS[2]}: {labels[2]} is a no-show")
        for clerk in self._clerks[:2]:
            await clerk.press("Enter")
            await clerk.until("serving")
        await self._clerks[0].photograph(self._pictures / "console_4_serving.png")
        await self._finish(self._clerks[0], picture="console_5_outcome.png")

    async def _board_away(self) -> None:
        await self._board.close()
        self._tell("board", "closed for a minute; the hall goes on")
        closed = asyncio.create_task(asyncio.sleep(CLOSED_S))
        working = asyncio.create_task(self._clerks_work(self._clerks[1:], while_running=closed))
        await self._visits.paper_ends(PEOPLE[5], notes_it=True)
        await self._visits.paper_ends(PEOPLE[6], notes_it=False)
        await self._visits.printer_is_mute(PEOPLE[6])
        await self._visits.hall_dies_before_the_confirmation(PEOPLE[7])
        await self._visits.takes_a_number(PEOPLE[8], card=False)
        await self._visits.printer_dies_and_visitor_leaves(PEOPLE[9])
        await closed
        await working
        await self._board.open()
        missed = len(await self._called()) - len(await self._board.calls())
        self._tell("board", f"open again, {missed} calls to catch up with")
        await self._visits.takes_a_number(PEOPLE[9])
        await self._board.photograph(self._pictures / "board_3_catching_up.png")

    async def _until_everybody_is_done(self) -> None:
        await asyncio.gather(*(self._drain(clerk) for clerk in self._clerks))
        await self._board.until_shown(len(await self._called()), 12 * PER_CALL_S)
        await self._board.photograph(self._pictures / "board_4_evening.png")
        self._tell("board", "has shown every call")

    async def _clerks_work(self, clerks: list[ClerkAtWork], while_running: asyncio.Task[None]) -> None:
        async def work(clerk: ClerkAtWork) -> None:
            while not while_running.done():
                if not await self._one_step(clerk):
                    await asyncio.sleep(0.5)

        await asyncio.gather(*(work(clerk) for clerk in clerks))

    async def _drain(self, clerk: ClerkAtWork) -> None:
        """Serve until nobody waits that this counter may call; an unconfirmed one is called for its time and let go."""
        try:
            async with asyncio.timeout(DRAIN_S):
                while await self._one_step(clerk) or await self._somebody_waits(clerk.counter):
                    await asyncio.sleep(0.2)
        except TimeoutError:
            stuck = f"{await clerk.state()!r} with {await clerk.label()!r}"
            raise ProgramFailedError(f"counter {clerk.counter} is not done in {DRAIN_S} s: {stuck}") from None

    async def _one_step(self, clerk: ClerkAtWork) -> bool:
        """One press of Enter, if it would do something; whether it did."""
        if await clerk.is_signed_out():
            await clerk.sign_in()
        state = await clerk.state()
        if await clerk.page.evaluate("document.documentElement.dataset.link") != "ok":
            return False
        if state == "idle" and not await self._somebody_waits(clerk.counter):
            return False
        if state == "called" and await self._is_unconfirmed(await clerk.label()):
            return False  # the hall ends this call by itself
        await clerk.press("Enter")
        return True

    async def _finish(self, clerk: ClerkAtWork, picture: str) -> None:
        await clerk.press("Enter")
        await clerk.until("outcome")
        await clerk.photograph(self._pictures / picture)
        await clerk.press("Enter")
        await clerk.until("idle", "called")

    async def _somebody_waits(self, counter: int) -> bool:
        now = await asyncio.to_thread(self._stage.ask, "now")
        mine = {"4": "EA", "5": "HA", "8": "CA"}[str(counter)]
        at_work = any(each["no"] == counter and each["label"] for each in now["counters"])
        return at_work or any(queue["waiting"] for queue in now["queues"] if queue["id"] in mine)

    async def _is_unconfirmed(self, label: str) -> bool:
        confirmed = {e["label"] for e in await self._stage.events() if e.get("answer") in {"paper", "screen"}}
        return label not in confirmed

    async def _called(self) -> list[dict]:
        return [event for event in await self._stage.events() if event["move"] in {"call", "recall"}]

    async def _until_event(self, move: str) -> None:
        async with asyncio.timeout(15):
            while not any(event["move"] == move for event in await self._stage.events()):
                await asyncio.sleep(0.1)

    async def _witnesses(self) -> Ledger:
        slips = await asyncio.to_thread(read_slips, self._stage.slips)
        wrong = await self._city.compared()
        return Ledger(await self._stage.events(), slips, await self._board.calls(), wrong)
