"""The card driver against a reader that is slow, noisy, half mute or unplugged: real bytes over a real pty."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from devices.errors import DeviceLostError, DeviceProtocolError, DeviceRefusedError, DeviceSilentError
from devices.id_card.codec import Command, State
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import Fault, IdCardReaderEmulator
from devices.id_card.exchange import Timing
from devices.id_card.identity import encode_text_block
from devices.transports import open_transport
from devices.transports.pty import PtyLine
from devices.values.health import Health
from devices.values.id_card import CardEventKind
from tests.contracts.test_id_card_reader import CARD, GONE, READING, UNREADABLE, listening, person

QUICK = Timing(
    poll_s=0.005,
    short_s=0.15,
    address_s=0.3,
    read_s=0.3,
    gap_s=0.1,
    quiet_s=0.03,
    noise_limit_s=0.3,
    longest_s=0.5,
)


@contextlib.asynccontextmanager
async def bench(timing=QUICK, **options):
    box = IdCardReaderEmulator(**options)
    await box.start()
    reader = SdtCardReader(open_transport(box.address), timing=timing)
    try:
        yield box, reader
    finally:
        await reader.close()
        await box.stop()


@pytest.mark.parametrize("fault", [Fault.WRONG_CHECKSUM, Fault.MUTE, Fault.HALF, Fault.NOISE, Fault.SPLIT, Fault.LATE])
async def test_a_read_that_fails_once_is_repeated_and_gives_one_card(fault):
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(fault, on=Command.READ)
        box.lay(person())
        assert (await heard.next(READING, CARD)).card == person()
        box.lift()
        await heard.next(GONE)
        assert heard.rest() == 0


@pytest.mark.parametrize("fault", sorted(set(Fault) - {Fault.UNPLUGGED}))
async def test_the_driver_recovers_when_a_look_at_the_empty_glass_goes_wrong(fault):
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(fault, on=Command.FIND)
        await box.wait_until_heard(Command.FIND, 2)
        box.lay(person())
        await heard.next(READING, CARD)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(Fault.WRONG_CHECKSUM, "wrong_checksum"), (Fault.HALF, "broken_frame"), (Fault.MUTE, "silent")],
)
async def test_three_failed_reads_make_a_card_unreadable_until_it_is_lifted(fault, reason):
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(fault, times=3, on=Command.READ)
        box.lay(person())
        assert (await heard.next(READING, UNREADABLE)).reason == reason
        await box.wait_until_heard(Command.READ_ADDRESS, 3)
        assert heard.rest() == 0
        box.lift()
        await heard.next(GONE)
        box.lay(person())
        await heard.next(READING, CARD)


async def test_a_card_pulled_away_during_the_long_answer_gives_no_card():
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(Fault.CUT, on=Command.READ)
        box.lay(person())
        assert (await heard.next(READING, UNREADABLE)).reason == "pulled_away"
        await heard.next(GONE)
        box.lay(person())
        await heard.next(READING, CARD)


async def test_a_card_that_contradicts_itself_is_unreadable():
    async with bench() as (box, reader), listening(reader) as heard:
        text = encode_text_block(person()).replace("110105".encode("utf-16-le"), "110106".encode("utf-16-le"))
        box.lay_text(text)
        assert (await heard.next(READING, UNREADABLE)).reason == "unknown_card"


async def test_a_card_that_lies_there_is_read_once_whatever_the_firmware():
    for options in (
        {},
        {"always_finds": True},
        {"knows_address": False},
        {"always_finds": True, "knows_address": False},
    ):
        async with bench(**options) as (box, reader), listening(reader) as heard:
            box.lay(person())
            await heard.next(READING, CARD)
            await box.wait_until_heard(Command.READ_ADDRESS, 2)
            if options.get("always_finds"):
                assert heard.rest() == 0


async def test_another_card_is_noticed_by_a_reader_that_always_finds():
    async with bench(always_finds=True, knows_address=False) as (box, reader), listening(reader) as heard:
        box.lay(person(1))
        await heard.next(READING, CARD)
        box.lay(person(2))
        assert (await heard.next(GONE, READING, CARD)).card == person(2)


async def test_a_card_missed_once_is_not_gone():
    async with bench() as (box, reader), listening(reader) as heard:
        box.lay_unreadable()
        await heard.next(READING, UNREADABLE)
        box.fail(Fault.MISSED, on=Command.FIND)
        await box.wait_until_heard(Command.FIND, 3)
        assert heard.rest() == 0


async def test_a_mute_reader_is_silent_when_opened():
    async with bench() as (box, reader):
        box.fail(Fault.MUTE, times=99)
        with pytest.raises(DeviceSilentError):
            await reader.open()


async def test_a_reader_that_falls_mute_ends_the_events():
    async with bench() as (box, reader), listening(reader) as heard:
        await box.wait_until_heard(Command.FIND)
        box.fail(Fault.MUTE, times=999)
        with pytest.raises(DeviceSilentError):
            await heard.task
        assert (await reader.status()).reason == "device_silent"


async def test_a_dead_security_module_is_the_reader_s_fault_not_the_card_s():
    async with bench() as (box, reader):
        box.health, box.reset_helps = State.SELF_TEST_FAILED, False
        with pytest.raises(DeviceRefusedError) as caught:
            await reader.open()
        assert caught.value.status == State.SELF_TEST_FAILED
        box.health = State.OK
        async with listening(reader) as heard:
            box.lay_unreadable(State.NOT_AUTHORISED)
            await heard.next(READING)
            with pytest.raises(DeviceRefusedError, match="not_authorised"):
                await heard.task


async def test_a_security_module_that_failed_its_test_is_reset_when_it_is_opened():
    async with bench() as (box, reader):
        box.health = State.SELF_TEST_FAILED
        async with listening(reader) as heard:
            assert box.heard[Command.RESET] == 1
            box.lay(person())
            await heard.next(READING, CARD)


async def test_probing_while_a_card_is_read_disturbs_nothing():
    async with bench() as (box, reader), listening(reader) as heard:
        box.lay(person())
        await heard.next(READING)
        assert (await reader.status()).health is Health.NORMAL
        await heard.next(CARD)


async def test_a_box_that_speaks_another_protocol_is_a_protocol_error_or_silent():
    line = PtyLine()
    await line.open()

    async def babble():
        while True:
            await line.read_some(3600)
            await line.write(bytes.fromhex("AAAAAA9669 0004 0000 80 84"))

    babbling = asyncio.create_task(babble())
    reader = SdtCardReader(open_transport(line.path), timing=QUICK)
    with pytest.raises(DeviceProtocolError):
        await reader.open()
    babbling.cancel()
    await line.close()


async def test_a_line_that_never_stops_talking_is_silence():
    line = PtyLine()
    await line.open()

    async def babble():
        while True:
            await line.write(b"\xaa" * 100)
            await asyncio.sleep(0)

    babbling = asyncio.create_task(babble())
    reader = SdtCardReader(open_transport(line.path), timing=QUICK)
    with pytest.raises(DeviceSilentError):
        await reader.open()
    babbling.cancel()
    await line.close()


async def test_unplugging_in_the_middle_of_a_card_ends_with_device_lost():
    async with bench(baud=9600) as (box, reader), listening(reader) as heard:
        box.lay(person())
        await heard.next(READING)
        await box.wait_until_heard(Command.READ)
        await box.unplug()
        with pytest.raises(DeviceLostError):
            await heard.task


async def test_a_slow_wire_still_gives_the_card():
    timing = Timing(poll_s=0.01)
    async with bench(timing, baud=9600) as (box, reader), listening(reader) as heard:
        box.lay(person())
        assert (await heard.next(READING, CARD)).kind is CardEventKind.CARD


async def test_the_box_refuses_what_is_broken_or_unknown_and_goes_on():
    async with bench() as (box, reader):
        wire = open_transport(box.address)
        await wire.open()
        await wire.write(bytes.fromhex("AAAAAA9669 0003 20 01 21"))  # a wrong checksum that shipped in public code
        assert (await wire.read_some(5)).hex() == "aaaaaa9669000400001014"
        assert box.broken_requests == 1
        await wire.write(bytes.fromhex("AAAAAA9669 0003 77 77 03"))
        assert (await wire.read_some(5)).hex() == "aaaaaa9669000400002125"
        await wire.write(bytes.fromhex("AAAAAA9669 0003 12 FF EE"))
        assert len(await wire.read_some(5)) == 27
        await wire.close()
        await reader.open()


async def test_no_personal_byte_is_logged(caplog):
    caplog.set_level("DEBUG")
    async with bench() as (box, reader), listening(reader) as heard:
        box.lay(person())
        await heard.next(READING, CARD)
    assert "READ" in caplog.text
    assert person().name not in caplog.text
    assert person().number not in caplog.text
    assert encode_text_block(person())[:8].hex() not in caplog.text.lower()


async def test_a_card_whose_address_comes_slowly_stays_read_until_it_is_lifted():
    timing = replace(QUICK, address_s=30)
    async with bench(timing, late_s=0.1) as (box, reader), listening(reader) as heard:
        box.fail(Fault.LATE, times=999, on=Command.READ_ADDRESS)
        box.lay(person())
        await heard.next(READING, CARD)
        await box.wait_until_heard(Command.READ_ADDRESS, 5)
        assert heard.rest() == 0
        box.lift()
        await heard.next(GONE)


async def test_a_reader_that_never_tells_an_address_in_time_is_not_silent_for_that():
    async with bench(late_s=0.4) as (box, reader), listening(reader) as heard:
        box.fail(Fault.LATE, times=999, on=Command.READ_ADDRESS)
        box.lay(person())
        await heard.next(READING, CARD, GONE)  # as far as anybody can tell
        await box.wait_until_heard(Command.FIND, 6)
        assert not heard.task.done()
        box.lay(person(2))
        await heard.next(READING, CARD)


async def test_a_byte_of_noise_does_not_shorten_the_wait_for_a_late_answer():
    timing = replace(QUICK, read_s=30)
    async with bench(timing, late_s=0.5) as (box, reader), listening(reader) as heard:
        box.fail(Fault.STRAY, on=Command.READ)
        box.lay(person())
        await heard.next(READING, CARD)
        assert box.heard[Command.READ] == 1


@pytest.mark.parametrize(
    "complaint", [State.COMMAND_ERROR, State.UNKNOWN_ERROR, State.CHECKSUM_ERROR, State.LENGTH_ERROR]
)
async def test_a_reader_that_understands_no_look_at_the_glass_is_ill(complaint):
    async with bench() as (box, reader), listening(reader) as heard:
        box.complaint = complaint
        box.fail(Fault.REFUSED, times=999, on=Command.FIND)
        with pytest.raises(DeviceProtocolError):
            await heard.task
        assert (await reader.status()).health is Health.NORMAL
