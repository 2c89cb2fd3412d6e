"""Clerks' sessions and PIN tries on a real store: what is asked from memory is there after a restart."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec
import pytest
from argon2 import PasswordHasher

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountAct
from hall_server.domain.accounts import StaffAccount
from hall_server.domain.staff import IDLE_S, LOCK_S, NUMBER_TRIES, TRIES
from hall_server.flows.account_records import account_record
from hall_server.flows.staff_door import StaffDoor
from hall_server.store.create import create_hall
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore
from hall_server.web.pin_desk import LINE_MAX, PinDesk, PinDeskBusyError
from hall_server.web.staff_sessions import StaffSessions
from tests.unit.hall_server.halls import NOON, HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HALL = "one-hall"
LI, WANG = (
    StaffAccount(staff_no="0317", name="李慧", pin_hash="hash-1"),
    StaffAccount(staff_no="0318", name="王敏", pin_hash="hash-2"),
)


class House:
    """A door on a data folder, and the pages' view of it; `again` is a restart."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self.clock = HandClock()
        self.staff = {user.staff_no: user for user in (LI, WANG)}
        create_hall(folder, HALL, "life-1", NOON)
        self.open()

    def open(self) -> None:
        self.store, self.reader = SqliteStore(self.path, HALL), SqliteReader(self.path, HALL)
        self.door = StaffDoor(DirectCommit(self.store), self.reader, self.clock)
        self.sessions = StaffSessions(self.door, self.staff)

    def close(self) -> None:
        self.reader.close()
        self.store.close()

    def again(self) -> None:
        self.close()
        self.open()

    def noted(self, act: AccountAct, staff_no: str) -> None:
        """As the command line does it."""
        self.store.run(lambda tx: tx.add_record(account_record(act, staff_no, self.clock.now(), "")))

    def name(self, secret: str) -> str:
        found = self.sessions.find(secret)
        return found.name if found else ""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.close()


async def test_a_session_survives_a_restart_and_its_secret_is_nowhere_in_the_store(house: House) -> None:
    secret = await house.sessions.begin(LI)
    house.again()
    assert house.name(secret) == "李慧"
    assert [house.name(wrong) for wrong in ("", secret[:-1], secret + "x", "\ud800")] == ["", "", "", ""]
    house.close()
    written = b"".join(path.read_bytes() for path in house.path.parent.iterdir())
    house.open()
    assert secret.encode() not in written
    assert b"hash-1" not in written


async def test_a_session_that_was_ended_stays_ended(house: House) -> None:
    secret, other = await house.sessions.begin(LI), await house.sessions.begin(LI)
    await house.sessions.end(secret)
    await house.sessions.end(secret)
    assert (house.name(secret), house.name(other)) == ("", "李慧")
    house.again()
    assert (house.name(secret), house.name(other)) == ("", "李慧")


async def test_signing_in_again_in_the_same_browser_ends_the_session_before(house: House) -> None:
    first = await house.sessions.begin(LI)
    second = await house.sessions.begin(WANG, instead_of=first)
    house.again()
    assert (house.name(first), house.name(second)) == ("", "王敏")


@pytest.mark.parametrize("change", ["gone", "new PIN"])
async def test_a_clerk_who_left_or_has_a_new_pin_is_shut_out_for_good(house: House, change: str) -> None:
    secret, other = await house.sessions.begin(LI), await house.sessions.begin(WANG)
    if change == "gone":
        del house.staff["0317"]
    else:
        house.staff["0317"] = msgspec.structs.replace(LI, pin_hash="hash-3")
    house.again()
    assert (house.name(secret), house.name(other)) == ("", "王敏")
    house.staff["0317"] = LI
    house.again()
    assert house.name(secret) == ""


async def test_a_session_that_is_used_lives_on_and_one_that_sleeps_ends(house: House) -> None:
    used, asleep = await house.sessions.begin(LI), await house.sessions.begin(WANG)
    house.clock.forward(IDLE_S - 1)
    assert house.name(used) == "李慧"
    house.again()
    house.clock.forward(IDLE_S - 1)
    assert (house.name(used), house.name(asleep)) == ("李慧", "")
    house.clock.forward(IDLE_S)
    assert house.name(used) == ""
    assert house.reader.staff_logins() == []


async def test_sessions_that_slept_too_long_are_swept_out_by_the_next_one(house: House) -> None:
    await house.sessions.begin(LI)
    house.clock.forward(IDLE_S)
    await house.sessions.begin(WANG)
    assert [login.staff_no for login in house.reader.staff_logins()] == ["0318"]


async def test_the_counter_sat_at_last_is_offered_again(house: House) -> None:
    session = house.sessions.find(await house.sessions.begin(LI))
    assert session is not None
    house.sessions.sat_down(session, 7)
    house.again()
    assert house.sessions.last_seat(session) == 7
    assert "secret" not in repr(session)


async def test_sitting_down_does_not_bring_an_ended_session_back(house: House) -> None:
    secret = await house.sessions.begin(LI)
    session = house.sessions.find(secret)
    assert session is not None
    await house.sessions.end(secret)
    house.sessions.sat_down(session, 7)
    house.again()
    assert house.name(secret) == ""


async def test_a_locked_staff_number_is_locked_after_a_restart_too(house: House) -> None:
    assert [await house.sessions.try_pin("0317") for _ in range(TRIES)] == [4, 3, 2, 1, 0]
    house.again()
    with pytest.raises(HallProblem) as refused:
        await house.sessions.try_pin("0317")
    assert (refused.value.code, refused.value.retry_after_s) == (ProblemCode.LOGIN_LOCKED, LOCK_S)
    with pytest.raises(HallProblem):  # being refused does not unlock
        await house.sessions.try_pin("0317")
    assert await house.sessions.try_pin("0318") == TRIES - 1
    house.clock.forward(LOCK_S)
    assert await house.sessions.try_pin("0317") == TRIES - 1


async def test_the_right_pin_wipes_the_slate(house: House) -> None:
    for _ in range(4):
        await house.sessions.try_pin("0317")
    await house.sessions.begin(LI)
    assert [(one.staff_no, one.tries) for one in house.reader.pin_tries()] == [("*@", 3)]  # its wrong ones count on
    assert await house.sessions.try_pin("0317") == TRIES - 1


async def test_tries_of_long_ago_are_swept_out(house: House) -> None:
    await house.sessions.try_pin("0317")
    house.clock.forward(LOCK_S + 1)
    await house.sessions.try_pin("0318")
    assert {tries.staff_no for tries in house.reader.pin_tries()} == {"*@", "0318", "0318@"}


async def test_guessing_many_numbers_fills_nothing_and_frees_no_locked_number(house: House) -> None:
    for _ in range(TRIES):
        await house.sessions.try_pin("0317")
    assert [await house.sessions.try_pin(str(number)) for number in range(TRIES)] == [4, 3, 2, 1, 0]
    for number in range(TRIES, 3_000):
        with pytest.raises(HallProblem):
            await house.sessions.try_pin(str(number))
    house.again()
    with pytest.raises(HallProblem):
        await house.sessions.try_pin("0317")
    assert await house.sessions.try_pin("0318") == TRIES - 1  # whoever works here is not kept out by guesses
    assert {tries.staff_no for tries in house.reader.pin_tries()} == {"", "@", "*@", "0317", "0317@", "0318", "0318@"}


async def test_fifty_wrong_pins_from_everywhere_lock_a_number_and_a_new_pin_forgives_them(house: House) -> None:
    for machine in range(NUMBER_TRIES // TRIES):
        for _ in range(TRIES):
            await house.sessions.try_pin("0317", f"10.0.0.{machine}")
    with pytest.raises(HallProblem) as refused:
        await house.sessions.try_pin("0317", "10.0.1.1")
    assert refused.value.code is ProblemCode.LOGIN_LOCKED
    assert await house.sessions.try_pin("0318", "10.0.1.1") == TRIES - 1
    house.noted(AccountAct.PIN_RESET, "0317")
    house.door.look()
    assert await house.sessions.try_pin("0317", "10.0.1.1") == TRIES - 1


async def test_a_new_pin_ends_what_the_provider_began_and_unlocking_ends_nothing(house: House) -> None:
    one = await house.sessions.begin(LI, by_provider=True)
    other = await house.sessions.begin(WANG, by_provider=True)
    house.clock.forward(1)
    house.noted(AccountAct.PIN_RESET, "0317")
    house.noted(AccountAct.UNLOCKED, "0318")
    house.door.look()
    assert (house.name(one), house.name(other)) == ("", "王敏")
    later = await house.sessions.begin(LI, by_provider=True)
    house.door.look()
    assert house.name(later) == "李慧"


@pytest.fixture
async def desk(house: House) -> PinDesk:
    house.staff["0317"] = msgspec.structs.replace(LI, pin_hash=PasswordHasher(1, 1024, 1).hash("2468"))
    return PinDesk(house.sessions, house.staff)


async def test_a_wrong_pin_is_refused_and_logged_without_pin_and_number(house: House, desk: PinDesk, caplog) -> None:
    assert (await desk.check("0317", "2468")).name == "李慧"
    assert caplog.records == []
    with pytest.raises(HallProblem) as refused:
        await desk.check("0317", "864213")
    assert refused.value.code is ProblemCode.LOGIN_FAILED
    (line,) = caplog.records
    assert line.getMessage() == "refused code=login_failed staff_no=…17"


async def test_checks_of_one_number_never_run_side_by_side_and_nobodys_numbers_are_one(desk: PinDesk) -> None:
    tried = [desk.check(no, "0") for no in ("0317", "0317", "9001", "9002", "0318")]
    answers = await asyncio.gather(*tried, return_exceptions=True)
    busy = [isinstance(answer, PinDeskBusyError) for answer in answers]
    assert busy == [False, True, False, True, False]
    assert (await desk.check("0317", "2468")).name == "李慧"  # what was refused as busy was not counted


async def test_a_full_line_refuses_at_once(house: House, desk: PinDesk) -> None:
    for number in range(1000, 1000 + LINE_MAX):
        house.staff[str(number)] = StaffAccount(staff_no=str(number), name="甲", pin_hash=house.staff["0317"].pin_hash)
    answers = await asyncio.gather(
        *(desk.check(no, "2468", source=f"10.0.0.{at}") for at, no in enumerate([*house.staff])), return_exceptions=True
    )
    assert sum(isinstance(answer, PinDeskBusyError) for answer in answers) == len(house.staff) - LINE_MAX
