"""Works under way: what prints comes to its end, everything else may be cut off, and a fault of one is only its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from kiosk.runner.watchers import Watchers
from kiosk.runner.works import Works

if TYPE_CHECKING:
    import pytest


async def test_a_slip_comes_out_before_the_end_and_a_question_is_cut_off() -> None:
    works, done, out = Works(), list[str](), asyncio.Event()

    async def slip() -> None:
        await out.wait()
        done.append("slip")

    async def question() -> None:
        await asyncio.sleep(3600)
        done.append("question")

    works.begin(slip(), slip=True)
    works.begin(question())
    asyncio.get_running_loop().call_later(0.02, out.set)
    await works.let_slips_out(within_s=30)
    assert done == ["slip"]
    await works.stop()
    assert (done, len(works)) == (["slip"], 0)


async def test_a_fault_in_one_work_is_logged_and_ends_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    works, done = Works(), list[str]()

    async def faulty() -> None:
        raise ValueError("ours")

    async def other() -> None:
        done.append("other")

    tasks = [works.begin(faulty()), works.begin(other())]
    await asyncio.wait(tasks)
    await asyncio.sleep(0)
    assert (done, len(works)) == (["other"], 0)
    assert "a fault of our own" in caplog.text


def test_a_watcher_that_fails_keeps_nothing_from_the_next(caplog: pytest.LogCaptureFixture) -> None:
    told, watchers = list[int](), Watchers[int]()
    watchers.add(lambda value: told.append(1 // value))
    watchers.add(told.append)
    watchers.tell(0)
    assert told == [0]
    assert "an observer failed" in caplog.text
