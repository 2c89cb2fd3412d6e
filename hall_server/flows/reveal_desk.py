"""按住看全: whoever serves a visitor sees the masked name and number in full, and each look is written down first.

There is only something to see where licences were found with the visitor's consent, and only until the ticket ends:
the hall keeps masks (definitions.md 9). The entry says who looked, when and at what kind of thing; never what it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.licence_visits import FilledField
    from hall_server.domain.seams import Commits, Promise, Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here
    from hall_server.flows.licence_desk import LicenceDesk
    from hall_server.flows.live_hall import LiveHall

KIND = "identity_seen"
_FIELDS = ("name", "id_number")


class IdentitySeen(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the book keeps of one look: where, and which fields there were to see; () = there was nothing."""

    counter: int
    fields: tuple[str, ...] = ()


class Revealed(msgspec.Struct, frozen=True):
    """A name and a number in full, for as long as somebody holds the key. `principal`: of whom the visitor acts for."""

    name: str = ""
    number: str = ""
    source: str = ""
    principal: bool = False

    def __repr__(self) -> str:
        """Without the person."""
        return f"Revealed(there={bool(self.name or self.number)}, principal={self.principal})"


class RevealDesk:
    """Looks at who stands at a counter."""

    def __init__(self, here: Here, commits: Commits, licences: LicenceDesk, live: Callable[[], LiveHall]) -> None:
        self._here, self._commits, self._licences, self._live = here, commits, licences, live

    def look(self, caller: Caller, ticket_id: str) -> Promise[Revealed]:
        """The person in full once the look is in the book. HallProblem(not_your_ticket | counter_closed).

        Pressed again it is another look: nothing of the answer is kept, so there is no key under which to keep it.
        """
        live, counter = self._live(), caller.counter or 0
        ticket, seat = live.at_counter.get(counter), live.sessions.get(counter)
        if seat is None:
            raise HallProblem(ProblemCode.COUNTER_CLOSED)
        if ticket is None or ticket.id != ticket_id:
            raise HallProblem(ProblemCode.NOT_YOUR_TICKET)
        visit = ticket.correlation or ticket.id
        said = {one.field: one for one in self._licences.found(caller, visit).fields if one.field in _FIELDS}
        entry = Record(
            at=self._here.clock.now(),
            kind=KIND,
            about=visit,
            actor_kind=caller.kind,
            actor=seat.clerk,
            what=msgspec.Raw(msgspec.json.encode(IdentitySeen(counter, tuple(said)))),
        )

        def work(tx: Transaction) -> Revealed:
            tx.add_record(entry)
            return _revealed(ticket, said)

        return self._commits.submit(work)


def _revealed(ticket: Ticket, said: dict[str, FilledField]) -> Revealed:
    name, number = said.get("name"), said.get("id_number")
    first = name or number
    return Revealed(
        name.value if name else "",
        number.value if number else "",
        first.source if first else "",
        principal=number is not None and _is_principals(ticket, number.value),
    )


def _is_principals(ticket: Ticket, number: str) -> bool:
    """Whose licences they are: of the one for whom the visitor acts, where the number ends as theirs does."""
    principal = ticket.on_behalf.principal if ticket.on_behalf else None
    if principal is None or not principal.number_mask:
        return False
    own = ticket.visitor.number_mask if ticket.visitor else ""
    return _fits(principal.number_mask, number) and not (own and _fits(own, number))


def _fits(mask: str, number: str) -> bool:
    return number.endswith(mask[-4:])
