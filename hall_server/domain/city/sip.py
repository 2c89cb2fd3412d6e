"""One case's package for the archive, out of the visit's own history (CL-H8): the same history, the same bytes. Pure.

The hall keeps no copies of documents: for each material there is a note that says where it is.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.archive import PackageTold, Retention
from hall_server.contract.city.package import (
    CASE,
    DOCUMENTS,
    EVENTS,
    HASHES,
    Hash,
    PackageCase,
    PackageDocument,
    PackageEvent,
    sha256_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.appointment import Booking
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket, TicketEvent

HOLD = "legal_hold"  # the kind of record that says so, about a ticket; `what` is HoldRecord
_NOTE = "{name}\n大厅不留存副本；申请材料由受理部门保存。\n"
_WHY = "kept_by_department"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes at any time


class HoldRecord(msgspec.Struct, frozen=True):
    """法律保全 of one visit, or its end."""

    on: bool


def package(
    site: HallSite,
    ticket: Ticket,
    history: Sequence[TicketEvent],
    booking: Booking | None,
    *,
    version: int,
    at: int,
    hold: bool = False,
    retention: Retention = Retention.YEARS_30,
) -> PackageTold:
    """The package of a completed visit."""
    items = ticket.items or (ticket.item,)
    names = [name for item in items if item in site.items for name in site.items[item].bring]
    documents = tuple(
        PackageDocument(f"m{no}", name, f"{DOCUMENTS}{no:02}.txt", _WHY) for no, name in enumerate(names, 1)
    )
    case = PackageCase(
        case=ticket.correlation or ticket.id,
        hall=site.id,
        ticket=ticket.id,
        items=items,
        outcome=ticket.outcome.value if ticket.outcome else "",
        began_at=ticket.taken_at,
        ended_at=ticket.ended_at or 0,
        retention=retention,
        hold=hold,
        correlation=ticket.correlation,
        booking=ticket.booking,
        reference=booking.reference if booking else "",
        documents=documents,
    )
    files = {
        CASE: _json(case),
        EVENTS: _json(tuple(_event(one) for one in history)),
        **{one.path: _NOTE.format(name=one.name).encode() for one in documents},
    }
    files[HASHES] = _json(tuple(Hash(path, sha256_of(data), len(data)) for path, data in files.items()))
    content = _zipped(files)
    return PackageTold(
        case=case.case,
        version=version,
        at=at,
        sha256=sha256_of(content),
        size=len(content),
        retention=retention,
        content=content,
        hold=hold,
    )


def _event(event: TicketEvent) -> PackageEvent:
    return PackageEvent(
        n=event.n,
        at=event.at,
        move=event.move.value,
        state=event.state.value,
        counter=event.counter,
        outcome=event.outcome.value if event.outcome else "",
        reason=event.reason,
    )


def _json(what: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(what), indent=1)


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
