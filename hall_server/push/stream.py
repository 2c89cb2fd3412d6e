"""The event stream as a raw ASGI handler: `news`, `beat` every ten seconds, `build` first, `help`.

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
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from hall_server.push.hub import Hub

    Receive = Callable[[], Awaitable[Any]]
    Send = Callable[[Any], Coroutine[Any, Any, None]]
    Say = Callable[[bytes], bool]

AT_ONCE = "kapok.at_once"
"""An extension of a scope: {"open": a function that gives a `Say` for the running answer}.

A `Say` writes a piece of the body at once, or nothing and answers False. Asking `send` instead costs as much again as
the write itself, for each screen and each event.
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
        self,
        after: int | None,
        receive: Receive,
        send: Send,
        *,
        bare: bool = False,
        helps: bool = False,
        say: Say | None = None,
    ) -> None:
        """Talk until the reader goes or the hall closes; `after` is the newest number the reader has seen.

        `bare` is for readers without a key: they are woken and pull, no event is sent to them. `helps` is for those who
        call for help or give it: no board is woken by a call. `say` is what `said_by` finds in the scope.
        """
        gone, wake = asyncio.Event(), asyncio.Event()
        mailbox = self._hub.subscribe(wake.set, bare=bare, helps=helps)
        watch = asyncio.create_task(_until_gone(receive, gone, wake))
        beat = _Beat(self._beat_s, wake)
        say = say or _said_by_sending(send)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await send(_words(self._first))
            missed = None if after is None or bare else self._hub.news_after(after)
            if missed is not None:
                await send(_words(Parcel(missed).full))
            while not (gone.is_set() or self._hub.closed):
                mailbox.say = say  # nothing else is being sent: news need not wake this task
                await wake.wait()
                mailbox.say = None
                wake.clear()
                if (words := mailbox.collect()) is not None:
                    await send(_words(words))
                if beat.due:
                    await send(_words(frame(b"beat", msgspec.json.encode({"n": self._hub.n}))))
                    beat.again()
        finally:
            self._hub.unsubscribe(mailbox)
            beat.stop()
            watch.cancel()
        if not gone.is_set():
            await send({"type": "http.response.body", "body": b"", "more_body": False})


def said_by(scope: Mapping[str, Any]) -> Say | None:
    """The server's way to write at once; None when it has none."""
    found: Callable[[], Say] | None = scope.get("extensions", {}).get(AT_ONCE, {}).get("open")
    return None if found is None else found()


def _said_by_sending(send: Send) -> Say:
    """The same by `send`: a server's waits before it writes, never in the middle; one that would wait is given up."""
    return lambda words: _said_at_once(send(_words(words)))


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
