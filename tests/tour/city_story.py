"""亮码即取号 in the tour: booked at the city, held to the kiosk, no touch; and the same while the city is silent.

What the hall had to tell is compared at the end of the day, message by message, with what the city was told.
"""

from __future__ import annotations

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any

from tests.tour.city import next_free
from tests.tour.held import CodeOnATelephone
from tests.tour.programs import ProgramFailedError
from tests.tour.remains import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser

    from tests.tour.people import Person
    from tests.tour.stage import Stage
    from tests.tour.transcript import Transcript
    from tests.tour.visits import Visits

BOOKED = (("chen", "i05", "E"), ("zhou", "i23", "C"))  # who, for what, in which queue
SILENT_S = 30.0  # longer than any question of a hall waits
WITHIN_S = 60  # a city that comes back is asked again within its rest


class CityStory:
    """What happens between the city, the telephones and the one kiosk of the stage."""

    def __init__(self, stage: Stage, visits: Visits, transcript: Transcript, browser: Browser) -> None:
        assert stage.city
        self._stage, self._city, self._visits, self._hand = stage, stage.city, visits, visits.hand
        self._tell = transcript.line
        self._browser = browser
        self._references: list[str] = []

    async def ready(self) -> None:
        """The kiosk reads codes, and knows whose count."""
        await self._stage.kiosk.heard(r"codes of 1 issuers count", within_s=WITHIN_S)
        await self._stage.kiosk.heard(r"code_scanner is normal", within_s=WITHIN_S)
        self._tell("city", f"serves at {self._city.address}; the kiosk takes codes that it signs")

    async def two_telephones(self, walk_in: Person) -> None:
        """One comes while the city is there, one while it is silent; a walk-in takes a number in both times."""
        for who, item, queue in BOOKED:
            await self._book(who, item, queue)
        await self._holds(BOOKED[0][0], self._references[0], pictures=True)
        await self._until_city_says(self._references[0], "checked_in")
        self._tell("city", f"says {self._references[0]} is checked_in")
        there = await self._walks_in(walk_in)
        telephone = await CodeOnATelephone.of(self._browser, self._city.address, BOOKED[1][0])
        await asyncio.to_thread(self._city.faults, slow_s=SILENT_S, down=True)
        self._tell("city", "does not answer any more; the telephone still has its code")
        await self._holds(BOOKED[1][0], self._references[1], telephone)
        silent = await self._walks_in(walk_in)
        self._tell("kiosk", f"touch to number: {there:.2f} s with the city there, {silent:.2f} s with it silent")
        waiting = len(await asyncio.to_thread(self._post, "waiting"))
        if not waiting or self._city.booking(self._references[1])["state"] != "booked":
            raise ProgramFailedError("the city was told something while it was silent")
        await asyncio.to_thread(self._city.faults)
        self._tell("city", f"is back; {waiting} messages wait for it in the hall")
        await self._until_city_says(self._references[1], "checked_in")
        self._tell("city", f"says {self._references[1]} is checked_in")

    async def compared(self) -> list[str]:
        """What is wrong when the hall's post and the city's inbox are compared; empty when every message is there."""
        try:
            async with asyncio.timeout(WITHIN_S):
                while await asyncio.to_thread(self._post, "waiting"):
                    await asyncio.sleep(0.25)
        except TimeoutError:
            return [f"post still waits for the city after {WITHIN_S} s"]
        told = {row["id"]: (row["port"], row["kind"]) for row in await asyncio.to_thread(self._post)}
        self._stage.told = there = await asyncio.to_thread(self._city.inbox)
        heard = {one["id"]: (one["port"], one["kind"]) for one in there}
        wrong = [f"message {one} of the hall is not at the city" for one in told.keys() - heard.keys()]
        wrong += [f"the city has a message {one} that the hall never wrote" for one in heard.keys() - told.keys()]
        wrong += [f"message {one} is another there" for one in told.keys() & heard.keys() if told[one] != heard[one]]
        wrong += [f"{len(there)} messages at the city, {len(heard)} ids"] * (len(there) != len(heard))
        wrong += [f"a dead letter: {row['port']}/{row['kind']}" for row in await asyncio.to_thread(self._post, "dead")]
        ports = sorted({port for port, _ in told.values()})
        self._tell("city", f"has all {len(told)} messages of the hall, each once ({', '.join(ports)})")
        return wrong

    async def _book(self, who: str, item: str, queue: str) -> None:
        slots = await self._places(queue)
        reference = await asyncio.to_thread(self._city.book, who, item, next_free(slots))
        self._references.append(reference)
        await self._until_city_says(reference, "booked")
        self._tell("city", f"{who} books {item} there: {reference}; the hall keeps the place")

    async def _places(self, queue: str) -> list[dict[str, Any]]:
        """The slots of a queue as the hall told the city."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                told = [one["body"] for one in await asyncio.to_thread(self._city.inbox) if one["kind"] == "capacity"]
                slots = [slot for day in told if day["queue"] == queue for slot in day["slots"]]
                if slots:
                    return slots
                await asyncio.sleep(0.25)

    async def _holds(
        self, who: str, reference: str, telephone: CodeOnATelephone | None = None, *, pictures: bool = False
    ) -> None:
        """A telephone before the camera until its slip is out; nobody touches anything."""
        out = self._stage.out
        await self._hand.until(page="home", online=True, printer=True)
        telephone = telephone or await CodeOnATelephone.of(self._browser, self._city.address, who)
        if pictures:
            await telephone.photograph(out / "phone_3_code.png")
        seen: Path = out / f"camera_{who}.png"
        await telephone.before_a_camera(seen)
        began = time.monotonic()
        await self._before_the_camera(f"show {seen}")
        shown = await self._hand.until(page="ticket", known=True)
        took = time.monotonic() - began
        await self._before_the_camera("blank")
        await telephone.close()
        if pictures:
            await self._hand.photograph("code_ticket")
        await self._hand.until(page="home")
        self._tell(
            "kiosk",
            f"{shown['label']} is printed for {reference}, {took:.1f} s after the code was held there; no touch",
        )

    async def _before_the_camera(self, word: str) -> None:
        camera = self._stage.camera
        assert camera
        mark = camera.mark
        await camera.say(word)
        await camera.heard(r"done", since=mark)

    async def _walks_in(self, person: Person) -> float:
        """From the last touch to the number on the screen, in seconds."""
        await self._visits.chooses(person)
        await self._hand.tap("card.without_card")
        await self._hand.until(page="confirm")
        began = time.monotonic()
        await self._hand.tap("confirm.print_number")
        await self._hand.until(page=re.compile("printing|ticket"), label=re.compile(r"."))
        took = time.monotonic() - began
        await self._visits.has_number(card=False)
        return took

    async def _until_city_says(self, reference: str, state: str) -> None:
        seen: dict[str, Any] = {}
        try:
            async with asyncio.timeout(WITHIN_S):
                while (seen := await asyncio.to_thread(self._city.booking, reference))["state"] != state:
                    await asyncio.sleep(0.2)
        except TimeoutError:
            said = f"the city says {seen.get('state')!r} of {reference}, not {state!r}, {seen.get('why', '')}"
            raise ProgramFailedError(said) from None

    def _post(self, state: str = "") -> list[dict[str, Any]]:
        rows = rows_of(self._stage.database, "city_message")
        return [row for row in rows if state in {"", row["state"]}]
