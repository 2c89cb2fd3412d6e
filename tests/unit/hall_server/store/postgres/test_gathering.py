from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.store.outcome import Outcome
from hall_server.store.postgres.gathering import GatheringCommit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOR_EVER_S = 600.0


class Loop:
    """The running loop with the three methods that a commit uses."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()

    def create_future(self) -> asyncio.Future[Any]:
        return self._loop.create_future()

    def call_soon(self, callback: Callable[..., object], *args: object) -> object:
        return self._loop.call_soon(callback, *args)

    def call_soon_threadsafe(self, callback: Callable[..., object], *args: object) -> object:
        return self._loop.call_soon_threadsafe(callback, *args)


class Store:
    """Counts what comes together; holds a commit that is told to."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.begun, self.held = threading.Semaphore(0), threading.Semaphore(0)

    def run_many(self, works: Sequence[Any]) -> tuple[list[Outcome[Any]], list[Any]]:
        self.sizes.append(len(works))
        if "hold" in works:
            self.begun.release()
            self.held.acquire()
        return [Outcome(work) for work in works], []


class Commit(GatheringCommit):
    def __init__(self, store: Store, *, gap_s: float = FOR_EVER_S, recent_s: float = FOR_EVER_S) -> None:
        super().__init__(store, Loop(), look=list, gap_s=gap_s, recent_s=recent_s)

    async def turn(self, *works: str) -> asyncio.Future[Any]:
        """Put works in one turn of the loop."""
        promises = [self.put(work) for work in works]
        await asyncio.sleep(0)
        return asyncio.gather(*promises)


class Leisurely(Commit):
    """Its thread, woken, looks for work only when it is told to."""

    def __init__(self, store: Store) -> None:
        self.looks = threading.Semaphore(1)
        super().__init__(store)

    def _next(self) -> list[Any] | None:
        self.looks.acquire()
        return super()._next()


@pytest.fixture
def store() -> Store:
    return Store()


async def test_two_crowds_become_one(store: Store) -> None:
    commit = Commit(store)
    first = await commit.turn("hold", "a")
    await asyncio.to_thread(store.begun.acquire)
    second = await commit.turn("b", "c", "d")
    store.held.release()
    await first
    third = await commit.turn("a")
    assert store.sizes == [2]  # the commit waits for the other one, who was answered a moment ago
    fourth = await commit.turn("a")
    await asyncio.gather(second, third, fourth)
    assert store.sizes == [2, 5]
    commit.close()


async def test_who_asks_again_before_the_writer_looks_is_counted_once(store: Store) -> None:
    commit = Leisurely(store)
    first = await commit.turn("hold", "a")
    await asyncio.to_thread(store.begun.acquire)
    second = await commit.turn("b", "c", "d")
    store.held.release()
    await first
    third = await commit.turn("a", "a")
    commit.looks.release()
    await asyncio.gather(second, third)
    assert store.sizes == [2, 5]
    commit.looks.release()
    commit.close()


async def test_who_asks_alone_waits_for_nobody(store: Store) -> None:
    commit = Commit(store)
    for _ in range(3):
        await (await commit.turn("a"))
    assert store.sizes == [1, 1, 1]
    commit.close()


@pytest.mark.parametrize("times", [{"gap_s": 0.001}, {"recent_s": 0.0}])
async def test_after_a_pause_nobody_is_waited_for(store: Store, times: dict[str, float]) -> None:
    commit = Commit(store, **times)
    await (await commit.turn("a", "b", "c"))
    await (await commit.turn("a"))
    assert store.sizes == [3, 1]
    commit.close()


async def test_a_commit_that_closes_while_it_gathers_writes_what_it_has(store: Store) -> None:
    commit = Commit(store)
    await (await commit.turn("a", "b"))
    last = await commit.turn("c")
    await asyncio.to_thread(commit.close)
    assert await last == ["c"]
    assert store.sizes == [2, 1]
