"""Who stands aside, for the clerks: held 挂起, missed 过号, found by a number, and what colleagues wrote on the way.

Questions only, answered from memory and committed rows. What a clerk wrote goes to counters, never to boards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.counters import AsideTicket, ColleagueWord
from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.ticket import DAY_OVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.domain.seams import Reader
    from hall_server.domain.ticket import Ticket, TicketEvent
    from hall_server.flows.here import Here
    from hall_server.flows.live_hall import LiveHall

LIST_MOST = 20
_EXPIRED_READ = 200
_NUMBER_DIGITS = 6
_LABEL_MOST = 9
_WRITES = frozenset({Move.HOLD, Move.TRANSFER})


class AsideDesk:
    """The lists of the counters."""

    def __init__(self, here: Here, reader: Reader, live: Callable[[], LiveHall]) -> None:
        self._here, self._reader, self._live = here, reader, live
        self._last: dict[str, tuple[int, TicketEvent]] = {}  # of held tickets: the event of the hold, by its number

    def held(self, counter: int) -> tuple[AsideTicket, ...]:
        """Held tickets that a counter may take back, those it held itself first, the earliest reminder on top."""
        found = [self._aside(one) for one in self._of(counter, TicketState.HELD)]
        alive = {one.id for one in found}
        self._last = {ticket_id: last for ticket_id, last in self._last.items() if ticket_id in alive}
        far = max((one.remind_at or one.at for one in found), default=0)
        found.sort(key=lambda one: (one.counter != counter, one.remind_at or far + one.at))
        return tuple(found)

    def missed(self, counter: int) -> tuple[AsideTicket, ...]:
        """Who missed a call and may still come back, the latest first: also those whose number ran out."""
        day, queues = self._live().business_day, self._here.site.counter(counter).queues
        ran_out = (
            one
            for one in self._reader.tickets_page(day, "", TicketState.EXPIRED.value, 0, _EXPIRED_READ)
            if one.queue in queues and one.end_reason != DAY_OVER
        )
        found = sorted((*self._of(counter, TicketState.NO_SHOW), *ran_out), key=lambda one: -(one.ended_at or 0))
        return tuple(self._plain(one) for one in found[:LIST_MOST])

    def counts(self, counter: int) -> tuple[int, int]:
        """How many missed their call, and how many are held, that this counter may serve."""
        return len(self._of(counter, TicketState.NO_SHOW)), len(self._of(counter, TicketState.HELD))

    def find(self, text: str) -> tuple[AsideTicket, ...]:
        """Today's tickets with a number: "37" in every queue, "A037" the one."""
        wanted = text.strip().upper()
        if not wanted.isascii() or not wanted.isalnum() or len(wanted) > _LABEL_MOST:
            return ()
        labels = [wanted]
        if wanted.isdigit() and len(wanted) <= _NUMBER_DIGITS:
            labels = [f"{queue.letter}{int(wanted):03d}" for queue in self._here.site.queues.values()]
        day = self._live().business_day
        found = (self._reader.labelled(label, day) for label in dict.fromkeys(labels))
        return tuple(self._plain(one) for one in found if one is not None)

    def words(self, ticket_id: str) -> tuple[ColleagueWord, ...]:
        """What clerks wrote about a ticket, in order."""
        return tuple(
            ColleagueWord(event.at, event.counter, event.actor, event.reason)
            for event in self._reader.history(ticket_id)
            if event.move in _WRITES and event.reason
        )

    def _of(self, counter: int, state: TicketState) -> list[Ticket]:
        queues = self._here.site.counter(counter).queues
        aside: Iterable[Ticket] = list(self._live().aside.values())
        return [one for one in aside if one.state is state and one.queue in queues]

    def _aside(self, ticket: Ticket) -> AsideTicket:
        known = self._last.get(ticket.id)
        if known is None or known[0] != ticket.n:
            known = self._last[ticket.id] = (ticket.n, self._reader.history(ticket.id)[-1])
        return self._plain(ticket, known[1])

    def _plain(self, ticket: Ticket, last: TicketEvent | None = None) -> AsideTicket:
        item = self._here.site.items.get(ticket.item)
        return AsideTicket(
            id=ticket.id,
            label=ticket.label,
            queue=ticket.queue,
            item_name=item.name if item else ticket.item,
            state=ticket.state,
            at=ticket.held_at or ticket.ended_at or ticket.taken_at,
            counter=ticket.counter,
            reason=last.reason if last else "",
            remind_at=last.remind_at if last else None,
            by=last.actor if last else "",
            no_shows=ticket.no_shows,
            directed_to=ticket.directed_to,
        )
