"""P1, P2: numbers a second from the store alone: the next number, its ticket, its event and the chain, in one commit.

Beside them the whole flow of a take: the order judged, its first answer kept with it. Nothing in front of either: no
door, no forecast, no hall in memory. One caller commits each by itself; 128 callers on one loop share commits. All
against the disk's own rate.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

import uvloop

from config.site import load_site
from hall_server.app.compose import AppLoop, SystemClock
from hall_server.app.site_file import hall_site
from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import ActorKind, Intake, Move, PrintAnswer
from hall_server.domain.calendar.intake import IntakeAnswer
from hall_server.domain.ticket import Actor, Birth, Ticket
from hall_server.flows.birth import Newcomer, give_number
from hall_server.flows.caller import Caller
from hall_server.flows.confirm_print import confirm_print
from hall_server.flows.here import Here
from hall_server.flows.once import Request, once
from hall_server.flows.take_ticket import Taking, take_ticket
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.group_commit import GroupCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteStore, make_log_room
from tests.bench.hall.floor import Floor, Slice
from tests.bench.hall.ids import fresh_id
from tests.bench.hall.place import ITEMS, Place, make_place
from tests.bench.hall.proof import Proof
from tests.bench.hall.slices import in_turns, middle, ratio
from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hall_server.domain.seams import Promise, Transaction
    from tests.bench.hall.slices import Round

    Work = Callable[[int], Promise[Ticket]]

CALLERS = 128
KIOSK = Caller(ActorKind.KIOSK, "K1")
ACTOR = Actor(ActorKind.KIOSK, "K1")
OPEN = IntakeAnswer(Intake.FINE)


class Made:
    """A store in this process. What a slice took is given back before the next one, so that no line grows."""

    def __init__(self, place: Place, *, grouped: bool) -> None:
        site, path = hall_site(load_site(place.site)), place.data / FILE_NAME
        self._place = place
        make_log_room(path)
        self._store = SqliteStore(path, site.id)
        self._here = Here(site, SystemClock())
        self._commits = GroupCommit(self._store, AppLoop(), threaded=False) if grouped else DirectCommit(self._store)
        self._told: list[tuple[str, str]] = []
        self._owed: list[str] = []

    def number(self, item: int) -> Promise[Ticket]:
        """The next number of an item's queue: what the store does for a take, and nothing else."""
        here, asked = self._here, self._here.site.item(ITEMS[item % len(ITEMS)])
        who = Newcomer(fresh_id(), here.site.queues[asked.queue], Move.TAKE, ACTOR, here.clock.now())
        return self._commits.submit(
            lambda tx: give_number(
                tx, here, who, lambda number: Birth(number=number, item=asked.id, correlation=who.ticket)
            )
        )

    def take(self, item: int) -> Promise[Ticket]:
        """The whole flow of a take."""
        key, order = fresh_id(), TakeTicket(ITEMS[item % len(ITEMS)])
        taking, request = Taking(order, KIOSK, OPEN), Request(key, "take", key, KIOSK, order)

        def flow(tx: Transaction) -> Ticket:
            return take_ticket(tx, self._here, key, taking)

        return self._commits.submit(lambda tx: once(tx, request, self._here.clock.now(), Ticket, flow))

    def _void(self, ticket: str) -> Promise[Ticket]:
        return self._commits.submit(lambda tx: confirm_print(tx, self._here, ticket, PrintAnswer.VOID, KIOSK))

    def alone(self, what: Work, seconds: float) -> Slice:
        """One caller."""
        took: list[float] = []
        begin = before = time.perf_counter()
        while before - begin < seconds:
            self._heard(what(len(took)).result())
            now = time.perf_counter()
            took.append(now - before)
            before = now
        for ticket in self._given_back():
            self._void(ticket).result()
        return Slice(len(took), before - begin, took)

    def _heard(self, ticket: Ticket) -> None:
        self._owed.append(ticket.id)
        self._told.append((ticket.id, ticket.label))

    async def together(self, what: Work, seconds: float) -> Slice:
        """128 callers on one loop, each asking again when it is answered."""
        took: list[float] = []
        begin = time.perf_counter()

        async def caller(items: int) -> None:
            while (asked := time.perf_counter()) - begin < seconds:
                self._heard(await what(items))
                took.append(time.perf_counter() - asked)
                items += 1

        await asyncio.gather(*(caller(number) for number in range(CALLERS)))
        end = time.perf_counter()
        await asyncio.gather(*(self._over(ticket) for ticket in self._given_back()))
        return Slice(len(took), end - begin, took)

    async def _over(self, ticket: str) -> None:
        await self._void(ticket)

    def _given_back(self) -> list[str]:
        owed, self._owed = self._owed, []
        return owed

    def close(self) -> Proof:
        """End, and prove that what was told stands in the store."""
        self._store.close()
        proof = Proof(self._place.data / FILE_NAME)
        proof.told(self._told)
        return proof


def measure(folder: Path) -> list[Row]:
    """P1 and P2 with their proofs."""
    one = Made(make_place(folder / "alone"), grouped=False)
    many = Made(make_place(folder / "together"), grouped=True)
    with Floor(folder) as floor, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        arms = {
            "floor": floor.slice,
            "alone": partial(one.alone, one.number),
            "together": lambda seconds: runner.run(many.together(many.number, seconds)),
            "take": partial(one.alone, one.take),
            "takes": lambda seconds: runner.run(many.together(many.take, seconds)),
        }
        rounds = in_turns("P1, P2: store", arms)
    return rows(rounds, [one.close(), many.close()])


def rows(rounds: list[Round], proofs: list[Proof]) -> list[Row]:
    p1 = ratio(rounds, lambda one: one["alone"].rate, lambda one: one["floor"].rate)
    p2 = ratio(rounds, lambda one: one["together"].rate, lambda one: one["floor"].rate)
    p2_p99 = middle(rounds, lambda one: one["together"].at(0.99)) * 1e3
    p1_p99 = ratio(rounds, lambda one: one["alone"].at(0.99), lambda one: one["floor"].at(0.99))
    flow = ratio(rounds, lambda one: one["take"].rate, lambda one: one["floor"].rate)
    flows = ratio(rounds, lambda one: one["takes"].rate, lambda one: one["floor"].rate)
    return [
        Row("P1", "number, ticket, event; one caller", p1, "× floor", ">= 0.60", p1 >= 0.60),
        Row("P1rate", "the same", middle(rounds, lambda one: one["alone"].rate), "/s"),
        Row("P1p99", "the same, p99 against the floor's p99", p1_p99, "× floor", "<= 3", p1_p99 <= 3),
        Row("P1take", "the whole flow of a take with its first answer", flow, "× floor"),
        Row("P2", f"the same, {CALLERS} callers, commits shared", p2, "× floor", ">= 3.5", p2 >= 3.5),
        Row("P2rate", "the same", middle(rounds, lambda one: one["together"].rate), "/s"),
        Row("P2p99", "the same, p99", p2_p99, "ms", "<= 20", p2_p99 <= 20),
        Row("P2take", f"the whole flow of a take, {CALLERS} callers", flows, "× floor"),
        Row("P0", "floor: 4 KiB written and synced", middle(rounds, lambda one: one["floor"].rate), "/s"),
        *(row for id_, proof in zip(("P1", "P2"), proofs, strict=True) for row in proof.rows(id_)),
    ]
