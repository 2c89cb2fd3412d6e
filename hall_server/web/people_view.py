"""What the page of people and counters shows, as plain values for its templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.staff import AccountState, StaffRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from hall_server.domain.accounts import StaffAccount
    from hall_server.flows.hall import Hall

    HallTime = Callable[[int], datetime]

NAME_MOST = 20
ROLE_WORDS = {
    StaffRole.CLERK: "窗口人员",
    StaffRole.GREETER: "导办员",
    StaffRole.LEAD: "值班长",
    StaffRole.MANAGER: "大厅主管",
    StaffRole.TECHNICIAN: "技术员",
    StaffRole.AUDITOR: "审计员",
}
_STATE_WORDS = {AccountState.ACTIVE: "在用", AccountState.MUST_CHANGE: "还没换密码", AccountState.LOCKED: "已停用"}


class RoleBox(msgspec.Struct, frozen=True):
    """A role to tick."""

    value: str
    words: str
    held: bool


class PersonView(msgspec.Struct, frozen=True):
    """One account; `pin_since`: when its PIN was last changed by its owner, "" = never."""

    staff_no: str
    name: str
    roles: tuple[RoleBox, ...]
    roles_words: str
    counters: str
    state: str
    state_words: str
    pin_since: str


class CounterView(msgspec.Struct, frozen=True):
    """One counter: what may be done there, who sits there since when, and whom they have before them."""

    no: int
    name: str
    services: str
    clerk: str
    since: str
    label: str


def role_boxes(held: Iterable[StaffRole] = ()) -> tuple[RoleBox, ...]:
    """All roles, with those ticked that somebody has."""
    have = frozenset(held)
    return tuple(RoleBox(role.value, words, role in have) for role, words in ROLE_WORDS.items())


def people_seen(accounts: Iterable[StaffAccount], hall_time: HallTime) -> list[PersonView]:
    """All accounts by number, those that are locked at the end."""
    ordered = sorted(accounts, key=lambda one: (one.locked_at is not None, one.staff_no))
    return [_person(one, hall_time) for one in ordered]


def _person(account: StaffAccount, hall_time: HallTime) -> PersonView:
    changed = account.pin_changed_at
    return PersonView(
        staff_no=account.staff_no,
        name=account.name,
        roles=role_boxes(account.roles),
        roles_words="、".join(ROLE_WORDS[role] for role in account.roles),
        counters=",".join(map(str, account.counters)),
        state=account.state.value,
        state_words=_STATE_WORDS[account.state],
        pin_since=hall_time(changed).strftime("%Y-%m-%d") if changed else "",
    )


def counters_seen(hall: Hall, staff: Mapping[str, StaffAccount], hall_time: HallTime) -> list[CounterView]:
    """All counters of the hall, in order."""
    site, seen = hall.site, []
    for no in sorted(site.counters):
        rule, seat, now = site.counters[no], hall.session(no), hall.counter(no)
        sitting = staff.get(seat.clerk) if seat else None
        seen.append(
            CounterView(
                no=no,
                name=rule.name,
                services="、".join(site.queues[queue].name for queue in rule.queues),
                clerk=(sitting.name if sitting else seat.clerk) if seat else "",
                since=hall_time(seat.since).strftime("%H:%M") if seat else "",
                label=now.label,
            )
        )
    return seen
