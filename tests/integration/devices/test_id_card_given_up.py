"""Reads that are given up in the middle of an exchange: the next answer still belongs to the next question."""

import asyncio
from dataclasses import replace

import pytest

from devices.id_card.codec import Command, Done, NoCard, Refused, State
from devices.id_card.emulator import Fault
from devices.id_card.exchange import Exchange
from devices.transports import open_transport
from devices.values.health import Health
from tests.contracts.test_id_card_reader import CARD, GONE, READING, Listener, listening, person
from tests.integration.devices.test_id_card_faults import QUICK, bench

PATIENT = replace(QUICK, short_s=5, address_s=5, read_s=5, longest_s=10)  # no answer here is late


async def given_up(task):
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize("command", [Command.SELECT, Command.READ, Command.READ_ADDRESS])
@pytest.mark.parametrize("fault", [Fault.LATE, Fault.STRAY])
async def test_a_read_given_up_before_its_answer_is_done_again_and_gives_the_card(command, fault):
    async with bench(PATIENT, late_s=0.1) as (box, reader):
        await reader.open()
        listener = Listener(reader)
        box.fail(fault, on=command)
        heard = asyncio.create_task(box.wait_until_heard(command))
        box.lay(person())
        await heard
        await given_up(listener.task)
        async with listening(_opened(reader)) as again:
            assert (await again.next(CARD)).card == person()  # READING was said to whoever gave up
            box.lift()
            await again.next(GONE)
            box.lay(person(2))
            assert (await again.next(READING, CARD)).card == person(2)


async def test_a_read_given_up_in_the_middle_of_the_long_answer_is_done_again():
    async with bench(PATIENT, baud=38400) as (box, reader):
        await reader.open()
        listener = Listener(reader)
        heard = asyncio.create_task(box.wait_until_heard(Command.READ))
        box.lay(person())
        await heard
        while not reader._exchange._decoder.mid_frame:
            await asyncio.sleep(0.001)
        await given_up(listener.task)
        async with listening(_opened(reader)) as again:
            assert (await again.next(CARD)).card == person()
        assert box.heard[Command.READ] == 2


async def test_a_question_about_its_health_may_be_given_up_too():
    async with bench(PATIENT, late_s=0.05) as (box, reader):
        await reader.open()
        for _ in range(5):
            box.fail(Fault.LATE, on=Command.STATUS)
            heard = asyncio.create_task(box.wait_until_heard(Command.STATUS))
            asking = asyncio.create_task(reader.status())
            await heard
            await given_up(asking)
            assert (await reader.status()).health is Health.NORMAL


async def test_each_answer_belongs_to_its_question_whenever_the_one_before_was_given_up():
    async with bench(late_s=0.02) as (box, _):
        wire = open_transport(box.address)
        await wire.open()
        exchange = Exchange(wire, "id_card", PATIENT)
        for steps in range(25):
            box.fail(Fault.LATE, on=Command.SAM_ID)
            asking = asyncio.create_task(exchange.ask(Command.SAM_ID))
            for _ in range(steps):
                await asyncio.sleep(0.001)
            await given_up(asking)
            box.heal()
            assert await exchange.ask(Command.FIND) == NoCard()
            assert await exchange.ask(Command.STATUS) == Done(b"")
            assert await exchange.ask(Command.READ) == Refused(State.READ_FAILED)
        assert exchange.failures == 0
        await wire.close()


async def test_a_question_that_is_never_answered_holds_the_next_one_up_no_longer_than_its_own_time():
    async with bench(QUICK) as (box, reader):
        await reader.open()
        box.fail(Fault.MUTE, on=Command.STATUS)
        heard = asyncio.create_task(box.wait_until_heard(Command.STATUS))
        asking = asyncio.create_task(reader.status())
        await heard
        await given_up(asking)
        assert (await reader.status()).health is Health.NORMAL


class _opened:  # noqa: N801 -- reads like the verb it stands for
    """A reader that is open already, for `listening`."""

    def __init__(self, reader):
        self.events = reader.events

    async def open(self):
        pass
