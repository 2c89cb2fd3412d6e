"""One server process of `bench-pg`, without HTTP: many halls, or one hot one, on one PostgreSQL.

`worker.py <address>`, then orders as lines of JSON:
{"halls": [...], "counter": 1}                        the halls that this process serves, and where its clerk sits
{"lives": seconds}                                    in each hall one visit after the other: five commands each
{"takes": seconds, "callers": 128}                    numbers from the first hall, many callers, voided afterwards
Each is answered by a line of JSON. The whole command is measured: first answers, rules, chain, view, live hall.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import Any

import msgspec
import uvloop

from hall_server.app.compose import AppLoop, RandomIds, SystemClock
from hall_server.app.serve import collect_seldom
from hall_server.contract.messages import CompleteTicket, ConfirmPrint, SignIn, TakeTicket
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import ActorKind, PrintAnswer
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.postgres.link import Link
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.postgres.stores import ManyHalls
from hall_server.store.postgres.writer import PostgresWriter
from tests.unit.hall_server.halls import SITE

KIOSK = Caller(ActorKind.KIOSK, "K1")
PAPER, VOID = ConfirmPrint(PrintAnswer.PAPER), ConfirmPrint(PrintAnswer.VOID)


def fresh_id() -> str:
    """A random UUID, in a third of the time of the standard library's."""
    text = os.urandom(16).hex()
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


class Server:
    """What one process holds."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._many: ManyHalls | None = None
        self._halls: dict[str, Hall] = {}
        self._clerk = Caller(ActorKind.CLERK)
        self.issued: list[float] = []
        self.lives = 0
        self.refused = 0

    async def open(self, halls: list[str], counter: int) -> None:
        self._many = ManyHalls(PostgresWriter(self._address), AppLoop(), halls)
        link, clock, ids = Link(self._address), SystemClock(), RandomIds()
        for hall in halls:
            commits = self._many.of(hall)
            site = msgspec.structs.replace(SITE, id=hall)
            self._halls[hall] = Hall(
                site=site, commits=commits, reader=PostgresReader(link, hall), hub=Hub(), clock=clock, ids=ids
            )
            commits.announce = self._halls[hall].announce
        self._clerk = Caller(ActorKind.CLERK, f"100{counter}", counter)
        seats = (
            hall.sign_in(self._clerk, fresh_id(), counter, SignIn(self._clerk.id)) for hall in self._halls.values()
        )
        await asyncio.gather(*seats)

    async def live(self, seconds: float) -> dict[str, Any]:
        until = time.perf_counter() + seconds
        self.issued, self.lives, self.refused = [], 0, 0
        begin, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(self._visits(hall, until) for hall in self._halls.values()))
        return {
            "lives": self.lives, "seconds": time.perf_counter() - begin, "issued": self.issued,
            "refused": self.refused, "cpu": time.process_time() - cpu,
        }  # fmt: skip

    async def _visits(self, hall: Hall, until: float) -> None:
        clerk, no = self._clerk, self._clerk.counter or 1
        while (asked := time.perf_counter()) < until:
            try:
                ticket = await hall.take_ticket(KIOSK, fresh_id(), TakeTicket("i1"))
                self.issued.append(time.perf_counter() - asked)
                await hall.confirm_print(KIOSK, fresh_id(), ticket.id, PAPER)
                ticket = await hall.call_next(clerk, fresh_id(), no)
                await hall.serve(clerk, fresh_id(), ticket.id)
                await hall.complete(clerk, fresh_id(), ticket.id, CompleteTicket())
                self.lives += 1
            except HallProblem as problem:
                self.refused += 1
                print(problem, file=sys.stderr)
                return

    async def take(self, seconds: float, callers: int) -> dict[str, Any]:
        hall = next(iter(self._halls.values()))
        until, took, taken = time.perf_counter() + seconds, [], []

        async def caller() -> None:
            while (asked := time.perf_counter()) < until:
                ticket = await hall.take_ticket(KIOSK, fresh_id(), TakeTicket("i1"))
                took.append(time.perf_counter() - asked)
                taken.append(ticket.id)

        begin = time.perf_counter()
        await asyncio.gather(*(caller() for _ in range(callers)))
        end = time.perf_counter()
        await asyncio.gather(*(hall.confirm_print(KIOSK, fresh_id(), one, VOID) for one in taken))
        return {"takes": len(took), "seconds": end - begin, "issued": took}

    def close(self) -> None:
        if self._many is not None:
            self._many.close()


async def serve(address: str) -> None:
    server, loop = Server(address), asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        if "halls" in order:
            await server.open(order["halls"], order["counter"])
            collect_seldom()  # as a server does
            told: dict[str, Any] = {}
        elif "lives" in order:
            told = await server.live(order["lives"])
        else:
            told = await server.take(order["takes"], order["callers"])
        print(json.dumps(told), flush=True)
    server.close()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(sys.argv[1]))
