"""Numbers on their way: asked for, printed, and handed to whoever tells the hall (definitions.md 2).

The journal goes first: ASKED before the hall is asked, RESERVED before the slip is printed, its outcome before the hall
hears it. A hall that does not answer in time is gone on without: the number comes from the store, under an id of its
own, and the id that the hall was asked under is told void, so that one visitor never holds two numbers.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from devices.errors import DeviceError
from devices.values.receipt_printer import PrintOutcome
from hall_server.contract.ids import RANDOM, sortable_id
from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStore, LocalStoreError, NoNumberError, Stage
from kiosk.runner.in_time import in_time, unless_silent
from kiosk.runner.journalling import in_journal
from kiosk.runner.standby import Standby
from kiosk.runner.teller import Patience, Teller
from kiosk.session.events import (
    HallSilent,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    TicketRefused,
    TicketReserved,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.hall_client import Taken
    from kiosk.runner.ports import Clock, Hall, Post, SlipOf, SlipPrinter
    from kiosk.session.effects import AskForCheckIn, AskForTicket, PrintSlip

LOG = logging.getLogger("kapok.kiosk.desk")

STAGES = {
    PrintOutcome.PRINTED: Stage.PRINTED,
    PrintOutcome.NOT_PRINTED: Stage.NOT_PRINTED,
    PrintOutcome.UNKNOWN: Stage.UNKNOWN,
}

T = TypeVar("T")


def fresh_id() -> str:
    """A new UUID: ticket id, idempotency key and slip code in one."""
    return sortable_id(time.time_ns() // 1_000_000, os.urandom(RANDOM))


@dataclass
class Desk:
    """Carries out AskForTicket, AskForCheckIn, PrintSlip and ConfirmPrint. `journal` runs one job at a time."""

    hall: Hall
    store: LocalStore
    printer: SlipPrinter | None
    slip_of: SlipOf
    post: Post
    clock: Clock
    journal: Executor
    patience: Patience = field(default_factory=Patience)
    fresh_id: Callable[[], str] = fresh_id
    standby: Standby = field(init=False)
    teller: Teller = field(init=False)
    _asking: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The store in two more roles."""
        self.standby = Standby(self.store)
        self.teller = Teller(self.hall, self.store, self.post, self.clock, self.journal, self.patience)

    async def recover(self) -> None:
        """Take up what an earlier life of this process knew and owes the hall."""
        await in_journal(self.journal, self.standby.restore)
        await self.teller.recover()

    async def ask(self, effect: AskForTicket) -> None:
        """Give the visitor a number: the hall's, or this kiosk's own when the hall does not answer.

        Where there is none of its own, the hall is asked until it answers or the visitor has left; that it is silent
        is reported once.
        """
        if not self.standby.answers and await self._give(effect):
            return
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
            await in_journal(self.journal, lambda: self.store.asked(ticket_id))
        except LocalStoreError as error:
            LOG.exception("no number without a journal")
            self.post(TicketRefused(self.clock(), ticket_id, error.code))
            return
        tries = 0
        while True:
            try:
                taken = await self._take(effect)
            except HallRefusedError as error:
                await self._not_given(ticket_id)
                self.post(TicketRefused(self.clock(), ticket_id, error.code, error.referral))
                return
            except HallSilentError as error:
                tries += 1
                LOG.info("the hall is silent (%s), try %d", error, tries)
                self.standby.silent(self.clock())
                if tries == 1 and await self._goes_on_without(effect):
                    return
                patience = self.patience
                await asyncio.sleep(patience.pause_s(patience.ask_again_first_s, patience.ask_again_cap_s, tries))
            else:
                await self._given(taken, effect.command)
                return

    async def _take(self, effect: AskForTicket) -> Taken:
        return await in_time(lambda: self.hall.take(effect.ticket_id, effect.command), self.patience.take_s, _too_late)

    async def check_in(self, effect: AskForCheckIn) -> None:
        """签到, asked once: a hall that does not answer checks nobody in, and there is no number without it.

        The number is then told void by the session; the hall lets the same booking check in again.
        """
        ticket_id, command = effect.ticket_id, effect.command
        try:
            await in_journal(self.journal, lambda: self.store.asked(ticket_id))
            unless_silent(self.standby)
            ask = partial(self.hall.check_in, ticket_id, effect.booking_id, command)
            taken = await in_time(ask, self.patience.take_s, _too_late)
        except LocalStoreError as error:
            LOG.exception("no check-in without a journal")
            self.post(TicketRefused(self.clock(), ticket_id, error.code))
        except HallRefusedError as error:
            LOG.info("not checked in: %s", error.code)
            await self._not_given(ticket_id)
            self.post(TicketRefused(self.clock(), ticket_id, error.code))
        except HallSilentError as error:
            LOG.info("not checked in: the hall is silent (%s)", error)
            self.standby.silent(self.clock())
            self.post(HallSilent(self.clock(), ticket_id))
        else:
            await self._given(taken, _order_of(taken.ticket, effect))

    async def _goes_on_without(self, effect: AskForTicket) -> bool:
        """The hall may have given a number all the same: it is burnt as soon as it hears us."""
        if not await self._give(effect):
            self.post(HallSilent(self.clock(), effect.ticket_id))
            return False
        self._asking.pop(effect.ticket_id, None)  # not to be cancelled by what we tell ourselves
        self.tell(effect.ticket_id, PrintAnswer.VOID)
        return True

    async def _give(self, effect: AskForTicket) -> bool:
        """A number without the hall, if there is one. Once begun it is brought to its end: nothing may lie about."""
        return await asyncio.shield(asyncio.ensure_future(self._given_here(effect)))

    async def _given_here(self, effect: AskForTicket) -> bool:
        fresh = self.fresh_id()
        try:
            ticket = await in_journal(self.journal, lambda: self.standby.give(fresh, effect.command))
        except NoNumberError:
            return False
        except LocalStoreError:
            LOG.exception("no number without a journal")
            return False
        self.teller.given_here(ticket.id)
        self.post(TicketReserved(self.clock(), ticket, instead_of=effect.ticket_id))
        return True

    async def _given(self, taken: Taken, order: TakeTicket) -> None:
        ticket, life = taken
        known, day = self.standby.known(ticket, order), ticket.business_day
        try:
            await in_journal(self.journal, lambda: self.store.reserved(ticket.id, ticket.label, day, known, life=life))
        except LocalStoreError as error:  # the number is not safe here: it is not printed, and burnt
            LOG.exception("no slip without a journal")
            self._asking.pop(ticket.id, None)
            self.tell(ticket.id, PrintAnswer.VOID)
            self.post(TicketRefused(self.clock(), ticket.id, error.code))
            return
        self.teller.given_by_hall(ticket.id)
        LOG.info("%s reserved", ticket.label)
        if self.standby.contact is not None and self.standby.contact.now.incarnation != life:
            self.standby.look()
        self.post(TicketReserved(self.clock(), ticket))

    async def _not_given(self, ticket_id: str) -> None:
        try:
            await in_journal(self.journal, lambda: self.store.not_given(ticket_id))
        except LocalStoreError:
            LOG.exception("a refused number stays in the journal")

    async def print(self, effect: PrintSlip, hall_now: HallNow | None) -> None:
        """Print one slip, keep what became of it, then say so."""
        ticket = effect.ticket
        outcome, reason = await self._printed(ticket, hall_now)
        LOG.info("%s %s %s", ticket.label, outcome.value, reason)
        try:
            await in_journal(self.journal, lambda: self.store.printed(ticket.id, STAGES[outcome]))
        except LocalStoreError:
            LOG.exception("the outcome of a slip is kept in memory only")
        if outcome is PrintOutcome.PRINTED and self.teller.last_told(ticket.id) is PrintAnswer.CANNOT_TELL:
            self.tell(ticket.id, PrintAnswer.PAPER)  # the page that asked may be gone; a late answer wins
        self.post(_slip_event(self.clock(), ticket.id, outcome, reason))

    async def _printed(self, ticket: TicketView, hall_now: HallNow | None) -> tuple[PrintOutcome, str]:
        if self.printer is None:
            return PrintOutcome.NOT_PRINTED, "no_printer"
        try:
            slip = self.slip_of(ticket, hall_now)
        except ValueError:
            LOG.exception("no slip can be made of this number")
            return PrintOutcome.NOT_PRINTED, "no_slip"
        try:
            result = await self.printer.print(replace(slip, good_until=self.clock() + self.patience.slip_s))
        except DeviceError as error:  # the port says that it never raises; if it does, nobody can tell
            LOG.exception("a printer raised while printing")
            return PrintOutcome.UNKNOWN, error.code
        return result.outcome, result.reason

    def tell(self, ticket_id: str, answer: PrintAnswer) -> None:
        """Owe the hall this answer. Only CANNOT_TELL gives way to another one; the same again changes nothing."""
        if not self.teller.tell(ticket_id, answer):
            return
        if (asking := self._asking.get(ticket_id)) is not None:
            asking.cancel()  # the visitor has left; whether the hall gave a number is settled by telling it void

    @property
    def owes_the_hall(self) -> int:
        """How many answers the hall has not heard yet."""
        return self.teller.owes_the_hall

    async def run(self) -> None:
        """Tell the hall what it is owed until cancelled."""
        await self.teller.run()


def _order_of(ticket: TicketView, effect: AskForCheckIn) -> TakeTicket:
    """A number of a booking as an ordinary take would have asked for it."""
    return TakeTicket(
        item=ticket.item,
        visitor=effect.visitor,
        chips=effect.command.chips,
        for_other=effect.command.for_other,
        more_items=ticket.items[1:],
        correlation=ticket.correlation,
    )


def _too_late(call: asyncio.Future[Taken]) -> None:
    """An answer that nobody waits for any more; told void already, whatever it was."""
    if not call.cancelled() and (error := call.exception()) is None:
        LOG.info("%s came too late", call.result().ticket.label)
    elif not call.cancelled():
        LOG.debug("no answer at all: %s", error)


def _slip_event(
    at: float, ticket_id: str, outcome: PrintOutcome, reason: str
) -> SlipPrinted | SlipNotPrinted | SlipUnknown:
    if outcome is PrintOutcome.PRINTED:
        return SlipPrinted(at, ticket_id)
    if outcome is PrintOutcome.NOT_PRINTED:
        return SlipNotPrinted(at, ticket_id, reason)
    return SlipUnknown(at, ticket_id, reason)
