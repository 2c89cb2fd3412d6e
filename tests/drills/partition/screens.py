"""Boards, and consoles with clerks at them: the other end of the hall, on wires that fail like everybody's.

Both are written as the API asks for: a cursor and a gapless stream, a key that is kept until there is an answer.
"""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.messages import CompleteTicket, EventPage, HallNow, HoldTicket, SignIn, TicketView, Transfer
from hall_server.contract.problems import Problem, ProblemCode
from hall_server.contract.vocabulary import Move, TicketState
from tests.drills.partition.net import Answer, Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.drills.partition.net import Link
    from tests.drills.partition.server import Server
    from tests.drills.partition.world import World

OK = 200
WATCHDOG_S = 5.0
ANSWER_S = 2.0


class SilentError(Exception):
    """No answer."""


class RefusedError(Exception):
    """The hall said no."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code.value)
        self.code = code


class Caller:
    """Asks over a link and says what it has seen (definitions.md 6)."""

    def __init__(self, world: World, link: Link) -> None:
        self.world, self.link = world, link
        self.life, self.seen = "", 0

    async def now(self) -> HallNow:
        now = await self.ask("GET", "now", HallNow)
        self.life, self.seen = now.incarnation, now.n
        return now

    async def ask(self, method: str, path: str, shape: type, key: str = "", order: msgspec.Struct | None = None) -> Any:
        headers = {"Kapok-Seen": f"{self.life}.{self.seen}"} if self.life else {}
        if key:
            headers["Idempotency-Key"] = key
        word: asyncio.Future[Any] = self.world.loop.create_future()

        def settle(answer: Any) -> None:
            if not word.done():
                word.set_result(answer)

        body = b"" if order is None else msgspec.json.encode(order)
        self.world.net.ask(self.link, Asked(method, path, headers, body), ANSWER_S, settle)
        answer = await word
        if not isinstance(answer, Answer):
            raise SilentError
        if answer.status != OK:
            code = msgspec.json.decode(answer.body, type=Problem).code
            if code is ProblemCode.HALL_ROLLED_BACK:
                self.life = ""
            raise RefusedError(code)
        return msgspec.json.decode(answer.body, type=shape)


class Board(Caller):
    """A screen: shows every call of a life once and in order."""

    def __init__(self, world: World, link: Link) -> None:
        super().__init__(world, link)
        self.shown: list[tuple[str, int, str]] = []  # life, n, label
        self._known: set[tuple[int, int, str]] = set()  # as in call_queue.js
        self._wake = asyncio.Event()
        world.on_news.append(self._pushed)
        link.stream = lambda _: self._wake.set()

    def _pushed(self, server: Server, _: int) -> None:
        if server is self.link.server and self.link.whole and self.world.rng.random() >= self.link.loss:
            self.world.loop.call_later(0.01, self._wake.set)

    @property
    def behind(self) -> str:
        """What it still lacks; "" when it shows the hall as it is."""
        hall = self.world.main.hall
        well = (self.life, self.seen) == (hall.incarnation, hall.n)
        return "" if well else f"{self.link.name} stands at {self.seen}, the hall at {hall.n}"

    async def run(self) -> None:
        while True:
            try:
                await self._follow()
            except (SilentError, RefusedError):
                await asyncio.sleep(1.0)
                continue
            if self._wake.is_set():  # news came while it looked
                self._wake.clear()
                continue
            try:
                async with asyncio.timeout(WATCHDOG_S):
                    await self._wake.wait()
            except TimeoutError:
                pass
            await asyncio.sleep(0.2)

    async def _follow(self) -> None:
        if not self.life:
            await self.now()
        while True:
            page: EventPage = await self.ask("GET", f"events?after={self.seen}&limit=50", EventPage)
            for event in page.events:
                if event.n != self.seen + 1:
                    self.world.fault(f"{self.link.name}: event {event.n} came after {self.seen}")
                self.seen = event.n
                call = event.n, event.at, event.label
                if event.move in {Move.CALL, Move.RECALL} and call not in self._known:
                    self._known.add(call)
                    self.shown.append((page.incarnation, event.n, event.label))
            self.life = page.incarnation
            if not page.events or page.events[-1].n >= page.n:
                return


class Console(Caller):
    """A clerk at a counter. `sitting` holds whom this console believes to be here: (server's life, ticket)."""

    def __init__(self, world: World, link: Link, no: int) -> None:
        super().__init__(world, link)
        self.no = no
        self.works = True

    async def run(self) -> None:
        while self.works:
            try:
                await self._turn()
            except SilentError:
                await asyncio.sleep(self.world.rng.uniform(0.5, 3))
            except RefusedError:
                await asyncio.sleep(self.world.rng.uniform(1, 4))

    async def _turn(self) -> None:
        if not self.life:
            await self.now()
            await self._do(f"counters/{self.no}/sign_in", SignIn(f"100{self.no}", take_over=True), dict)
        try:
            ticket = await self._do(f"counters/{self.no}/call_next", None, TicketView)
        except RefusedError as error:
            if error.code in {ProblemCode.COUNTER_CLOSED, ProblemCode.COUNTER_TAKEN}:
                self.life = ""
            if error.code is not ProblemCode.COUNTER_BUSY:
                raise
            await self._clear()
            return
        await asyncio.sleep(self.world.rng.uniform(1, 6))
        await self._work(ticket)

    async def _work(self, ticket: TicketView) -> None:
        chance = self.world.rng.random()
        path = f"tickets/{ticket.id}"
        if chance < 0.08:
            await asyncio.sleep(21)
            await self._do(f"{path}/recall", None, TicketView)
            await asyncio.sleep(52)
            await self._do(f"{path}/no_show", None, TicketView)
            return
        await self._do(f"{path}/serve", None, TicketView)
        await asyncio.sleep(self.world.rng.uniform(2, 12))
        if chance < 0.16:
            await self._do(f"{path}/hold", HoldTicket("去复印"), TicketView)
            await asyncio.sleep(5)
            await self._do(f"{path}/resume", None, TicketView)
        elif chance < 0.26:
            await self._do(f"{path}/transfer", Transfer(queue="C" if ticket.queue == "A" else "A"), TicketView)
        else:
            await self._do(f"{path}/complete", CompleteTicket(), TicketView)

    async def _clear(self) -> None:
        """Somebody is here whom this console does not know of: its answer was lost, or the hall forgot the end."""
        now = await self.now()
        label = next((one.label for one in now.counters if one.no == self.no), "")
        found = next((ticket for ticket in self._here(label)), None)
        if found is None:
            return
        if found[1] is TicketState.CALLED:
            await self._do(f"tickets/{found[0]}/serve", None, TicketView)
        await self._do(f"tickets/{found[0]}/complete", CompleteTicket(), TicketView)

    def _here(self, label: str) -> list[tuple[str, TicketState]]:
        """A clerk reads the label on the screen; the page knows the ticket behind it."""
        server = self.link.server
        ticket = server.hall.at_counter(self.no) if server is not None and server.up else None
        return [(ticket.id, ticket.state)] if ticket is not None and ticket.label == label else []

    async def _do(self, path: str, order: msgspec.Struct | None, shape: type) -> Any:
        key, tries = self.world.fresh_id(), 0
        while True:
            try:
                answer = await self.ask("POST", path, shape, key, order)
            except SilentError:
                tries += 1
                if tries > 4 or not self.works:
                    raise
                await asyncio.sleep(0.5 * tries)
            else:
                if isinstance(answer, TicketView):
                    self.seen = max(self.seen, answer.n)
                return answer


def pages_of(boards: list[Board], fault: Callable[[str], None]) -> None:
    """Each call of a life was shown once and in order."""
    for board in boards:
        by_life: dict[str, list[int]] = {}
        for life, n, _ in board.shown:
            by_life.setdefault(life, []).append(n)
        for life, shown in by_life.items():
            if any(one >= other for one, other in pairwise(shown)):
                fault(f"{board.link.name}: calls of {life} were shown twice or out of order")
