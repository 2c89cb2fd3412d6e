"""What staff do about a number at this machine, behind its PIN: asked of the hall, and told to its book. Knows no page.

The book says what was done here and when; of whom, and why, stands beside the ticket at the hall. The log names nobody.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.machine_acts import MachineAct
from hall_server.contract.messages import CancelTicket
from hall_server.contract.priority import GivePriority
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.corner_words import (
    CancelForThem,
    FindNumbers,
    LookStep,
    NumberChanged,
    NumbersFound,
    PutFirst,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import TicketView
    from hall_server.contract.priority import AssistedTicket
    from kiosk.runner.errands import Errands
    from kiosk.runner.machine_book import MachineBook
    from kiosk.runner.ports import AssistVerbs, Clock, Post

LOG = logging.getLogger("kapok.kiosk.assisting")

WITHIN_S = 3.0


@dataclass(frozen=True)
class Assisting:
    """Performs the errands. `verbs` block; None: no hall for them."""

    verbs: AssistVerbs | None
    book: MachineBook
    post: Post
    clock: Clock

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(FindNumbers, self.find)
        errands.register(CancelForThem, self.cancel)
        errands.register(PutFirst, self.put_first)

    async def find(self, errand: FindNumbers) -> None:
        """Ask once."""
        verbs, away = self.verbs, False
        found: tuple[AssistedTicket, ...] = ()
        try:
            if verbs is not None:
                found = await in_time(lambda: verbs.assisted(errand.of), WITHIN_S)
        except HallRefusedError as error:
            LOG.info("no number was found: %s", error.code)
        except HallSilentError:
            away = True
        self.post(NumbersFound(self.clock(), errand.job, found, away=away or verbs is None))

    async def cancel(self, errand: CancelForThem) -> None:
        """取消号."""
        order = CancelTicket(by_staff=True)

        def ask(verbs: AssistVerbs) -> TicketView:
            return verbs.cancel(errand.job, errand.ticket_id, order)

        await self._do(errand.job, ask, LookStep.CANCELLED, MachineAct.NUMBER_CANCELLED)

    async def put_first(self, errand: PutFirst) -> None:
        """请优先."""
        order = GivePriority(errand.reason)

        def ask(verbs: AssistVerbs) -> TicketView:
            return verbs.put_first(errand.job, errand.ticket_id, order)

        await self._do(errand.job, ask, LookStep.FIRST, MachineAct.PRIORITY_GIVEN)

    async def _do(self, job: str, ask: Callable[[AssistVerbs], TicketView], done: LookStep, act: MachineAct) -> None:
        """Silence is no yes, and the same key asked again gives the same answer."""
        verbs, step = self.verbs, LookStep.NOT_DONE
        if verbs is not None:
            try:
                await in_time(lambda: ask(verbs), WITHIN_S)
                step = done
            except (HallSilentError, HallRefusedError) as error:
                LOG.info("staff corner: %s was not done: %s", act.value, error.code)
        if step is done:
            LOG.info("staff corner: %s", act.value)
            await self.book.note(act)
        self.post(NumberChanged(self.clock(), job, step))
