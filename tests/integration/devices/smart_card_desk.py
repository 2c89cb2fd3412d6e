"""A reader with a virtual card behind a real pcscd, the driver under a supervisor, a hand that puts cards in."""

import asyncio
import contextlib
from dataclasses import dataclass

from devices.registry.smart_card import smart_card_reader
from devices.smart_card.card import made_up
from devices.smart_card.driver import PcscCardReader, Timing
from devices.smart_card.emulator import SmartCardEmulator
from devices.supervisor import BackOff, Supervisor
from devices.transports.pcsc import slot_at
from devices.values.smart_card import CardEventKind
from tests.unit.devices.test_supervisor import Healths, running

SOON = BackOff(first_s=0.05, cap_s=0.1)
HOLDER = made_up("欧阳样本", "11010119900307109X")
OTHER = made_up("张样本", "110101199003071090", "B87654321")
READING, CARD = CardEventKind.READING, CardEventKind.CARD
UNREADABLE, GONE = CardEventKind.UNREADABLE, CardEventKind.GONE


@dataclass
class Desk:
    box: SmartCardEmulator
    healths: Healths
    supervisor: Supervisor

    async def next(self, *kinds):
        """The next events are these; the last of them."""
        async with contextlib.aclosing(self.supervisor.events()) as events:
            found = [await anext(events) for _ in kinds]
        assert [event.kind for event in found] == list(kinds), [(event.kind, event.reason) for event in found]
        return found[-1]

    async def read(self, card, *manners):
        """Put it in, read it, take it out."""
        await self.box.insert(card, *manners)
        read = (await self.next(READING, CARD)).card
        await self.take_out()
        return read

    async def take_out(self):
        await self.box.pull()
        await self.next(GONE)

    async def nothing_more(self):
        """Nothing is told that nobody waited for; a pause is the only way to know."""
        await asyncio.sleep(0.3)
        assert self.supervisor._queue.empty()


@contextlib.asynccontextmanager
async def desk(*, late_s=0.5, **timing):
    """With the driver of the registry, or one with its own `timing`."""
    box, healths = SmartCardEmulator(late_s=late_s), Healths()
    if timing:
        reader = PcscCardReader(slot_at(box.address), timing=Timing(**timing))
    else:
        reader = smart_card_reader({"driver": "pcsc", "address": box.address})
    supervisor = Supervisor("smart_card", reader, lambda box: box.events(), on_health=healths.hear, back_off=SOON)
    await box.start()
    try:
        async with running(supervisor):
            yield Desk(box, healths, supervisor)
    finally:
        await box.stop()
