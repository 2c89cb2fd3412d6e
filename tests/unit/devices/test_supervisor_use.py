"""One request at a time on a box: it is busy, others wait, the cancelled let go, and all hear when it dies."""

import asyncio

import pytest

from devices.errors import DeviceLostError
from devices.id_card.simulator import SimulatedCardReader
from devices.values.health import Health
from tests.unit.devices.test_supervisor import running, supervised


async def test_a_box_in_use_is_busy_and_then_what_it_was():
    reader = SimulatedCardReader()
    supervisor, healths, _ = supervised(reader)
    async with running(supervisor):
        await healths.until(Health.NORMAL)
        async with supervisor.use() as box:
            assert box is reader
            assert supervisor.health.health is Health.BUSY
        assert supervisor.health.health is Health.NORMAL


async def test_a_box_that_is_lost_in_use_is_reopened_and_the_user_is_told():
    reader = SimulatedCardReader()
    supervisor, healths, pauses = supervised(reader)
    async with running(supervisor):
        await healths.until(Health.NORMAL)
        with pytest.raises(DeviceLostError):
            async with supervisor.use():
                raise DeviceLostError("id_card")
        await healths.until(Health.FAULT)
        pauses.let_go()
        await healths.until(Health.NORMAL)


async def test_a_second_user_waits_for_the_first():
    reader, order = SimulatedCardReader(), []
    supervisor, healths, _ = supervised(reader)
    first_is_in, go_on = asyncio.Event(), asyncio.Event()

    async def first():
        async with supervisor.use():
            first_is_in.set()
            await go_on.wait()
            order.append("first")

    async def second():
        await first_is_in.wait()
        go_on.set()
        async with supervisor.use():
            order.append("second")

    async with running(supervisor):
        await healths.until(Health.NORMAL)
        await asyncio.gather(first(), second())
    assert order == ["first", "second"]
    assert [health.health for health in healths.all if health.health is Health.BUSY] == [Health.BUSY] * 2


async def test_a_user_that_is_cancelled_leaves_the_box_open_and_free_for_the_next():
    reader = SimulatedCardReader()
    supervisor, healths, _ = supervised(reader)
    is_in = asyncio.Event()

    async def use_for_ever():
        async with supervisor.use():
            is_in.set()
            await asyncio.Event().wait()

    async with running(supervisor):
        await healths.until(Health.NORMAL)
        using = asyncio.create_task(use_for_ever())
        await is_in.wait()
        using.cancel()
        await asyncio.gather(using, return_exceptions=True)
        assert using.cancelled()
        assert supervisor.health.health is Health.NORMAL
        async with supervisor.use() as box:
            assert (await box.status()).health is Health.NORMAL


async def test_whoever_waited_for_a_box_that_died_meanwhile_is_told():
    reader = SimulatedCardReader()
    supervisor, healths, pauses = supervised(reader)

    async def lose_it():
        async with supervisor.use():
            reader.unplug()
            await pauses.begun.acquire()  # the supervisor has seen it
            raise DeviceLostError("id_card")

    async def wait_for_it():
        async with supervisor.use():
            pytest.fail("the box was dead")

    async with running(supervisor):
        await healths.until(Health.NORMAL)
        ends = await asyncio.gather(lose_it(), wait_for_it(), return_exceptions=True)
    assert [type(end) for end in ends] == [DeviceLostError] * 2


async def test_a_box_that_is_not_open_cannot_be_used():
    supervisor, _, _ = supervised(SimulatedCardReader())
    with pytest.raises(DeviceLostError):
        async with supervisor.use():
            pass


class BreaksOffReader(SimulatedCardReader):
    """Its driver ends the connection in a request, and says so until it is opened again."""

    broken_off = False

    async def open(self):
        await super().open()
        self.broken_off = False


@pytest.mark.parametrize("cancelled", [False, True])
async def test_a_box_whose_driver_has_broken_off_is_opened_anew_at_once(cancelled):
    reader = BreaksOffReader()
    supervisor, healths, pauses = supervised(reader)

    async def ask():
        async with supervisor.use():
            reader.broken_off = True
            if cancelled:
                raise asyncio.CancelledError

    async with running(supervisor):
        await healths.until(Health.NORMAL)
        await asyncio.gather(asyncio.create_task(ask()), return_exceptions=True)
        fault = await healths.until(Health.FAULT)  # no look at the box was needed: this one is never asked
        assert fault.reason == "device_lost"
        pauses.let_go()
        await healths.until(Health.NORMAL)
        assert not reader.broken_off
        assert len(pauses.lengths) == 1


async def test_whoever_waited_for_a_box_that_was_broken_off_is_told():
    reader = BreaksOffReader()
    supervisor, healths, _ = supervised(reader)
    is_in, go_on = asyncio.Event(), asyncio.Event()

    async def break_off():
        async with supervisor.use():
            is_in.set()
            await go_on.wait()
            reader.broken_off = True

    async def wait_for_it():
        await is_in.wait()
        go_on.set()
        async with supervisor.use():
            pytest.fail("the box was broken off")

    async with running(supervisor):
        await healths.until(Health.NORMAL)
        ends = await asyncio.gather(break_off(), wait_for_it(), return_exceptions=True)
    assert [type(end) for end in ends] == [type(None), DeviceLostError]
