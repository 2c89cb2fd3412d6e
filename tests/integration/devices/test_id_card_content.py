"""What is read beside text and photo, over a real pty: newest address, fingerprint lengths, the reader's own number."""

from dataclasses import replace

import pytest

from devices.errors import DeviceLostError
from devices.id_card.codec import Command
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import Fault, IdCardReaderEmulator
from devices.id_card.reading import SILENCES, Wishes
from devices.transports import open_transport
from tests.contracts.test_id_card_reader import CARD, GONE, LEFT_BEHIND, READING, listening, person
from tests.integration.devices.test_id_card_faults import QUICK, bench

NEW_ADDRESS = "广东省广州市越秀区另一路2号之三𠀀"
LENGTHS = Wishes(print_lengths=True)


def moved(number=1):
    return replace(person(number), address="旧址", newest_address=NEW_ADDRESS)


async def tapped(box, heard, card, **more):
    box.lay(card, **more)
    read = (await heard.next(READING, CARD)).card
    box.lift()
    await heard.next(GONE)
    return read


async def test_the_newest_address_is_part_of_the_card_and_the_printed_one_stays():
    async with bench() as (box, reader), listening(reader) as heard:
        read = await tapped(box, heard, moved())
        assert read == moved()
        assert (read.address, read.current_address) == ("旧址", NEW_ADDRESS)
        read = await tapped(box, heard, person(2))
        assert (read.newest_address, read.current_address) == ("", read.address)


@pytest.mark.parametrize("fault", [Fault.WRONG_CHECKSUM, Fault.HALF, Fault.NOISE, Fault.SPLIT])
async def test_an_address_that_came_broken_is_asked_for_again(fault):
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(fault, on=Command.READ_ADDRESS)
        assert (await tapped(box, heard, moved())).newest_address == NEW_ADDRESS


async def test_a_card_whose_address_does_not_come_is_read_without_it():
    async with bench(knows_address=False) as (box, reader), listening(reader) as heard:
        box.lay(moved())
        assert (await heard.next(READING, CARD)).card == replace(moved(), newest_address="")


async def test_visitors_do_not_wait_for_addresses_that_a_reader_never_tells():
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(Fault.MUTE, times=1000, on=Command.READ_ADDRESS)
        for number in range(SILENCES):
            box.lay(moved(number))
            await heard.next(READING, CARD)
            box.lift()
            await heard.next(GONE)
        card = person(9)
        asked = box.heard[Command.READ_ADDRESS]
        box.lay(card)
        assert (await heard.next(READING, CARD)).card == card
        assert box.heard[Command.READ_ADDRESS] - asked <= 1  # whether it still lies there, not for the card


async def test_a_reader_that_does_not_know_the_question_is_asked_for_it_once():
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(Fault.REFUSED, on=Command.READ_ADDRESS)
        assert (await tapped(box, heard, moved())).newest_address == ""
        assert (await tapped(box, heard, moved())).newest_address == ""


async def test_a_site_may_do_without_newest_addresses():
    async with bench() as (box, _):
        reader = SdtCardReader(open_transport(box.address), timing=QUICK, wishes=Wishes(newest_address=False))
        async with listening(reader) as heard:
            assert (await tapped(box, heard, moved())).newest_address == ""
        assert not reader.capabilities.newest_address
        await reader.close()


@pytest.mark.parametrize("length", [0, 512, 1024])
async def test_only_the_length_of_fingerprints_is_told_and_only_where_a_site_asked_for_it(length):
    async with bench() as (box, reader):
        async with listening(reader) as heard:
            assert (await tapped(box, heard, person(), prints=b"\x5a" * length)).print_bytes is None
        assert box.heard[Command.READ_WITH_PRINTS] == 0
        await reader.close()
        asking = SdtCardReader(open_transport(box.address), timing=QUICK, wishes=LENGTHS)
        async with listening(asking) as heard:
            read = await tapped(box, heard, moved(), prints=b"\x5a" * length)
        assert read == replace(moved(), print_bytes=length)
        assert b"\x5a" * 8 not in repr(vars(asking)).encode()
        assert asking.capabilities.print_lengths
        await asking.close()


async def test_a_reader_that_knows_no_fingerprints_still_reads_the_card():
    async with bench(knows_prints=False) as (box, _):
        asking = SdtCardReader(open_transport(box.address), timing=QUICK, wishes=LENGTHS)
        async with listening(asking) as heard:
            for number in (1, 2):
                assert await tapped(box, heard, person(number)) == person(number)
        assert box.heard[Command.READ_WITH_PRINTS] == 1
        await asking.close()


async def test_the_reader_s_own_number_is_known_once_it_is_open():
    async with bench() as (_, reader):
        assert reader.capabilities.sam_id == ""
        await reader.open()
        assert reader.capabilities.sam_id == "05.01-20240301-0000465706-1058989032"


@pytest.mark.parametrize("fault", [Fault.WRONG_CHECKSUM, Fault.REFUSED, Fault.MUTE])
async def test_the_number_is_asked_for_three_times_and_then_done_without(fault):
    async with bench() as (box, reader):
        box.fail(fault, times=2, on=Command.SAM_ID)
        await reader.open()
        assert reader.capabilities.sam_id
        await reader.close()
        box.fail(fault, times=3, on=Command.SAM_ID)
        async with listening(reader) as heard:
            assert reader.capabilities.sam_id == ""
            assert await tapped(box, heard, person()) == person()


async def test_a_card_behind_the_head_of_an_answer_that_never_came_is_found():
    async with bench() as (box, reader), listening(reader) as heard:
        box.fail(Fault.SWALLOWED, on=Command.READ)
        box.lay(person())
        assert (await heard.next(READING, CARD)).card == person()
        assert box.heard[Command.READ] == 1


async def test_unplugging_while_it_is_asked_who_it_is_closes_the_wire_again():
    box = IdCardReaderEmulator()
    await box.start()
    reader = SdtCardReader(open_transport(box.address), timing=QUICK)
    box.fail(Fault.UNPLUGGED, on=Command.SAM_ID)
    with pytest.raises(DeviceLostError):
        await reader.open()
    with pytest.raises(DeviceLostError, match="not open"):
        await reader._wire.write(b"")
    await box.stop()


@pytest.mark.parametrize("options", [{}, {"always_finds": True}, {"always_finds": True, "knows_address": False}])
async def test_a_card_left_behind_is_told_once_whatever_the_firmware(options):
    async with bench(replace(QUICK, left_behind_s=0.05), **options) as (box, reader), listening(reader) as heard:
        for number in (1, 2):
            box.lay(person(number))
            await heard.next(READING, CARD, LEFT_BEHIND)
            await box.wait_until_heard(Command.READ_ADDRESS, 3)
            assert heard.rest() == 0
            box.lift()
            await heard.next(GONE)


async def test_a_card_laid_in_place_of_one_left_behind_is_told_of_anew():
    timing = replace(QUICK, left_behind_s=0.05)
    async with bench(timing, always_finds=True, knows_address=False) as (box, reader), listening(reader) as heard:
        box.lay(person(1))
        await heard.next(READING, CARD, LEFT_BEHIND)
        box.lay(moved(2))
        assert (await heard.next(GONE, READING, CARD)).card.number == person(2).number
        await heard.next(LEFT_BEHIND)


async def test_a_firmware_that_hides_a_card_it_has_read_says_gone_instead_of_left_behind():
    timing = replace(QUICK, left_behind_s=0)
    async with bench(timing, knows_address=False) as (box, reader), listening(reader) as heard:
        box.lay(person())
        await heard.next(READING, CARD, GONE)
        await box.wait_until_heard(Command.FIND, 3)
        assert heard.rest() == 0
