"""`make bench-help`: from the press on 请人帮忙 to the greeter's list, the answer back, and the desk without a hall.

The runner, the store and the hall client are the real ones, against a real hall process; the greeter is a second
client with a counter's key that follows the stream. The glass itself is `make bench-kiosk`'s.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import threading
import time
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hall_server.contract.help_calls import AnswerHelp, HelpCall, HelpCalls
from kiosk.hall_client import HallClient, HallSilentError
from kiosk.hall_client.visits import VisitDesk
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.slips import slip_maker
from kiosk.session.events import Touch
from kiosk.session.helping import HelpStep
from kiosk.session.state import Page, Rules
from tests.bench.kiosk.offline import NotingPrinter, worst_of_100
from tests.bench.report import Row, report
from tests.integration.kiosk.programs import RealHall, kapok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.hall_client import HallAccess

CALLS, GONE, STALLS = int(os.environ.get("CALLS", "200")), 50, 10
GOAL_S = 2.0


@dataclass
class Measured:
    """Seconds, by case."""

    there: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)
    gone: list[float] = field(default_factory=list)
    paper: list[float] = field(default_factory=list)
    stalled: list[float] = field(default_factory=list)


class Greeter:
    """Follows the stream in a thread of its own, and notes when each call stood in the list."""

    def __init__(self, access: HallAccess) -> None:
        self._client = HallClient(access)
        self.seen: dict[str, float] = {}
        self._thread = threading.Thread(target=self._follow, daemon=True)

    @contextmanager
    def at_work(self) -> Iterator[Greeter]:
        self._thread.start()
        try:
            yield self
        finally:
            self._client.close()
            self._thread.join(5)

    def _follow(self) -> None:
        with suppress(HallSilentError):
            for name in self._client.stream():
                if name == "help":
                    for call in self._client.read("help", HelpCalls).calls:
                        self.seen.setdefault(call.id, time.monotonic())

    def says(self, word: str, call_id: str) -> None:
        order = AnswerHelp("0317", 2)
        self._client.question(f"help/{call_id}/{word}", str(uuid.uuid4()), order, HelpCall, 5.0)


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.001)


class Visitor:
    """One kiosk and whoever presses its button."""

    def __init__(self, kiosk: Kiosk, greeter: Greeter) -> None:
        self._kiosk, self._greeter = kiosk, greeter

    async def called(self, measured: Measured) -> None:
        """One call, answered and done."""
        kiosk, greeter = self._kiosk, self._greeter
        await until(lambda: kiosk.session.help is None and kiosk.session.page is Page.HOME)
        known, pressed = set(greeter.seen), time.monotonic()
        kiosk.touch(Touch.HELP)
        await until(lambda: greeter.seen.keys() - known)
        (call,) = greeter.seen.keys() - known
        measured.there.append(greeter.seen[call] - pressed)
        said = time.monotonic()
        await asyncio.to_thread(greeter.says, "coming", call)
        await until(lambda: kiosk.session.help is not None and kiosk.session.help.step is HelpStep.COMING)
        measured.back.append(time.monotonic() - said)
        await asyncio.to_thread(greeter.says, "done", call)

    async def sent_to_the_desk(self, printer: NotingPrinter) -> tuple[float, float]:
        """Seconds until the desk is named, and until the slip's job."""
        kiosk = self._kiosk
        await until(lambda: kiosk.session.page is Page.HOME)
        pressed, printer.at = time.monotonic(), 0.0
        kiosk.touch(Touch.HELP)
        await until(lambda: kiosk.session.help is not None and kiosk.session.help.step is HelpStep.DESK)
        named = time.monotonic() - pressed
        await until(lambda: printer.at)
        on_paper = printer.at - pressed
        kiosk.touch(Touch.HELP_NOT_NEEDED)
        await until(lambda: kiosk.session.help is None)
        return named, on_paper


async def measure() -> Measured:
    measured = Measured()
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name:
        folder = Path(name)
        async with RealHall(folder) as hall:
            key = folder / "desk.toml"
            words = ("hall", "key", "new", "--data", str(hall.data), "--role", "counter", "--name", "desk")
            await kapok(*words, "--out", str(key))
            printer = NotingPrinter()
            kiosk = kiosk_of(hall.access(), folder, printer)
            with Greeter(hall.access(key, answer_timeout_s=5)).at_work() as greeter:
                running = asyncio.create_task(kiosk.run())
                try:
                    await _days(Visitor(kiosk, greeter), kiosk, hall, printer, measured)
                finally:
                    running.cancel()
                    await asyncio.gather(running, return_exceptions=True)
    return measured


def kiosk_of(access: HallAccess, folder: Path, printer: NotingPrinter) -> Kiosk:
    """A kiosk with nothing but a printer."""
    hall = HallClient(access)
    return Kiosk(
        Parts(
            hall=hall,
            store=LocalStore(folder / "kiosk.db"),
            boxes=Boxes(printer=printer),
            slip_of=slip_maker("1 号机", 80),
            pseudonym_key=b"a key of this hall",
            rules=Rules(cleared_s=0.0, same_touch_s=0.0),
            kiosk_id="K1",
            help_verbs=VisitDesk(hall),
        )
    )


async def _days(visitor: Visitor, kiosk: Kiosk, hall: RealHall, printer: NotingPrinter, measured: Measured) -> None:
    await until(lambda: kiosk.session.online and kiosk.session.devices.printer)
    for _ in range(CALLS):
        await visitor.called(measured)
    print(f"{CALLS} calls answered", file=sys.stderr)
    for _ in range(STALLS):
        await until(lambda: kiosk.session.online and kiosk.session.page is Page.HOME)
        hall.pause()
        try:
            measured.stalled.append((await visitor.sent_to_the_desk(printer))[0])
        finally:
            hall.go_on()
    print(f"{STALLS} calls to a hall that stalls", file=sys.stderr)
    await hall.end()
    await until(lambda: not kiosk.session.online)
    for _ in range(GONE):
        named, on_paper = await visitor.sent_to_the_desk(printer)
        measured.gone.append(named)
        measured.paper.append(on_paper)


def rows(measured: Measured) -> list[Row]:
    """H1 to H4; the goal of all is CL-D14's two seconds."""
    cases = {
        "H1": ("press to the greeter's list, over the stream", measured.there),
        "H2": ("the greeter's answer to the kiosk's page", measured.back),
        "H3": ("hall stalls: press to the desk named", measured.stalled),
        "H4": ("hall known to be gone: press to the desk named", measured.gone),
        "H5": ("hall known to be gone: press to the slip's job", measured.paper),
    }
    return [row for name, (what, values) in cases.items() for row in percentiles(name, what, values)]


def percentiles(name: str, what: str, values: list[float]) -> Iterator[Row]:
    """p50, p95, and p99 against the goal; of few values the worst."""
    worst, ordered = worst_of_100(values), sorted(values)
    yield Row(name, f"{what}, p99", worst, "s", f"<= {GOAL_S:.0f}", worst <= GOAL_S)
    yield Row(f"{name}p95", f"{what}, p95", ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], "s")
    yield Row(f"{name}mid", f"{what}, p50", statistics.median(ordered), "s")


if __name__ == "__main__":
    report("bench-help", rows(asyncio.run(measure())))
