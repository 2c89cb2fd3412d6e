"""Whose signed codes count at a kiosk: what its hall says, no older list, and the last one also without the hall."""

from __future__ import annotations

import dataclasses
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.codes.refusals import Refusal
from kiosk.codes.answers import Claimed, Refused, Signed, Verdict
from kiosk.codes.following import FollowingVerifier
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStore
from kiosk.runner.trust import TrustKeeper
from kiosk.session.state import Page
from tests.integration.kiosk.stand_in import BRISK, MemoryHall, staged
from tests.unit.hall_server.contract.codes.made_up import HALL, code
from tests.unit.hall_server.contract.test_hall_trust import OTHER, told
from tests.unit.kiosk.codes.shown import at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.contract.hall_trust import HallTrust
    from hall_server.contract.messages import HallNow

OFTEN = dataclasses.replace(BRISK, streaming_s=0.05, trust_s=0.02)
LATER = [f"{no:024x}" for no in range(9)]


@pytest.fixture
def journal() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    opened = LocalStore(tmp_path / "kiosk.db")
    yield opened
    opened.close()


def shown(codes: FollowingVerifier, jti: str = LATER[0]) -> Verdict:
    return codes.verify(code(jti=jti).encode(), at())


def signed(verdict: Verdict) -> bool:
    return isinstance(verdict, Claimed) and isinstance(verdict.what, Signed)


async def test_what_the_hall_said_counts_at_once_and_for_the_next_process(
    store: LocalStore, journal: ThreadPoolExecutor
) -> None:
    codes, later = FollowingVerifier(HALL), FollowingVerifier(HALL)
    await TrustKeeper(codes, store, journal).heard(told(3))
    await TrustKeeper(later, store, journal).restore()
    for one in (codes, later):
        assert one.trust.serial == 3
        assert signed(shown(one))


async def test_an_older_list_and_another_of_the_same_serial_are_refused_and_told_once(
    store: LocalStore, journal: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
) -> None:
    codes = FollowingVerifier(HALL)
    await TrustKeeper(codes, store, journal).heard(told(3))
    keeper = TrustKeeper(codes, store, journal)
    await keeper.restore()
    for other, why in ((told(2), "older_than_in_force: 2 after 3"), (told(3, issuer=[]), "serial_used_twice: 3")):
        caplog.clear()
        for _ in range(3):
            await keeper.heard(other)
        assert codes.trust.serial == 3
        assert signed(shown(codes, other.signature[:12].hex()))
        assert [why in one.getMessage() for one in caplog.records] == [True]
        assert store.facts.trust() == told(3)


async def test_a_list_that_no_root_signed_changes_nothing(store: LocalStore, journal: ThreadPoolExecutor) -> None:
    codes = FollowingVerifier(HALL)
    keeper = TrustKeeper(codes, store, journal)
    await keeper.heard(told(3))
    for signature in (b"", bytes(64), told(4, OTHER).signature):
        await keeper.heard(msgspec.structs.replace(told(4), signature=signature))
        assert codes.trust.serial == 3


async def test_a_hall_that_trusts_nobody_is_believed_also_after_a_start(
    store: LocalStore, journal: ThreadPoolExecutor
) -> None:
    codes, later = FollowingVerifier(HALL), FollowingVerifier(HALL)
    keeper = TrustKeeper(codes, store, journal)
    await keeper.heard(told(3))
    await keeper.heard(None)
    await TrustKeeper(later, store, journal).restore()
    for one in (codes, later):
        assert shown(one) == Refused(Refusal.UNKNOWN_ISSUER)


async def test_the_names_of_the_hall_follow_without_another_list(
    store: LocalStore, journal: ThreadPoolExecutor
) -> None:
    codes = FollowingVerifier("elsewhere")
    keeper, three = TrustKeeper(codes, store, journal), told(3)
    await keeper.heard(three)
    assert shown(codes) == Refused(Refusal.WRONG_AUDIENCE)
    await keeper.heard(msgspec.structs.replace(three, audiences=(HALL,)))
    assert signed(shown(codes))


@pytest.mark.parametrize("kept", [b"{}", b"\xff", b"null", b'{"trust_list":"e30=","signature":"","roots":[]}'])
async def test_a_kept_list_that_was_spoiled_is_none(
    tmp_path: Path, store: LocalStore, journal: ThreadPoolExecutor, kept: bytes
) -> None:
    codes = FollowingVerifier(HALL)
    await TrustKeeper(codes, store, journal).heard(told(3))
    with sqlite3.connect(tmp_path / "kiosk.db") as connection:
        connection.execute("UPDATE fact SET value = ? WHERE name = 'trust'", [kept])
    connection.close()
    later = FollowingVerifier(HALL)
    keeper = TrustKeeper(later, store, journal)
    await keeper.restore()
    assert shown(later) == Refused(Refusal.UNKNOWN_ISSUER)
    await keeper.heard(told(3))
    assert signed(shown(later))


async def test_a_disk_that_refuses_costs_the_next_start_s_list_alone(
    tmp_path: Path, journal: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
) -> None:
    store = LocalStore(tmp_path / "other.db")
    store.close()
    codes = FollowingVerifier(HALL)
    await TrustKeeper(codes, store, journal).heard(told(3))
    assert signed(shown(codes))
    assert "used and not kept" in caplog.text


async def test_a_kiosk_asks_its_hall_and_follows_newer_lists(tmp_path: Path) -> None:
    hall, codes = MemoryHall(trusts=told(1)), FollowingVerifier(HALL)
    async with staged(hall, tmp_path, codes=codes, pace=OFTEN) as play:
        await play.eventually(lambda: bool(codes.trust.issuers))
        hall.trusts = told(2)
        await play.eventually(lambda: codes.trust.serial == 2)
        hall.trusts = None
        await play.eventually(lambda: not codes.trust.issuers)


async def test_a_pushed_build_asks_at_once(tmp_path: Path) -> None:
    hall, codes = MemoryHall(trusts=told(1)), FollowingVerifier(HALL)
    async with staged(hall, tmp_path, codes=codes) as play:
        await play.eventually(lambda: bool(codes.trust.issuers))
        hall.trusts = told(2)
        hall.pushes.append("build")
        await play.eventually(lambda: codes.trust.serial == 2)


async def test_a_kiosk_that_is_there_before_its_hall_knows_whom_to_trust_need_not_wait_for_the_minute(
    tmp_path: Path,
) -> None:
    hall, codes = MemoryHall(), FollowingVerifier(HALL)
    async with staged(hall, tmp_path, codes=codes) as play:
        await play.until(lambda now: now.online and now.page is Page.HOME)
        assert not codes.trust.issuers
        hall.trusts = told(1)
        hall.pushes.append("news")
        await play.eventually(lambda: bool(codes.trust.issuers))


async def test_a_hall_that_trusts_nobody_is_not_asked_whom_with_every_look(tmp_path: Path) -> None:
    class Counting(MemoryHall):
        asked = looked = 0

        def trust(self) -> HallTrust | None:
            self.asked += 1

        def now(self) -> HallNow:
            self.looked += 1
            return super().now()

    hall, rarely = Counting(), dataclasses.replace(BRISK, streaming_s=0.02, trust_soon_s=60)
    async with staged(hall, tmp_path, pace=rarely) as play:
        await play.eventually(lambda: hall.looked > 8)
        assert hall.asked <= 2  # at the start, and when the stream says which build the hall is


async def test_a_push_while_the_hall_is_looked_at_asks_once_more(tmp_path: Path) -> None:
    class Slow(MemoryHall):
        asked = 0

        def trust(self) -> HallTrust | None:
            self.asked += 1
            return told(self.asked)

        def now(self) -> HallNow:
            if self.asked < 2 and not codes.trust.issuers:
                self.pushes.append("build")
                time.sleep(0.5)  # the push is heard before this look ends
            return super().now()

    codes = FollowingVerifier(HALL)
    async with staged(Slow(), tmp_path, codes=codes) as play:
        await play.eventually(lambda: codes.trust.serial == 2)


async def test_a_kiosk_that_starts_without_its_hall_uses_the_kept_list(tmp_path: Path) -> None:
    hall, codes = MemoryHall(trusts=told(1)), FollowingVerifier(HALL)
    async with staged(hall, tmp_path, codes=codes) as play:
        await play.until_on_disk(play.kiosk._parts.store.facts.trust)
    hall, codes = MemoryHall(silent=True), FollowingVerifier(HALL)
    async with staged(hall, tmp_path, codes=codes) as play:
        await play.eventually(lambda: bool(codes.trust.issuers))
        assert signed(shown(codes))


@pytest.mark.parametrize("trouble", [HallSilentError("odd"), HallRefusedError("http_404"), ZeroDivisionError()])
async def test_a_hall_that_does_not_say_whom_it_trusts_gives_numbers_all_the_same(
    tmp_path: Path, trouble: Exception
) -> None:
    class Odd(MemoryHall):
        asked = 0

        def trust(self) -> HallTrust | None:
            self.asked += 1
            if self.asked == 1:
                return told(1)
            raise trouble

    hall, codes = Odd(), FollowingVerifier(HALL)
    lost: list[bool] = []
    async with staged(hall, tmp_path, codes=codes, pace=OFTEN) as play:
        await play.until(lambda now: now.online and now.page is Page.HOME)
        play.kiosk.observe(lambda now: lost.append(not now.online))
        await play.eventually(lambda: hall.asked > 4)
        assert not any(lost)
        assert signed(shown(codes))
