"""Every statement about staff accounts; for both dialects."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql

from hall_server.store.prepared import Prepared
from hall_server.store.tables_staff import staff_account

_account = staff_account.c
_hall = _account.hall_id == bindparam("hall_id")
CHANGING = (
    "name", "roles", "counters", "looks", "pin_hash", "pin_changed_at", "one_time_until", "locked_at",
)  # fmt: skip

STAFF_ACCOUNTS = Prepared(select(staff_account).where(_hall).order_by(_account.staff_no))
_put = postgresql.insert(staff_account)
PUT_STAFF_ACCOUNT = Prepared(
    _put.on_conflict_do_update(
        index_elements=["hall_id", "staff_no"], set_={name: getattr(_put.excluded, name) for name in CHANGING}
    )
)
