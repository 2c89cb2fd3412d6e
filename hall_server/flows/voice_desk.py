"""评价、投诉与 12345 工单 of one hall: kept in the book of records, told to the city, each once (CL-F3, F7, F15, F16).

A rating and a complaint need no city: they are kept, and told when it is there. Nothing of a rating is answered to any
console. What was written with a complaint is in its message alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from hall_server.contract.city.complaints import (
    ANSWERED,
    COMPLAINT,
    ComplaintTold,
    OrderAnswered,
    OrderState,
    WorkOrder,
)
from hall_server.contract.city.complaints import WORK_ORDER as ORDER_NEWS
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.ratings import RATING, RatingTold
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.contract.voices import (
    AnswerOrder,
    Complain,
    ComplaintCategories,
    ComplaintKept,
    GiveRating,
    OrderAnswer,
    RatingKept,
    WorkOrders,
    WorkOrderView,
)
from hall_server.domain.city import voices
from hall_server.domain.city.telling import Draft, messages_of
from hall_server.domain.records import Record
from hall_server.flows.desk import find
from hall_server.flows.once import InFlight, Request, once
from hall_server.flows.records_since import before_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.contract.city.wire import NewsPage, NewsRow
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

T = TypeVar("T")
STREAM = "news:complaints"
_ORDERS_SHOWN = 100
_PAGE = 1_000
_CASES_FOR, _CASES_SHOWN = 7 * 24 * 3_600_000_000, 20


class VoiceDesk:
    """Everything that visitors say of the hall."""

    def __init__(
        self, here: Here, commits: Commits, keys: InFlight, reader: Reader, ports: Sequence[PortName] = ()
    ) -> None:
        self._here = here
        self._commits = commits
        self._keys = keys
        self._reader = reader
        self._ports = tuple(ports)

    # -- questions -----------------------------------------------------------------------------------------------

    def table(self) -> ComplaintCategories:
        """What one can complain of."""
        return ComplaintCategories(self._here.site.complaint_categories)

    def orders(self) -> WorkOrders:
        """Work orders of the hotline, the newest first; of several versions the newest."""
        found: dict[str, WorkOrderView] = {}
        for record in self._all(voices.WORK_ORDER):
            view = record.as_(WorkOrderView)
            if view.number not in found or found[view.number].version < view.version:
                found[view.number] = view
        for record in self._all(voices.ORDER_ANSWER):
            if (known := found.get(record.about)) is not None:
                found[record.about] = msgspec.structs.replace(known, state=record.as_(OrderAnswered).state)
        return WorkOrders(tuple(sorted(found.values(), key=lambda one: -one.at)[:_ORDERS_SHOWN]))

    def cases(self) -> tuple[str, ...]:
        """回访: tickets of visits rated badly in the last seven days, the newest first; the stars are not told."""
        since = before_moment(self._reader, voices.RATING_CASE, self._here.clock.now() - _CASES_FOR)
        return tuple(one.about for one in reversed(self._all(voices.RATING_CASE, since)))[:_CASES_SHOWN]

    @property
    def cursor(self) -> str:
        """How far news was read."""
        return self._reader.city_cursor(STREAM)

    # -- commands ------------------------------------------------------------------------------------------------

    def rate(self, caller: Caller, key: str, ticket_id: str, order: GiveRating) -> Promise[RatingKept]:
        """评价. HallProblem(not_allowed: to staff | ticket_unknown | illegal_move: nobody has been served yet)."""
        if caller.kind is ActorKind.CLERK:
            raise HallProblem(ProblemCode.NOT_ALLOWED, "ratings are the visitors'")
        at = self._here.clock.now()

        def flow(tx: Transaction) -> RatingKept:
            ticket = find(tx, ticket_id)
            if ticket.served_at is None and ticket.ended_at is None:
                raise HallProblem(ProblemCode.ILLEGAL_MOVE, "nobody has been served yet")
            before = tx.records_about(ticket.id)
            again = voices.is_again(before, order.stage)
            kept = voices.RatingRecord(order.stage, order.stars, order.channel.value, order.options, again)
            record = self._keep(tx, voices.RATING, ticket.id, kept, caller)
            if voices.opens_case(before, order.stars):
                self._keep(tx, voices.RATING_CASE, ticket.id, voices.RatingCase(record.n), caller)
            told = RatingTold(
                ticket=ticket.id,
                stage=order.stage,
                stars=order.stars,
                at=at,
                channel=order.channel,
                item=ticket.item,
                options=order.options,
                counter=ticket.counter,
                correlation=ticket.correlation,
                again=again,
            )
            once_as = f"{order.stage.value} {record.n}" if again else order.stage.value
            draft = Draft(PortName.RATINGS, RATING, ticket.id, told, ticket.correlation or ticket.id, once_as)
            self._post(tx, draft, at)
            return RatingKept(ticket=ticket.id, stage=order.stage, again=again)

        return self._command(Request(key, "rate", ticket_id, caller, order), RatingKept, flow, at)

    def complain(self, caller: Caller, key: str, order: Complain) -> Promise[ComplaintKept]:
        """投诉. HallProblem(bad_request: no such category | ticket_unknown)."""
        at = self._here.clock.now()
        if order.category not in {one.code for one in self._here.site.complaint_categories}:
            raise HallProblem(ProblemCode.BAD_REQUEST, "no such category", field="$.category")
        kept_order = msgspec.structs.replace(order, words=voices.without_numbers(order.words))

        def flow(tx: Transaction) -> ComplaintKept:
            ticket = find(tx, order.ticket) if order.ticket else None
            record = self._keep(tx, voices.COMPLAINT, key, voices.ComplaintRecord(order.category, order.ticket), caller)
            number = voices.complaint_number(self._here.day(at), record.n)
            told = ComplaintTold(
                number=number,
                category=order.category,
                at=at,
                words=kept_order.words,
                ticket=order.ticket,
                item=ticket.item if ticket else "",
                place=f"counter {caller.counter}" if caller.counter is not None else caller.id[:64],
            )
            self._post(tx, Draft(PortName.COMPLAINTS, COMPLAINT, number, told, key), at, key)
            return ComplaintKept(number=number, category=order.category, at=at, hotline=self._here.site.hotline)

        return self._command(Request(key, "complain", "", caller, kept_order), ComplaintKept, flow, at)

    def answer(self, caller: Caller, key: str, number: str, order: AnswerOrder) -> Promise[OrderAnswer]:
        """What the hall says of a work order. HallProblem(not_found)."""
        at = self._here.clock.now()

        def flow(tx: Transaction) -> OrderAnswer:
            if not any(one.kind == voices.WORK_ORDER for one in tx.records_about(number)):
                raise HallProblem(ProblemCode.NOT_FOUND, "no such work order")
            told = OrderAnswered(order=number, state=order.state, at=at, words=voices.without_numbers(order.words))
            self._keep(tx, voices.ORDER_ANSWER, number, told, caller)
            self._post(tx, Draft(PortName.COMPLAINTS, ANSWERED, number, told, number), at, key)
            return OrderAnswer(number=number, state=order.state, at=at)

        return self._command(Request(key, "answer_order", number, caller, order), OrderAnswer, flow, at)

    # -- news ----------------------------------------------------------------------------------------------------

    def take_in(self, page: NewsPage, after: str) -> Promise[int]:
        """A page that was asked for with `after`; how many rows changed something. Another process's page is passed."""

        def work(tx: Transaction) -> int:
            if tx.city_cursor(STREAM) != after:
                return 0
            changed = sum(self._order(tx, row) for row in page.rows if row.kind == ORDER_NEWS)
            if page.next != after:
                tx.put_city_cursor(STREAM, page.next)
            return changed

        return self._commits.submit(work)

    def _order(self, tx: Transaction, row: NewsRow) -> bool:
        known = [one.as_(WorkOrderView) for one in tx.records_about(row.subject) if one.kind == voices.WORK_ORDER]
        if any(one.version >= row.version for one in known):
            return False
        try:
            told = msgspec.json.decode(row.body, type=WorkOrder)
        except msgspec.MsgspecError:
            return False
        at = self._here.clock.now()
        view = WorkOrderView(
            number=row.subject,
            version=row.version,
            category=told.category,
            words=voices.without_numbers(told.words),
            at=told.at,
            due_at=told.due_at,
            ticket=told.ticket,
        )
        self._keep(tx, voices.WORK_ORDER, row.subject, view, None)
        told_back = OrderAnswered(order=row.subject, state=OrderState.RECEIVED, at=at)
        draft = Draft(
            PortName.COMPLAINTS, ANSWERED, row.subject, told_back, row.subject, f"{self._here.site.id} {row.version}"
        )
        self._post(tx, draft, at)
        return True

    # -- shared --------------------------------------------------------------------------------------------------

    def _keep(self, tx: Transaction, kind: str, about: str, what: msgspec.Struct, by: Caller | None) -> Record:
        at, who, raw = (
            self._here.clock.now(),
            by.kind if by else ActorKind.SERVER,
            msgspec.Raw(msgspec.json.encode(what)),
        )
        return tx.add_record(
            Record(at=at, kind=kind, about=about, actor_kind=who, actor=by.id if by else "city", what=raw)
        )

    def _post(self, tx: Transaction, draft: Draft, at: int, *about: str) -> None:
        for message in messages_of([draft], self._ports, at, *about):
            tx.post(message)

    def _all(self, kind: str, after: int = 0) -> list[Record]:
        found: list[Record] = []
        while page := self._reader.records(kind, found[-1].n if found else after, _PAGE):
            found += page
        return found

    def _command(self, request: Request, shape: type[T], flow: Callable[[Transaction], T], at: int) -> Promise[T]:
        self._keys.enter(request.key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, shape, flow), (request.key,))
        return self._keys.leave_with(request.key, promise)
