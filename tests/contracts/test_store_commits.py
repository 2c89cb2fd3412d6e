"""Group commit, inline and with a writer thread: the same promises kept either way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.hall_state import Change, CounterSession, Seated
from hall_server.store.create import create_hall
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.group_commit import AT_MOST, GroupCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from hall_server.domain.seams import Transaction

HALL = "one-hall"


class Kept:
    def __init__(self, folder: Path, *, threaded: bool) -> None:
        create_hall(folder, HALL, "life-1", 0)
        self.store = SqliteStore(folder / FILE_NAME, HALL)
        self.reader = SqliteReader(folder / FILE_NAME, HALL)
        self.commits = GroupCommit(self.store, asyncio.get_running_loop(), threaded=threaded)
        self.commits.announce = self.announce
        self.announced: list[list[Change]] = []

    def announce(self, changes: Sequence[Change]) -> None:
        self.announced.append(list(changes))

    def close(self) -> None:
        self.commits.close()
        self.reader.close()
        self.store.close()


@pytest.fixture(params=["inline", "thread"])
async def kept(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Kept]:
    made = Kept(tmp_path, threaded=request.param == "thread")
    yield made
    made.close()


def sitting(counter: int) -> CounterSession:
    return CounterSession(counter, f"clerk-{counter}", counter)


def sit(tx: Transaction, counter: int) -> int:
    tx.put_session(sitting(counter))
    return counter


async def test_all_of_one_turn_share_a_commit_and_are_announced_before_they_are_answered(kept: Kept) -> None:
    promises = [kept.commits.submit(lambda tx, no=no: sit(tx, no)) for no in range(1, 21)]
    assert await promises[0] == 1
    assert kept.announced[0][0] == Seated(1, sitting(1))
    assert await asyncio.gather(*promises) == list(range(1, 21))
    assert len(kept.announced) == 1
    assert len(kept.reader.sessions()) == 20


async def test_a_refusal_harms_nobody_else(kept: Kept) -> None:
    def refuse(tx: Transaction) -> int:
        sit(tx, 99)
        raise HallProblem(ProblemCode.COUNTER_UNKNOWN)

    good, bad, last = (kept.commits.submit(work) for work in (lambda tx: sit(tx, 1), refuse, lambda tx: sit(tx, 2)))
    assert (await good, await last) == (1, 2)
    with pytest.raises(HallProblem):
        await bad
    assert [seat.counter for seat in kept.reader.sessions()] == [1, 2]


async def test_more_than_a_batch_is_committed_in_several(kept: Kept) -> None:
    promises = [kept.commits.submit(lambda tx, no=no: sit(tx, no)) for no in range(1, AT_MOST + 10)]
    await asyncio.gather(*promises)
    assert len(kept.reader.sessions()) == AT_MOST + 9


async def test_a_disk_that_fails_is_told_to_everybody_and_nothing_changed(kept: Kept) -> None:
    kept.store._db.execute("PRAGMA query_only = ON")
    promises = [kept.commits.submit(lambda tx: sit(tx, 1)), kept.commits.submit(lambda tx: sit(tx, 2))]
    for promise in promises:
        with pytest.raises(HallProblem) as caught:
            await promise
        assert caught.value.code is ProblemCode.STORE_UNAVAILABLE
    kept.store._db.execute("PRAGMA query_only = OFF")
    assert await kept.commits.submit(lambda tx: sit(tx, 3)) == 3
    assert [seat.counter for seat in kept.reader.sessions()] == [3]


async def test_whoever_stopped_waiting_does_not_stop_the_commit(kept: Kept) -> None:
    gone = kept.commits.submit(lambda tx: sit(tx, 1))
    gone.cancel()  # type: ignore[attr-defined]  # it is the loop's future
    assert await kept.commits.submit(lambda tx: sit(tx, 2)) == 2
    assert len(kept.reader.sessions()) == 2


async def test_closing_commits_what_is_waiting_and_takes_nothing_more(kept: Kept) -> None:
    last = kept.commits.submit(lambda tx: sit(tx, 1))
    kept.commits.close()
    assert await last == 1
    with pytest.raises(HallProblem) as caught:
        await kept.commits.submit(lambda tx: sit(tx, 2))
    assert caught.value.code is ProblemCode.STORE_UNAVAILABLE


async def test_a_direct_commit_keeps_the_same_promises(tmp_path: Path) -> None:
    create_hall(tmp_path, HALL, "life-1", 0)
    store = SqliteStore(tmp_path / FILE_NAME, HALL)
    direct = DirectCommit(store)
    settled = direct.submit(lambda tx: sit(tx, 1))
    called: list[object] = []
    settled.add_done_callback(called.append)
    assert (settled.result(), await settled, called) == (1, 1, [settled])
    store.close()
