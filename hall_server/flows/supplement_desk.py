"""一次性告知: a counter tells a visitor once what is missing, and everything of it (CL-D1, B8).

What the hall has as an electronic licence is not missing (CL-D12). A second notice for a visit is whoever leads's to
give, with a reason. Each notice is an entry of the book, and each material outside the lists one more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.licence_visits import HeldState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.supplement import (
    KIND,
    OTHER_KIND,
    GiveNotice,
    Lack,
    NoticeGiven,
    OtherAsked,
    OtherMaterial,
    Told,
)
from hall_server.contract.vocabulary import TicketState
from hall_server.domain.records import Record
from hall_server.flows.desk import staff
from hall_server.flows.once import InFlight, Request, once
from hall_server.flows.records_since import before_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.contract.licence_visits import MaterialHeld
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.domain.ticket import Actor, Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here
    from hall_server.flows.licence_desk import LicenceDesk
    from hall_server.flows.live_hall import LiveHall

_PAGE = 200


class SupplementDesk:
    """Of one hall's counters."""

    def __init__(
        self,
        here: Here,
        commits: Commits,
        keys: InFlight,
        live: Callable[[], LiveHall],
        *,
        reader: Reader,
        licences: LicenceDesk,
    ) -> None:
        self._here, self._commits, self._keys, self._live = here, commits, keys, live
        self._reader, self._licences = reader, licences

    def of(self, visit: str) -> NoticeGiven | None:
        """The newest notice of a visit."""
        return _newest(self._reader.records_about(visit))

    def others_since(self, moment: int) -> tuple[OtherAsked, ...]:
        """Materials outside the lists that were asked for since a moment (UTC microseconds), in order."""
        reader = self._reader
        found = reader.records(OTHER_KIND, before_moment(reader, OTHER_KIND, moment), _PAGE)
        return tuple(one.as_(OtherAsked) for one in found)

    def give(self, caller: Caller, key: str, ticket_id: str, order: GiveNotice, *, leads: bool) -> Promise[NoticeGiven]:
        """Tell it, once. `leads`: whoever asks may give a second one.

        HallProblem(not_your_ticket | illegal_move: nobody is being served | bad_request: nothing is missing, or no
        material of this visit | paper_not_needed | basis_missing | notice_given).
        """
        ticket = self._live().at_counter.get(caller.counter or 0)
        if ticket is None or ticket.id != ticket_id:
            raise HallProblem(ProblemCode.NOT_YOUR_TICKET)
        if ticket.state is not TicketState.SERVING:
            raise HallProblem(ProblemCode.ILLEGAL_MOVE, f"notice in state {ticket.state.value}")
        visit = ticket.correlation or ticket.id
        held = {one.id: one for one in self._licences.found(caller, visit).materials}
        at = self._here.clock.now()

        def flow(tx: Transaction) -> NoticeGiven:
            told = (*_listed(held, order), *(_other(one) for one in order.others))
            if not told:
                raise HallProblem(ProblemCode.BAD_REQUEST, "nothing is missing", field="$.missing")
            before = _newest(tx.records_about(visit))
            if before is not None and not (leads and order.why):
                raise HallProblem(ProblemCode.NOTICE_GIVEN)
            who = staff(tx, caller)
            given = self._given(ticket, told, who, at, order.why if before else "")
            tx.add_record(_entry(KIND, visit, given, who, at))
            for one in order.others:
                asked = OtherAsked(ticket.label, given.items[0], one.name, one.basis, given.counter)
                tx.add_record(_entry(OTHER_KIND, visit, asked, who, at))
            return given

        request = Request(key, KIND, ticket_id, caller, order)
        self._keys.enter(key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, NoticeGiven, flow), (key,))
        return self._keys.leave_with(key, promise)

    def _given(self, ticket: Ticket, told: tuple[Told, ...], who: Actor, at: int, why: str) -> NoticeGiven:
        items = self._here.site.items
        return NoticeGiven(
            label=ticket.label,
            items=tuple(items[one].name if one in items else one for one in ticket.items or (ticket.item,)),
            told=told,
            counter=ticket.counter or 0,
            staff_no=who.id,
            at=at,
            second=bool(why),
            why=why,
        )


def _listed(held: dict[str, MaterialHeld], order: GiveNotice) -> list[Told]:
    found = []
    for one in {each.material: each for each in order.missing}.values():
        known = held.get(one.material)
        if known is None:
            raise HallProblem(ProblemCode.BAD_REQUEST, "no material of this visit", field="$.missing")
        if known.state is HeldState.HELD and not known.paper_asked:
            raise HallProblem(ProblemCode.PAPER_NOT_NEEDED, known.licence, field="$.missing")
        found.append(Told(known.name, one.lack))
    return found


def _other(one: OtherMaterial) -> Told:
    begins, ends = one.basis.find("《"), one.basis.find("》")
    if begins < 0 or ends < begins + 2:
        raise HallProblem(ProblemCode.BASIS_MISSING, field="$.others")
    return Told(one.name, Lack.NOT_BROUGHT, one.basis)


def _newest(records: Iterable[Record]) -> NoticeGiven | None:
    given = [one for one in records if one.kind == KIND]
    return given[-1].as_(NoticeGiven) if given else None


def _entry(kind: str, visit: str, what: msgspec.Struct, who: Actor, at: int) -> Record:
    told = msgspec.Raw(msgspec.json.encode(what))
    return Record(at=at, kind=kind, about=visit, actor_kind=who.kind, actor=who.id, what=told)
