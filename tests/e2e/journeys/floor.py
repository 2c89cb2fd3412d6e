"""The floor on which the journeys of citizens are told: the stage of the tour, with boxes within reach.

Hall, city and kiosk are processes; the kiosk's window is real and drawn on no display. Card reader, scanner and printer
are emulated on their wires, here: what the printer's own letters said can be read off a slip. Clerks press by the
hall's API. A journey says what people do; how a thing is done stands here.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

import requests

from devices.code_scanner.emulator import CodeScannerEmulator
from devices.id_card.console import made_up_card
from devices.id_card.emulator import IdCardReaderEmulator
from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from hall_server.city.reference.code_desk import CodeDesk
from hall_server.city.reference.key_folder import KeyFolder
from hall_server.city.reference.persons import PERSONS
from hall_server.contract.identity.masks import name_mask
from hall_server.contract.slip_code import parse_slip_code
from tests.tour.city import HALL, next_free
from tests.tour.kiosk_hand import KioskHand
from tests.tour.people import PEOPLE
from tests.tour.programs import ProgramFailedError
from tests.tour.stage import Stage
from tests.tour.transcript import Transcript
from tests.tour.visits import Visits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from devices.receipt_printer.emulator import EmulatedSlip
    from devices.values.id_card import IdCard
    from tests.tour.people import Person

WITHIN_S = 20.0
CLERKS = {1: "1002", 2: "1001", 4: "1003", 6: "1002"}  # who sits where


def _tickets(slip: EmulatedSlip) -> list[str]:
    """Whose slip this is: the ids in its codes."""
    return [str(uuid.UUID(bytes=parse_slip_code(code)[0])) for code in slip.codes]


class FloorStage(Stage):
    """The tour's stage; boxes stand in this process, a scanner on a line in the place of the camera."""

    patience = "idle_s = 20\nwarning_s = 6\nticket_page_s = 20\n"

    def __init__(self, out: Path, *, quick: bool) -> None:
        super().__init__(out, quick=quick)
        self.card_reader = IdCardReaderEmulator(link=self.state / "card")
        self.scanner = CodeScannerEmulator(link=self.state / "scanner")
        self.paper = ReceiptPrinterEmulator(port=0, folder=self.slips)

    async def build(self) -> None:
        """As on the tour, but that a booking can be too early for today, and two in a row are both due."""
        await super().build()
        text = self.site.read_text(encoding="utf-8")
        assert "early_min = 1_440\n" in text
        self.site.write_text(text.replace("early_min = 1_440\n", "early_min = 75\n"), encoding="utf-8")

    async def plug_in(self, *, camera: bool = False) -> None:
        """Card reader and scanner on ptys, a printer with letters of its own on TCP."""
        assert not camera, "this floor has a scanner"
        for box in (self.card_reader, self.scanner, self.paper):
            await box.start()

    def _scans(self) -> str:
        return f'driver = "serial"\naddress = "serial://{self.scanner.address}?baud=9600"\n'

    def _boxes(self) -> str:
        return (
            f'[device.id_card]\ndriver = "sdt"\naddress = "serial://{self.card_reader.address}?baud=115200"\n'
            f"[device.code_scanner]\n{self._scans()}"
            f'[device.receipt_printer]\ndriver = "escpos"\nfast = true\naddress = "{self.paper.address}"\n'
        )

    async def close(self) -> None:
        await super().close()
        for box in (self.card_reader, self.scanner, self.paper):
            await box.stop()


class Clerk:
    """One counter, pressed by the hall's API."""

    def __init__(self, floor: Floor, counter: int) -> None:
        self._floor, self.counter = floor, counter

    async def sits_down(self) -> None:
        """Sign in; whoever sits there goes."""
        order = {"clerk": CLERKS[self.counter], "take_over": True}
        await self._floor.post(f"counters/{self.counter}/sign_in", order)

    async def calls(self) -> dict[str, Any]:
        """叫号: the ticket that comes next."""
        called: dict[str, Any] = (await self._floor.post(f"counters/{self.counter}/call_next")).json()
        return called

    async def finds_nobody(self) -> bool:
        """叫号, and nobody waits whom this counter may call."""
        answer = await self._floor.post(f"counters/{self.counter}/call_next", may_fail=True)
        return bool(answer.json().get("code") == "nobody_waiting")

    async def move(self, ticket: dict[str, Any], what: str, **order: object) -> dict[str, Any]:
        """One move of a ticket: serve, complete, no_show …"""
        moved: dict[str, Any] = (await self._floor.post(f"tickets/{ticket['id']}/{what}", order)).json()
        return moved

    async def finishes(self, ticket: dict[str, Any]) -> None:
        """办理, 办结."""
        await self.move(ticket, "serve")
        await self.move(ticket, "complete")


class Floor:
    """One hall, one kiosk, and everybody's hands. Nothing of one journey is left to the next: see `is_cleared`."""

    def __init__(self, folder: Path, stage: type[FloorStage] = FloorStage) -> None:
        self.stage = stage(folder, quick=True)
        self._key = ""
        self._booked: dict[str, set[int]] = {}
        self._began = self._paper = 0  # where in the kiosk's talk, at which slip this journey begins
        self.hand: KioskHand
        self.visits: Visits

    async def open(self) -> None:
        """City, hall, boxes and kiosk, until the kiosk is ready for everybody."""
        await self.stage.open_city()
        await self.stage.build()
        self._key = await self.stage.key("admin", "hands")
        await self.stage.open_hall()
        await self.stage.plug_in()
        await self.stage.open_kiosk("--play", env={"QT_QPA_PLATFORM": "offscreen"})
        self.hand = KioskHand(self.stage.kiosk, self.stage.out)
        self.visits = Visits(self.stage, self.hand, Transcript(self.stage.out / "transcript.txt"))
        await self.stage.kiosk.heard(r"codes of 1 issuers count", within_s=60)
        await self.is_ready()

    async def is_ready(self) -> None:
        """The first page, and everything answers."""
        await self.hand.until(page="home", online=True, reader=True, printer=True, within_s=60)

    async def is_cleared(self) -> None:
        """Whoever is there leaves; everybody who still waits is given up; the kiosk is ready for the next journey."""
        self.stage.card_reader.lift()
        self.stage.paper.heal()
        if not (self.stage.hall and self.stage.hall.running):  # a journey that was broken off
            await self.stage.open_hall()
            await self.stage.card_reader.plug()
        await self._goes_home()
        await self.is_ready()
        await self.is_forgotten()
        for event in reversed(await self.stage.events()):
            if event["move"] in {"take", "check_in"}:
                await self.post(f"tickets/{event['ticket']}/cancel", {}, may_fail=True)
        self._began, self._paper = self.stage.kiosk.mark, len(self.stage.paper.slips)

    async def _goes_home(self) -> None:
        """Back and back, as whoever changes their mind; a page without a way back ends by itself."""
        while self.hand.showing().get("page") != "home":
            ways = [name for name in (await self.hand.look())["look"] if name.endswith((".finish", ".home", ".back"))]
            if not ways:
                return
            with contextlib.suppress(ProgramFailedError):  # the page has turned meanwhile
                await self.hand.tap(ways[0])
            await self.later(0.1)

    async def is_forgotten(self) -> None:
        """Nothing of anybody is left in the window's items, seen or not, nor in the clipboard."""
        seen = await self.hand.look()
        held = "\n".join([*seen["words"], seen["clipboard"]])
        words = [word for who in PEOPLE for word in (who.name, name_mask(who.name), who.number, who.number[-4:])]
        assert not [word for word in words if word in held], "a visitor's words are left behind"
        assert seen["clipboard"] == ""

    async def restarts_kiosk(self) -> None:
        """A new process in the place of the one that is gone."""
        await self.stage.open_kiosk("--play", env={"QT_QPA_PLATFORM": "offscreen"})
        self.hand = KioskHand(self.stage.kiosk, self.stage.out)
        self.visits = Visits(self.stage, self.hand, Transcript(self.stage.out / "transcript.txt"))
        self._began = 0
        await self.is_ready()

    # -- the visitor ---------------------------------------------------------------------------------------------

    async def until(self, **wanted: Any) -> dict[str, Any]:
        """Wait until the kiosk's page is like this."""
        return await self.hand.until(**wanted)

    async def taps(self, *names: str) -> None:
        """One after the other, each once it stands there."""
        for name in names:
            await self.hand.tap(name)

    @property
    def touched(self) -> list[str]:
        """What was touched in this journey, by name."""
        said = self.stage.kiosk.lines[self._began :]
        return [line.removeprefix("tapped ") for line in said if line.startswith("tapped ")]

    async def until_reads(self, *words: str) -> list[str]:
        """Wait until all these words stand on the glass; every text of it."""
        seen: list[str] = []

        async def all_there() -> bool:
            seen[:] = (await self.hand.look())["seen"]
            return all(any(word in text for text in seen) for word in words)

        try:
            await self.until_true(all_there, f"{words} on the glass")
        except AssertionError as error:
            raise AssertionError(f"{error}; it reads {seen}") from None
        return seen

    async def until_reads_no_more(self, words: str) -> None:
        """Wait until they have gone."""

        async def gone() -> bool:
            return not any(words in text for text in (await self.hand.look())["seen"])

        await self.until_true(gone, f"{words!r} gone")

    async def until_can_touch(self, beginning: str) -> list[str]:
        """The names of what can be touched that begin so, as soon as there are any."""

        async def names() -> list[str]:
            return [name for name in (await self.hand.look())["look"] if name.startswith(beginning)]

        return list(await self.until_true(names, f"{beginning}… to touch"))

    async def starts(self, item: str) -> None:
        """取号办事, this item, and on to the card."""
        await self.until(page="home")
        await self.taps("home.take_a_number")
        await self.visits.picks(item)
        await self.visits.looks_at_materials()

    async def takes(self, person: Person, item: str) -> str:
        """A number by card, from the first page to the first page; its label."""
        await self.starts(item)
        self.lays(person)
        await self.taps("confirm.print_number")
        label = str((await self.until(page="ticket"))["label"])
        self.lifts()
        await self.taps("ticket.finish")
        await self.until(page="home")
        return label

    async def types(self, number: str) -> None:
        """On a pad, sign by sign, as fast as a finger: the same sign at once is one that trembles."""
        for before, sign in zip(" " + number, number, strict=False):
            if sign == before:
                await self.later(0.15)
            await self.taps(f"typing.key.{sign}")

    @staticmethod
    async def later(seconds: float) -> None:
        """Time passes."""
        await asyncio.sleep(seconds)

    def lays(self, card: IdCard | Person) -> None:
        """A card on the glass."""
        one = made_up_card(card.name, card.number) if hasattr(card, "item") else card
        self.stage.card_reader.lay(one)

    def lifts(self) -> None:
        """Take it back."""
        self.stage.card_reader.lift()

    async def shows(self, code: str) -> None:
        """Hold a code before the scanner."""
        await self.stage.scanner.scan(code.encode())

    async def shows_code_of(self, person: str) -> str:
        """Open the city's page on the telephone and hold the fresh code before the scanner."""
        assert self.stage.city
        code = str((await asyncio.to_thread(self.stage.city.ask, "POST", "/code", {"person": person}))["code"])
        await self.shows(code)
        return code

    async def slip(self, of: str) -> EmulatedSlip:
        """The slip of this number, known by its code, as soon as it has come out."""
        slip: EmulatedSlip = await self.until_true(lambda: self._slip(of), f"the slip of {of}")
        return slip

    def slips(self) -> list[EmulatedSlip]:
        """What came out in this journey."""
        return self.stage.paper.slips[self._paper :]

    async def _slip(self, label: str) -> EmulatedSlip | None:
        born = {event["ticket"] for event in await self.ticket(label)}
        return next((slip for slip in reversed(self.stage.paper.slips) if born & set(_tickets(slip))), None)

    # -- the city ------------------------------------------------------------------------------------------------

    async def books(self, person: str, item: str, queue: str, *, tomorrow: bool = False) -> str:
        """At the city, the next free time (or the last of tomorrow); its number, once the hall keeps the place."""
        city = self.stage.city
        assert city

        taken = self._booked.setdefault(person, set())  # nobody can be at two counters at once

        def slots() -> list[dict[str, Any]]:
            told = [one["body"] for one in city.inbox() if one["kind"] == "capacity"]
            days = {day["day"]: day["slots"] for day in told if day["queue"] == queue}  # the newest of each
            return [slot for day in days.values() for slot in day if slot["starts_at"] not in taken]

        free = list(await self.until_true(partial(asyncio.to_thread, slots), f"slots of {queue} at the city"))
        begins = max(slot["starts_at"] for slot in free if slot["left"]) if tomorrow else next_free(free)
        reference = await asyncio.to_thread(city.book, person, item, begins)
        taken.add(begins)
        await self.until_city_says(reference, "booked")
        return reference

    async def old_code_of(self, person: str) -> str:
        """A code of the city's that was good for one second, more than a second ago."""
        keys = KeyFolder(self.stage.state / "city")
        desk = CodeDesk(keys, HALL, lambda: time.time_ns() // 1000, secrets.token_bytes, life_s=1)
        code = desk.issue(PERSONS[person]).code
        await asyncio.sleep(2)
        return code

    async def city_hears(self, port: str) -> list[dict[str, Any]]:
        """The bodies of what came in at one port of the city; at least one."""
        city = self.stage.city
        assert city
        told = partial(asyncio.to_thread, lambda: [one["body"] for one in city.inbox() if one["port"] == port])
        return list(await self.until_true(told, f"something at the city's port {port}"))

    async def until_city_says(self, reference: str, state: str) -> None:
        """Wait until the city's own entry of a booking is so."""
        city = self.stage.city
        assert city
        await self.until_true(
            lambda: asyncio.to_thread(lambda: city.booking(reference)["state"] == state), f"{reference} {state}"
        )

    async def phone_buzzes(self, kind: str, label: str) -> dict[str, Any]:
        """The city's message of this kind about this number, as it went to the telephone; it came once."""
        city = self.stage.city
        assert city

        def told() -> list[dict[str, Any]]:
            heard = [one for one in city.inbox() if (one["port"], one["kind"]) == ("notices", kind)]
            return [one["body"] for one in heard if one["body"]["label"] == label]

        (body,) = await self.until_true(partial(asyncio.to_thread, told), f"{kind} about {label}")
        return dict(body)

    # -- the hall ------------------------------------------------------------------------------------------------

    async def clerk(self, counter: int) -> Clerk:
        """Somebody sits down at a counter."""
        clerk = Clerk(self, counter)
        await clerk.sits_down()
        return clerk

    async def ticket(self, label: str) -> list[dict[str, Any]]:
        """All that the hall remembers of a number, in order."""
        return [event for event in await self.stage.events() if event["label"] == label]

    async def until_hall_says(self, label: str, *moves: str) -> list[dict[str, Any]]:
        """Wait until the life of a number is exactly this."""

        async def life() -> list[dict[str, Any]]:
            events = await self.ticket(label)
            return events if [event["move"] for event in events] == list(moves) else []

        return list(await self.until_true(life, f"{label}: {moves}"))

    async def post(self, path: str, order: object = None, *, may_fail: bool = False) -> requests.Response:
        """A command to the hall."""
        headers = {"Authorization": f"Kapok {self._key}", "Idempotency-Key": str(uuid.uuid4())}
        where = f"{self.stage.address}/api/v1/halls/{HALL}/{path}"
        answer = await asyncio.to_thread(partial(requests.post, where, json=order, headers=headers, timeout=20))
        assert answer.ok or may_fail, f"{path}: {answer.status_code} {answer.text[:300]}"
        return answer

    async def until_true(self, look: Callable[[], Any], what: str) -> Any:
        """Wait until a look (or what comes of awaiting it) gives something; that."""
        try:
            async with asyncio.timeout(WITHIN_S):
                while True:
                    seen = look()
                    if asyncio.iscoroutine(seen):
                        seen = await seen
                    if seen:
                        return seen
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(f"not within {WITHIN_S:g} s: {what}; shown: {self.hand.showing()}") from None
