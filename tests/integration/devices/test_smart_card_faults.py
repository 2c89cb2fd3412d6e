"""Social-security cards of all manners and with all faults, read by the driver through a real pcscd and a real vpcd.

The daemon runs in namespaces of its own, which takes root or user namespaces; without them these tests fail and say so.
"""

import pytest

from devices.smart_card.card import Manner
from devices.smart_card.emulator import Fault
from tests.integration.devices.smart_card_desk import HOLDER, OTHER, READING, UNREADABLE, desk


@pytest.mark.slow
async def test_cards_of_all_manners_are_read_one_after_the_other():
    async with desk() as hall:
        for form in (Manner.TAG_ONLY, Manner.RECORD_ONLY, Manner.SHORT_ONLY):
            assert await hall.read(HOLDER, form, Manner.PIECES, Manner.EXACT_LE, Manner.SELECT_02) == HOLDER


async def test_a_card_whose_second_file_is_locked_gives_what_is_free():
    async with desk() as hall:
        read = await hall.read(HOLDER, Manner.LOCKED)
        assert (read.locked, read.card_number, read.name) == (True, HOLDER.card_number, "")


async def test_slow_answers_are_waited_for():
    async with desk(late_s=0.2) as hall:
        hall.box.fail(Fault.LATE, times=3, after=4)
        assert await hall.read(HOLDER) == HOLDER


@pytest.mark.parametrize("fault", [Fault.TRUNCATED, Fault.GARBAGE])
async def test_a_spoilt_answer_is_asked_for_again(fault):
    async with desk() as hall:
        hall.box.fail(fault, after=6)
        read = await hall.read(HOLDER)
        assert read == HOLDER or read.missing  # a status that is cut in two may be a refusal


async def test_a_card_pulled_in_the_middle_is_pulled_away_and_the_next_one_is_read():
    async with desk() as hall:
        hall.box.fail(Fault.CUT, after=8)
        await hall.box.insert(HOLDER)
        assert (await hall.next(READING, UNREADABLE)).reason == "pulled_away"
        await hall.take_out()
        assert await hall.read(OTHER) == OTHER


async def test_a_chip_that_no_reader_understands_is_an_unknown_card():
    async with desk() as hall:
        await hall.box.insert(HOLDER, Manner.BAD_ATR)
        assert (await hall.next(READING, UNREADABLE)).reason == "unknown_card"
        await hall.take_out()
        assert await hall.read(HOLDER) == HOLDER


async def test_a_chip_that_falls_mute_is_silent_and_once_it_is_out_the_next_one_is_read():
    async with desk(answer_s=0.3, settle_s=0.1) as hall:
        hall.box.fail(Fault.MUTE, after=5)
        await hall.box.insert(HOLDER)
        assert (await hall.next(READING, UNREADABLE)).reason == "silent"
        hall.box.heal()
        await hall.take_out()
        assert await hall.read(OTHER) == OTHER
