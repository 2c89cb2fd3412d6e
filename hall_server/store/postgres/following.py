"""What this process has been told of a hall, and how it catches up with what other processes have done there.

All changes reach the hall's memory by one road and in the order of commits: whoever holds the head first asks here for
what others did since, then adds its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from hall_server.domain.hall_state import CounterSession, Helped, Incarnation, Moved, Reborn, Seated, Staffed
from hall_server.domain.staff import PinTries, StaffLogin
from hall_server.domain.ticket import TicketEvent
from hall_server.store import statements as sql
from hall_server.store.help_rows import help_call_of
from hall_server.store.rows import ticket_of
from hall_server.store.statements_help import NEWEST_HELP
from hall_server.store.tables import ticket
from hall_server.store.tables_help import help_call

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hall_server.contract.help_calls import HelpCall
    from hall_server.domain.hall_state import Change
    from hall_server.store.driver import Driver
    from hall_server.store.postgres.heads import Head
    from hall_server.store.postgres.link import Db


TICKET_COLUMNS = ", ".join(f"ticket.{name}" for name in ticket.columns.keys())  # noqa: SIM118 - a collection of columns
_SINCE = (
    " ticket_event AS e JOIN unnest(%s::text[], %s::bigint[]) AS s(hall_id, n) ON e.hall_id = s.hall_id AND e.n > s.n"
)
EVENTS_SINCE = f"SELECT e.hall_id, e.body FROM {_SINCE} ORDER BY e.hall_id, e.n".encode()  # noqa: S608 - our own words
TICKETS_SINCE = (
    f"SELECT {TICKET_COLUMNS} FROM ticket JOIN (SELECT DISTINCT e.hall_id, e.ticket_id FROM {_SINCE}) AS moved"  # noqa: S608 - ours
    " ON ticket.hall_id = moved.hall_id AND ticket.id = moved.ticket_id"
).encode()
HELP_COLUMNS = ", ".join(f'h."{name}"' for name in help_call.columns.keys())  # noqa: SIM118 - a collection of columns
HELP_SINCE = (
    f"SELECT {HELP_COLUMNS} FROM help_call AS h JOIN unnest(%s::text[], %s::bigint[]) AS s(hall_id, n)"  # noqa: S608 - ours
    " ON h.hall_id = s.hall_id AND h.n > s.n ORDER BY h.n"
).encode()


class Told(NamedTuple):
    """A picture of a hall: up to which event and commit, who sits where, which lives."""

    n: int = 0
    version: int = -1
    seats: frozenset[CounterSession] = frozenset()
    lives: int = 0
    logins: frozenset[StaffLogin] = frozenset()
    tries: frozenset[PinTries] = frozenset()
    help_n: int = 0


def look(rows: Driver, head: Head) -> Told:
    """A hall as it stands; the caller holds its head."""
    newest = rows.run(NEWEST_HELP)
    return _look(rows, head, int(newest[0][0] or 0))


def _look(rows: Driver, head: Head, help_n: int) -> Told:
    seats = frozenset(CounterSession(*row) for row in rows.run(sql.SEATS))
    return Told(head.n, head.version, seats, len(rows.run(sql.INCARNATIONS)), *at_the_door(rows), help_n)


DOOR = {"staff_login", "pin_tries"}


def at_the_door(rows: Driver) -> tuple[frozenset[StaffLogin], frozenset[PinTries]]:
    """Sessions of consoles and tried PINs."""
    logins = frozenset(StaffLogin(*row) for row in rows.run(sql.STAFF_LOGINS))
    return logins, frozenset(PinTries(*row) for row in rows.run(sql.PIN_TRIES))


class News(NamedTuple):
    """What others' commits left behind in one hall: rows of tickets, bodies of events, calls for help, in order."""

    tickets: dict[str, Any]
    events: list[bytes]
    help: list[HelpCall]


def since(db: Db, halls: Mapping[str, Told]) -> dict[str, News]:
    """News of these halls since what was told of each, in one round trip. The caller holds their heads."""
    asked = [list(halls), [told.n for told in halls.values()]]
    with db.pipeline():
        tickets = db.execute(TICKETS_SINCE, asked)
        events = db.execute(EVENTS_SINCE, asked)
        help_calls = db.execute(HELP_SINCE, [list(halls), [told.help_n for told in halls.values()]])
    news = {hall: News({}, [], []) for hall in halls}
    for row in tickets.fetchall():
        news[row[0]].tickets[row[1]] = row
    for hall, body in events.fetchall():
        news[hall].events.append(body)
    for row in help_calls.fetchall():
        news[row[0]].help.append(help_call_of(row))
    return news


def catch_up(rows: Driver, told: Told, head: Head, news: News) -> tuple[list[Change], Told]:
    """What others have changed since `told`, in order, and the picture after it.

    A ticket that moved several times comes with its present row each time: the last word is right, every event is told.
    """
    now = _look(rows, head, max((call.n for call in news.help), default=told.help_n))
    lives = [Incarnation(*row) for row in rows.run(sql.INCARNATIONS)][told.lives :]
    gone = {seat.counter for seat in told.seats} - {seat.counter for seat in now.seats}
    changes: list[Change] = [Reborn(life) for life in lives]
    changes += [Seated(counter, None) for counter in sorted(gone)]
    changes += [Seated(seat.counter, seat) for seat in now.seats - told.seats]
    staffed = _staffed(told, now)
    changes += [staffed] if staffed != Staffed() else []
    tickets = {id_: ticket_of(row) for id_, row in news.tickets.items()}
    events = (msgspec.json.decode(body, type=TicketEvent) for body in news.events)
    changes += [Helped(call) for call in news.help]
    changes += [Moved(tickets[event.ticket], event) for event in events]
    return changes, now


def _staffed(told: Told, now: Told) -> Staffed:
    there, names = {one.secret_hash for one in now.logins}, {one.staff_no for one in now.tries}
    return Staffed(
        logins=tuple(now.logins - told.logins),
        tries=tuple(now.tries - told.tries),
        ended=tuple({one.secret_hash for one in told.logins} - there),
        forgiven=tuple({one.staff_no for one in told.tries} - names),
    )


def after_own(told: Told, head: Head, changes: Sequence[Change], *, wrote: bool) -> Told:
    """The picture when this process's own changes are committed on top of it."""
    n, lives, seats, help_n = told.n, told.lives, told.seats, told.help_n
    for change in changes:
        if isinstance(change, Moved):
            n = change.event.n
        elif isinstance(change, Reborn):
            lives += 1
        elif isinstance(change, Helped):
            help_n = change.call.n
        elif isinstance(change, Seated):
            others = {seat for seat in seats if seat.counter != change.counter}
            seats = frozenset(others if change.session is None else {*others, change.session})
    return told._replace(n=n, version=head.version + wrote, seats=seats, lives=lives, help_n=help_n)
