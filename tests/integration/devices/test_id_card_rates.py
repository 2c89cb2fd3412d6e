"""Finding out at which baud rate a reader listens: real serial lines, and a box that hears only its own rate."""

import pytest

from devices.errors import DeviceConfigError, DeviceLostError, DeviceRefusedError, DeviceSilentError
from devices.id_card.codec import Command, State
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import Fault, IdCardReaderEmulator
from devices.registry.id_card import BAUDS, id_card_reader
from devices.transports import open_transport
from tests.contracts.test_id_card_reader import CARD, READING, listening, person
from tests.integration.devices.test_id_card_faults import QUICK


class Box(IdCardReaderEmulator):
    """A reader and the driver that searches for its rate."""

    def __init__(self, folder, rate):
        super().__init__(link=folder / "reader", only_at=rate)
        first, *others = BAUDS
        rates = {baud: open_transport(self.address, baud=baud) for baud in others}
        self.reader = SdtCardReader(open_transport(self.address, baud=first), timing=QUICK, rates=rates)

    async def __aenter__(self):
        await self.start()
        return self

    async def __aexit__(self, *_):
        await self.reader.close()
        await self.stop()


@pytest.mark.parametrize("rate", BAUDS)
async def test_a_reader_is_found_at_any_of_the_usual_rates(tmp_path, rate):
    async with Box(tmp_path, rate) as box, listening(box.reader) as heard:
        assert box.reader.capabilities.baud == (rate if rate != BAUDS[0] else None)
        assert box.reader.capabilities.sam_id
        box.lay(person())
        assert (await heard.next(READING, CARD)).card == person()


async def test_the_rate_that_was_found_comes_first_the_next_time(tmp_path):
    async with Box(tmp_path, 19200) as box:
        await box.reader.open()
        await box.reader.close()
        asked = box.heard[Command.STATUS]
        await box.reader.open()
        assert box.heard[Command.STATUS] == asked + 1
        assert box.garbled == 2 * (len(BAUDS) - 1)


async def test_another_reader_in_its_place_is_found_at_its_own_rate(tmp_path):
    async with Box(tmp_path, 9600) as box:
        await box.reader.open()
        await box.stop()
        async with Box(tmp_path, 57600):
            await box.reader.open()
            assert box.reader.capabilities.baud == 57600


async def test_a_reader_that_says_nothing_at_any_rate_is_silent(tmp_path):
    async with Box(tmp_path, 1200) as box:
        with pytest.raises(DeviceSilentError):
            await box.reader.open()


async def test_a_line_that_is_not_there_is_lost_and_no_rate_is_tried(tmp_path):
    box = Box(tmp_path, 9600)
    with pytest.raises(DeviceLostError):
        await box.reader.open()


async def test_a_reader_that_refuses_has_been_found(tmp_path):
    async with Box(tmp_path, 9600) as box:
        box.health = State.NOT_AUTHORISED
        with pytest.raises(DeviceRefusedError):
            await box.reader.open()


async def test_one_bad_answer_does_not_look_like_another_rate(tmp_path):
    async with Box(tmp_path, 115200) as box:
        box.fail(Fault.WRONG_CHECKSUM, on=Command.STATUS)
        await box.reader.open()
        assert box.reader.capabilities.baud is None


async def test_the_settings_switch_the_search_on(tmp_path):
    box = IdCardReaderEmulator(link=tmp_path / "reader", only_at=9600)
    await box.start()
    reader = id_card_reader({"driver": "sdt", "address": box.address, "find_baud": True, "baud": 19200})
    await reader.open()
    assert reader.capabilities.baud == 9600
    await reader.close()
    await box.stop()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "usb://0400:c35a", "serial:///dev/x?baud=9600"])
def test_there_is_nothing_to_search_where_there_is_no_rate_or_only_one(address):
    with pytest.raises(DeviceConfigError, match="find_baud needs a serial line"):
        id_card_reader({"driver": "sdt", "address": address, "find_baud": True})
