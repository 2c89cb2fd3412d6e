"""安全事件: what of the book is one, and its line of RFC 5424 without anybody's number (CL-H18, CL-E14)."""

from __future__ import annotations

import re

import msgspec
import pytest

from hall_server.contract.enrolment import EnrolAct, EnrolRecord
from hall_server.contract.machine_acts import MachineAct, MachineRecord
from hall_server.contract.staff import AccountAct, AccountRecord
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.records import Record
from hall_server.domain.security_events import SecurityEntry, rfc5424, security_entry

AT = 1_792_030_920_123_000
LINE = re.compile(
    r"<(\d{1,3})>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [!-~]+ kapok-hall - ([a-z_]{1,32}) "
    r"\[kapok@32473( [a-z]+=\"([^\"\\\]]|\\[\"\\\]])*\")+\]"
)


def entry(kind: str, what: msgspec.Struct, about: str = "K1", actor: str = "K1") -> Record:
    raw = msgspec.Raw(msgspec.json.encode(what))
    return Record(n=12, at=AT, kind=kind, about=about, actor_kind=ActorKind.KIOSK, actor=actor, what=raw)


@pytest.mark.parametrize(
    ("record", "event", "kiosk", "priority"),
    [
        (entry("machine_act", MachineRecord(MachineAct.DOOR_OPENED, AT - 5)), "door_opened", "K1", 108),
        (entry("machine_act", MachineRecord(MachineAct.REPEATED_AUTH_FAILURE)), "repeated_auth_failure", "K1", 108),
        (entry("machine", EnrolRecord(EnrolAct.CLONED, "3f9a"), "K3", ""), "cloned", "K3", 105),
        (entry("machine", EnrolRecord(EnrolAct.CODE_WRONG), "", ""), "code_wrong", "", 108),
        (entry("machine", EnrolRecord(EnrolAct.REFUSED, "3f9a"), "K3", "0404"), "refused", "K3", 108),
        (entry("account", AccountRecord(AccountAct.SHUT_OUT), "0317", ""), "shut_out", "", 108),
    ],
)
def test_cl_h18_what_endangers_is_an_event_and_a_line_without_a_staff_number(
    record: Record, event: str, kiosk: str, priority: int
) -> None:
    found = security_entry(record)
    assert found is not None
    assert (found.event, found.kiosk) == (event, kiosk)
    line = rfc5424(found, "gz-demo-district")
    told = LINE.fullmatch(line)
    assert told is not None, line
    assert (int(told[1]), told[2]) == (priority, event)
    assert "0317" not in line
    assert "0404" not in line


@pytest.mark.parametrize(
    "record",
    [
        entry("machine_act", MachineRecord(MachineAct.PAPER_CHANGED)),
        entry("account", AccountRecord(AccountAct.SIGNED_IN)),
        entry("consent", MachineRecord(MachineAct.DOOR_OPENED)),
    ],
)
def test_daily_work_is_none(record: Record) -> None:
    assert security_entry(record) is None


def test_a_name_with_quotes_and_line_ends_stays_within_its_field() -> None:
    line = rfc5424(SecurityEntry(1, AT, "tilted", 'K"1]\\\n', 4), "木棉 hall\n")
    assert LINE.fullmatch(line), line
    assert "\n" not in line
