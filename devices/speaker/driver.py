"""Says one thing after the other, the most urgent first; each utterance ends exactly once. Knows no ticket."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError
from devices.values.completion import End
from devices.values.health import Health
from devices.values.speaker import SpeakerCapabilities, SpeakerStatus, SpeakResult, Urgency, Utterance

if TYPE_CHECKING:
    from devices.speaker.players import Player
    from devices.speaker.renderer import Renderer

LOG = logging.getLogger("kapok.device.speaker")

MOST_TIMES = 5
MOST_DB, LEAST_SPEED, MOST_SPEED = 40.0, 0.5, 2.0


@dataclass(order=True, slots=True)
class _Waiting:
    """One utterance in the queue, ordered by urgency and then by who came first."""

    urgency: Urgency
    number: int
    utterance: Utterance = field(compare=False)
    until: float = field(compare=False)  # the loop's time after which nobody wants to hear it
    ended: asyncio.Future[SpeakResult] = field(compare=False)


class QueueSpeaker:
    """`Speaker` over a renderer and a player."""

    def __init__(self, renderer: Renderer, player: Player, *, device: str = "speaker") -> None:
        self._renderer = renderer
        self._player = player
        self._device = device
        self._queue: list[_Waiting] = []
        self._numbers = itertools.count()
        self._news = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._now: tuple[_Waiting, asyncio.Task[SpeakResult]] | None = None
        self._lost = "not open"
        self._speaks = True
        self.capabilities = SpeakerCapabilities()

    async def open(self) -> None:
        await self.close()
        await self._player.probe()
        self._speaks = await self._renderer.ready()
        self._lost = ""
        self._worker = asyncio.create_task(self._work())

    async def say(self, utterance: Utterance) -> SpeakResult:
        reason = self._refusal(utterance)
        if reason:
            return SpeakResult(End.REFUSED, reason)
        loop = asyncio.get_running_loop()
        until = loop.time() + utterance.expires_s
        waiting = _Waiting(utterance.urgency, next(self._numbers), utterance, until, loop.create_future())
        heapq.heappush(self._queue, waiting)
        self._news.set()
        if utterance.urgency is Urgency.ALARM and self._now and self._now[0].urgency is not Urgency.ALARM:
            self._stop_now("overtaken")
        try:
            return await asyncio.shield(waiting.ended)
        except asyncio.CancelledError:
            self._forget(waiting)
            raise

    async def hush(self) -> None:
        self._hush("hushed")

    async def status(self) -> SpeakerStatus:
        if self._lost:
            raise DeviceLostError(self._device, self._lost)
        health, reason = (Health.NORMAL, "") if self._speaks else (Health.WARNING, "no_speech")  # chimes still sound
        return SpeakerStatus(health, reason, speaking=self._now is not None, waiting=len(self._queue))

    async def close(self) -> None:
        self._lost = self._lost or "closed"
        self._hush("closed")
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
            self._worker = None

    def _refusal(self, utterance: Utterance) -> str:
        if self._lost:
            return DeviceLostError.code
        if len(utterance.text) > self.capabilities.longest_text:
            return "text_too_long"
        if not 1 <= utterance.times <= MOST_TIMES or utterance.expires_s <= 0 or not _can_be_set(utterance):
            return "figure_out_of_range"
        return "queue_full" if len(self._queue) >= self.capabilities.longest_queue else ""

    async def _work(self) -> None:
        while True:
            while self._queue and not self._lost:
                await self._say_next(heapq.heappop(self._queue))
            self._news.clear()
            await self._news.wait()

    async def _say_next(self, waiting: _Waiting) -> None:
        if waiting.ended.done():
            return
        if asyncio.get_running_loop().time() > waiting.until:
            waiting.ended.set_result(SpeakResult(End.REFUSED, "expired"))
            return
        task = asyncio.create_task(self._sound(waiting.utterance))
        self._now = (waiting, task)
        try:
            await asyncio.wait({task})
        finally:
            self._now = None
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)  # its player is dead then
        if not waiting.ended.done():
            waiting.ended.set_result(task.result() if not task.cancelled() else SpeakResult(End.CANCELLED))

    async def _sound(self, utterance: Utterance) -> SpeakResult:
        try:
            rendered = await self._renderer.render(utterance)
        except DeviceError as error:
            LOG.warning("%s: cannot speak: %s", self._device, error)
            return SpeakResult(End.REFUSED, "no_speech")
        except Exception:  # ours: one text must not silence the hall
            LOG.exception("%s: a fault of our own", self._device)
            return SpeakResult(End.REFUSED, "internal_error")
        try:
            await self._player.play(rendered.wav)
        except DeviceError as error:
            self._lost = error.detail or error.code
            LOG.warning("%s: no sound: %s", self._device, error)
            return SpeakResult(End.UNKNOWN, error.code, rendered.seconds)
        except Exception:
            LOG.exception("%s: a fault of our own", self._device)
            return SpeakResult(End.UNKNOWN, "internal_error", rendered.seconds)
        return SpeakResult(End.DONE, seconds=rendered.seconds)

    def _hush(self, reason: str) -> None:
        queue, self._queue = self._queue, []
        for waiting in queue:
            if not waiting.ended.done():
                waiting.ended.set_result(SpeakResult(End.CANCELLED, reason))
        self._stop_now(reason)

    def _stop_now(self, reason: str) -> None:
        if self._now is not None:
            waiting, task = self._now
            if not waiting.ended.done():
                waiting.ended.set_result(SpeakResult(End.CANCELLED, reason))
            task.cancel()

    def _forget(self, waiting: _Waiting) -> None:
        """Whoever asked has gone."""
        if self._now is not None and self._now[0] is waiting:
            self._stop_now("cancelled")
        elif waiting in self._queue:
            self._queue.remove(waiting)
            heapq.heapify(self._queue)
        waiting.ended.cancel()


def _can_be_set(utterance: Utterance) -> bool:
    return abs(utterance.volume_db) <= MOST_DB and LEAST_SPEED <= utterance.speed <= MOST_SPEED
