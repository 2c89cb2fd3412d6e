"""Random kills of the real kiosk, headless, while visitors take numbers; the hall dies now and then as well.

The paper is the witness: what has come out of the printer is what people hold. When all is well again the hall must
know every slip under the number that is printed on it, and nothing was printed twice or given to two people.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
import uuid
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from hall_server.contract.slip_code import parse_slip_code
from hall_server.contract.vocabulary import TicketState
from hall_server.store.place import place_of
from hall_server.store.sqlite_store import FILE_NAME
from kiosk.local_store.file import StoreFile
from tests.drills.crash.cases import Case, Result
from tests.drills.crash.hall import waited_s
from tests.drills.invariants import hall_findings
from tests.integration.hall_server.served import HALL_ID
from tests.integration.kiosk.programs import RealHall, RealKiosk
from tests.integration.kiosk.test_real_hall import TO_CONFIRM

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from devices.receipt_printer.machine import EmulatedSlip

KILLS, KIOSKS = 10, 6
HEALED_WITHIN_S = 60.0
STORE = "kiosk-K1.db"
_NOT_KEPT = (None, TicketState.RESERVED, TicketState.VOID)


def cases(seed: int, how_many: int = KIOSKS) -> list[Case]:
    """Each a kiosk with a hall of its own."""
    return [Case("kiosk", f"{no:02}", seed, play, size=KILLS) for no in range(how_many)]


def play(case: Case, folder: Path) -> Result:
    """`case.size` kills of one kiosk with one store."""
    return asyncio.run(_play(case, folder))


async def _play(case: Case, folder: Path) -> Result:
    rng, result, counts = case.rng(), Result(case.full_name), Counter[str]()
    printer = ReceiptPrinterEmulator(port=0)
    await printer.start()
    devices = {"receipt_printer": {"driver": "escpos", "address": printer.address, "fast": True}}
    async with RealHall(folder) as hall, RealKiosk(hall, folder, devices) as kiosk:
        await kiosk.home()
        for _ in range(case.size):
            counts["kiosk kills"] += 1
            with_hall = rng.random() < 0.4
            counts["hall kills beside"] += with_hall
            await _strike(rng, kiosk, hall if with_hall else None)
            await _begin_again(kiosk, result)
            if with_hall:
                await _take_some(kiosk, rng.randint(1, 3))  # without its hall
                await hall.start()
        await _take_some(kiosk, 1)
        file = folder / "hall" / FILE_NAME
        result.findings += await _healed(printer.slips, file)
        paper = _on_paper(printer.slips, folder / "state" / STORE)
        result.findings += await asyncio.to_thread(hall_findings, file, HALL_ID, paper)
        traces = [line for line in kiosk.lines if line.startswith("Traceback")]
        result.findings += ["the kiosk shows a traceback"] * bool(traces)
    counts["slips"] = len(printer.slips)
    counts["labels on paper"] = len(paper)
    await printer.stop()
    result.counts = dict(counts)
    return result


async def _strike(rng: random.Random, kiosk: RealKiosk, hall: RealHall | None) -> None:
    """Visitors come one after the other until the machine is dead."""
    visits = asyncio.create_task(_take_some(kiosk, 1000))
    await asyncio.sleep(rng.uniform(0.05, 1.2))  # a random moment
    if hall is not None:
        await hall.end(signal.SIGKILL)
        await asyncio.sleep(rng.uniform(0.0, 1.5))
    await kiosk.end(signal.SIGKILL)
    visits.cancel()
    with suppress(AssertionError, ConnectionError, BrokenPipeError, asyncio.CancelledError):
        await visits


async def _begin_again(kiosk: RealKiosk, result: Result) -> None:
    began = time.monotonic()
    await kiosk.start()
    await kiosk.shows(page="home", printer=True)
    result.seconds.append(time.monotonic() - began)
    result.waited.append(waited_s(kiosk.pid))
    result.load.append(os.getloadavg()[0])


async def _take_some(kiosk: RealKiosk, visitors: int) -> None:
    for _ in range(visitors):
        since = len(kiosk.lines)
        await kiosk.say(*TO_CONFIRM, "touch print_number")
        at = await kiosk.shows(since, page="ticket")
        await kiosk.say("touch finish")
        await kiosk.shows(at, page="home")


async def _healed(slips: list[EmulatedSlip], file: Path) -> list[str]:
    """Wait until the hall knows every slip, and say what it still does not."""
    end = time.monotonic() + HEALED_WITHIN_S
    while (found := await asyncio.to_thread(_not_healed, slips, file)) and time.monotonic() < end:
        await asyncio.sleep(0.1)
    return found


def _on_paper(slips: list[EmulatedSlip], store: Path) -> dict[str, str]:
    """Ticket id → label of every slip. The label is a picture on paper; the kiosk wrote it down before it printed."""
    journal = StoreFile(store, look_only=True)
    labels = {row["ticket_id"]: row["label"] for row in journal.rows("SELECT ticket_id, label FROM journal")}
    journal.close()
    return {one: labels.get(one, "nothing") for slip in slips for one in _ids(slip)}


def _not_healed(slips: list[EmulatedSlip], file: Path) -> list[str]:
    printed = Counter(one for slip in slips for one in _ids(slip))
    reader = place_of(file).reader(HALL_ID)
    states = {ticket.id: ticket.state for ticket in reader.tickets()}
    reader.close()
    lost = {one: states.get(one) for one in printed if states.get(one) in _NOT_KEPT}
    return [f"ticket {one} was printed {times} times" for one, times in printed.items() if times > 1] + [
        f"ticket {one} is on paper, the hall has it as {state}" for one, state in lost.items()
    ]


def _ids(slip: EmulatedSlip) -> set[str]:
    """The tickets whose codes are on a slip: one, or two when it begins with what an earlier life left unfinished."""
    return {str(uuid.UUID(bytes=parse_slip_code(code)[0])) for code in slip.codes}
