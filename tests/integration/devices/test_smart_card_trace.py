"""A reading that was written down is played back: the same card, without a reader and without a daemon."""

import asyncio
import contextlib

from devices.registry.smart_card import smart_card_reader
from devices.registry.wires import hooked
from devices.smart_card.card import Manner, made_up
from devices.smart_card.emulator import SmartCardEmulator
from devices.transports.record import RecordingTransport
from devices.values.smart_card import CardEventKind

HOLDER = made_up("欧阳样本", "11010119900307109X")


async def test_a_traced_reading_is_replayed_to_the_same_card(tmp_path):
    box, trace = SmartCardEmulator(), tmp_path / "trace.jsonl"
    await box.start()
    with hooked(lambda wire: RecordingTransport(wire, trace)):
        traced = smart_card_reader({"driver": "pcsc", "address": box.address})
    try:
        await traced.open()
        async with contextlib.aclosing(traced.events()) as events:
            await box.insert(HOLDER, Manner.PIECES)
            first = [await anext(events) for _ in range(2)]
            await box.pull()
            first.append(await anext(events))
    finally:
        await traced.close()
        await box.stop()
    assert first[1].card == HOLDER
    assert trace.stat().st_mode & 0o777 == 0o600
    replayed = smart_card_reader({"driver": "pcsc", "address": f"replay://{trace}"})
    await replayed.open()
    async with contextlib.aclosing(replayed.events()) as events, asyncio.timeout(20):
        assert [await anext(events) for _ in range(3)] == first
    await replayed.close()
    assert [event.kind for event in first] == [CardEventKind.READING, CardEventKind.CARD, CardEventKind.GONE]
