"""Every statement about machines with keys of their own; for both dialects."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql

from hall_server.store import tables as t
from hall_server.store.prepared import Prepared
from hall_server.store.tables_machines import enrolment_code, machine

_machine, _code, _key = machine.c, enrolment_code.c, t.api_key.c
_ours = _machine.hall_id == bindparam("hall_id")

MACHINES = Prepared(select(machine).where(_ours).order_by(_machine.asked_at, _machine.key_id))
MACHINE = Prepared(select(machine).where(_ours, _machine.key_id == bindparam("key_id")))
_put = postgresql.insert(machine)
PUT_MACHINE = Prepared(
    _put.on_conflict_do_update(
        index_elements=["hall_id", "key_id"],
        set_={name: _put.excluded[name] for name in ("state", "boots", "boot_since", "decided_at", "decided_by")},
    )
)
KEYS_OF_KIOSK = Prepared(
    select(_key.id)
    .where(
        _key.hall_id == bindparam("hall_id"),
        _key.place == bindparam("kiosk"),
        _key.role == bindparam("role"),
        _key.revoked_at.is_(None),
    )
    .order_by(_key.created_at, _key.id)
)
ENROLMENT_CODES = Prepared(
    select(_code.code_hash, _code.kiosk, _code.made_at, _code.made_by, _code.key_id)
    .where(_code.hall_id == bindparam("hall_id"))
    .order_by(_code.made_at)
)
_put_code = postgresql.insert(enrolment_code)
PUT_ENROLMENT_CODE = Prepared(
    _put_code.on_conflict_do_update(
        index_elements=["hall_id", "code_hash"],
        set_={name: _put_code.excluded[name] for name in ("kiosk", "made_at", "made_by", "key_id")},
    )
)
FORGET_ENROLMENT_CODES = Prepared(
    delete(enrolment_code).where(_code.hall_id == bindparam("hall_id"), _code.made_at < bindparam("before"))
)
