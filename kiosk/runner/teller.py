"""What the hall is told of slips, until it has answered (definitions.md 2). Holds ticket ids and answers, no person.

An answer stands in the journal before the hall hears it. The answer for a number that this kiosk gave out by itself
goes into the outbox with that same commit, and is the outbox' business from then on.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStore, LocalStoreError, Stage
from kiosk.runner.journalling import in_journal
from kiosk.session.events import TicketConfirmed

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from kiosk.runner.ports import Clock, Hall, Post

LOG = logging.getLogger("kapok.kiosk.teller")

NOT_SETTLED = frozenset(
    {ProblemCode.NOT_AUTHENTICATED, ProblemCode.NOT_ALLOWED, ProblemCode.HALL_UNKNOWN, ProblemCode.LEASE_FENCED}
)
"""Refusals that are about this kiosk's key, not about the number: the answer is still owed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Pauses in seconds, and how long a memory is kept."""

    take_s: float = 0.8  # how long a visitor waits for the hall before this kiosk gives the number (invariant 6)
    ask_again_first_s: float = 0.5
    ask_again_cap_s: float = 5.0
    tell_again_first_s: float = 0.5
    tell_again_cap_s: float = 10.0
    unknown_again_s: float = 5.0  # "no such ticket" is believed when it is still said after so long
    slip_s: float = 20.0  # a slip that has not begun by then is not printed: nobody stands there any more
    last_slip_s: float = 10.0  # how long a kiosk that is told to stop waits for a slip that is being printed
    remembered: int = 500  # numbers whose late slip may still better a "cannot tell"

    def pause_s(self, first_s: float, cap_s: float, tries: int) -> float:
        """The pause after so many tries (1, 2, …)."""
        return min(cap_s, first_s * 2.0 ** min(tries - 1, 16))


@dataclass
class Owed:
    """An answer that the hall has not heard yet."""

    answer: PrintAnswer
    may_be_unknown: bool  # the hall was asked for the number and did not answer: it may never have given one
    unknown_since: float | None = None
    keeping: Future[bool] | None = None  # on its way into the journal; None: it has stood there since an earlier life
    by_outbox: bool = False


@dataclass
class Teller:
    """Tells the hall. `journal` runs one job at a time; `posted` is called when the outbox has something new."""

    hall: Hall
    store: LocalStore
    post: Post
    clock: Clock
    journal: Executor
    patience: Patience
    posted: Callable[[], None] = lambda: None
    _owed: dict[str, Owed] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)  # numbers that the hall has given, for certain
    _given_here: set[str] = field(default_factory=set)
    _told: dict[str, PrintAnswer] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def recover(self) -> None:
        """Take up what an earlier life of this process owes the hall."""
        for row in await in_journal(self.journal, self.store.recover):
            if row.answer is not None and row.origin is Origin.ONLINE:
                self._owed[row.ticket_id] = Owed(row.answer, may_be_unknown=row.stage is Stage.ASKED)
                LOG.info("recovered: %s is told %s", row.label or "a number asked for", row.answer.value)
        self._news.set()

    def given_by_hall(self, ticket_id: str) -> None:
        """The hall knows this number: "no such ticket" would be a fault, not a take that never came through."""
        self._known.add(ticket_id)

    def given_here(self, ticket_id: str) -> None:
        """The hall does not know this number yet: its answer goes through the outbox."""
        self._given_here.add(ticket_id)

    def last_told(self, ticket_id: str) -> PrintAnswer | None:
        """What the hall is told, or was told, of a number."""
        return self._told.get(ticket_id)

    def tell(self, ticket_id: str, answer: PrintAnswer) -> bool:
        """Owe the hall this answer. Only CANNOT_TELL gives way to another one; False when nothing changes."""
        before = self._told.get(ticket_id)
        if before not in {None, PrintAnswer.CANNOT_TELL} or before is answer:
            return False
        self._told[ticket_id] = answer
        keeping = self.journal.submit(self._keep, ticket_id, answer)  # at once: the hall may keep us waiting for long
        by_outbox = ticket_id in self._given_here
        unknown = not by_outbox and ticket_id not in self._known
        self._owed[ticket_id] = Owed(answer, may_be_unknown=unknown, keeping=keeping, by_outbox=by_outbox)
        self._news.set()
        return True

    @property
    def owes_the_hall(self) -> int:
        """How many answers the hall has not heard yet."""
        return len(self._owed)

    async def run(self) -> None:
        """Tell the hall what it is owed, oldest first, until cancelled."""
        tries = 0
        while True:
            if not self._owed:
                self._news.clear()
                await self._news.wait()
            tries = 0 if await self._round() else tries + 1
            if tries:
                patience = self.patience
                await self._pause(patience.pause_s(patience.tell_again_first_s, patience.tell_again_cap_s, tries))
            elif self._owed:
                await self._pause(self.patience.unknown_again_s)

    async def _pause(self, seconds: float) -> None:
        """Wait, but not longer than until there is something new to tell."""
        self._news.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return

    async def _round(self) -> bool:
        """Try to tell everything that is owed and kept, once; False when the hall is silent."""
        well = True
        for ticket_id, owed in sorted(self._owed.items(), key=lambda one: not one[1].by_outbox):
            try:
                kept = await self._kept(ticket_id, owed)
                if owed.by_outbox:
                    self._into_outbox(ticket_id, owed, kept=kept)
                    well = well and kept
                else:
                    await self._tell_one(ticket_id, owed)
            except HallSilentError:
                return False
            except Exception:  # ours: it is still owed, and neither the others nor the next start may die of it
                LOG.exception("a fault of our own while telling the hall")
                well = False
        return well

    def _into_outbox(self, ticket_id: str, owed: Owed, *, kept: bool) -> None:
        if kept:
            if self._owed.get(ticket_id) is owed:
                del self._owed[ticket_id]
            self._forget()
            self.posted()

    async def _tell_one(self, ticket_id: str, owed: Owed) -> None:
        try:
            ticket = await asyncio.to_thread(self.hall.confirm_print, ticket_id, owed.answer)
        except HallRefusedError as error:
            await self._refused(ticket_id, owed, error.code)
        else:
            await self._settled(ticket_id, owed)
            self.post(TicketConfirmed(self.clock(), ticket))

    async def _kept(self, ticket_id: str, owed: Owed) -> bool:
        """Wait until it stands in the journal; what the disk refused is tried again in the next round."""
        if owed.keeping is None or await asyncio.shield(asyncio.wrap_future(owed.keeping)):
            return True
        owed.keeping = self.journal.submit(self._keep, ticket_id, owed.answer)
        return False

    def _keep(self, ticket_id: str, answer: PrintAnswer) -> bool:
        """On the journal's thread."""
        try:
            self.store.answer(ticket_id, answer)
        except LocalStoreError:
            LOG.exception("an answer is told without a journal")
            return False
        return True

    async def _refused(self, ticket_id: str, owed: Owed, code: str) -> None:
        if code in NOT_SETTLED:
            LOG.warning("the hall does not let this kiosk speak: %s", code)
            return
        if code == ProblemCode.TICKET_UNKNOWN and owed.may_be_unknown and not self._unknown_for_long(owed):
            return  # the take may still be on its way
        LOG.log(logging.INFO if owed.may_be_unknown else logging.ERROR, "%s refused: %s", owed.answer.value, code)
        await self._settled(ticket_id, owed)

    def _unknown_for_long(self, owed: Owed) -> bool:
        now = self.clock()
        if owed.unknown_since is None:
            owed.unknown_since = now
        return now - owed.unknown_since >= self.patience.unknown_again_s

    async def _settled(self, ticket_id: str, owed: Owed) -> None:
        try:
            await in_journal(self.journal, self.store.told, ticket_id, owed.answer)
        except LocalStoreError:
            LOG.exception("a told answer will be told again after a restart")
        if self._owed.get(ticket_id) is owed:
            del self._owed[ticket_id]
        self._forget()

    def _forget(self) -> None:
        while len(self._told) > self.patience.remembered:
            self._known.discard(oldest := next(iter(self._told)))
            self._given_here.discard(oldest)
            del self._told[oldest]
