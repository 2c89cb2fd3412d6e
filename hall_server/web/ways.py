"""Where somebody who is signed in may go: the pages for staff, by the right that each needs. One list for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.domain.rights import Right, may

if TYPE_CHECKING:
    from hall_server.web.staff_sessions import StaffSession

ACCOUNT, SCREENS, DEVICES = "/account", "/screens", "/devices"


class Way(NamedTuple):
    """A page for staff."""

    right: Right
    address: str
    name: str
    icon: str


WAYS = (
    Way(Right.SERVE, "/counter", "叫号台", "armchair"),
    Way(Right.GREET, "/greeter", "导办台", "hand-heart"),
    Way(Right.LEAD, "/lead", "现在", "clock"),
    Way(Right.SEE_PEOPLE, "/people", "人员和窗口", "users"),
    Way(Right.PAIR_SCREENS, SCREENS, "屏幕", "megaphone"),
    Way(Right.SEE_MACHINES, DEVICES, "设备", "wrench"),
    Way(Right.OWN_ACCOUNT, ACCOUNT, "我的密码", "shield"),
)


def ways_of(session: StaffSession) -> list[Way]:
    """All pages that somebody may open; with a one-time PIN only the one that changes it."""
    if session.must_change:
        return [way for way in WAYS if way.address == ACCOUNT]
    return [way for way in WAYS if may(session.roles, way.right)]


def first_place(session: StaffSession) -> str:
    """Where somebody begins."""
    return ways_of(session)[0].address
