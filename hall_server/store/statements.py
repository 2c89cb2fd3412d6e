"""Every statement the hall runs, by what it is for, written for both dialects.

The conditions of the partial indexes stand word for word in the queries they serve; SQLite asks for that.
"""

from __future__ import annotations

from sqlalchemy import Text, bindparam, delete, func, insert, literal_column, or_, select, text, union_all, update
from sqlalchemy.dialects import postgresql

from hall_server.store import tables as t
from hall_server.store.prepared import Prepared, bytewise

_hall = bindparam("hall_id", type_=Text)
_ticket = t.ticket.c
_event = t.ticket_event.c


HEAD = Prepared(select(t.hall_head.c.n, t.hall_head.c.hash).where(t.hall_head.c.hall_id == _hall))
NEW_HEAD = Prepared(insert(t.hall_head))
SET_HEAD = Prepared(
    update(t.hall_head)
    .where(t.hall_head.c.hall_id == bindparam("of_hall"))
    .values(n=bindparam("new_n"), hash=bindparam("new_hash"))
)

INCARNATIONS = Prepared(
    select(t.incarnation.c.id, t.incarnation.c.n, t.incarnation.c.at, t.incarnation.c.cause)
    .where(t.incarnation.c.hall_id == _hall)
    .order_by(t.incarnation.c.ordinal)
)
REBIRTHS = Prepared(
    select(t.incarnation.c.at, t.incarnation.c.id)
    .where(t.incarnation.c.hall_id == _hall, t.incarnation.c.cause != literal_column(f"'{t.CREATED}'"))
    .order_by(t.incarnation.c.ordinal)
)
NEW_INCARNATION = Prepared(insert(t.incarnation))

TICKET = Prepared(select(t.ticket).where(_ticket.hall_id == _hall, _ticket.id == bindparam("id")))
TICKETS = Prepared(select(t.ticket).where(_ticket.hall_id == _hall).order_by(_ticket.place))
NEW_TICKET = Prepared(insert(t.ticket))
SET_TICKET = Prepared(
    update(t.ticket)
    .where(_ticket.hall_id == bindparam("of_hall"), _ticket.id == bindparam("of_id"))
    .values({
        name: bindparam(f"new_{name}")
        for name in (
            "queue", "state", "delivery", "n", "counter", "called_at", "last_called_at", "served_at", "ended_at",
            "recalls", "outcome", "end_reason", "directed_to", "held_at", "no_shows", "missed_at", "chips",
        )
    })
)  # fmt: skip
LINE = Prepared(
    select(t.ticket)
    .where(
        _ticket.hall_id == _hall,
        _ticket.queue == bindparam("queue"),
        text(f"({t.IN_LINE})"),
        _ticket.state != literal_column("'reserved'"),
        _ticket.business_day == bindparam("business_day"),
    )
    .order_by(_ticket.place)
    .limit(bindparam("most"))
)
QUEUED = Prepared(  # the same with those whose slip is not answered for, and all of them
    select(t.ticket)
    .where(
        _ticket.hall_id == _hall,
        _ticket.queue == bindparam("queue"),
        text(f"({t.IN_LINE})"),
        _ticket.business_day == bindparam("business_day"),
    )
    .order_by(_ticket.place)
)
AHEAD = Prepared(
    select(func.count())
    .select_from(t.ticket)
    .where(
        _ticket.hall_id == _hall,
        _ticket.queue == bindparam("queue"),
        text(f"({t.IN_LINE})"),
        _ticket.state != literal_column("'unconfirmed'"),
        _ticket.place < bindparam("place"),
        _ticket.business_day == bindparam("business_day"),
    )
)
AT_COUNTER = Prepared(
    select(t.ticket).where(_ticket.hall_id == _hall, text(f"({t.AT_COUNTER})"), _ticket.counter == bindparam("counter"))
)
IN_LINE = Prepared(
    select(t.ticket).where(_ticket.hall_id == _hall, text(f"({t.IN_LINE})")).order_by(_ticket.queue, _ticket.place)
)
AT_COUNTERS = Prepared(select(t.ticket).where(_ticket.hall_id == _hall, text(f"({t.AT_COUNTER})")))

ASIDE = Prepared(
    select(t.ticket).where(_ticket.hall_id == _hall, text(f"({t.ASIDE})")).order_by(_ticket.queue, _ticket.place)
)
MISSED = Prepared(
    select(t.ticket)
    .where(
        _ticket.hall_id == _hall,
        _ticket.queue == bindparam("queue"),
        text(f"({t.ASIDE})"),
        _ticket.state == literal_column("'no_show'"),
        _ticket.business_day == bindparam("business_day"),
    )
    .order_by(_ticket.place)
)

CARRIED = Prepared(
    select(_ticket.id).where(
        _ticket.hall_id == _hall,
        text(f"({t.CARRIED})"),
        _ticket.carried_from == bindparam("carried_from"),
        _ticket.state != literal_column("'void'"),  # its slip never came out: the old one is still good
    )
)

PAGE = Prepared(  # '' stands for every queue, every state
    select(t.ticket)
    .where(
        _ticket.hall_id == _hall,
        _ticket.business_day == bindparam("business_day"),
        _ticket.place > bindparam("after"),
        or_(bindparam("queue", type_=Text) == literal_column("''"), _ticket.queue == bindparam("queue", type_=Text)),
        or_(bindparam("state", type_=Text) == literal_column("''"), _ticket.state == bindparam("state", type_=Text)),
    )
    .order_by(_ticket.place)
    .limit(bindparam("most"))
)

LABELLED = Prepared(
    select(t.ticket).where(
        _ticket.hall_id == _hall, _ticket.business_day == bindparam("business_day"), _ticket.label == bindparam("label")
    )
)

_of = t.ticket_event.alias("of_ticket").c
EVENTS_OF = Prepared(  # the birth by the ticket's place, the rest by their index
    select(_event.body)
    .where(
        _event.hall_id == _hall,
        _event.n.in_(
            union_all(
                select(_ticket.place).where(_ticket.hall_id == _hall, _ticket.id == bindparam("ticket_id")),
                select(_of.n).where(_of.hall_id == _hall, _of.ticket_id == bindparam("ticket_id"), text(t.LATER)),
            )
        ),
    )
    .order_by(_event.n)
)
EVENTS = Prepared(
    select(_event.body)
    .where(_event.hall_id == _hall, _event.n > bindparam("after"))
    .order_by(_event.n)
    .limit(bindparam("most"))
)
CHAIN = Prepared(
    select(_event.n, _event.at, _event.business_day, _event.ticket_id, _event.move, _event.body, _event.hash)
    .where(_event.hall_id == _hall)
    .order_by(_event.n)
)
NEW_EVENT = Prepared(insert(t.ticket_event))

_row = t.queue_counter.c
NUMBERS = Prepared(
    select(_row.online_next, _row.lease_next).where(
        _row.hall_id == _hall, _row.business_day == bindparam("business_day"), _row.queue == bindparam("queue")
    )
)
HIGHEST_NUMBER = Prepared(  # "A0" <= label < "A:", for ":" follows "9": A042 but not AC042
    select(func.max(_ticket.number)).where(
        _ticket.hall_id == _hall,
        _ticket.business_day == bindparam("business_day"),
        bytewise(_ticket.label) >= bindparam("first", type_=Text),
        bytewise(_ticket.label) < bindparam("end", type_=Text),
    )
)
_put_numbers = postgresql.insert(t.queue_counter)
PUT_NUMBERS = Prepared(
    _put_numbers.on_conflict_do_update(
        index_elements=["hall_id", "business_day", "queue"],
        set_={"online_next": _put_numbers.excluded.online_next, "lease_next": _put_numbers.excluded.lease_next},
    )
)

_calls = t.queue_calls.c
CALLS = Prepared(
    select(_calls.calls).where(
        _calls.hall_id == _hall, _calls.business_day == bindparam("business_day"), _calls.queue == bindparam("queue")
    )
)
_put_calls = postgresql.insert(t.queue_calls)
PUT_CALLS = Prepared(
    _put_calls.on_conflict_do_update(
        index_elements=["hall_id", "business_day", "queue"], set_={"calls": _put_calls.excluded.calls}
    )
)
_run = t.booked_run.c
BOOKED_RUN = Prepared(
    select(_run.calls).where(
        _run.hall_id == _hall, _run.business_day == bindparam("business_day"), _run.counter == bindparam("counter")
    )
)
BOOKED_RUNS = Prepared(
    select(_run.counter, _run.calls).where(_run.hall_id == _hall, _run.business_day == bindparam("business_day"))
)
_put_run = postgresql.insert(t.booked_run)
PUT_BOOKED_RUN = Prepared(
    _put_run.on_conflict_do_update(
        index_elements=["hall_id", "business_day", "counter"], set_={"calls": _put_run.excluded.calls}
    )
)

_kept = t.idempotency.c
KEPT = Prepared(
    select(_kept.fingerprint, _kept.status, _kept.body).where(_kept.hall_id == _hall, _kept.key == bindparam("key"))
)
KEEP = Prepared(insert(t.idempotency))
KEPT_HOURS = Prepared(  # dividing integers gives integers in both dialects
    select(_kept.at.op("/")(text("3600000000"))).where(_kept.hall_id == _hall).distinct()
)
FORGET_KEPT = Prepared(delete(t.idempotency).where(_kept.hall_id == _hall, _kept.at < bindparam("before")))

_seat = t.counter_session.c
SEATS = Prepared(select(_seat.counter, _seat.clerk, _seat.since).where(_seat.hall_id == _hall).order_by(_seat.counter))
SEAT = Prepared(
    select(_seat.counter, _seat.clerk, _seat.since).where(_seat.hall_id == _hall, _seat.counter == bindparam("counter"))
)
SEAT_OF = Prepared(
    select(_seat.counter, _seat.clerk, _seat.since).where(_seat.hall_id == _hall, _seat.clerk == bindparam("clerk"))
)
LEAVE_SEAT = Prepared(delete(t.counter_session).where(_seat.hall_id == _hall, _seat.counter == bindparam("counter")))
TAKE_SEAT = Prepared(insert(t.counter_session))

_login = t.staff_login.c
STAFF_LOGINS = Prepared(
    select(_login.secret_hash, _login.staff_no, _login.pin_mark, _login.counter, _login.created_at, _login.expires_at)
    .where(_login.hall_id == _hall)
    .order_by(_login.created_at)
)
_put_login = postgresql.insert(t.staff_login)
PUT_STAFF_LOGIN = Prepared(
    _put_login.on_conflict_do_update(
        index_elements=["hall_id", "secret_hash"],
        set_={"counter": _put_login.excluded.counter, "expires_at": _put_login.excluded.expires_at},
    )
)
DROP_STAFF_LOGIN = Prepared(
    delete(t.staff_login).where(_login.hall_id == _hall, _login.secret_hash == bindparam("secret_hash"))
)
FORGET_STAFF_LOGINS = Prepared(
    delete(t.staff_login).where(_login.hall_id == _hall, _login.expires_at <= bindparam("at"))
)

_tries = t.pin_tries.c
PIN_TRIES = Prepared(
    select(_tries.staff_no, _tries.tries, _tries.last_at).where(_tries.hall_id == _hall).order_by(_tries.last_at)
)
_put_tries = postgresql.insert(t.pin_tries)
PUT_PIN_TRIES = Prepared(
    _put_tries.on_conflict_do_update(
        index_elements=["hall_id", "staff_no"],
        set_={"tries": _put_tries.excluded.tries, "last_at": _put_tries.excluded.last_at},
    )
)
DROP_PIN_TRIES = Prepared(delete(t.pin_tries).where(_tries.hall_id == _hall, _tries.staff_no == bindparam("staff_no")))
FORGET_PIN_TRIES = Prepared(delete(t.pin_tries).where(_tries.hall_id == _hall, _tries.last_at < bindparam("before")))

_key = t.api_key.c
_key_columns = (_key.id, _key.role, _key.name, _key.place, _key.secret_hash, _key.created_at, _key.revoked_at)
API_KEYS = Prepared(select(*_key_columns).where(_key.hall_id == _hall).order_by(_key.created_at, _key.id))
API_KEY = Prepared(
    select(*_key_columns).where(_key.hall_id == _hall, _key.id == bindparam("id"), _key.revoked_at.is_(None))
)
NEW_API_KEY = Prepared(insert(t.api_key))
REVOKE_API_KEY = Prepared(
    update(t.api_key)
    .where(_key.hall_id == bindparam("of_hall"), _key.id == bindparam("of_id"), _key.revoked_at.is_(None))
    .values(revoked_at=bindparam("at"))
)
HALLS = Prepared(select(t.hall_head.c.hall_id))
