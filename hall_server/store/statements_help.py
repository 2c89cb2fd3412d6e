"""Every statement about calls for help; for both dialects."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, select, text
from sqlalchemy.dialects import postgresql

from hall_server.store.prepared import Prepared
from hall_server.store.tables_help import OPEN, help_call

_call = help_call.c
_hall = _call.hall_id == bindparam("hall_id")
CHANGING = (
    "n", "page", "speech", "modes", "state", "by", "looks", "minutes", "seen_at", "coming_at", "ended_at", "presses",
)  # fmt: skip

HELP_CALL = Prepared(select(help_call).where(_hall, _call.id == bindparam("id")))
LAST_OF_KIOSK = Prepared(
    select(help_call).where(_hall, _call.kiosk == bindparam("kiosk")).order_by(_call.n.desc()).limit(1)
)
OPEN_CALLS = Prepared(select(help_call).where(_hall, text(OPEN)).order_by(_call.at, _call.n))
NEWEST_HELP = Prepared(select(func.max(_call.n)).where(_hall))
_put = postgresql.insert(help_call)
PUT_HELP_CALL = Prepared(
    _put.on_conflict_do_update(
        index_elements=["hall_id", "id"], set_={name: getattr(_put.excluded, name) for name in CHANGING}
    )
)
_newer = help_call.alias("newer")
_newest = select(func.max(_newer.c.n)).where(_newer.c.hall_id == bindparam("hall_id")).scalar_subquery()
FORGET_HELP_CALLS = Prepared(delete(help_call).where(_hall, _call.ended_at < bindparam("before"), _call.n < _newest))
