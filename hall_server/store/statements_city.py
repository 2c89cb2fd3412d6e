"""Every statement about the post to the city, the book of records, claims of codes; for both dialects."""

from __future__ import annotations

from sqlalchemy import Text, bindparam, delete, func, insert, literal_column, or_, select, text, update
from sqlalchemy.dialects import postgresql

from hall_server.store import tables_city as t
from hall_server.store.prepared import Prepared

_hall = bindparam("hall_id", type_=Text)
_port = bindparam("port", type_=Text)
_state = bindparam("state", type_=Text)
_kind = bindparam("kind", type_=Text)
_message = t.city_message.c
_elder = t.city_message.alias("older")
_older = _elder.c
_cursor = t.city_cursor.c
_record = t.record.c
_claim = t.code_claim.c
CHANGING = ("state", "tries", "due_at", "why", "settled_at")

CURSOR = Prepared(select(_cursor.cursor).where(_cursor.hall_id == _hall, _cursor.stream == bindparam("stream")))
_put_cursor = postgresql.insert(t.city_cursor)
PUT_CURSOR = Prepared(
    _put_cursor.on_conflict_do_update(
        index_elements=["hall_id", "stream"], set_={"cursor": _put_cursor.excluded.cursor}
    )
)

MESSAGE = Prepared(select(t.city_message).where(_message.hall_id == _hall, _message.id == bindparam("id")))
NEWEST_PLACE = Prepared(select(func.max(_message.place)).where(_message.hall_id == _hall))
NEW_MESSAGE = Prepared(insert(t.city_message))
SET_MESSAGE = Prepared(
    update(t.city_message)
    .where(_message.hall_id == bindparam("of_hall"), _message.id == bindparam("of_id"))
    .values({name: bindparam(f"new_{name}") for name in CHANGING})
)
DUE = Prepared(  # of each subject the oldest that waits, if its time has come
    select(t.city_message)
    .where(
        _message.hall_id == _hall,
        _message.port == _port,
        text("city_message.state = 'waiting'"),
        _message.due_at <= bindparam("at"),
        ~select(literal_column("1"))
        .select_from(_elder)
        .where(
            _older.hall_id == _hall,
            _older.port == _port,
            _older.subject == _message.subject,
            text("older.state = 'waiting'"),
            _older.place < _message.place,
        )
        .correlate(t.city_message)
        .exists(),
    )
    .order_by(_message.place)
    .limit(bindparam("most"))
)
COUNTS = Prepared(
    select(_message.port, _message.state, func.count(), func.min(_message.made_at))
    .where(_message.hall_id == _hall)
    .group_by(_message.port, _message.state)
)
MESSAGES = Prepared(
    select(t.city_message)
    .where(
        _message.hall_id == _hall,
        _message.place > bindparam("after"),
        or_(_port == literal_column("''"), _message.port == _port),
        or_(_state == literal_column("''"), _message.state == _state),
    )
    .order_by(_message.place)
    .limit(bindparam("most"))
)
FORGET_TAKEN = Prepared(
    delete(t.city_message).where(
        _message.hall_id == _hall,
        _message.state == literal_column("'taken'"),
        _message.settled_at < bindparam("before"),
    )
)

CLAIM = Prepared(
    select(_claim.code, _claim.kiosk, _claim.key, _claim.at).where(
        _claim.hall_id == _hall, _claim.code == bindparam("code")
    )
)
NEW_CLAIM = Prepared(insert(t.code_claim))
FORGET_CLAIMS = Prepared(delete(t.code_claim).where(_claim.hall_id == _hall, _claim.at < bindparam("before")))

LAST_RECORD = Prepared(
    select(_record.n, _record.hash).where(_record.hall_id == _hall).order_by(_record.n.desc()).limit(1)
)
NEW_RECORD = Prepared(insert(t.record))
RECORDS_ABOUT = Prepared(
    select(_record.body).where(_record.hall_id == _hall, _record.about == bindparam("about")).order_by(_record.n)
)
RECORDS = Prepared(
    select(_record.body)
    .where(
        _record.hall_id == _hall,
        _record.n > bindparam("after"),
        or_(_kind == literal_column("''"), _record.kind == _kind),
    )
    .order_by(_record.n)
    .limit(bindparam("most"))
)
RECORD_CHAIN = Prepared(
    select(_record.n, _record.at, _record.kind, _record.about, _record.body, _record.hash)
    .where(_record.hall_id == _hall)
    .order_by(_record.n)
)
