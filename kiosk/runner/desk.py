"""Numbers on their way: asked for, printed, and told to the hall until it has answered (definitions.md 2).

The journal goes first: ASKED before the hall is asked, RESERVED before the slip is printed, its outcome before the hall
hears it. Holds ticket ids, labels and answers; nothing of the person stays here once the hall has answered.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from devices.errors import DeviceError
from devices.values import PrintOutcome
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStore, LocalStoreError, Stage
from kiosk.session.events import (
    HallSilent,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    TicketConfirmed,
    TicketRefused,
    TicketReserved,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.runner.ports import Clock, Hall, Post, SlipOf, SlipPrinter
    from kiosk.session.effects import AskForTicket, PrintSlip

LOG = logging.getLogger("kapok.kiosk.desk")

STAGES = {
    PrintOutcome.PRINTED: Stage.PRINTED,
    PrintOutcome.NOT_PRINTED: Stage.NOT_PRINTED,
    PrintOutcome.UNKNOWN: Stage.UNKNOWN,
}
NOT_SETTLED = frozenset({ProblemCode.NOT_AUTHENTICATED, ProblemCode.NOT_ALLOWED, ProblemCode.HALL_UNKNOWN})
"""Refusals that are about this kiosk's key, not about the number: the answer is still owed."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """Pauses in seconds, and how long a memory is kept."""

    ask_again_first_s: float = 0.5
    ask_again_cap_s: float = 5.0
    tell_again_first_s: float = 0.5
    tell_again_cap_s: float = 10.0
    unknown_again_s: float = 5.0  # "no such ticket" is believed when it is still said after so long
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


@dataclass
class Desk:
    """Carries out AskForTicket, PrintSlip and ConfirmPrint. `journal` runs one job at a time."""

    hall: Hall
    store: LocalStore
    printer: SlipPrinter | None
    slip_of: SlipOf
    post: Post
    clock: Clock
    journal: Executor
    patience: Patience = field(default_factory=Patience)
    _owed: dict[str, Owed] = field(default_factory=dict)
    _asking: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _reserved: set[str] = field(default_factory=set)
    _told: dict[str, PrintAnswer] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def recover(self) -> None:
        """Take up what an earlier life of this process owes the hall."""
        for row in await self._in_journal(self.store.recover):
            if row.answer is not None:
                self._owed[row.ticket_id] = Owed(row.answer, may_be_unknown=row.stage is Stage.ASKED)
                LOG.info("recovered: %s is told %s", row.label or "a number asked for", row.answer.value)
        self._news.set()

    async def ask(self, effect: AskForTicket) -> None:
        """Ask for a number until the hall has answered or the visitor has left. A silent hall is reported once."""
        task = asyncio.current_task()
        if task is not None:
            self._asking[effect.ticket_id] = task
        try:
            await self._ask(effect)
        finally:
            self._asking.pop(effect.ticket_id, None)

    async def _ask(self, effect: AskForTicket) -> None:
        ticket_id = effect.ticket_id
        try:
            await self._in_journal(lambda: self.store.asked(ticket_id))
        except LocalStoreError as error:
            LOG.exception("no number without a journal")
            self.post(TicketRefused(self.clock(), ticket_id, error.code))
            return
        tries = 0
        while True:
            try:
                ticket = await asyncio.to_thread(self.hall.take, ticket_id, effect.command)
            except HallRefusedError as error:
                await self._not_given(ticket_id)
                self.post(TicketRefused(self.clock(), ticket_id, error.code))
                return
            except HallSilentError as error:
                tries += 1
                LOG.info("the hall is silent (%s), try %d", error, tries)
                if tries == 1:
                    self.post(HallSilent(self.clock(), ticket_id))
                patience = self.patience
                await asyncio.sleep(patience.pause_s(patience.ask_again_first_s, patience.ask_again_cap_s, tries))
            else:
                await self._given(ticket)
                return

    async def _given(self, ticket: TicketView) -> None:
        try:
            await self._in_journal(lambda: self.store.reserved(ticket.id, ticket.label, ticket.business_day))
        except LocalStoreError as error:  # the number is not safe here: it is not printed, and burnt
            LOG.exception("no slip without a journal")
            self.tell(ticket.id, PrintAnswer.VOID)
            self.post(TicketRefused(self.clock(), ticket.id, error.code))
            return
        self._reserved.add(ticket.id)
        LOG.info("%s reserved", ticket.label)
        self.post(TicketReserved(self.clock(), ticket))

    async def _not_given(self, ticket_id: str) -> None:
        try:
            await self._in_journal(lambda: self.store.not_given(ticket_id))
        except LocalStoreError:
            LOG.exception("a refused number stays in the journal")

    async def print(self, effect: PrintSlip, hall_now: HallNow | None) -> None:
        """Print one slip, keep what became of it, then say so."""
        ticket = effect.ticket
        outcome, reason = await self._printed(ticket, hall_now)
        LOG.info("%s %s %s", ticket.label, outcome.value, reason)
        try:
            await self._in_journal(lambda: self.store.printed(ticket.id, STAGES[outcome]))
        except LocalStoreError:
            LOG.exception("the outcome of a slip is kept in memory only")
        if outcome is PrintOutcome.PRINTED and self._told.get(ticket.id) is PrintAnswer.CANNOT_TELL:
            self.tell(ticket.id, PrintAnswer.PAPER)  # the page that asked may be gone; a late answer wins
        self.post(_slip_event(self.clock(), ticket.id, outcome, reason))

    async def _printed(self, ticket: TicketView, hall_now: HallNow | None) -> tuple[PrintOutcome, str]:
        if self.printer is None:
            return PrintOutcome.NOT_PRINTED, "no_printer"
        try:
            document = self.slip_of(ticket, hall_now)
        except ValueError:
            LOG.exception("no slip can be made of this number")
            return PrintOutcome.NOT_PRINTED, "no_slip"
        try:
            result = await self.printer.print(document)
        except DeviceError as error:  # the port says that it never raises; if it does, nobody can tell
            LOG.exception("a printer raised while printing")
            return PrintOutcome.UNKNOWN, error.code
        return result.outcome, result.reason

    def tell(self, ticket_id: str, answer: PrintAnswer) -> None:
        """Owe the hall this answer. Only CANNOT_TELL gives way to another one; the same again changes nothing."""
        before = self._told.get(ticket_id)
        if before not in {None, PrintAnswer.CANNOT_TELL} or before is answer:
            return
        self._told[ticket_id] = answer
        if (asking := self._asking.get(ticket_id)) is not None:
            asking.cancel()  # the visitor has left; whether the hall gave a number is settled by telling it void
        keeping = self.journal.submit(self._keep, ticket_id, answer)  # at once: the hall may keep us waiting for long
        self._owed[ticket_id] = Owed(answer, may_be_unknown=ticket_id not in self._reserved, keeping=keeping)
        self._news.set()

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
            tries = 0 if await self._tell_round() else tries + 1
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

    async def _tell_round(self) -> bool:
        """Try to tell everything that is owed and kept, once; False when the hall is silent."""
        well = True
        for ticket_id, owed in list(self._owed.items()):
            try:
                await self._kept(ticket_id, owed)
                await self._tell_one(ticket_id, owed)
            except HallSilentError:
                return False
            except Exception:  # ours: it is still owed, and neither the others nor the next start may die of it
                LOG.exception("a fault of our own while telling the hall")
                well = False
        return well

    async def _tell_one(self, ticket_id: str, owed: Owed) -> None:
        try:
            ticket = await asyncio.to_thread(self.hall.confirm_print, ticket_id, owed.answer)
        except HallRefusedError as error:
            await self._refused(ticket_id, owed, error.code)
        else:
            await self._settled(ticket_id, owed)
            self.post(TicketConfirmed(self.clock(), ticket))

    async def _kept(self, ticket_id: str, owed: Owed) -> None:
        """Wait until it stands in the journal; what the disk refused is tried again in the next round."""
        if owed.keeping is not None and not await asyncio.shield(asyncio.wrap_future(owed.keeping)):
            owed.keeping = self.journal.submit(self._keep, ticket_id, owed.answer)

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
            await self._in_journal(lambda: self.store.told(ticket_id, owed.answer))
        except LocalStoreError:
            LOG.exception("a told answer will be told again after a restart")
        if self._owed.get(ticket_id) is owed:
            del self._owed[ticket_id]
        while len(self._told) > self.patience.remembered:
            self._reserved.discard(oldest := next(iter(self._told)))
            del self._told[oldest]

    async def _in_journal(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.journal, work)


def _slip_event(
    at: float, ticket_id: str, outcome: PrintOutcome, reason: str
) -> SlipPrinted | SlipNotPrinted | SlipUnknown:
    if outcome is PrintOutcome.PRINTED:
        return SlipPrinted(at, ticket_id)
    if outcome is PrintOutcome.NOT_PRINTED:
        return SlipNotPrinted(at, ticket_id, reason)
    return SlipUnknown(at, ticket_id, reason)
