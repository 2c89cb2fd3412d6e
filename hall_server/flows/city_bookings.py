"""Bookings made at the city come into the hall, each once; what cannot be kept is told back (CL-C1).

A page of news and how far it was read are committed together. Old and doubled news changes nothing; a cancellation that
comes before its booking is remembered, and the booking is not made.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.bookings import Book, Channel
from hall_server.contract.city.appointments import BOOKED, CANCELLED, REFUSED, BookingRefused, CityBooking
from hall_server.contract.city.ports import PortName
from hall_server.contract.identity.pseudonym import code_pseudonym
from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import OPEN
from hall_server.domain.city.post import message_id
from hall_server.domain.city.telling import Draft, messages_of
from hall_server.flows.book import book
from hall_server.flows.caller import Caller
from hall_server.flows.cancel_booking import cancel_booking

if TYPE_CHECKING:
    from hall_server.contract.city.appointments import CityVisitor
    from hall_server.contract.city.wire import NewsPage, NewsRow
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.here import Here

STREAM = "news:appointments"
CITY = Caller(ActorKind.SERVER, "city")
_PORT = PortName.APPOINTMENTS
_REFERENCE = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")
_log = logging.getLogger("kapok.city")


def booking_id_of(reference: str) -> str:
    """The hall's id of a booking made at the city: the same, however often it is told."""
    return message_id(_PORT.value, reference)


class CityBookings:
    """Takes pages of news in. `key`: the hall's, for pseudonyms; without it bookings name nobody."""

    def __init__(self, here: Here, commits: Commits, reader: Reader, key: bytes) -> None:
        self._here = here
        self._commits = commits
        self._reader = reader
        self._key = key

    @property
    def cursor(self) -> str:
        """How far news was read."""
        return self._reader.city_cursor(STREAM)

    def take_in(self, page: NewsPage, after: str) -> Promise[int]:
        """A page that was asked for with `after`; how many rows changed something. Another process's page is passed."""

        def work(tx: Transaction) -> int:
            if tx.city_cursor(STREAM) != after:
                return 0
            changed = sum(self._one(tx, row) for row in page.rows)
            if page.next != after:
                tx.put_city_cursor(STREAM, page.next)
            return changed

        return self._commits.submit(work)

    def _one(self, tx: Transaction, row: NewsRow) -> bool:
        if not set(row.subject) <= _REFERENCE:
            _log.warning("port=%s news with a number that is none", _PORT.value)
            return False
        if row.kind == BOOKED:
            return self._booked(tx, row)
        return row.kind == CANCELLED and self._cancelled(tx, row.subject)

    def _booked(self, tx: Transaction, row: NewsRow) -> bool:
        booking_id = booking_id_of(row.subject)
        if tx.booking(booking_id) is not None or tx.city_cursor(_gone(row.subject)):
            return False
        try:
            told = msgspec.json.decode(row.body, type=CityBooking)
        except msgspec.MsgspecError:
            return self._refuse(tx, row.subject, ProblemCode.BAD_REQUEST)
        order = Book(
            item=told.item,
            starts_at=told.starts_at,
            channel=Channel.CITY,
            visitor=self._visitor(told.visitor),
            correlation=None,
            reference=row.subject,
        )
        try:
            book(tx, self._here, booking_id, order, CITY)
        except HallProblem as problem:  # decided before anything is written
            return self._refuse(tx, row.subject, problem.code)
        return True

    def _cancelled(self, tx: Transaction, reference: str) -> bool:
        booking = tx.booking(booking_id_of(reference))
        if booking is None:
            tx.put_city_cursor(_gone(reference), "1")
            return True
        if booking.state not in OPEN:
            return False
        cancel_booking(tx, self._here, booking.id, "", CITY)
        return True

    def _refuse(self, tx: Transaction, reference: str, why: ProblemCode) -> bool:
        at = self._here.clock.now()
        told = BookingRefused(reference=reference, why=why.value, at=at)
        (message,) = messages_of([Draft(_PORT, REFUSED, booking_id_of(reference), told)], (_PORT,), at)
        return tx.post(message)

    def _visitor(self, visitor: CityVisitor | None) -> VisitorMask | None:
        if visitor is None or not self._key:
            return None
        pseudonym = code_pseudonym(self._key, visitor.issuer, visitor.handle)
        return VisitorMask(pseudonym, visitor.name_mask, visitor.number_mask)


def _gone(reference: str) -> str:
    """The stream under which it is remembered that a booking was given back before it came."""
    return f"{STREAM}:gone:{reference}"
