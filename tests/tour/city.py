"""The city beside the hall: `kapok city serve` as a program, its faults, what people do there and what it was told."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import requests

from tests.tour.programs import Program, ProgramFailedError, run

if TYPE_CHECKING:
    from pathlib import Path

HALL = "gz-demo-district"
WAIT_S = 30
SLOT_AHEAD = timedelta(minutes=1)  # a slot that begins while it is being booked is no slot any more
_NOON = ", noon_counters = [2, 4, 6, 10]"  # where some are named, the others have lunch
_CHINA = timezone(timedelta(hours=8))
_ALL_DAY = "[[booking]]\ndays_ahead = 1\nper_person_day = 99\nopen_per_person = 99\nearly_min = 1_440\n"


def open_all_day(site: str, now: datetime) -> str:
    """The text of the demo's site file, open around the clock, with bookings that are due at once.

    A tour is shown at any hour, and whoever books in the evening is to be met as well.
    """
    return never_closed(site.partition("[[booking]]")[0], now) + _ALL_DAY


def never_closed(site: str, now: datetime) -> str:
    """The text of the demo's site file, open around the clock, at noon too, from yesterday to two days on."""
    today = now.astimezone(_CHINA).date()
    first, last = today - timedelta(days=1), today + timedelta(days=2)
    hours = f'overrides = [{{ first = {first}, last = {last}, open = "00:00", close = "23:59" }}]'
    without_lunch = site.replace(_NOON, "")
    if without_lunch == site:
        raise ProgramFailedError("the demo hall's hours are written otherwise: who is there at noon?")
    return without_lunch.replace("general_queue =", f"{hours}\ngeneral_queue =", 1)


class CityBeside:
    """One reference city. Its keys lie in `folder`; what it knows is in its memory and gone with it."""

    def __init__(self, kapok: list[str], folder: Path, log: Path, items: Path) -> None:
        self._kapok, self._folder, self._log, self._items = kapok, folder, log, items
        self.program: Program
        self.address = ""
        self._root = ""

    async def open(self, env: dict[str, str] | None = None) -> None:
        """Serve, and learn the root that a hall pins."""
        where = ["--data", str(self._folder), "--port", "0", "--audience", HALL, "--items", str(self._items)]
        self.program = await Program("city", [*self._kapok, "city", "serve", *where], self._log, env).start()
        self.address = (await self.program.heard(r"listening on (http://127\.0\.0\.1:\d+)", within_s=WAIT_S))[1]
        told = await run([*self._kapok, "city", "keys", "--data", str(self._folder), "--json"])
        self._root = json.loads(told.strip().splitlines()[-1])["root"]

    @property
    def tables(self) -> str:
        """What a hall's site file says of this city: where it is, and whose trust lists count."""
        return f'\n[city]\naddress = "{self.address}"\n\n[codes]\nroots = ["{self._root}"]\n'

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """What people and technicians ask there; machines' addresses are behind the faults, these are not. Blocks."""
        answer = requests.request(method, f"{self.address}{path}", json=body, timeout=WAIT_S)
        if not answer.ok:
            raise ProgramFailedError(f"the city answers {answer.status_code} to {method} {path}: {answer.text[:300]}")
        return answer.json()

    def book(self, person: str, item: str, starts_at: int) -> str:
        """A made-up person books; the city's number 预约号 of it."""
        booking = {"person": person, "item": item, "starts_at": starts_at}
        return str(self.ask("POST", "/people/bookings", booking)["reference"])

    def booking(self, reference: str) -> dict[str, Any]:
        """How the city sees a booking."""
        found: dict[str, Any] = next(
            one for one in self.ask("GET", "/people/bookings") if one["reference"] == reference
        )
        return found

    def faults(self, **switched: object) -> None:
        """Exactly these from now on."""
        self.ask("PUT", "/faults", switched)

    def inbox(self) -> list[dict[str, Any]]:
        """Every message that it has, in the order of first coming."""
        told: list[dict[str, Any]] = self.ask("GET", "/inbox")
        return told


def next_free(slots: list[dict[str, Any]]) -> int:
    """The beginning of the first slot with a place that has not begun. Raises ProgramFailedError when there is none."""
    soon = time.time_ns() // 1000 + int(SLOT_AHEAD.total_seconds() * 1_000_000)
    free = sorted(slot["starts_at"] for slot in slots if slot["left"] and slot["starts_at"] > soon)
    if not free:
        raise ProgramFailedError(f"no slot is free after {datetime.now(UTC):%H:%M} UTC")
    return int(free[0])
