"""The words about people who work in the hall: what somebody is, and how their account stands (docs/rights.md)."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class StaffRole(StrEnum):
    """What a member of staff does in the hall; somebody may be several."""

    CLERK = "clerk"  # 窗口人员
    GREETER = "greeter"  # 导办员
    LEAD = "lead"  # 值班长
    MANAGER = "manager"  # 大厅主管
    TECHNICIAN = "technician"  # 技术员
    AUDITOR = "auditor"  # 审计员


class AccountState(StrEnum):
    """How an account stands."""

    ACTIVE = "active"
    MUST_CHANGE = "must_change"  # a one-time PIN: nothing but changing it is open
    LOCKED = "locked"


class AccountAct(StrEnum):
    """What was done to an account or at the door; each is one entry in the book of records."""

    ADDED = "added"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    PIN_RESET = "pin_reset"
    PIN_CHANGED = "pin_changed"
    CHANGED = "changed"  # name, roles, counters
    SIGNED_IN = "signed_in"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    SHUT_OUT = "shut_out"  # too many wrong PINs
    SENT_OFF = "sent_off"  # from a counter


class AccountRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry of kind `account`, about a staff number."""

    act: AccountAct
    roles: tuple[StaffRole, ...] = ()
    counter: int | None = None


KIND = "account"
