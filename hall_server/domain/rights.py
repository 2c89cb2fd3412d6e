"""Who may do what: one table, role × right, for people and for machines alike (CL-H10). Pure.

Every address of the hall names the right that it needs; there is no other place where a role is asked. What is not in
the table is refused. A right says what may be asked for, the rules of the hall still say whether it is done.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from hall_server.contract.staff import StaffRole
from hall_server.contract.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Bearer: TypeAlias = StaffRole | Role
"""A person's role, or the role of a machine's key."""


class Right(StrEnum):
    """What an address needs of whoever asks."""

    OPEN = "open"  # nothing: boards, ticket pages behind their code, the way in
    OWN_ACCOUNT = "own_account"  # one's own session and PIN
    WATCH = "watch"  # the hall as it stands: counts and labels, nothing of a person
    VISIT = "visit"  # what a visitor does at a kiosk
    ASSIST = "assist"  # what a visitor does at a kiosk or has done at a counter: book, look up, cancel
    OWN_PROFILE = "own_profile"  # what an enrolled machine has to know of itself
    STAFF_CORNER = "staff_corner"  # what staff do about numbers at a kiosk, behind its PIN: find, cancel, priority
    SERVE = "serve"  # a counter's work: call, serve, complete, and what the visitor at hand has brought
    GREET = "greet"  # walking the hall: calls for help, numbers given by hand, priority with a reason
    REVEAL = "reveal"  # see a masked name or number in full; each look is written down
    TELL_ALL = "tell_all"  # 紧急通知 on every screen
    LEAD = "lead"  # waits, counters and findings of the whole hall
    SEE_PEOPLE = "see_people"  # the list of accounts, and who sits where
    SEAT_PEOPLE = "seat_people"  # send a clerk off a counter
    RESET_PIN = "reset_pin"  # unlock an account, give it a new one-time PIN
    KEEP_PEOPLE = "keep_people"  # add accounts, lock them, change their roles
    PAIR_SCREENS = "pair_screens"  # boards and screens of counters
    SEE_MACHINES = "see_machines"  # how the hall's machines are
    KEEP_MACHINES = "keep_machines"  # enrol a machine, shut it out, send it something to do
    READ_RECORDS = "read_records"  # the book of records
    SUMMARISE = "summarise"  # what one hall tells another
    RUN_HALL = "run_hall"  # close the day, the post to the city


_CLERK = frozenset({Right.OWN_ACCOUNT, Right.WATCH, Right.SERVE, Right.REVEAL})
_GREETER = frozenset({Right.OWN_ACCOUNT, Right.WATCH, Right.GREET, Right.TELL_ALL})
_MACHINE_KEEPER = frozenset({Right.SEE_MACHINES, Right.KEEP_MACHINES})
_LEAD = frozenset({Right.LEAD, Right.SEE_PEOPLE, Right.SEAT_PEOPLE, Right.RESET_PIN}) | _MACHINE_KEEPER
_MACHINES = frozenset(
    {Right.OWN_PROFILE, Right.WATCH, Right.VISIT, Right.ASSIST, Right.STAFF_CORNER, Right.SERVE, Right.TELL_ALL},
)

RIGHTS: Mapping[Bearer, frozenset[Right]] = {
    StaffRole.CLERK: _CLERK,
    StaffRole.GREETER: _GREETER,
    StaffRole.LEAD: _CLERK | _GREETER | _LEAD,
    StaffRole.MANAGER: _LEAD
    | {Right.OWN_ACCOUNT, Right.WATCH, Right.TELL_ALL, Right.KEEP_PEOPLE, Right.PAIR_SCREENS, Right.READ_RECORDS},
    StaffRole.TECHNICIAN: frozenset({Right.OWN_ACCOUNT, Right.WATCH, Right.PAIR_SCREENS}) | _MACHINE_KEEPER,
    StaffRole.AUDITOR: frozenset(
        {Right.OWN_ACCOUNT, Right.WATCH, Right.LEAD, Right.SEE_PEOPLE, Right.SEE_MACHINES, Right.READ_RECORDS},
    ),
    Role.KIOSK: frozenset({Right.OWN_PROFILE, Right.WATCH, Right.VISIT, Right.ASSIST, Right.STAFF_CORNER}),
    Role.BOARD: frozenset({Right.WATCH}),
    Role.COUNTER: frozenset({Right.OWN_PROFILE, Right.WATCH, Right.ASSIST, Right.SERVE, Right.TELL_ALL}),
    Role.PEER: frozenset({Right.SUMMARISE}),
    Role.ADMIN: _MACHINES | {Right.SUMMARISE, Right.RUN_HALL},
}


def may(bearers: Collection[Bearer], right: Right) -> bool:
    """Whether somebody with these roles has a right; Right.OPEN needs none."""
    return right is Right.OPEN or any(right in RIGHTS[bearer] for bearer in bearers)


def reaches(bearers: Collection[Bearer], others: Collection[Bearer]) -> bool:
    """Whether somebody may give a new PIN to others: nobody gets hold of a right that way which is not theirs."""
    theirs = frozenset().union(*(RIGHTS[one] for one in bearers))
    return Right.KEEP_PEOPLE in theirs or all(RIGHTS[other] <= theirs for other in others)
