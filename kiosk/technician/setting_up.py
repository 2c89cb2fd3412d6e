"""装机向导 at work: its loop of event, step and errands, and the boxes that it finds. No hall, no store, no visit.

Everything happens on one asyncio loop; touches may come from any thread. What blocks is done in threads.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from config.errors import ConfigError
from devices.errors import DeviceError
from devices.values.advice import advice_for
from devices.values.receipt_printer import PrintOutcome
from kiosk.paper.apart import PaperError
from kiosk.runner.desk import fresh_id
from kiosk.runner.errands import Errands
from kiosk.runner.hands import Hands
from kiosk.runner.watchers import Watchers
from kiosk.runner.works import Works
from kiosk.session.effects import Hush, PlayTone, Say, Wipe
from kiosk.session.events import Tick
from kiosk.session.journey import Errand
from kiosk.session.self_test import waits_for
from kiosk.session.self_test_words import CodeFelt, TryBox
from kiosk.session.setting_up import begun
from kiosk.session.setup_words import (
    BoxesFound,
    EndSetup,
    FindBoxes,
    HandedOver,
    HandOver,
    KeepAnswers,
    LookAtNetwork,
    NetworkSeen,
    Pair,
    Paired,
    PairingShown,
    Said,
    SetupFailed,
    SetupStep,
    SlipTried,
    TrySlip,
)
from kiosk.session.state import Rules, Session
from kiosk.session.step import step
from kiosk.technician.bench import Bench
from kiosk.technician.setup_desk import CannotPairError, SetupDesk, time_zone
from kiosk.technician.trial import slip_of_trial

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.access_pad import PadKey
    from devices.values.code_scanner import ScannedCode
    from hall_server.contract.enrolment import Enrolling
    from kiosk.session.events import Event
    from kiosk.session.setup_words import Answers

LOG = logging.getLogger("kapok.kiosk.setup")

TICK_S = 0.25
FIND_S = 1.0  # boxes that were opened say how they are; later ones come into the list all the same


class _EndedError(Exception):
    """The wizard ends while the hall is waited for."""


class SetupKiosk(Hands):
    """A machine that is becoming a kiosk. `run` ends with the wizard; `done`: it was handed over."""

    def __init__(self, desk: SetupDesk, rules: Rules | None = None) -> None:
        self.clock, self.fresh_id = time.monotonic, fresh_id
        self.session, self.done = Session(rules=rules or Rules()), False
        self._desk, self._ended = desk, threading.Event()
        self._events: asyncio.Queue[Event] = asyncio.Queue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._observers, self._keys = Watchers[Session](), Watchers["PadKey"]()
        self._works, self._errands = Works(), Errands()
        self._bench: Bench | None = None
        self._bench_task: asyncio.Task[None] | None = None
        self._over = asyncio.Event()
        answers = desk.answers()
        self.session, self._first = begun(self.session, answers, time_zone(), self.fresh_id())
        self._serve()

    def _serve(self) -> None:
        self._errands.register(LookAtNetwork, self._look)
        self._errands.register(Pair, self._pair)
        self._errands.register(FindBoxes, self._find)
        self._errands.register(TryBox, self._try)
        self._errands.register(TrySlip, self._print)
        self._errands.register(HandOver, self._hand_over)
        self._errands.register(KeepAnswers, self._keep)
        self._errands.register(EndSetup, self._end)

    def observe(self, callback: Callable[[Session], None]) -> None:
        """Call back with every new session, on the loop's thread."""
        self._observers.add(callback)

    def on_key(self, callback: Callable[[PadKey], None]) -> None:
        """Call back with every key of the pad below the screen, on the loop's thread."""
        self._keys.add(callback)

    def key(self, key: PadKey) -> None:
        """A key of the pad was pressed."""
        self._keys.tell(key)

    def show_picture(self, picture: bytes) -> None:
        """Nobody far away looks at a wizard."""

    def photographed_by(self, shot: Callable[[], bytes | None]) -> None:
        """Nor is it photographed."""

    def submit(self, event: Event) -> None:
        """Hand in an event from any thread; dropped when the wizard does not run."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._events.put_nowait, event)

    def post(self, event: Event) -> None:
        """Hand in an event on the loop's thread."""
        self._events.put_nowait(event)

    def hear(self, code: ScannedCode) -> None:
        """A code was shown; of what it says only the length is told."""
        if waits_for(self.session, "code_scanner"):
            self.post(CodeFelt(self.clock(), len(code.data)))

    async def run(self) -> None:
        """Run until the wizard is over, or cancelled."""
        self._loop = asyncio.get_running_loop()
        steps, ticks = asyncio.create_task(self._steps()), asyncio.create_task(self._ticks())
        over = asyncio.create_task(self._over.wait())
        try:
            done, _ = await asyncio.wait({steps, ticks, over}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            self._ended.set()
            for task in (steps, ticks, over):
                task.cancel()
            await self._close_boxes()
            await self._works.stop()
            self._loop = None

    async def _ticks(self) -> None:
        while True:
            self.post(Tick(self.clock()))
            await asyncio.sleep(TICK_S)

    async def _steps(self) -> None:
        self._perform(self._first)
        while True:
            event = await self._events.get()
            before = self.session
            self.session, effects = step(before, event)
            self._log(before, self.session)
            self._observers.tell(self.session)
            self._perform(effects)

    def _log(self, before: Session, after: Session) -> None:
        if before.setup is None or after.setup is None or before.setup.answers.step is after.setup.answers.step:
            return
        LOG.info("%s -> %s", before.setup.answers.step.value, after.setup.answers.step.value)

    def _perform(self, effects: tuple[object, ...]) -> None:
        for effect in effects:
            if isinstance(effect, Errand):
                if (work := self._errands.begin(effect)) is not None:
                    self._works.begin(work)
            elif isinstance(effect, PlayTone | Say | Hush | Wipe) and self._bench is not None:
                self._bench.senses.sound(effect)

    async def _look(self, errand: LookAtNetwork) -> None:
        cards, hall = await asyncio.to_thread(self._desk.look, errand.server)
        self.post(NetworkSeen(self.clock(), errand.job, errand.server, cards, hall))

    async def _pair(self, errand: Pair) -> None:
        def show(told: Enrolling, fingerprint: str) -> None:
            self.submit(
                PairingShown(self.clock(), errand.job, told.kiosk, told.kiosk_name, told.hall_name, fingerprint)
            )

        def pause(seconds: float) -> None:
            if self._ended.wait(seconds):
                raise _EndedError

        try:
            profile = await asyncio.to_thread(self._desk.pair, errand.server, errand.code, show, pause)
        except CannotPairError as error:
            self.post(SetupFailed(self.clock(), errand.job, error.said, str(error)))
        except _EndedError:
            return
        else:
            self.post(Paired(self.clock(), errand.job, profile.where))

    async def _find(self, errand: FindBoxes) -> None:
        await self._close_boxes()
        try:
            boxes = await self._desk.find(self._answers)
        except (ConfigError, DeviceError) as error:
            LOG.warning("boxes are not opened: %s", error)
            self.post(SetupFailed(self.clock(), errand.job, Said.OTHER, str(error)))
            return
        self._bench = Bench(boxes, self)
        self._bench_task = asyncio.create_task(self._bench.run())
        await asyncio.sleep(FIND_S)
        self.post(BoxesFound(self.clock(), errand.job))

    @property
    def _answers(self) -> Answers:
        assert self.session.setup is not None  # noqa: S101 - `begun` made it
        return self.session.setup.answers

    async def _close_boxes(self) -> None:
        task, self._bench, self._bench_task = self._bench_task, None, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _try(self, errand: TryBox) -> None:
        if self._bench is not None:
            await self._bench.test.try_box(errand)

    async def _print(self, errand: TrySlip) -> None:
        """The slip says whether the hall knows this machine: one signed question goes before it."""
        known = await asyncio.to_thread(self._desk.known_at, self._answers)
        printer = None if self._bench is None else self._bench.printer
        if printer is None:
            reason = "device_lost"
        else:
            result = await printer.print(slip_of_trial(self._answers, datetime.now().astimezone(), known, errand.job))
            reason = "" if result.outcome is PrintOutcome.PRINTED else result.reason
        if reason:
            advice = advice_for(reason)
            self.post(SlipTried(self.clock(), errand.job, well=False, chinese=advice.chinese, english=advice.english))
        else:
            self.post(SlipTried(self.clock(), errand.job, well=True, chinese=known.chinese, english=known.english))

    async def _hand_over(self, errand: HandOver) -> None:
        try:
            handed = await self._desk.hand_over(errand.answers)
        except (ConfigError, OSError, PaperError) as error:
            self.post(SetupFailed(self.clock(), errand.job, Said.NOT_WRITTEN, str(error)))
        else:
            self.post(HandedOver(self.clock(), errand.job, handed))

    async def _keep(self, errand: KeepAnswers) -> None:
        try:
            self._desk.keep(errand.answers)
        except OSError as error:  # it goes on; only a wizard that breaks off begins at the beginning
            LOG.warning("answers are not kept: %s", error)

    async def _end(self, _: EndSetup) -> None:
        self._desk.forget()
        self.done = self._answers.step is SetupStep.DONE
        self._over.set()
