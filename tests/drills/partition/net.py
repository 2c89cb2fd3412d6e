"""The simulated network: requests and answers that are lost, doubled, late, out of order, or cut off, each for itself.

Knows bytes and who talks to whom; no ticket, no time but the loop's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import requests

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.drills.partition.loop import VirtualLoop
    from tests.drills.partition.server import Server

CONNECT_S = 0.8
LATE_S = 9.0


@dataclass
class Asked:
    """A request as it travels."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answer:
    """An answer as it travels."""

    status: int
    body: bytes
    seen: str = ""  # the head Kapok-Seen


@dataclass
class Link:
    """One machine's way to its hall. `server` None: nobody is at the address."""

    name: str
    caller: str
    role: str
    server: Server | None = None
    cut_out: int = 0  # how many faults keep requests from getting through
    cut_back: int = 0
    gone: bool = False  # the machine was taken away; nothing of it arrives any more
    loss: float = 0.0
    doubled: float = 0.0
    slow_s: float = 0.02  # the longest way of an ordinary message
    late: float = 0.0  # how often one takes seconds
    watch: Callable[[str, Asked], None] | None = field(default=None, repr=False)  # hears "sent", "done", "answered"
    stream: Callable[[str], None] | None = field(default=None, repr=False)  # hears "open", and "" at its end

    @property
    def whole(self) -> bool:
        """Whether messages get through both ways."""
        return not self.cut_out and not self.cut_back


class Net:
    """Carries messages. Every draw comes from the world's one random."""

    def __init__(self, loop: VirtualLoop, rng: Random) -> None:
        self._loop, self._rng = loop, rng
        self.carried = self.lost = self.doubled = 0

    def ask(self, link: Link, asked: Asked, within_s: float, done: Callable[[Any], None]) -> None:
        """Send; `done` is called once, with an Answer or with an exception as `requests` would raise it."""
        open_ = [True]

        def settle(word: Any) -> None:
            if open_[0]:
                open_[0] = False
                timer.cancel()
                done(word)

        if link.server is None:
            timer = self._loop.call_later(0.005, lambda: settle(requests.ConnectionError("refused")))
            return
        patience = CONNECT_S if link.cut_out and within_s > CONNECT_S else within_s
        timer = self._loop.call_later(patience, lambda: settle(requests.ReadTimeout("no answer")))
        self.carried += 1
        _tell(link, "sent", asked)
        for _ in range(self._copies(link)):
            if link.cut_out or self._rng.random() < link.loss:
                self.lost += 1
                continue
            self._loop.call_later(self._way_s(link), self._arrives, link, link.server, asked, settle)

    def _arrives(self, link: Link, server: Server, asked: Asked, settle: Callable[[Any], None]) -> None:
        if link.cut_out or link.gone:  # cut while it was under way
            self.lost += 1
            return
        if not server.up:
            self._loop.call_later(0.005, settle, requests.ConnectionError("reset"))
            return
        answer = server.handle(link.caller, link.role, asked, link.name)
        _tell(link, "done", asked)
        if link.cut_back or self._rng.random() < link.loss:
            self.lost += 1
            return
        self._loop.call_later(self._way_s(link), self._answered, link, asked, answer, settle)

    def _answered(self, link: Link, asked: Asked, answer: Answer, settle: Callable[[Any], None]) -> None:
        if link.cut_back:
            self.lost += 1
            return
        settle(answer)
        _tell(link, "answered", asked)

    def _copies(self, link: Link) -> int:
        if link.doubled and self._rng.random() < link.doubled:
            self.doubled += 1
            return 2
        return 1

    def _way_s(self, link: Link) -> float:
        if link.late and self._rng.random() < link.late:
            return self._rng.uniform(0.3, LATE_S)
        return self._rng.uniform(0.001, link.slow_s)


def _tell(link: Link, what: str, asked: Asked) -> None:
    if link.watch is not None:
        link.watch(what, asked)


class HeardResponse:
    """As much of `requests.Response` as the kiosk's hall client looks at."""

    def __init__(self, answer: Answer) -> None:
        self.status_code, self._body = answer.status, answer.body
        self.headers = {"Kapok-Seen": answer.seen} if answer.seen else {}

    def iter_content(self, _size: int) -> list[bytes]:
        return [self._body]

    def close(self) -> None:
        """Nothing is open."""
