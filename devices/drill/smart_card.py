"""The drill of smart-card readers: cards through every fault of the chip, of the reader and of a real PC/SC daemon."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from devices.drill.bench import kept_alive
from devices.drill.rows import Row, exempt
from devices.registry.smart_card import smart_card_reader
from devices.smart_card.card import Manner, made_up
from devices.smart_card.emulator import Fault, SmartCardEmulator
from devices.values.health import Health
from devices.values.smart_card import CardEventKind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.ports.smart_card import SmartCardReader
    from devices.values.smart_card import SmartCardEvent, SocialSecurityCard

OUT_S = 2.0  # how long the daemon stays away
ANSWER_S = 1.0  # one answer; the ordinary 5 s would only make the rows longer
MIDDLE = 7  # commands: a third of a card


def holder(number: int) -> SocialSecurityCard:
    """One of the made-up citizens."""
    return made_up("某某", f"1101011990030710{number:02d}", f"A{number:08d}")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A reader behind a real pcscd, kept alive, and a hand that puts cards in."""

    bench: Bench
    box: SmartCardEmulator
    kept: Kept[SmartCardReader, SmartCardEvent]

    async def insert(self, number: int, *manners: Manner) -> None:
        """Put in a card that may be read once."""
        card = holder(number)
        self.bench.gave(card.card_number)
        await self.box.insert(card, *manners)

    async def until(self, kind: CardEventKind) -> None:
        """Take what is told, up to the next of this kind."""
        while True:
            event = await self.kept.next()
            self._note(event)
            if event.kind is kind:
                return

    async def read(self, number: int, *manners: Manner) -> None:
        """One sound exchange: in, read, out, and whatever else is told."""
        await self.insert(number, *manners)
        await self.until(CardEventKind.CARD)
        self.bench.back()
        await self.take_out()
        for event in await self.kept.rest():
            self._note(event)

    async def take_out(self) -> None:
        """Out, and told to be gone."""
        await self.box.pull()
        await self.until(CardEventKind.GONE)

    async def unreadable_then_read(self) -> None:
        """The card that is in cannot be read; once it is out, the next one can."""
        await self.until(CardEventKind.UNREADABLE)
        self.box.heal()
        await self.take_out()
        self.bench.over()
        await self.read(2)

    def _note(self, event: SmartCardEvent) -> None:
        if event.card is not None:
            self.bench.got(event.card.card_number)
        self.bench.reported(str(event.reason))


@contextlib.asynccontextmanager
async def _slot(bench: Bench, late_s: float = 0.5) -> AsyncIterator[_Slot]:
    box = SmartCardEmulator(late_s=late_s)
    await box.start()
    reader = smart_card_reader({"driver": "pcsc", "address": box.address, "answer_s": ANSWER_S})
    try:
        async with kept_alive(bench, "smart_card", reader, lambda reader: reader.events()) as kept:
            yield _Slot(bench, box, kept)
    finally:
        await box.stop()


async def normal(bench: Bench) -> None:
    """Two cards, one after the other."""
    async with _slot(bench) as slot:
        await slot.read(1)
        await slot.read(2)


async def slow(bench: Bench) -> None:
    """Every answer 0.1 s late: a chip that thinks."""
    async with _slot(bench, late_s=0.1) as slot:
        slot.box.fail(Fault.LATE, times=100)
        await slot.read(1)
        slot.box.heal()
        bench.over()
        await slot.read(2)


async def manners(bench: Bench, which: tuple[Manner, ...]) -> None:
    """A card that does something its own way is read like any other."""
    bench.over()
    async with _slot(bench) as slot:
        await slot.read(1, *which)


async def spoilt(bench: Bench, fault: Fault) -> None:
    """One answer in the middle makes no sense; a card that came short of it is no card twice."""
    async with _slot(bench) as slot:
        slot.box.fail(fault, after=MIDDLE)
        await slot.insert(1)
        await slot.until(CardEventKind.CARD)
        await slot.take_out()
        bench.over()
        await slot.read(2)


async def unreadable(bench: Bench, which: Manner) -> None:
    """A card that cannot be read is said to be so, and the next one is read."""
    async with _slot(bench) as slot:
        await slot.insert(1, which)
        await slot.unreadable_then_read()


async def faulty(bench: Bench, fault: Fault) -> None:
    """A chip that falls mute, or a card that is pulled out, in the middle of being read."""
    async with _slot(bench) as slot:
        slot.box.fail(fault, after=MIDDLE)
        await slot.insert(1)
        await slot.unreadable_then_read()


async def unplug_replug(bench: Bench) -> None:
    """The daemon dies in the middle of a card, which is taken out before a new daemon is there."""
    async with _slot(bench) as slot:
        await slot.read(1)
        slot.box.fail(Fault.LATE, times=100, after=MIDDLE)
        heard = asyncio.create_task(slot.box.wait_until_heard(MIDDLE + 1))
        await slot.insert(2)
        await heard
        await slot.box.kill()
        await slot.until(CardEventKind.UNREADABLE)
        await slot.kept.until(Health.FAULT)
        slot.box.heal()
        await slot.box.pull()
        await asyncio.sleep(OUT_S)
        await slot.box.revive()
        bench.over()
        await slot.kept.until(Health.NORMAL)
        await slot.read(3)


async def stays_in(bench: Bench) -> None:
    """The daemon dies and comes back while a card that was read is still in: it is told once."""
    async with _slot(bench) as slot:
        await slot.insert(1)
        await slot.until(CardEventKind.CARD)
        await slot.box.kill()
        await slot.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        await slot.box.revive()
        bench.over()
        await slot.kept.until(Health.NORMAL)
        await slot.take_out()
        await slot.read(2)


async def frozen(bench: Bench) -> None:
    """The daemon takes what is said and does not answer, until the supervisor has heard of it."""
    async with _slot(bench) as slot:
        await slot.read(1)
        await slot.box.daemon.freeze()
        await slot.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        await slot.box.daemon.thaw()
        bench.over()
        await slot.kept.until(Health.NORMAL)
        await slot.read(2)


ROWS = (
    Row("pcsc", "normal", normal),
    Row("pcsc", "slow", slow),
    Row("pcsc", "split", partial(manners, which=(Manner.PIECES,))),
    exempt("pcsc", "merged", "one command, one answer: the daemon hands over whole answers and no two at once"),
    Row("pcsc", "noise", partial(spoilt, fault=Fault.GARBAGE)),
    exempt("pcsc", "wrong_checksum", "reader and chip check parity (T=0) and blocks (T=1) themselves, and repeat them"),
    Row("pcsc", "mute", partial(faulty, fault=Fault.MUTE)),
    Row("pcsc", "unplug_replug", unplug_replug),
    Row("pcsc", "truncated", partial(spoilt, fault=Fault.TRUNCATED)),
    Row("pcsc", "pulled_away", partial(faulty, fault=Fault.CUT)),
    Row("pcsc", "other_length", partial(manners, which=(Manner.EXACT_LE, Manner.RECORD_ONLY))),
    Row("pcsc", "tag_only", partial(manners, which=(Manner.TAG_ONLY,))),
    Row("pcsc", "short_file_only", partial(manners, which=(Manner.SHORT_ONLY,))),
    Row("pcsc", "locked_file", partial(manners, which=(Manner.LOCKED,))),
    Row("pcsc", "other_card", partial(unreadable, which=Manner.OTHER_CARD)),
    Row("pcsc", "unknown_chip", partial(unreadable, which=Manner.BAD_ATR)),
    Row("pcsc", "endless_61", partial(unreadable, which=Manner.ENDLESS_61)),
    Row("pcsc", "endless_6c", partial(unreadable, which=Manner.ENDLESS_6C)),
    Row("pcsc", "card_stays_in", stays_in),
    Row("pcsc", "daemon_frozen", frozen),
)
