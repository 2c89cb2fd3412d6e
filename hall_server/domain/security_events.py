"""安全事件: what a security office wants to hear of, picked out of the hall's book, as lines of RFC 5424. Pure.

Nothing of a visitor is in the book; of staff the line leaves out even the number.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.enrolment import KIND as MACHINE
from hall_server.contract.enrolment import EnrolAct
from hall_server.contract.machine_acts import KIND as AT_KIOSK
from hall_server.contract.machine_acts import MachineAct
from hall_server.contract.staff import KIND as ACCOUNT
from hall_server.contract.staff import AccountAct

if TYPE_CHECKING:
    from hall_server.domain.records import Record

_AUDIT = 13  # facility "log audit"
_ALERT, _WARNING, _NOTICE = 1, 4, 5
_SEVERITY: dict[tuple[str, str], int] = {
    (AT_KIOSK, MachineAct.DOOR_OPENED): _WARNING,
    (AT_KIOSK, MachineAct.DOOR_CLOSED): _NOTICE,
    (AT_KIOSK, MachineAct.TILTED): _WARNING,
    (AT_KIOSK, MachineAct.UPRIGHT): _NOTICE,
    (AT_KIOSK, MachineAct.POWER_LOST): _WARNING,
    (AT_KIOSK, MachineAct.POWER_BACK): _NOTICE,
    (AT_KIOSK, MachineAct.SENSORS_LOST): _WARNING,
    (AT_KIOSK, MachineAct.SENSORS_BACK): _NOTICE,
    (AT_KIOSK, MachineAct.REPEATED_AUTH_FAILURE): _WARNING,
    (MACHINE, EnrolAct.REFUSED): _WARNING,
    (MACHINE, EnrolAct.REVOKED): _NOTICE,
    (MACHINE, EnrolAct.CLONED): _ALERT,
    (MACHINE, EnrolAct.CODE_WRONG): _WARNING,
    (ACCOUNT, AccountAct.SHUT_OUT): _WARNING,
}
_ID = "kapok@32473"  # the number that RFC 5612 keeps for examples: we have none of our own


class SecurityEntry(msgspec.Struct, frozen=True):
    """One. `n`: of the entry; `at` UTC microseconds, when it happened; `kiosk` "": at no kiosk."""

    n: int
    at: int
    event: str
    kiosk: str
    severity: int


class _Act(msgspec.Struct):
    act: str = ""
    happened_at: int | None = None


def security_entry(one: Record) -> SecurityEntry | None:
    """What an entry of the book means for security; None: nothing."""
    if one.kind not in {AT_KIOSK, MACHINE, ACCOUNT}:
        return None
    what = one.as_(_Act)
    severity = _SEVERITY.get((one.kind, what.act))
    if severity is None:
        return None
    kiosk = {AT_KIOSK: one.actor, MACHINE: one.about}.get(one.kind, "")
    return SecurityEntry(one.n, what.happened_at or one.at, what.act, kiosk, severity)


def rfc5424(entry: SecurityEntry, hall: str) -> str:
    """One line without its end."""
    at = datetime.fromtimestamp(entry.at / 1_000_000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    known = {"n": str(entry.n), "kiosk": entry.kiosk}
    data = "".join(f' {name}="{_escaped(value)}"' for name, value in known.items() if value)
    host = "".join(sign for sign in hall if "!" <= sign <= "~")[:255] or "-"
    return f"<{_AUDIT * 8 + entry.severity}>1 {at} {host} kapok-hall - {entry.event} [{_ID}{data}]"


def _escaped(value: str) -> str:
    plain = "".join(sign for sign in value if sign.isprintable())
    return plain.replace("\\", r"\\").replace('"', r"\"").replace("]", r"\]")
