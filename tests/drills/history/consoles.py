"""32 consoles at work: they call and serve, and do whatever else clerks do, also to tickets that are not theirs.

Which way a ticket goes is drawn; the same seed draws the same, but what meets what is the machine's chance: that is
why histories are recorded and judged afterwards. Knows no rule: whatever is answered goes into the recorder.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.bench.hall.load import fresh_id

if TYPE_CHECKING:
    from random import Random

    from tests.drills.history.recorder import Recorder
    from tests.drills.history.wire import Door

ITEMS = {"A": "i15", "C": "i22", "D": "i27", "E": "i04", "H": "i01", "K": "i20"}
_MEDDLED = (
    "call", "call", "resume", "resume", "serve", "complete", "hold", "recall", "no_show", "return", "transfer", "undo",
    "cancel",
)  # fmt: skip
_LINE = 24  # so many wait at most; more come when a counter calls


class Run:
    """What the consoles of one run share."""

    def __init__(self, recorder: Recorder, calls: int, counters: dict[int, tuple[str, ...]], lock_s: float) -> None:
        self.recorder, self.calls, self.counters, self.lock_s = recorder, calls, counters, lock_s
        self.in_line = 0

    @property
    def goes_on(self) -> bool:
        return self.recorder.calls < self.calls


class Console:
    """One counter's console, and the kiosk beside it."""

    def __init__(self, no: int, desk: Door, kiosk: Door, run: Run, chance: Random) -> None:
        self._no, self._desk, self._kiosk, self._run, self._chance = no, desk, kiosk, run, chance
        self._book = run.recorder
        self._items = [ITEMS[queue] for queue in run.counters[no] if queue in ITEMS]

    async def work(self) -> None:
        """Sit down, work until enough was called, leave nobody standing."""
        await self._sure(f"counters/{self._no}/sign_in", {"clerk": f"c{self._no}"})
        while self._run.goes_on:
            await self._turn()
        while not await self._call():
            pass

    async def _turn(self) -> None:
        drawn = self._chance.random()
        if drawn < 0.08:
            await self._meddle()
        elif drawn < 0.14 and self._book.held:
            await self._resume()
        else:
            if self._run.in_line < _LINE:
                await self._visitor()
            await self._call()

    async def _sure(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        status, answer = 0, {}
        while status == 0:
            status, answer = await self._desk.ask(path, body)
        if status != 200:
            raise RuntimeError(f"{path}: {answer}")
        return answer

    async def _visitor(self) -> None:
        """Somebody takes a number for a queue of this counter and gets their slip."""
        if not self._items:
            return
        self._run.in_line += 1
        ticket, item = fresh_id(), self._chance.choice(self._items)
        one = self._book.begun("take", 0, {})
        status, answer = await self._kiosk.ask("tickets", {"item": item}, ticket)
        if status == 0:  # a kiosk asks until it knows
            status, answer = await self._again(self._kiosk, "tickets", {"item": item}, ticket)
        if status != 201:
            raise RuntimeError(f"a take of {item} was answered {status}: {answer}")
        one.queue = answer["queue"]
        self._book.keep(ticket, one, status, answer)
        await self._move("confirm_print", ticket, {"answer": "paper"}, self._kiosk)
        self._book.lately.append(ticket)

    @staticmethod
    async def _again(door: Door, path: str, body: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        status, answer = 0, {}
        while status == 0:
            status, answer = await door.ask(path, body, key)
        return status, answer

    async def _call(self) -> bool:
        """Call the next and see them through; False when nobody knows yet, or somebody stood here already."""
        one = self._book.begun("call_next", self._no, {})
        status, answer = await self._desk.ask(f"counters/{self._no}/call_next", {})
        if status == 0:
            self._book.lost_call(one)
            return False
        if status == 200:
            self._book.calls += 1
            self._run.in_line -= 1
            self._book.keep(answer["id"], one, status, answer)
            await self._see_through(answer["id"])
        elif answer["code"] == "counter_busy":
            await self._settle(self._book.tickets[answer["detail"]])
            return False
        elif answer["code"] == "nobody_waiting":
            self._run.in_line = 0
            await asyncio.sleep(0)
        else:
            raise RuntimeError(f"call_next at {self._no}: {answer}")
        return True

    async def _see_through(self, ticket: str) -> None:
        if not await self._called(ticket) or not await self._serving(ticket):
            await self._settle(ticket)

    async def _called(self, ticket: str) -> bool:
        """What may happen between call and service; True when the visitor sits down."""
        drawn = self._chance.random()
        if drawn < 0.02:
            await self._move(self._chance.choice(("recall", "no_show")), ticket)
        elif drawn < 0.025:
            await asyncio.sleep(self._run.lock_s)
            await self._move("recall", ticket)
        elif drawn < 0.04:
            await asyncio.sleep(self._run.lock_s)
            await self._move("no_show", ticket)
            if self._chance.random() < 0.4:
                await self._move(self._chance.choice(("return", "undo")), ticket)
            return False
        elif drawn < 0.10:
            await self._moved_away(ticket)
            return False
        return await self._move("serve", ticket)

    async def _moved_away(self, ticket: str) -> None:
        verb = self._chance.choice(("transfer", "transfer", "undo", "cancel"))
        await self._move(verb, ticket)
        if self._chance.random() < 0.3:
            await self._move("undo", ticket)

    async def _serving(self, ticket: str) -> bool:
        """What may happen until the visitor goes; True when they are gone for good."""
        drawn = self._chance.random()
        if drawn < 0.06:
            await self._move("hold", ticket)
            self._book.held.append(ticket)
            if self._chance.random() < 0.2:
                await self._move("undo", ticket)
            return False
        if drawn < 0.09:
            await self._moved_away(ticket)
            return False
        if drawn < 0.11:
            await self._move("undo", ticket)
            await self._move("serve", ticket)
        gone = await self._move("complete", ticket)
        if drawn > 0.97:
            await self._move("undo", ticket)
            return False
        return gone

    async def _resume(self) -> None:
        """A held visitor is back; others may be reaching for them too."""
        ticket = self._book.held[0]
        if self._chance.random() < 0.6:
            self._book.held.popleft()
        if await self._move("resume", ticket):
            await self._see_served(ticket)

    async def _see_served(self, ticket: str) -> None:
        if not await self._serving(ticket):
            await self._settle(ticket)

    async def _meddle(self) -> None:
        """Reach for a ticket that is probably somebody else's."""
        if not self._book.lately:
            return
        ticket = self._chance.choice(self._book.lately)
        verb = self._chance.choice(_MEDDLED)
        if await self._move(verb, ticket, {"counter": self._no} if verb == "call" else None):
            self._book.calls += verb == "call"
            await self._settle(ticket)

    async def _settle(self, ticket: str) -> None:
        """Bring to an end whatever stands at this counter; of a ticket that is not here this is refused."""
        await self._move("serve", ticket)
        await self._move("complete", ticket)

    async def _move(self, verb: str, ticket: str, body: dict[str, Any] | None = None, door: Door | None = None) -> bool:
        """Ask for a move of a ticket; whether it is known to have happened."""
        if body is None:
            body = {"queue": self._chance.choice("ACEH")} if verb == "transfer" else {}
            if verb == "transfer" and self._chance.random() < 0.3:
                body["counter"] = self._chance.choice(
                    [no for no, of in self._run.counters.items() if body["queue"] in of]
                )
        one = self._book.begun(verb, 0 if door else self._no, body if verb == "transfer" else {})
        status, answer = await (door or self._desk).ask(f"tickets/{ticket}/{verb}", body)
        self._book.keep(ticket, one, status, answer)
        return status == 200
