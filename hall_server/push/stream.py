"""The event stream as a raw ASGI handler: `news`, `beat` every ten seconds, `build` first (definitions.md 19).

Raw because a framework's stream costs twice the memory for each screen. Whoever mounts it has checked who may listen.
A stream wakes its reader; what the reader missed it fetches. Knows no tickets and no store.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.push.frames import frame
from hall_server.push.hub import Parcel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hall_server.push.hub import Hub, Mailbox

    Receive = Callable[[], Awaitable[Any]]
    Send = Callable[[Any], Awaitable[None]]

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


class Stream:
    """Sends one hall's news to one reader after another; `beat_s` is the rhythm of the beats."""

    def __init__(self, hub: Hub, build: str, beat_s: float = 10.0) -> None:
        self._hub = hub
        self._first = frame(b"build", msgspec.json.encode({"build": build}))
        self._beat_s = beat_s

    async def run(self, after: int | None, receive: Receive, send: Send, *, bare: bool = False) -> None:
        """Talk until the reader goes or the hall closes; `after` is the newest number the reader has seen.

        `bare` is for readers without a key: they are woken and pull, no event is sent to them.
        """
        wake = asyncio.Event()
        gone = asyncio.Event()
        mailbox = self._hub.subscribe(wake.set, bare=bare)
        watch = asyncio.create_task(_until_gone(receive, gone, wake))
        beat = _Beat(self._beat_s, wake)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await _say(send, self._first)
            missed = None if after is None or bare else self._hub.news_after(after)
            if missed is not None:
                await _say(send, Parcel(missed).full)
            await self._talk(mailbox, wake, gone, beat, send)
        finally:
            self._hub.unsubscribe(mailbox)
            beat.stop()
            watch.cancel()
        if not gone.is_set():
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _talk(self, mailbox: Mailbox, wake: asyncio.Event, gone: asyncio.Event, beat: _Beat, send: Send) -> None:
        while not (gone.is_set() or self._hub.closed):
            await wake.wait()
            wake.clear()
            news = mailbox.collect()
            if news is not None:
                await _say(send, news)
            if beat.due:
                await _say(send, frame(b"beat", msgspec.json.encode({"n": self._hub.n})))
                beat.again()


class _Beat:
    """Wakes a stream every so often, by one timer: one around each wait would cost a screen more than its news."""

    __slots__ = ("_every_s", "_timer", "_wake", "due")

    def __init__(self, every_s: float, wake: asyncio.Event) -> None:
        self._every_s = every_s
        self._wake = wake
        self.again()

    def again(self) -> None:
        self.due = False
        self._timer = asyncio.get_running_loop().call_later(self._every_s, self._ring)

    def stop(self) -> None:
        self._timer.cancel()

    def _ring(self) -> None:
        self.due = True
        self._wake.set()


async def _until_gone(receive: Receive, gone: asyncio.Event, wake: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    gone.set()
    wake.set()


async def _say(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})
