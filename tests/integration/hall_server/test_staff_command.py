"""`kapok hall staff` beside a hall that serves: the first manager, and what to do when nobody gets in (CL-H10).

The hall hears of a change within a second. Nobody waits for that by trying a PIN again and again, which would count
and lock the number; a page of somebody who is signed in tells.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import NUMBERS, Person, signed_in
from tests.integration.hall_server.served import kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("staff"))
    try:
        yield process.start()
    finally:
        process.stop()


def test_the_first_manager_comes_from_the_command_line_and_changes_the_pin_first(hall: HallProcess) -> None:
    data = ("--data", str(hall.data))
    manager = signed_in(hall, "manager")
    made = kapok("hall", "staff", "add", *data, "--role", "manager", "--name", "陈静", "--json", "0100")
    pin = json.loads(made.stdout)["one_time_pin"]
    hall.until(lambda: 'id="p0100"' in manager.get("/people").text)
    first = Person(hall, "0100")
    assert first.sign_in(pin).ok
    assert first.get("/people").url.endswith("/account")
    assert first.post("/account/pin", {"pin": pin, "new": "kap0k-hall", "again": "kap0k-hall"}).ok
    assert "加一位" in first.get("/people").text
    again = kapok("hall", "staff", "add", *data, "--role", "clerk", "--name", "陈静", "0100")
    assert (again.returncode, "account_exists" in again.stderr) == (1, True)
    listed = kapok("hall", "staff", "list", *data)
    assert "0100          active       manager" in listed.stdout
    assert pin not in listed.stdout


def test_locking_from_the_command_line_ends_a_session_within_a_second_or_two(hall: HallProcess) -> None:
    clerk, manager, data = signed_in(hall, "clerk"), signed_in(hall, "manager"), ("--data", str(hall.data))
    assert kapok("hall", "staff", "lock", *data, NUMBERS["clerk"]).returncode == 0
    hall.until(lambda: "用工号登录" in clerk.get("/counter").text)
    assert not Person(hall, NUMBERS["clerk"]).sign_in().ok
    assert "已停用" in manager.get("/people").text
    assert kapok("hall", "staff", "unlock", *data, NUMBERS["clerk"]).returncode == 0
    hall.until(lambda: "已停用" not in manager.get("/people").text)
    assert Person(hall, NUMBERS["clerk"]).sign_in().ok


def test_a_lost_pin_is_replaced_and_a_number_that_nobody_has_is_told(hall: HallProcess) -> None:
    lead, data = signed_in(hall, "lead"), ("--data", str(hall.data))
    pin = json.loads(kapok("hall", "staff", "reset", *data, "--json", NUMBERS["lead"]).stdout)["one_time_pin"]
    hall.until(lambda: "用工号登录" in lead.get("/counter").text)  # whoever had the PIN that was lost is out
    assert Person(hall, NUMBERS["lead"]).sign_in(pin).ok
    for words in (("reset", "0999"), ("lock", "0999"), ("unlock", "0999")):
        said = kapok("hall", "staff", words[0], *data, words[1])
        assert (said.returncode, "account_unknown" in said.stderr) == (1, True), words
    for bad in ("1", "x" * 3, "9" * 13):
        assert kapok("hall", "staff", "add", *data, "--role", "clerk", "--name", "甲", bad).returncode == 2, bad


def test_unlocking_and_resetting_from_the_command_line_forgive_wrong_pins_at_a_hall_that_serves(
    hall: HallProcess,
) -> None:
    data, number = ("--data", str(hall.data)), "0318"
    shut_out = Person(hall, number)
    assert [shut_out.sign_in("wrong").status_code for _ in range(5)] == [401] * 5
    assert shut_out.sign_in().status_code == 429  # the right PIN, too late
    assert kapok("hall", "staff", "unlock", *data, number).returncode == 0  # it was not locked, and this is said
    hall.until(lambda: hall.tries_of(number) == [])
    assert shut_out.sign_in().ok
    other = Person(hall, number)
    assert [other.sign_in("wrong").status_code for _ in range(5)] == [401] * 5
    pin = json.loads(kapok("hall", "staff", "reset", *data, "--json", number).stdout)["one_time_pin"]
    hall.until(lambda: hall.tries_of(number) == [])
    assert other.sign_in(pin, leave_others="1").ok
    assert "用工号登录" in shut_out.get("/counter").text  # and whoever was in with the old one is out


def test_what_was_forgiven_while_no_hall_was_served_is_forgiven_when_it_is_again(tmp_path: Path) -> None:
    hall, number = HallProcess(tmp_path), "0319"
    try:
        hall.start()
        guessing = Person(hall, number)
        assert [guessing.sign_in("wrong").status_code for _ in range(5)] == [401] * 5
        hall.stop()
        assert kapok("hall", "staff", "unlock", "--data", str(hall.data), number).returncode == 0
        hall.start()
        assert guessing.sign_in().ok
    finally:
        hall.stop()
