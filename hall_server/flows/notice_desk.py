"""有消息告诉我 of one hall: who wishes to hear of their ticket, where to, and that they wish it no more (CL-C16).

The wish is kept in the book of records, the address in memory only; whoever booked at the city has one there. Knows no
carrier: `filled` puts the address into a message on its way out.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.bookings import Channel
from hall_server.contract.city.notices import Addressee, Notice, NoticeChannel
from hall_server.contract.city.ports import PortName
from hall_server.contract.messages import Empty
from hall_server.contract.notice_wishes import NoticesWished, WishNotices
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.city.telling import Wish
from hall_server.domain.hall_state import Moved
from hall_server.domain.moves import ENDED
from hall_server.domain.records import Record
from hall_server.flows.address_book import AddressBook
from hall_server.flows.desk import find
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.domain.appointment import Booking
    from hall_server.domain.city.post import CityMessage
    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Commits, Promise, Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

WISH = "notice_wish"  # the kind of record


class WishRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """That somebody wished to hear of a ticket, or wished it no more; never where."""

    wished: bool
    channel: NoticeChannel | None = None


class NoticeDesk:
    """Everything about a ticket's messages."""

    def __init__(self, here: Here, commits: Commits, keys: InFlight, ports: Sequence[PortName]) -> None:
        self.book = AddressBook()
        self._here = here
        self._commits = commits
        self._keys = keys
        self._there = PortName.NOTICES in ports

    # -- commands ------------------------------------------------------------------------------------------------

    def wish(self, caller: Caller, key: str, ticket: str, order: WishNotices) -> Promise[NoticesWished]:
        """Tell me. HallProblem(bad_request | ticket_unknown | illegal_move | not_found: there is no such platform)."""
        to = _addressee(order)
        nameless = WishNotices(channel=order.channel)  # a hash of the number would say the number
        request = Request(key, "wish_notices", ticket, caller, nameless)
        promise = self._command(request, ticket, WishRecord(wished=True, channel=order.channel))

        def heard(done: Promise[NoticesWished]) -> None:
            with suppress(HallProblem):
                done.result()
                self.book.put(ticket, to, order.channel, self._here.clock.now())

        promise.add_done_callback(heard)
        return promise

    def stop(self, caller: Caller, key: str, ticket: str) -> Promise[NoticesWished]:
        """No more of it. HallProblem(ticket_unknown | illegal_move | not_found)."""
        self.book.forget(ticket)
        return self._command(Request(key, "stop_notices", ticket, caller, Empty()), ticket, WishRecord(wished=False))

    def _command(self, request: Request, ticket_id: str, record: WishRecord) -> Promise[NoticesWished]:
        at = self._here.clock.now()
        if not self._there:
            raise HallProblem(ProblemCode.NOT_FOUND, "this hall has no platform for messages")

        def flow(tx: Transaction) -> NoticesWished:
            ticket = find(tx, ticket_id)
            if ticket.state in ENDED:
                raise HallProblem(ProblemCode.ILLEGAL_MOVE, "the ticket has ended")
            what, by = msgspec.Raw(msgspec.json.encode(record)), request.caller
            tx.add_record(Record(at=at, kind=WISH, about=ticket.id, actor_kind=by.kind, actor=by.id, what=what))
            return NoticesWished(ticket=ticket.id, wished=record.wished, channel=record.channel)

        self._keys.enter(request.key)
        work = self._commits.submit(lambda tx: once(tx, request, at, NoticesWished, flow), (request.key, ticket_id))
        return self._keys.leave_with(request.key, work)

    # -- for the post --------------------------------------------------------------------------------------------

    @property
    def anybody(self) -> bool:
        """Whether somebody may wish to hear anything at all: bookings of the city's, or addresses here."""
        return self._there

    def wished(self, tx: Transaction, ticket: Ticket, booking: Booking | None) -> Wish | None:
        """Whether the visitor wishes to hear of this ticket; the last word counts."""
        kept = self.book.get(ticket.id) if self._there else None
        booked = booking if self._there and booking and booking.reference and booking.channel is Channel.CITY else None
        if kept is None and booked is None:
            return None
        words = [one.as_(WishRecord) for one in tx.records_about(ticket.id) if one.kind == WISH]
        if words and not words[-1].wished:
            return None
        if kept is not None:
            return Wish(kept.channel)
        return Wish(NoticeChannel.APP, booked.reference) if booked else None

    def filled(self, message: CityMessage) -> bytes | None:
        """The message as it is sent, with whom it is for; None: nobody knows any more."""
        if message.port is not PortName.NOTICES:
            return message.body
        notice = msgspec.json.decode(message.body, type=Notice)
        if notice.to is not None:
            return message.body
        kept = self.book.get(notice.ticket)
        return msgspec.json.encode(msgspec.structs.replace(notice, to=kept.to)) if kept else None

    # -- what happens beside -------------------------------------------------------------------------------------

    def hear(self, changes: Iterable[Change]) -> None:
        """A ticket that has ended takes its address with it, after a while."""
        for change in changes if len(self.book) else ():
            if isinstance(change, Moved) and change.ticket.state in ENDED:
                self.book.ended(change.ticket.id, self._here.clock.now())

    def tick(self) -> None:
        """Drop what is too old."""
        if len(self.book):
            self.book.age(self._here.clock.now())


def _addressee(order: WishNotices) -> Addressee:
    by_handle = order.issuer is not None and order.handle is not None
    if (order.phone is not None) == by_handle or (order.issuer is None) != (order.handle is None):
        raise HallProblem(ProblemCode.BAD_REQUEST, "a telephone number, or an issuer and a handle", field="$.phone")
    return Addressee(phone=order.phone, issuer=order.issuer, handle=order.handle)
