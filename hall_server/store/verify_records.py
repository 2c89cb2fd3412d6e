"""Proof that the book of records is whole: nothing in it was changed, and nothing taken out of the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.records import Record
from hall_server.store import statements_city as sql
from hall_server.store.chain import genesis, link

if TYPE_CHECKING:
    from hall_server.store.reading import HallReader


def record_findings(reader: HallReader, hall_id: str) -> list[str]:
    """What is wrong with the book; the first thing, for behind a break nothing can be said."""
    before = genesis(hall_id)
    chain = reader.stream(sql.RECORD_CHAIN, {"hall_id": hall_id})
    for n, (n_stored, at, kind, about, body, hash_) in enumerate(chain, 1):
        entry = _read(body)
        if entry is None or n_stored != n or link(before, body) != hash_:
            return [f"record {n_stored}: the chain is broken"]
        if (entry.n, entry.at, entry.kind, entry.about) != (n, at, kind, about):
            return [f"record {n}: its columns are not what was remembered"]
        before = hash_
    return []


def _read(body: object) -> Record | None:
    if not isinstance(body, bytes):
        return None
    try:
        return msgspec.json.decode(body, type=Record)
    except msgspec.MsgspecError:
        return None
