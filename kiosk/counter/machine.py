"""One counter's machine: its boxes, each kept alive by a supervisor, and what is told to them. Composes this room."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from devices.registry import kind_of
from devices.registry.caller import caller
from devices.registry.led_strip import led_strip
from devices.registry.rating_pad import rating_pad
from devices.supervisor import Supervisor, watch_status
from devices.values.caller import CallerDisplay
from devices.values.health import Health
from devices.values.led_strip import StripText
from hall_server.contract.counter_screen import in_one_line
from kiosk.counter.agent import Agent
from kiosk.counter.desk import CounterDesk
from kiosk.counter.door import CounterDoor
from kiosk.counter.rating import Rating
from kiosk.counter.standing import BoxT, Standing, ValueT
from kiosk.counter.watch import CounterWatch

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine

    from config.counter_file import CounterFile
    from config.kiosk_file import Credential
    from devices.ports.caller import Caller
    from devices.ports.led_strip import LedStrip
    from devices.ports.rating_pad import RatingPad
    from devices.values.caller import KeyPress
    from devices.values.completion import End
    from devices.values.health import DeviceHealth
    from hall_server.contract.counter_screen import CounterScreen
    from kiosk.counter.watch import Seen

    Job = Callable[[], Coroutine[Any, Any, None]]

LOG = logging.getLogger("kapok.counter")

AGAIN_S = 1.0  # after a fault of our own
LEAVE_S = 2.0  # for last words to the boxes


class CounterMachine:
    """Made from its file; `run()` until cancelled. `say` is given a line for the person at the counter."""

    def __init__(self, file: CounterFile, credential: Credential, server: str, say: Callable[[str], None]) -> None:
        self._say = say
        self._door = CounterDoor(server, file.counter.no, credential.authority)
        self._jobs: list[tuple[str, Job]] = []
        self._listeners: list[Callable[[Seen | None], None]] = []
        self._last_words: list[Job] = []
        if settings := file.device.get("caller"):
            self._with_caller(caller(settings), CounterDesk(credential, file.counter.no, server))
        if settings := file.device.get("led_strip"):
            self._with_strip(led_strip(settings))
        if settings := file.device.get("rating_pad"):
            self._with_pad(rating_pad(settings))
        if self._listeners:
            self._jobs.append(("watch", CounterWatch(self._door, self._hear).run))

    async def run(self) -> None:
        """Until cancelled. A box that is pulled out is waited for, and so is the hall."""
        tasks = [asyncio.create_task(_going(name, job)) for name, job in self._jobs]
        try:
            await asyncio.wait(tasks)  # `gather` would end the boxes before their last words
        finally:
            await self._leave()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _leave(self) -> None:
        """No number stays where nobody changes it any more, and no pad stays lit that nobody hears."""
        self._hear(None)
        with suppress(TimeoutError):
            async with asyncio.timeout(LEAVE_S):
                await asyncio.gather(*(say() for say in self._last_words), return_exceptions=True)

    def _hear(self, seen: Seen | None) -> None:
        """What stands at the window; None: the hall is lost."""
        for hear in self._listeners:
            hear(seen)

    def _with_caller(self, box: Caller, desk: CounterDesk) -> None:
        news = News("caller", self._say)
        keeper: Supervisor[Caller, KeyPress] = Supervisor("caller", box, _presses, on_health=news.hear)
        agent = Agent(desk, self._say)
        self._jobs += [("caller", keeper.run), ("keys", lambda: agent.run(keeper.events()))]
        if box.capabilities.display_characters:
            self._stands(Standing(keeper, _display), news, _on_display, "display")

    def _with_strip(self, box: LedStrip) -> None:
        news = News("led_strip", self._say)
        watch = partial(watch_status, device="led_strip")
        keeper: Supervisor[LedStrip, DeviceHealth] = Supervisor("led_strip", box, watch, on_health=news.hear)
        self._jobs.append(("led_strip", keeper.run))
        self._stands(Standing(keeper, _show), news, _on_strip, "strip")

    def _with_pad(self, box: RatingPad) -> None:
        news = News("rating_pad", self._say)
        watch = partial(watch_status, device="rating_pad")
        keeper: Supervisor[RatingPad, DeviceHealth] = Supervisor("rating_pad", box, watch, on_health=news.hear)
        rating = Rating(box, keeper, self._door)
        news.back = rating.came_back
        self._listeners.append(rating.hear)
        self._last_words.append(box.withdraw)
        self._jobs += [("rating_pad", keeper.run), ("rating", rating.run)]

    def _stands(
        self, standing: Standing[BoxT, ValueT], news: News, shown: Callable[[CounterScreen | None], ValueT], name: str
    ) -> None:
        news.back = standing.came_back
        self._listeners.append(lambda seen: standing.want(shown(seen.screen if seen else None)))
        self._last_words.append(standing.settle)
        self._jobs.append((name, standing.run))


class News:
    """Says when a box has gone and when it is there; `back` is called then."""

    def __init__(self, kind: str, say: Callable[[str], None]) -> None:
        self._name, self._say = kind_of(kind).chinese, say
        self._there: bool | None = None
        self.back: Callable[[], None] = lambda: None

    def hear(self, health: DeviceHealth) -> None:
        """For `Supervisor`: each change of health."""
        there = health.health is not Health.FAULT
        if there is self._there or health.health is Health.INIT:
            return
        self._there = there
        if there:
            self._say(f"{self._name}接上了。")
            self.back()
        else:
            self._say(f"{self._name}不在：{health.reason}。插上就接着用。")


def _presses(box: Caller) -> AsyncGenerator[KeyPress | DeviceHealth, None]:
    return box.presses()


async def _display(box: Caller, wanted: CallerDisplay) -> End:
    return (await box.show(wanted)).end


async def _show(box: LedStrip, wanted: StripText) -> End:
    return (await box.show(wanted)).end


def _on_display(screen: CounterScreen | None) -> CallerDisplay:
    """An old number is worse than none."""
    return CallerDisplay(screen.waiting, screen.label) if screen else CallerDisplay()


def _on_strip(screen: CounterScreen | None) -> StripText:
    return StripText(in_one_line(screen))


async def _going(name: str, job: Job) -> None:
    """A fault of our own at one box leaves the others at work."""
    while True:
        try:
            await job()
        except Exception:
            LOG.exception("a fault of our own: %s", name)
        await asyncio.sleep(AGAIN_S)
