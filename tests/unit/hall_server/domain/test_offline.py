"""Numbers that were given without the hall: since when their visitors wait, on which day, and whose they are."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.messages import TakeTicket
from hall_server.contract.offline import OfflineTake
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import Origin
from hall_server.domain.lease import KioskIdentity, Lease
from hall_server.domain.numbering import Rebirth, letters_of
from hall_server.domain.offline import day_of, judge, waits_since
from hall_server.domain.site import QueueRule

DAY = "2026-01-02"
OVER, LIFE = (Rebirth(DAY, f"00000000-0000-4000-8000-00000000000{number}") for number in (1, 2))
THEN, OWN = f"A{letters_of(OVER.life)}", f"A{letters_of(LIFE.life)}"  # of the life before, and of the present one
OTHER = "ACXX" if "ACXX" not in {THEN, OWN} else "ACYY"
QUEUE = QueueRule("general", "A", "综合", width=4)
KIOSK = KioskIdentity("K1", "f" * 64, 2, "boot-2", "N", 0, 0)
LEASE = Lease(DAY, "A", 601, 650, "general", "K1", 2, "boot-2", 0, 0)
TICKET = "00000000-0000-0000-0000-000000000001"
ROW = OfflineTake(1, TICKET, "A601", 601, "A", "general", DAY, Origin.LEASE, TakeTicket("i1"), 2)
NOT_GRANTED = ProblemCode.NUMBER_NOT_GRANTED


def row(**changed: object) -> OfflineTake:
    return msgspec.structs.replace(ROW, **changed)


@pytest.mark.parametrize(
    ("age_us", "contact", "before", "since"),
    [
        (30, 0, 0, 70),
        (30, 95, 90, 70),  # its age is better than any guess
        (None, 40, 0, 40),
        (None, 40, 60, 60),  # behind the row before it
        (1000, 0, 0, 10),  # not before its day
        (None, 0, 0, 10),
        (None, 400, 0, 100),  # not in the future
    ],
)
def test_since_when_somebody_waits(age_us: int | None, contact: int, before: int, since: int) -> None:
    assert waits_since(age_us, 100, 10, contact, before) == since


@given(st.integers(0, 2**53), st.integers(0, 2**53))
def test_within_one_boot_who_came_first_waits_since_earlier(one: int, other: int) -> None:
    longer, shorter = max(one, other), min(one, other)
    assert waits_since(longer, 2**52, 0, 0, 0) <= waits_since(shorter, 2**52, 0, 0, 0)


@pytest.mark.parametrize(
    ("told", "came_on", "day"),
    [
        ("2026-01-02", "2026-01-02", "2026-01-02"),
        ("2026-01-02", "2026-01-03", "2026-01-03"),  # the day rolled over while the hall was away
        ("2026-01-02", "2026-01-01", "2026-01-02"),  # a clock was set: the kiosk's word stands
        ("2026-01-09", "2026-01-02", "2026-01-04"),  # no day that has not begun
    ],
)
def test_the_day_of_an_emergency_number_is_the_one_on_which_its_visitor_came(told: str, came_on: str, day: str) -> None:
    assert day_of(told, came_on, "2026-01-04") == day


@pytest.mark.parametrize(
    ("changed", "lease", "rebirths"),
    [
        ({}, LEASE, []),
        ({"label": "A0601"}, LEASE, []),  # the queue asks for four digits
        ({"origin": Origin.EMERGENCY, "letter": "AN", "label": "AN601", "epoch": 0}, None, []),
        ({"origin": Origin.EMERGENCY, "letter": "AW", "label": "AW601"}, None, [LIFE]),  # a letter it may have had
        ({}, None, [LIFE]),  # a block that the backup does not know
        ({"letter": THEN, "label": f"{THEN}601"}, None, [OVER, LIFE]),
        ({"letter": OTHER, "label": f"{OTHER}601"}, None, [LIFE]),  # of a life that nobody here knows: a second server
        ({"origin": Origin.ONLINE}, None, [LIFE]),
        ({}, None, [LIFE._replace(day="2026-01-03")]),
        ({"business_day": "2027-01-02"}, None, [LIFE]),  # by a clock that was a year ahead
    ],
)
def test_a_number_that_can_be_right_is_right(
    changed: dict[str, object], lease: Lease | None, rebirths: list[Rebirth]
) -> None:
    assert judge(row(**changed), KIOSK, QUEUE, lease, rebirths) is None


@pytest.mark.parametrize(
    ("changed", "lease", "rebirths", "code"),
    [
        ({"label": "A602"}, LEASE, [], ProblemCode.BAD_REQUEST),
        ({"business_day": "2026-02-30"}, LEASE, [], ProblemCode.BAD_REQUEST),
        ({"label": "A00601"}, LEASE, [], ProblemCode.BAD_REQUEST),
        ({}, None, [], NOT_GRANTED),
        ({}, msgspec.structs.replace(LEASE, kiosk="K2"), [], NOT_GRANTED),
        ({}, msgspec.structs.replace(LEASE, queue="other"), [], NOT_GRANTED),
        ({"epoch": 1}, LEASE, [], NOT_GRANTED),
        ({"letter": "C", "label": "C601"}, LEASE, [LIFE], NOT_GRANTED),
        ({"origin": Origin.ONLINE}, LEASE, [], NOT_GRANTED),
        ({"origin": Origin.STAFF}, LEASE, [LIFE], NOT_GRANTED),
        ({"origin": Origin.EMERGENCY}, LEASE, [LIFE], NOT_GRANTED),
        ({"origin": Origin.EMERGENCY, "letter": "AW", "label": "AW601"}, None, [], NOT_GRANTED),
        ({"origin": Origin.EMERGENCY, "letter": THEN, "label": f"{THEN}601"}, None, [LIFE], NOT_GRANTED),
        ({"letter": OWN, "label": f"{OWN}601"}, None, [OVER, LIFE], NOT_GRANTED),  # the present life gives it itself
        ({"letter": "AN", "label": "AN601"}, None, [OVER, LIFE], NOT_GRANTED),  # no letter of lives
    ],
)
def test_a_number_that_is_certainly_not_this_kiosk_s_is_refused(
    changed: dict[str, object], lease: Lease | None, rebirths: list[Rebirth], code: ProblemCode
) -> None:
    assert judge(row(**changed), KIOSK, QUEUE, lease, rebirths) is code


def test_a_kiosk_without_an_emergency_letter_has_no_emergency_series() -> None:
    without = msgspec.structs.replace(KIOSK, emergency_letter="")
    assert judge(row(origin=Origin.EMERGENCY), without, QUEUE, None, []) is NOT_GRANTED
