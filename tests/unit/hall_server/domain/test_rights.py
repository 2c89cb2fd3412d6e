"""Who may do what (CL-H10): the table has every role, gives nobody what is not theirs, and keeps duties apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall_server.contract.staff import StaffRole
from hall_server.contract.vocabulary import Role
from hall_server.domain.rights import RIGHTS, Right, may


def test_every_role_of_people_and_machines_has_a_line_and_every_right_somebody() -> None:
    assert set(RIGHTS) == {*StaffRole, *Role}
    given = frozenset().union(*RIGHTS.values())
    assert given == set(Right) - {Right.OPEN}


@pytest.mark.parametrize("right", [right for right in Right if right is not Right.OPEN])
def test_nobody_without_a_role_has_any_right_and_everybody_has_the_open_one(right: Right) -> None:
    assert not may((), right)
    assert may((), Right.OPEN)


def test_several_roles_have_the_rights_of_each() -> None:
    both = (StaffRole.CLERK, StaffRole.AUDITOR)
    assert may(both, Right.SERVE)
    assert may(both, Right.READ_RECORDS)
    assert not may(both, Right.KEEP_PEOPLE)


def test_machines_have_no_rights_over_people_and_people_none_of_a_machine() -> None:
    over_people = {Right.KEEP_PEOPLE, Right.RESET_PIN, Right.SEE_PEOPLE, Right.READ_RECORDS, Right.REVEAL}
    for role in Role:
        assert not RIGHTS[role] & over_people, role
    for staff_role in StaffRole:
        assert not RIGHTS[staff_role] & {Right.VISIT, Right.RUN_HALL, Right.SUMMARISE}, staff_role


def test_who_keeps_accounts_sees_no_visitor_and_who_audits_changes_nothing() -> None:
    assert not RIGHTS[StaffRole.MANAGER] & {Right.REVEAL, Right.SERVE}
    changing = {Right.SERVE, Right.GREET, Right.TELL_ALL, Right.SEAT_PEOPLE, Right.RESET_PIN, Right.KEEP_PEOPLE}
    assert not RIGHTS[StaffRole.AUDITOR] & (changing | {Right.REVEAL, Right.PAIR_SCREENS})
    assert [role for role in StaffRole if Right.KEEP_PEOPLE in RIGHTS[role]] == [StaffRole.MANAGER]


def test_the_page_about_rights_shows_the_table_as_it_is() -> None:
    page = (Path(__file__).parents[4] / "docs/rights.md").read_text(encoding="utf-8")
    head, *rows = [
        [cell.strip(" `") for cell in line[1:-1].split("|")] for line in page.splitlines() if line.startswith("| ")
    ]
    assert head[2:] == [*StaffRole, *Role]
    told = {right: {role for role, word in zip(head[2:], words, strict=True) if word} for right, _, *words in rows}
    assert told == {right: {role for role in RIGHTS if right in RIGHTS[role]} for right in Right if right != Right.OPEN}
