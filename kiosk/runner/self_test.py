"""自检 behind the glass (UI-T3): what the running supervisors know of their boxes, and one try of one box through them.

No port is opened a second time. Knows no page; nothing of a card or a code comes here.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from datetime import datetime
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.receipt_printer.trial import trial_slip
from devices.values.advice import advice_for
from devices.values.document_scanner import ScanOrder, ScanOutcome
from devices.values.health import Health
from devices.values.receipt_printer import PrintOutcome
from kiosk.session.effects import Wipe
from kiosk.session.self_test import waits_for
from kiosk.session.self_test_words import TRY_S, BoxTried, Examine, Examined, Lamp, Seen, TryBox, TryStep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from config.machine import Look
    from devices.values.access_pad import PadKey
    from devices.values.health import DeviceHealth
    from kiosk.runner.boxes import BoxWatch
    from kiosk.runner.errands import Errands
    from kiosk.runner.paperwork import SupervisedScanner
    from kiosk.runner.ports import Clock, Post
    from kiosk.runner.signal_lamp import SignalLamp
    from kiosk.session.effects import Effect
    from kiosk.session.state import Session

LOG = logging.getLogger("kapok.kiosk.self_test")

LOOK_S, ROUNDS = 1.0, 10  # boxes are told every second, everything else is asked every ten
LAMPS = {
    Health.INIT: Lamp.UNKNOWN,
    Health.NORMAL: Lamp.FINE,
    Health.BUSY: Lamp.FINE,
    Health.WARNING: Lamp.WARNING,
    Health.DISABLED: Lamp.WARNING,
    Health.FAULT: Lamp.FAULT,
}
LEVELS = (Lamp.FINE, Lamp.WARNING, Lamp.FAULT)


class SelfTest:
    """The performer. `looks` takes its time, in a thread; `session` is the kiosk's newest."""

    def __init__(
        self,
        looks: Callable[[], Iterable[Look]],
        boxes: BoxWatch,
        scanner: SupervisedScanner | None,
        lamp: SignalLamp,
        *,
        post: Post,
        clock: Clock,
        session: Callable[[], Session],
    ) -> None:
        self._looks, self._boxes, self._scanner, self._lamp = looks, boxes, scanner, lamp
        self._post, self._clock, self._session = post, clock, session
        self._turn = 0
        self._pad_job = ""

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(Examine, self.examine)
        errands.register(TryBox, self.try_box)

    def hear(self, effect: Effect) -> None:
        """At the end of everything nobody looks any more."""
        if isinstance(effect, Wipe):
            self._turn += 1

    def pressed(self, key: PadKey) -> None:
        """A key of the pad, while one is waited for."""
        if self._pad_job and waits_for(self._session(), "access_pad"):
            self._post(BoxTried(self._clock(), self._pad_job, TryStep.WELL, key.value))

    async def examine(self, _: Examine) -> None:
        """Look, and look again until the next Wipe; a newer one takes over."""
        self._turn += 1
        turn = self._turn
        facts: tuple[Seen, ...] = ()
        told: tuple[Seen, ...] = ()
        for rounds in itertools.count():
            seen = (*facts, *(seen_box(one) for one in self._boxes.known.values()))
            if turn != self._turn:
                return
            if seen != told:
                told = seen
                self._post(Examined(self._clock(), seen))
            if rounds % ROUNDS == 0:
                facts = await asyncio.to_thread(self._facts)
            else:
                await asyncio.sleep(LOOK_S)

    def _facts(self) -> tuple[Seen, ...]:
        return tuple(map(seen_look, self._looks()))

    async def try_box(self, errand: TryBox) -> None:
        """One try; what a person has to do first is waited for."""
        LOG.info("self-test: %s is tried", errand.part)
        try:
            match errand.part:
                case "receipt_printer":
                    await self._print(errand)
                case "document_scanner":
                    await self._scan(errand)
                case "indicator":
                    await self._shine(errand)
                case part:
                    self._pad_job = errand.job if part == "access_pad" else self._pad_job
                    await asyncio.sleep(TRY_S)  # the card, the code or the key comes by itself
                    self._post(BoxTried(self._clock(), errand.job, TryStep.NOTHING))
        except DeviceError as error:
            self._told_ill(errand, error.code)

    async def _print(self, errand: TryBox) -> None:
        printer = self._boxes.printer
        if printer is None:
            return
        result = await printer.print(trial_slip(datetime.now().astimezone(), errand.job))
        if result.outcome is PrintOutcome.PRINTED:
            self._post(BoxTried(self._clock(), errand.job, TryStep.WELL))
        else:
            self._told_ill(errand, result.reason)

    async def _scan(self, errand: TryBox) -> None:
        """One page, looked at and at once forgotten."""
        if self._scanner is None:
            return
        async with self._scanner.lit() as scanner:
            source = scanner.capabilities.sources[0]
            result = await scanner.scan(ScanOrder(source, wait_s=TRY_S))
        if result.outcome is ScanOutcome.DONE and result.pages:
            self._post(BoxTried(self._clock(), errand.job, TryStep.WELL))
        else:
            self._told_ill(errand, result.reason or "nothing_new")

    async def _shine(self, errand: TryBox) -> None:
        """Each colour once; whether it was seen, only the technician knows."""
        reason = await self._lamp.try_it()
        if reason:
            self._told_ill(errand, reason)
        else:
            self._post(BoxTried(self._clock(), errand.job, TryStep.WELL))

    def _told_ill(self, errand: TryBox, reason: str) -> None:
        advice = advice_for(reason)
        LOG.warning("self-test: %s: %s", errand.part, reason)
        self._post(BoxTried(self._clock(), errand.job, TryStep.ILL, "", advice.chinese, advice.english))


def seen_box(health: DeviceHealth) -> Seen:
    """A box as its supervisor knows it."""
    advice = health.advice
    chinese, english = ("", "") if advice is None else (advice.chinese, advice.english)
    return Seen(health.device, LAMPS[health.health], chinese, english, box=True)


def seen_look(one: Look) -> Seen:
    """A look of the doctor's."""
    return Seen(
        part=one.part,
        lamp=LEVELS[one.level],
        chinese=one.chinese,
        english=one.english,
        do_chinese=one.do_chinese,
        do_english=one.do_english,
        figure=one.figure,
        unit=one.unit,
    )
