"""The thread for calls that block: their answers, their errors, and what becomes of a call that does not come back."""

import asyncio
import threading

import pytest

from devices.transports.worker import Worker


@pytest.fixture
async def worker():
    worker = Worker("test")
    yield worker
    worker.stop(ValueError("over"))
    await worker.ended()


async def test_a_call_gives_what_it_returns_from_another_thread(worker):
    assert await worker.run(threading.get_ident) != threading.get_ident()


async def test_a_call_raises_what_it_raises(worker):
    with pytest.raises(ZeroDivisionError):
        await worker.run(lambda: 1 // 0)
    assert await worker.run(lambda: 1) == 1


async def test_calls_are_done_in_order_also_those_that_nobody_waits_for(worker):
    done = []
    for number in range(3):
        worker.post(lambda number=number: done.append(number))
    worker.post(lambda: 1 // 0)
    await worker.run(lambda: done.append(3))
    assert done == [0, 1, 2, 3]


async def test_a_call_that_is_cancelled_goes_on_and_keeps_it_busy_until_it_is_back(worker):
    leave, done = threading.Event(), []
    waiting = asyncio.create_task(worker.run(lambda: (leave.wait(10), done.append(1))))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert worker.busy
    leave.set()
    await worker.idle()
    assert (done, worker.busy) == ([1], False)


async def test_stopping_wakes_whoever_waits_and_ends_when_the_call_is_back():
    worker, leave = Worker("test"), threading.Event()
    waiting = asyncio.create_task(worker.run(lambda: leave.wait(10)))
    await asyncio.sleep(0)
    worker.stop(ValueError("over"))
    with pytest.raises(ValueError, match="over"):
        await waiting
    ended = asyncio.create_task(worker.ended())
    await asyncio.sleep(0)
    assert not ended.done()
    leave.set()
    await ended


def test_a_call_that_comes_back_after_its_loop_is_closed_troubles_nobody():
    leave, worker = threading.Event(), None

    async def leave_it_behind():
        nonlocal worker
        worker = Worker("test")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await worker.run(lambda: leave.wait(10))
        worker.stop(ValueError("over"))

    asyncio.run(leave_it_behind())
    leave.set()
    for thread in threading.enumerate():
        if thread.name == "test":
            thread.join(10)
            assert not thread.is_alive()
