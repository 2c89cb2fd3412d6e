"""一票多事: two things in one number, at a real kiosk of a real hall, called at one counter (UI-K23; CL-A7, CL-D9)."""

from __future__ import annotations

import asyncio
import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest
import requests

from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from kiosk.hall_client import HallClient, HallRefusedError
from kiosk.hall_client.visits import VisitDesk
from tests.integration.kiosk.programs import RealHall, RealKiosk, kapok
from tests.integration.kiosk.test_real_offline import leased

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

ITEMS = ("i05", "i10")  # both are settled at the counters of one queue
WITHIN_S = 20.0


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


@pytest.fixture
async def printer() -> AsyncIterator[ReceiptPrinterEmulator]:
    emulator = ReceiptPrinterEmulator(port=0)
    await emulator.start()
    yield emulator
    await emulator.stop()


class Console:
    """A clerk at a counter."""

    def __init__(self, hall: RealHall, credential: Path) -> None:
        access = hall.access(credential)
        self._base = f"{access.server}/api/v1/halls/{access.hall}"
        self._headers = {"Authorization": f"Kapok {access.key_id}.{access.secret}"}

    def post(self, path: str, body: dict[str, str]) -> Any:
        headers = {**self._headers, "Idempotency-Key": str(uuid.uuid4())}
        answer = requests.post(f"{self._base}/{path}", json=body, headers=headers, timeout=WITHIN_S)
        assert answer.status_code == 200, answer.text
        return answer.json()


async def console_of(hall: RealHall) -> Console:
    path = hall.credential.with_name("desk.toml")
    role = ("--role", "counter", "--name", "desk", "--out", str(path))
    await kapok("hall", "key", "new", "--data", str(hall.data), *role)
    return Console(hall, path)


async def two_chosen(kiosk: RealKiosk) -> None:
    first, second = ITEMS
    await kiosk.say("touch take_a_number", f"item {first}", "touch without_card")
    await kiosk.shows(page="confirm")
    await kiosk.say("touch add_item", f"item {second}")
    await kiosk.shows(page="plan", item=first, more_items=[second])


async def on_to_number(kiosk: RealKiosk) -> dict[str, Any]:
    """Through whatever is asked about materials, to the number."""
    at = len(kiosk.lines)
    await kiosk.say("touch take_a_number")
    while True:
        at = await kiosk.heard(lambda line: line.startswith("{") and '"page": "plan"' not in line, at)
        page = json.loads(kiosk.lines[at])["page"]
        at += 1
        if page == "ticket":
            return dict(json.loads(kiosk.lines[at - 1]))
        await kiosk.say({"situation": "answer ", "precheck": "touch brought"}.get(page, "touch print_number"))


async def test_two_things_are_one_number_and_are_called_at_one_counter(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    boxes = {"receipt_printer": {"driver": "escpos", "address": printer.address}}
    async with RealKiosk(hall, tmp_path, boxes) as kiosk:
        await kiosk.home()
        await two_chosen(kiosk)
        await kiosk.shows(page="plan", more_items=["i10"], planned=True)
        shown = await on_to_number(kiosk)
        await printer.wait_for_slips(1)
        await hall.until(lambda told: len(told) == 2)
        console = await console_of(hall)
        plan = await asyncio.to_thread(planned, hall)
        (counter, *_) = plan.counters
        await asyncio.to_thread(console.post, f"counters/{counter}/sign_in", {"clerk": "0317"})
        called = await asyncio.to_thread(console.post, f"counters/{counter}/call_next", {})
        assert (called["label"], tuple(called["items"])) == (shown["label"], ITEMS)
        assert called["more_names"] == ["失业登记"]


async def test_without_the_hall_the_number_is_had_all_the_same_and_the_hall_learns_of_both(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    boxes = {"receipt_printer": {"driver": "escpos", "address": printer.address}}
    async with RealKiosk(hall, tmp_path, boxes) as kiosk:
        await leased(kiosk)
        await hall.end()
        await kiosk.shows(page="home", online=False)
        await two_chosen(kiosk)
        shown = await on_to_number(kiosk)
        assert shown["label"]
        await printer.wait_for_slips(1)
        await hall.start()
        await hall.until(lambda told: any(":waiting" in one for one in told))
        (ticket,) = {event.ticket for event in await hall.events()}
        client = HallClient(hall.access(answer_timeout_s=WITHIN_S))
        there = await asyncio.to_thread(client.ticket, ticket)
        client.close()
        assert (there.label, there.items) == (shown["label"], ITEMS)


def planned(hall: RealHall) -> Any:
    client = HallClient(hall.access(answer_timeout_s=WITHIN_S))
    try:
        return VisitDesk(client).plan(ITEMS)
    finally:
        client.close()


async def test_a_plan_says_what_to_bring_once_and_an_item_that_is_not_there_is_refused(hall: RealHall) -> None:
    plan = await asyncio.to_thread(planned, hall)
    assert plan.items == ITEMS
    assert max(len(need.for_items) for need in plan.materials) == len(ITEMS)
    client = HallClient(hall.access(answer_timeout_s=WITHIN_S))
    with pytest.raises(HallRefusedError, match="item_unknown"):
        await asyncio.to_thread(VisitDesk(client).plan, ("nothing",))
    client.close()
