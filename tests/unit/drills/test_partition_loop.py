"""The loop whose time is a number: nothing waits, blocking calls are resumed, and who stands still is told."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.drills.partition.loop import Inline, VirtualLoop, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def loop() -> Iterator[VirtualLoop]:
    made = VirtualLoop()
    yield made
    made.run_out()
    made.close()


def test_a_year_takes_no_time(loop: VirtualLoop) -> None:
    loop.run_until_complete(asyncio.sleep(365 * 86_400))
    assert loop.time() == pytest.approx(365 * 86_400)


def test_blocking_calls_wait_side_by_side_and_are_resumed_by_their_answers(loop: VirtualLoop) -> None:
    def ask(after: float) -> str:
        def start(done: Callable[[Any], None]) -> None:
            loop.call_later(after, done, f"after {after:g}")

        return str(until(start))

    async def both() -> list[str]:
        return list(await asyncio.gather(asyncio.to_thread(ask, 5), asyncio.to_thread(ask, 3)))

    assert loop.run_until_complete(both()) == ["after 5", "after 3"]
    assert loop.time() == pytest.approx(5)


def test_an_exception_as_an_answer_is_raised_where_the_call_waits(loop: VirtualLoop) -> None:
    def ask() -> None:
        until(lambda done: done(OSError("cut")))

    with pytest.raises(OSError, match="cut"):
        loop.run_until_complete(asyncio.to_thread(ask))


def test_a_world_in_which_nobody_has_anything_to_do_is_told(loop: VirtualLoop) -> None:
    with pytest.raises(RuntimeError, match="stands still"):
        loop.run_until_complete(loop.create_future())


def test_a_job_of_a_machine_that_died_in_it_is_never_heard_of(loop: VirtualLoop) -> None:
    done: list[int] = []
    journal = Inline(loop, lambda job: (False, job()))

    async def tried() -> None:
        async with asyncio.timeout(10):
            await loop.run_in_executor(journal, done.append, 1)

    with pytest.raises(TimeoutError):
        loop.run_until_complete(tried())
    assert done == [1]
