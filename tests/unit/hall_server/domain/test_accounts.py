"""Accounts as a rule: when the right PIN opens, who may not be lost, which PINs are too easy."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountState, StaffRole
from hall_server.domain.accounts import (
    ONE_TIME_S,
    SECOND,
    StaffAccount,
    keeps_itself,
    locked,
    unlocked,
    weak,
    with_one_time,
    with_own_pin,
)
from hall_server.domain.rights import reaches

AT = 1_000
NEW = StaffAccount(staff_no="0317", name="李慧")
KEEPER = StaffAccount(staff_no="0100", name="陈静", roles=(StaffRole.MANAGER,))


def test_a_one_time_pin_opens_for_three_days_and_then_nothing() -> None:
    account = with_one_time(NEW, "hash", AT)
    assert account.state is AccountState.MUST_CHANGE
    assert account.may_come_in(AT + ONE_TIME_S * SECOND - 1)
    assert not account.may_come_in(AT + ONE_TIME_S * SECOND)
    own = with_own_pin(account, "own", AT + 1)
    assert (own.state, own.pin_changed_at, own.may_come_in(AT * 10**12)) == (AccountState.ACTIVE, AT + 1, True)


def test_a_new_pin_does_not_open_a_locked_account_and_unlocking_does() -> None:
    shut = locked(with_own_pin(NEW, "own", AT), AT + 5)
    assert (shut.state, shut.may_come_in(AT)) == (AccountState.LOCKED, False)
    assert locked(shut, AT + 9) == shut
    assert not with_one_time(shut, "new", AT).may_come_in(AT)
    assert unlocked(shut) == with_own_pin(NEW, "own", AT)


def test_the_last_who_keeps_accounts_stays_one() -> None:
    for after in (locked(KEEPER, AT), msgspec.structs.replace(KEEPER, roles=(StaffRole.CLERK,))):
        with pytest.raises(HallProblem) as refused:
            keeps_itself([KEEPER, NEW], after)
        assert refused.value.code is ProblemCode.LAST_KEEPER
        keeps_itself([KEEPER, msgspec.structs.replace(KEEPER, staff_no="0101")], after)
    keeps_itself([NEW], locked(NEW, AT))  # a hall that never had one loses none


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("12a45", "short"),
        ("x" * 65, "long"),
        ("a0317b", "own_number"),
        ("031700", "own_number"),
        ("111111", "same"),
        ("121212", "same"),
        ("345678", "row"),
        ("fedcba", "row"),
        ("193746", ""),
        ("木棉花开了吗", ""),
    ],
)
def test_a_pin_that_anybody_would_guess_is_none(pin: str, why: str) -> None:
    assert weak(pin, "0317") == why


def test_nobody_gets_a_right_by_giving_a_new_pin() -> None:
    lead, manager = (StaffRole.LEAD,), (StaffRole.MANAGER,)
    assert reaches(lead, (StaffRole.CLERK, StaffRole.GREETER))
    assert not reaches(lead, manager)
    assert not reaches(lead, (StaffRole.CLERK, StaffRole.AUDITOR))
    assert reaches(manager, lead)


def test_neither_name_nor_hash_is_in_what_a_log_would_show() -> None:
    shown = repr(with_own_pin(NEW, "$argon2id$secret", AT))
    assert "argon2" not in shown
    assert "李慧" not in shown
