"""A slot over a wire and back is the same slot; a wire that says nonsense is told so."""

import asyncio

import pytest

from devices.errors import DeviceProtocolError
from devices.smart_card.card import VirtualCard, made_up
from devices.smart_card.driver import PcscCardReader
from devices.transports.memory import joined_pair
from devices.transports.slot_wire import SlotWire, WireSlot
from devices.values.smart_card import CardEventKind, SlotTrouble, SlotView
from tests.unit.devices.smart_card.test_driver import MemorySlot, heard

HOLDER = made_up("样本", "11010119900307109X")


async def test_a_driver_over_the_wire_of_a_slot_reads_as_over_the_slot():
    slot = MemorySlot()
    reader = PcscCardReader(WireSlot(SlotWire(slot)))
    await reader.open()
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert [kind for kind, _ in await take(2)] == [CardEventKind.READING, CardEventKind.CARD]
        assert slot.released == 1
        await slot.put(None)
        assert [kind for kind, _ in await take(1)] == [CardEventKind.GONE]
    await reader.close()
    assert not slot.is_open


async def test_views_troubles_and_answers_come_through_as_they_are():
    slot, over = MemorySlot(), None
    over = WireSlot(SlotWire(slot))
    await over.open()
    await slot.put(VirtualCard(HOLDER))
    assert await over.change(SlotView(), 1) == slot.view == await over.look()
    assert await over.change(slot.view, 0.01) is None
    slot.connects = [SlotTrouble.BUSY]
    assert await over.connect(1) is SlotTrouble.BUSY
    assert await over.connect(1) is None
    assert await over.exchange(bytes.fromhex("00B2012C00"), 1) == b"\x69\x86"
    slot.troubles = [SlotTrouble.BROKEN]
    assert await over.exchange(bytes.fromhex("00B2012C00"), 1) is SlotTrouble.BROKEN


@pytest.mark.parametrize("said", [b"V", b"A\x90\x00", b"!silent", b"V" + bytes(20)])
async def test_what_is_no_view_is_a_fault_of_the_protocol(said):
    near, far = joined_pair()
    slot = WireSlot(near)
    await slot.open()
    await far.open()
    await far.write(said)
    with pytest.raises(DeviceProtocolError):
        await slot.change(SlotView(), 1)


async def test_what_is_no_answer_is_a_fault_and_nothing_is_silence():
    near, far = joined_pair()
    slot = WireSlot(near)
    await slot.open()
    await far.open()
    assert await asyncio.wait_for(slot.exchange(b"\0\xb2\x01\x04\0", 0.01), 5) is SlotTrouble.SILENT
    await far.write(b"!sulking")
    with pytest.raises(DeviceProtocolError):
        await slot.connect(1)
