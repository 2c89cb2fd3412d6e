"""The boxes that the wizard found, alive, with what serves them: tries, sounds, the pad. Knows no page."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from secrets import token_bytes
from typing import TYPE_CHECKING, Protocol

from kiosk.paper.apart import PaperError
from kiosk.runner.boxes import BoxWatch
from kiosk.runner.paperwork import Paperwork
from kiosk.runner.self_test import SelfTest
from kiosk.runner.senses import Senses
from kiosk.runner.signal_lamp import SignalLamp
from kiosk.session.self_test_words import Examine

if TYPE_CHECKING:
    from devices.values.access_pad import PadKey
    from devices.values.code_scanner import ScannedCode
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.boxes import Boxes
    from kiosk.session.events import Event
    from kiosk.session.state import Session


class Wizard(Protocol):
    """What the boxes tell, and whom."""

    session: Session

    def clock(self) -> float:
        """Monotonic seconds."""

    def fresh_id(self) -> str:
        """A new UUID."""

    def post(self, event: Event) -> None:
        """Hand in an event."""

    def hear(self, code: ScannedCode) -> None:
        """A code was shown."""

    def key(self, key: PadKey) -> None:
        """A key was pressed."""


class Bench:
    """`run` until cancelled; `printer` is None where there is none."""

    def __init__(self, boxes: Boxes, wizard: Wizard) -> None:
        post, clock = wizard.post, wizard.clock
        self._watch = BoxWatch(
            boxes,
            post=post,
            clock=clock,
            key=token_bytes(32),  # whose card it is is nobody's business here
            day=lambda: datetime.now(UTC).astimezone().date(),
            hear=wizard.hear,
            fresh_id=wizard.fresh_id,
        )
        self.senses = Senses(boxes, post=post, clock=clock, on_health=self._watch.health)
        self._paperwork = Paperwork(boxes, post=post, clock=clock, about=_nothing_printed, on_health=self._watch.health)
        self._lamp = SignalLamp(boxes.indicator, self._watch.health, tuple)
        self.test = SelfTest(
            tuple,
            self._watch,
            self._paperwork.scanner,
            self._lamp,
            post=post,
            clock=clock,
            session=lambda: wizard.session,
        )
        self.senses.on_key(self.test.pressed)
        self.senses.on_key(wizard.key)
        self.printer = self._watch.printer

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch.run())
            tasks.create_task(self.senses.run())
            tasks.create_task(self._paperwork.run())
            tasks.create_task(self._lamp.run())
            tasks.create_task(self.test.examine(Examine()))


def _nothing_printed() -> AboutPaper:
    raise PaperError("paper_not_made")  # the wizard prints no pages
