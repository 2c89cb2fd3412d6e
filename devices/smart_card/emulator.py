"""Pretends to be a card in a reader behind a real pcscd, so that the real driver and the real library run.

Knows the virtual card and nothing of the driver.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.smart_card.card import Manner, VirtualCard
from devices.transports.enclosed_pcscd import READER, EnclosedDaemon
from devices.transports.vpcd import ASK_ATR, OFF, ON, RESET

if TYPE_CHECKING:
    from pathlib import Path

    from devices.transports.vpcd import VpcdLine
    from devices.values.smart_card import SocialSecurityCard

OUT_S = 1.0  # so long a card that is changed is out: pcscd looks every 0.4 s, and no hand is quicker


class Fault(StrEnum):
    """What can be wrong with an answer. CUT is a card that is pulled out instead of answering."""

    LATE = "late"
    MUTE = "mute"  # no answer until `heal`, which gives it
    TRUNCATED = "truncated"  # half of it
    GARBAGE = "garbage"
    CUT = "cut"


@dataclass(slots=True)
class _Planned:
    fault: Fault
    times: int
    after: int  # commands that go well before


class SmartCardEmulator:
    """A reader with a slot: `insert`, `pull`, `behave` for manners of the card, `fail` for spoilt answers.

    `start` and `stop` plug the reader and its daemon in and out. `address` is what a driver opens.
    """

    def __init__(self, *, folder: Path | None = None, late_s: float = 0.5, out_s: float = OUT_S) -> None:
        self.daemon = EnclosedDaemon(folder)
        self._late_s, self._out_s = late_s, out_s
        self._card: VirtualCard | None = None
        self._manners: frozenset[Manner] = frozenset()
        self._plans: deque[_Planned] = deque()
        self._task: asyncio.Task[None] | None = None
        self._line: VpcdLine | None = None
        self._healed = asyncio.Event()
        self._pulled_at = -OUT_S
        self._news = asyncio.Condition()
        self.heard = 0  # commands to the chip since the start

    @property
    def address(self) -> str:
        return f"pcsc://{self.daemon.path}?reader={READER.split()[0]}"

    async def start(self) -> None:
        """Plug it in, with the card that was in when it was pulled out."""
        await self.daemon.start()
        await self._reconnect()

    async def stop(self) -> None:
        """Unplug it; the card stays in its slot."""
        await self.daemon.stop()  # first: the card is not seen to come out
        await self._disconnect()

    plug, unplug = start, stop

    async def kill(self) -> None:
        """The daemon dies, as it does when it is restarted or crashes; the card stays in."""
        await self.daemon.kill()
        await self._disconnect()

    async def revive(self) -> None:
        """A new daemon in its place."""
        await self.daemon.revive()
        await self._reconnect()

    async def insert(self, holder: SocialSecurityCard, *manners: Manner) -> None:
        """Put a card in; what was in comes out first. `manners` beside those of `behave`."""
        await self.pull()
        self._card = VirtualCard(holder, self._manners | set(manners))
        await self._connect()

    async def pull(self) -> None:
        """Take the card out; nothing happens when none is in."""
        self._card = None
        await self._disconnect()

    def behave(self, *manners: Manner) -> None:
        """These manners, and no others, from now on: also for the card that is in."""
        self._manners = frozenset(manners)
        if self._card is not None:
            self._card.manners = self._manners

    def fail(self, fault: Fault, *, times: int = 1, after: int = 0) -> None:
        """Spoil the next `times` answers, beginning with the one after `after` good ones. Faults wait in line."""
        self._healed.clear()
        self._plans.append(_Planned(fault, times, after))

    def heal(self) -> None:
        """No more faults; what was held back is given."""
        self._plans.clear()
        self._healed.set()

    async def wait_until_heard(self, commands: int) -> None:
        """Return when the chip has heard so many commands from now on."""
        goal = self.heard + commands
        async with self._news:
            await self._news.wait_for(lambda: self.heard >= goal)

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._pulled_at + self._out_s - loop.time())
        if self._card is None:
            return
        self._line = await self.daemon.insert()
        self._card.reset()
        self._task = asyncio.create_task(self._serve(self._line, self._card))

    async def _reconnect(self) -> None:
        self._pulled_at = -OUT_S  # a new daemon has seen no card come out
        if self._card is not None:
            await self._connect()

    async def _disconnect(self) -> None:
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._task = None
        if self._line is not None:
            self._line.close()
            self._line = None
            self._pulled_at = asyncio.get_running_loop().time()

    async def _serve(self, line: VpcdLine, card: VirtualCard) -> None:
        with contextlib.suppress(DeviceLostError):
            while True:
                sent = await line.receive()
                if len(sent) <= 1:
                    await self._control(line, card, sent)
                    continue
                answer = await self._spoilt(card.answer(sent))
                async with self._news:
                    self.heard += 1
                    self._news.notify_all()
                if answer is None:
                    await self.pull()
                    return
                await line.send(answer)

    async def _control(self, line: VpcdLine, card: VirtualCard, word: bytes) -> None:
        if word in {ON, RESET, OFF}:
            card.reset()
        elif word == ASK_ATR:
            await line.send(card.atr)

    async def _spoilt(self, answer: bytes) -> bytes | None:
        """The answer as it goes out; None when the card is pulled out instead."""
        fault = self._next_fault()
        if fault is Fault.CUT:
            return None
        if fault is Fault.LATE:
            await asyncio.sleep(self._late_s)
        if fault is Fault.MUTE:
            await self._healed.wait()
        if fault is Fault.TRUNCATED:
            return answer[: len(answer) // 2]
        if fault is Fault.GARBAGE:
            return bytes(byte ^ 0xA5 for byte in answer)
        return answer

    def _next_fault(self) -> Fault | None:
        if not self._plans:
            return None
        plan = self._plans[0]
        if plan.after:
            plan.after -= 1
            return None
        plan.times -= 1
        if plan.times <= 0:
            self._plans.popleft()
        return plan.fault
