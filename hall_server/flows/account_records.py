"""An entry in the book of records about somebody's account. Nothing in it but staff numbers, roles and counters."""

from __future__ import annotations

import msgspec

from hall_server.contract.staff import KIND, AccountAct, AccountRecord, StaffRole
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.records import Record

SERVER = ""
"""In the place of a staff number: the hall itself, or whoever has its folder."""


def account_record(
    act: AccountAct,
    about: str,
    at: int,
    by: str,
    *,
    roles: tuple[StaffRole, ...] = (),
    counter: int | None = None,
) -> Record:
    """What was done to a staff number's account, and by whom."""
    what = AccountRecord(act, roles, counter)
    return Record(
        at=at,
        kind=KIND,
        about=about,
        actor_kind=ActorKind.CLERK if by else ActorKind.SERVER,
        actor=by,
        what=msgspec.Raw(msgspec.json.encode(what)),
    )
