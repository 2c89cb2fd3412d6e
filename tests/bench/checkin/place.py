"""A whole place for 亮码即取号: city, hall, kiosk as processes, a telephone in a browser, camera and printer of bytes.

The telephone's page is the reference city's own; what stands on its glass is photographed and put before the camera, as
a hand would hold it there. The hall is open all day, so that the clock on the wall does not matter.
"""

from __future__ import annotations

import asyncio
import base64
import time
import tomllib
import uuid
from contextlib import AsyncExitStack
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Self

import cv2
import numpy as np
import requests

from devices.camera.emulator import CameraEmulator
from devices.camera.pictures import blank
from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from hall_server.city.reference.persons import PERSONS
from hall_server.contract.identity.pseudonym import code_pseudonym
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.kiosk.programs import SITE, RealHall, RealKiosk, kapok

if TYPE_CHECKING:
    from pathlib import Path

    from cv2.typing import MatLike
    from playwright.async_api import Browser, Page

ISSUER = "city.demo"
VIEW = 1280, 720
GLASS = {"width": 390, "height": 844}
MM_PER_S = 200.0  # paper that a usual receipt printer lets out
QUEUES = ("A", "C", "E", "H", "D", "X")
ALL_DAY = """
[[booking]]
days_ahead = 1
per_person_day = 99
open_per_person = 99
early_min = 1_440
"""


def site_with(list_file: Path, root: bytes) -> Path:
    """The demo hall, open around the clock for some days, with a city whose codes count."""
    text = SITE.read_text(encoding="utf-8").partition("[[booking]]")[0]
    today = datetime.now(timezone(timedelta(hours=8))).date()
    first, last = today - timedelta(days=1), today + timedelta(days=2)
    hours = f'overrides = [{{ first = {first}, last = {last}, open = "00:00", close = "23:59" }}]'
    pinned = base64.b64encode(root).decode()
    codes = f'[codes]\ntrust_list = "{list_file.name}"\nroots = ["{pinned}"]\n'
    path = list_file.with_name("site.toml")
    text = text.replace("general_queue =", f"{hours}\ngeneral_queue =", 1)
    path.write_text(f"{text}{ALL_DAY}\n{codes}", encoding="utf-8")
    return path


class Telephone:
    """One person's telephone, with their code on it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._turns = 0

    @classmethod
    async def of(cls, browser: Browser, city: str, person: str) -> Telephone:
        """Open the page of a person of the reference city."""
        context = await browser.new_context(viewport=GLASS, device_scale_factor=2, reduced_motion="reduce")
        page = await context.new_page()
        await page.goto(f"{city}/phone/{person}")
        made = cls(page)
        await made._drawn(1)
        return made

    async def turn(self) -> None:
        """现在就换: another code, once it stands on the glass."""
        before = int(await self._page.get_attribute("body", "data-turns") or 0)
        await self._page.click("#now")
        await self._drawn(before + 1)

    async def _drawn(self, turns: int) -> None:
        await self._page.wait_for_function("turns => Number(document.body.dataset.turns) >= turns", arg=turns)

    async def photograph(self) -> MatLike:
        """What a camera sees of it: the dial with the code, before a grey wall."""
        png = await self._page.locator(".dial").screenshot()
        picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
        width, height = VIEW
        scale = 0.9 * height / max(picture.shape[:2])
        held = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        view = blank(width, height)
        top, left = (height - held.shape[0]) // 2, (width - held.shape[1]) // 2
        view[top : top + held.shape[0], left : left + held.shape[1]] = held
        return view


class Place:
    """Everything, from the city to the paper. Enter it; leave it and nothing is left."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self._folder, self._browser = folder, browser
        self._stack = AsyncExitStack()
        self._items: dict[str, str] = {}
        self.camera = CameraEmulator(fps=15)
        self.printer = ReceiptPrinterEmulator(port=0, mm_per_s=MM_PER_S)
        self.telephones: dict[str, Telephone] = {}

    async def __aenter__(self) -> Self:
        try:
            await self._open()
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def _open(self) -> None:
        self.city = await asyncio.to_thread(ServedCity, self._folder / "city")
        self._stack.callback(self.city.stop)
        list_file = self._folder / "trust.json"
        for end in (".sig", ""):
            answer = await asyncio.to_thread(self.city.ask, "GET", f"/trust-list{end}")
            list_file.with_name(list_file.name + end).write_bytes(answer.content)
        site = site_with(list_file, await asyncio.to_thread(self.city.root))
        self.hall = await self._stack.enter_async_context(RealHall(self._folder, site))
        await self._staff(site.read_text(encoding="utf-8"))
        for box in (self.camera, self.printer):
            await box.start()
            self._stack.push_async_callback(box.stop)
        self.nothing_shown()
        devices = {
            "receipt_printer": {"driver": "escpos", "address": self.printer.address},
            "code_scanner": {"driver": "camera", "address": self.camera.address},
        }
        self.kiosk = await self._stack.enter_async_context(RealKiosk(self.hall, self._folder, devices))
        await self.kiosk.heard(lambda line: "codes of 1 issuers count" in line)
        await self.kiosk.heard(lambda line: "code_scanner is normal" in line)
        await self.kiosk.home()

    async def _staff(self, site: str) -> None:
        path = self._folder / "staff.toml"
        words = ("--role", "admin", "--name", "desk", "--out", str(path))
        await kapok("hall", "key", "new", "--data", str(self.hall.data), *words)
        key = tomllib.loads(path.read_text(encoding="utf-8"))
        own = tomllib.loads(self.hall.credential.read_text(encoding="utf-8"))
        self._pseudonyms = bytes.fromhex(own["pseudonym_key"])
        self._root = f"{self.hall.url}/api/v1/halls/{own['hall']}"
        self._key = {"Authorization": f"Kapok {key['key_id']}.{key['secret']}"}
        items = tomllib.loads(site)["item"]
        self._items = {item["queue"]: item["id"] for item in reversed(items)}

    def book(self, person: str) -> dict[str, Any]:
        """Staff book the next free slot for a person of the reference city; it is due at once. Blocks."""
        who = PERSONS[person]
        visitor = {"pseudonym": code_pseudonym(self._pseudonyms, ISSUER, who.subject), "name_mask": who.name_mask}
        for queue in QUEUES:
            for slot in self._ask("GET", f"slots?queue={queue}").json()["slots"]:
                order = {"item": self._items[queue], "starts_at": slot["starts_at"], "channel": "phone"}
                answer = self._ask("POST", "bookings", {**order, "visitor": visitor}) if slot["left"] else None
                if answer is not None and answer.status_code == 201:
                    made: dict[str, Any] = answer.json()
                    return made
        raise AssertionError("no slot of any queue is free")

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> requests.Response:
        headers = {**self._key, "Idempotency-Key": str(uuid.uuid4())}
        return requests.request(method, f"{self._root}/{path}", json=body, headers=headers, timeout=20)

    async def telephone(self, person: str) -> Telephone:
        """The telephone of a person, with a code on it that nobody has seen."""
        if person not in self.telephones:
            self.telephones[person] = await Telephone.of(self._browser, self.city.address, person)
        else:
            await self.telephones[person].turn()
        return self.telephones[person]

    def nothing_shown(self) -> None:
        """Nobody stands before the camera."""
        self.camera.show(blank(*VIEW))

    async def shown_to_slip_s(self, telephone: Telephone) -> float:
        """Hold a telephone before the camera until the slip is out: seconds from the page's code to the paper."""
        slips = len(self.printer.slips)
        began = time.monotonic()
        self.camera.show(await telephone.photograph())
        async with asyncio.timeout(30):
            await self.printer.wait_for_slips(slips + 1)
        took = time.monotonic() - began
        self.nothing_shown()
        return took
