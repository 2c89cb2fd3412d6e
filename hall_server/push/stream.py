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
    from collections.abc import Awaitable, Callable, Coroutine

    from hall_server.push.hub import Hub, Mailbox

    Receive = Callable[[], Awaitable[Any]]
    Send = Callable[[Any], Coroutine[Any, Any, None]]
    Say = Callable[[bytes], bool]

AT_ONCE = "kapok.at_once"
"""An extension of a scope: {"say": a function that writes a piece of the running body at once, or nothing and False}.

For a server that has one: asking `send` costs as much again as the write itself, for each screen and each event.
"""
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

    async def run(
        self, after: int | None, receive: Receive, send: Send, *, bare: bool = False, say: Say | None = None
    ) -> None:
        """Talk until the reader goes or the hall closes; `after` is the newest number the reader has seen.

        `bare` is for readers without a key: they are woken and pull, no event is sent to them. `say` is what `said_by`
        finds in the scope.
        """
        gone = asyncio.Event()
        voice = _Voice(send, say)
        mailbox = self._hub.subscribe(voice.news, bare=bare)
        voice.mailbox = mailbox
        watch = asyncio.create_task(_until_gone(receive, gone, voice.wake))
        beat = _Beat(self._beat_s, voice.wake)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await send(_words(self._first))
            missed = None if after is None or bare else self._hub.news_after(after)
            if missed is not None:
                await send(_words(Parcel(missed).full))
            while not (gone.is_set() or self._hub.closed):
                await voice.listen()
                if beat.due:
                    await send(_words(frame(b"beat", msgspec.json.encode({"n": self._hub.n}))))
                    beat.again()
        finally:
            self._hub.unsubscribe(mailbox)
            beat.stop()
            watch.cancel()
        if not gone.is_set():
            await send({"type": "http.response.body", "body": b"", "more_body": False})


class _Voice:
    """Passes news on to one reader: at once while its connection takes them, otherwise when it does again.

    Waking a task for each screen and each event costs more than the write itself. Without `say`: a server's `send`
    waits before it writes, never in the middle; one that would wait is given up untouched, and the stream's own task
    sends instead.
    """

    __slots__ = ("_idle", "_say", "_send", "_unsent", "mailbox", "wake")

    mailbox: Mailbox

    def __init__(self, send: Send, say: Say | None) -> None:
        self._send = send
        self._say = say or (lambda words: _said_at_once(send(_words(words))))
        self._idle = False
        self._unsent: bytes | None = None
        self.wake = asyncio.Event()

    def news(self) -> None:
        """Something lies in the mailbox, or the hub closes."""
        if self._idle and (words := self.mailbox.collect()) is not None:
            if self._say(words):
                return
            self._unsent, self._idle = words, False
        self.wake.set()

    async def listen(self) -> None:
        """Wait for whatever is not said at once, and say it."""
        self._idle = True
        await self.wake.wait()
        self._idle = False
        self.wake.clear()
        for words in (self._unsent, self.mailbox.collect()):
            if words is not None:
                await self._send(_words(words))
        self._unsent = None


def said_by(scope: Any) -> Say | None:  # noqa: ANN401 - an ASGI scope: a plain dictionary
    """The server's way to write at once; None when it has none."""
    found: Say | None = scope.get("extensions", {}).get(AT_ONCE, {}).get("say")
    return found


def _said_at_once(sending: Coroutine[Any, Any, None]) -> bool:
    """Whether a send came to its end without waiting; its errors belong to the stream's own task, which tries again."""
    try:
        sending.send(None)
    except StopIteration:
        return True
    except Exception:  # noqa: BLE001 - whoever announces serves everybody; the task will meet the same error
        return False
    sending.close()
    return False


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


def _words(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": True}
