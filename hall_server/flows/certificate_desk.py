"""打印证明 of one hall: that somebody said yes, how each use ended, what became of the paper.

The city is asked by whoever brings its answer here; whose licences they are passes through and stays nowhere. Entries
of the book of records name the visit, the kiosk and the type of licence (CL-E3). Behind one object of `Hall`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.certificates import CONSENT_US, MOST_USES, PrintedAs, PrintKept
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.records import Record
from hall_server.flows.certificates import Wanted
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from hall_server.contract.certificates import FetchCertificate, FindCertificates, TellPrinted
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

CONSENT, USE, PRINTED = "certificate_consent", "certificate_use", "certificate_printed"  # kinds of records


class Agreed(msgspec.Struct, frozen=True):
    """A record of `CONSENT`. `types`: those that were named on the screen, () = all."""

    types: tuple[str, ...] = ()


class Used(msgspec.Struct, frozen=True):
    """A record of `USE`: one document was fetched. `way`: screen or link; `came`: "" or the city's word."""

    licence: str
    way: str
    came: str = ""


class Printed(msgspec.Struct, frozen=True):
    """A record of `PRINTED`."""

    licence: str
    copies: int
    came: PrintedAs


class CertificateDesk:
    """Everything about printed certificates that a hall answers for."""

    def __init__(self, here: Here, commits: Commits, keys: InFlight, reader: Reader) -> None:
        self._here = here
        self._commits = commits
        self._keys = keys
        self._reader = reader

    def agreed(self, caller: Caller, order: FindCertificates) -> Promise[Record]:
        """Keep that they said yes. HallProblem(bad_request) when they did not."""
        if not order.consent:
            raise HallProblem(ProblemCode.BAD_REQUEST, "nobody said yes", field="$.consent")
        return self._keep(caller, CONSENT, correlation_of(order.visit), Agreed(order.types))

    def wanted(self, caller: Caller, order: FindCertificates | FetchCertificate) -> Wanted:
        """The question to the city. HallProblem(bad_request)."""
        types = getattr(order, "types", ())
        return Wanted(order.holder, correlation_of(order.visit), caller.id, types)

    def may_fetch(self, caller: Caller, order: FetchCertificate) -> None:
        """Whether they said yes here and not too long ago. HallProblem(not_allowed | too_many_requests)."""
        oldest, uses, agreed = self._here.clock.now() - CONSENT_US, 0, False
        for one in self._reader.records_about(correlation_of(order.visit)):
            uses += one.kind == USE
            agreed = agreed or (one.kind == CONSENT and one.actor == caller.id and one.at >= oldest)
        if not agreed:
            raise HallProblem(ProblemCode.NOT_ALLOWED, "nobody said yes here in this visit")
        if uses >= MOST_USES:
            raise HallProblem(ProblemCode.TOO_MANY_REQUESTS, f"{MOST_USES} documents of one visit")

    def used(self, caller: Caller, order: FetchCertificate, licence: str, way: str, came: str = "") -> Promise[Record]:
        """One document was asked for, with what came of it."""
        return self._keep(caller, USE, correlation_of(order.visit), Used(licence, way, came))

    def printed(self, caller: Caller, key: str, order: TellPrinted) -> Promise[PrintKept]:
        """What became of the paper, once. HallProblem(bad_request)."""
        visit, at = correlation_of(order.visit), self._here.clock.now()
        what = Printed(order.type, order.copies, order.came)

        def flow(tx: Transaction) -> PrintKept:
            tx.add_record(_record(caller, PRINTED, visit, what, at))
            return PrintKept(visit, order.came)

        request = Request(key, "certificate_printed", visit, caller, order)
        self._keys.enter(key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, PrintKept, flow), (key,))
        return self._keys.leave_with(key, promise)

    def _keep(self, caller: Caller, kind: str, visit: str, what: msgspec.Struct) -> Promise[Record]:
        record = _record(caller, kind, visit, what, self._here.clock.now())

        def flow(tx: Transaction) -> Record:
            return tx.add_record(record)

        return self._commits.submit(flow)


def _record(caller: Caller, kind: str, visit: str, what: msgspec.Struct, at: int) -> Record:
    told = msgspec.Raw(msgspec.json.encode(what))
    return Record(at=at, kind=kind, about=visit, actor_kind=caller.kind, actor=caller.id, what=told)
