"""The statements about kiosks, leases and outboxes, for both dialects (see statements.py)."""

from __future__ import annotations

from sqlalchemy import Text, bindparam, literal_column, select, update
from sqlalchemy.dialects import postgresql

from hall_server.store import tables_kiosks as k
from hall_server.store.prepared import Prepared
from hall_server.store.tables import ticket

_hall = bindparam("hall_id", type_=Text)
_kiosk = k.kiosk_identity.c
_lease = k.lease.c
_box = k.outbox.c
_no = k.outbox_refused.c

_identity = (
    _kiosk.kiosk, _kiosk.fingerprint, _kiosk.epoch, _kiosk.boot_id, _kiosk.emergency_letter, _kiosk.seen_n,
    _kiosk.seen_at, _kiosk.contact_before, _kiosk.quarantined,
)  # fmt: skip
KIOSK = Prepared(select(*_identity).where(_kiosk.hall_id == _hall, _kiosk.kiosk == bindparam("kiosk")))
KIOSKS = Prepared(select(*_identity).where(_kiosk.hall_id == _hall).order_by(_kiosk.kiosk))
_put_kiosk = postgresql.insert(k.kiosk_identity)
PUT_KIOSK = Prepared(
    _put_kiosk.on_conflict_do_update(
        index_elements=["hall_id", "kiosk"],
        set_={
            name: _put_kiosk.excluded[name]
            for name in (
                "fingerprint", "epoch", "boot_id", "emergency_letter", "seen_n", "seen_at", "contact_before",
                "quarantined",
            )
        },
    )
)  # fmt: skip

RELEASE_KIOSK = Prepared(
    update(k.kiosk_identity)
    .where(_kiosk.hall_id == bindparam("of_hall"), _kiosk.kiosk == bindparam("of_kiosk"))
    .values(fingerprint=literal_column("''"), boot_id=literal_column("''"), quarantined=literal_column("''"))
)

_block = (
    _lease.business_day, _lease.letter, _lease.first, _lease.last, _lease.queue, _lease.kiosk, _lease.epoch,
    _lease.boot_id, _lease.granted_at, _lease.expires_at, _lease.dropped,
)  # fmt: skip
LEASES = Prepared(  # those of one letter and day
    select(*_block)
    .where(
        _lease.hall_id == _hall, _lease.business_day == bindparam("business_day"), _lease.letter == bindparam("letter")
    )
    .order_by(_lease.first)
)
EARLIER_BOOT = Prepared(
    select(_lease.epoch)
    .where(
        _lease.hall_id == _hall,
        _lease.kiosk == bindparam("kiosk"),
        _lease.boot_id == bindparam("boot_id"),
        _lease.epoch < bindparam("epoch"),
    )
    .limit(1)
)
NEW_LEASE = Prepared(postgresql.insert(k.lease))
DROP_LEASES = Prepared(
    update(k.lease)
    .where(
        _lease.hall_id == bindparam("of_hall"),
        _lease.kiosk == bindparam("of_kiosk"),
        _lease.dropped == literal_column("0"),
        _lease.epoch < bindparam("before"),
    )
    .values(dropped=literal_column("1"))
)

OUTBOX = Prepared(
    select(_box.acked, _box.since).where(
        _box.hall_id == _hall, _box.kiosk == bindparam("kiosk"), _box.incarnation == bindparam("incarnation")
    )
)
_put_box = postgresql.insert(k.outbox)
PUT_OUTBOX = Prepared(
    _put_box.on_conflict_do_update(
        index_elements=["hall_id", "kiosk", "incarnation"],
        set_={"acked": _put_box.excluded.acked, "since": _put_box.excluded.since},
    )
)
REFUSED = Prepared(
    select(_no.ticket_id, _no.code).where(
        _no.hall_id == _hall,
        _no.kiosk == bindparam("kiosk"),
        _no.incarnation == bindparam("incarnation"),
        _no.seq == bindparam("seq"),
    )
)
NEW_REFUSED = Prepared(postgresql.insert(k.outbox_refused))

AT_ONCE = tuple(f"one_{number}" for number in range(50))  # the names of what is looked up together; '' fills up
KNOWN = Prepared(
    select(ticket.c.id).where(ticket.c.hall_id == _hall, ticket.c.id.in_([bindparam(name) for name in AT_ONCE]))
)
HELD = Prepared(
    select(ticket.c.label).where(
        ticket.c.hall_id == _hall,
        ticket.c.business_day == bindparam("business_day"),
        ticket.c.label.in_([bindparam(name) for name in AT_ONCE]),
    )
)
