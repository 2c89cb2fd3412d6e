"""The drill of identity-card readers: cards on the glass over a bad cable. Cards are made up; keys are not shown."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.drill.bench import kept_alive
from devices.drill.relay import Relay
from devices.drill.rows import Row
from devices.id_card.console import made_up_card
from devices.id_card.emulator import Fault, IdCardReaderEmulator
from devices.registry.id_card import id_card_reader
from devices.supervisor import watch_cards
from devices.values.health import Health
from devices.values.id_card import CardEventKind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from devices.drill.bench import Bench, Kept
    from devices.ports.id_card import IdCardReader
    from devices.values.id_card import CardEvent

NUMBER = "110101199003{:02d}{:03d}".format  # day, place in the day; the check digit is computed
OUT_S = 2.0  # how long the cable stays out
AT_9600_BAUD = (12, 0.0125)  # bytes, and seconds behind them
HALF_A_CARD = 600  # bytes: well inside the long answer
SEVERAL_LOOKS_S = 1.0  # the driver has asked more than once by then


@dataclass(frozen=True, slots=True)
class _Glass:
    """A reader on a bad cable, kept alive, and a hand that lays cards."""

    bench: Bench
    box: IdCardReaderEmulator
    cable: Relay
    kept: Kept[IdCardReader, CardEvent]

    def lay(self, day: int) -> None:
        """Lay the made-up card of that day."""
        card = made_up_card("何某某", NUMBER(day, 10))
        self.bench.gave(card.number)
        self.box.lay(card)

    async def until(self, *kinds: CardEventKind) -> CardEvent:
        """The next event of one of these kinds; cards on the way are counted, trouble is reported."""
        while True:
            event = await self.kept.next()
            if event.card is not None:
                self.bench.got(event.card.number)
            if event.reason:
                self.bench.reported(event.reason)
            if event.kind in kinds:
                return event

    async def read(self, day: int) -> None:
        """One tap: laid, read, lifted, gone, and nothing after it."""
        self.lay(day)
        await self.until(CardEventKind.CARD)
        self.bench.back()
        await self.lift()
        for event in await self.kept.rest():
            if event.card is not None:
                self.bench.got(event.card.number)

    async def lift(self) -> None:
        """Take the card away, and wait until the driver has seen it."""
        self.box.lift()
        await self.until(CardEventKind.GONE)

    async def read_through(self, *, heal: Callable[[], None] | None = None) -> None:
        """A tap with the fault on, then one without."""
        self.lay(1)
        await self.until(CardEventKind.CARD)
        (heal or self.cable.heal)()
        self.bench.over()
        await self.lift()
        await self.read(2)


class SdtLine:
    """The rows of an SDT reader on a line; `make` gives the driver for an address."""

    def __init__(self, make: Callable[[str], IdCardReader]) -> None:
        self._make = make

    @contextlib.asynccontextmanager
    async def _glass(self, bench: Bench) -> AsyncIterator[_Glass]:
        box = IdCardReaderEmulator(link=bench.folder / "box")
        await box.start()
        cable = Relay(box.address, bench.folder)
        await cable.plug()
        try:
            async with kept_alive(bench, "id_card", self._make(cable.address), watch_cards) as kept:
                yield _Glass(bench, box, cable, kept)
        finally:
            await cable.unplug()
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Two taps."""
        async with self._glass(bench) as glass:
            await glass.read(1)
            await glass.read(2)

    async def slow(self, bench: Bench) -> None:
        """A line of 9600 baud: the long answer takes 1.35 s."""
        async with self._glass(bench) as glass:
            glass.cable.piece_bytes, glass.cable.piece_s = AT_9600_BAUD
            await glass.read_through()

    async def split(self, bench: Bench) -> None:
        """Answers in pieces of three bytes."""
        async with self._glass(bench) as glass:
            glass.cable.piece_bytes = 3
            await glass.read_through()

    async def merged(self, bench: Bench) -> None:
        """Answers to several questions come in one go, all of them late."""
        async with self._glass(bench) as glass:
            glass.cable.hold()
            await asyncio.sleep(SEVERAL_LOOKS_S)
            await glass.cable.release()
            bench.over()
            await glass.read(1)

    async def noise(self, bench: Bench) -> None:
        """Bytes before and behind each answer, some of them like the head of one."""
        async with self._glass(bench) as glass:
            glass.cable.spoil = lambda data: b"\x00\xff\xaa\xaa\x96\x69\xaa" + data + b"\xaa\x00"
            await glass.read_through()

    async def wrong_checksum(self, bench: Bench) -> None:
        """Answers that do not fit their checksum, while a card is read."""
        async with self._glass(bench) as glass:
            glass.box.fail(Fault.WRONG_CHECKSUM, times=2)
            await glass.read_through(heal=glass.box.heal)

    async def mute(self, bench: Bench) -> None:
        """No answer, until the supervisor has heard of it."""
        async with self._glass(bench) as glass:
            await glass.read(1)
            glass.cable.mute = True
            await glass.kept.until(Health.FAULT)
            await asyncio.sleep(OUT_S)
            glass.cable.heal()
            bench.over()
            await glass.kept.until(Health.NORMAL)
            await glass.read(2)

    async def unplug_replug(self, bench: Bench) -> None:
        """The cable comes out in the middle of the long answer: half a card is no card."""
        async with self._glass(bench) as glass:
            await glass.read(1)
            glass.cable.cut_after(heard=HALF_A_CARD)
            glass.lay(2)
            await glass.kept.until(Health.FAULT)
            glass.box.lift()
            await asyncio.sleep(OUT_S)
            await glass.cable.plug()
            bench.over()
            await glass.kept.until(Health.NORMAL)
            await glass.read(3)

    async def spoilt(self, bench: Bench, fault: Fault, times: int = 1) -> None:
        """One of the emulator's own faults, at whatever it answers next."""
        async with self._glass(bench) as glass:
            glass.box.fail(fault, times=times)
            await glass.read_through(heal=glass.box.heal)

    async def pulled_away(self, bench: Bench) -> None:
        """The card is taken away in the middle of being read: said so, and read when it is laid again."""
        async with self._glass(bench) as glass:
            glass.lay(1)
            await glass.until(CardEventKind.READING)
            glass.box.lift()
            bench.over()
            await glass.until(CardEventKind.UNREADABLE, CardEventKind.CARD)
            await glass.until(CardEventKind.GONE)
            await glass.read(2)

    async def unreadable(self, bench: Bench) -> None:
        """Something lies there that cannot be read; the next card can."""
        async with self._glass(bench) as glass:
            glass.box.lay_unreadable()
            await glass.until(CardEventKind.UNREADABLE)
            bench.over()
            await glass.lift()
            await glass.read(1)

    async def half(self, bench: Bench) -> None:
        """An answer that stops half-way."""
        await self.spoilt(bench, Fault.HALF)

    async def late(self, bench: Bench) -> None:
        """An answer that comes when the next question was asked."""
        await self.spoilt(bench, Fault.LATE)

    async def refused(self, bench: Bench) -> None:
        """A reader that says it did not understand."""
        await self.spoilt(bench, Fault.REFUSED)


_SDT = SdtLine(lambda address: id_card_reader({"driver": "sdt", "address": address}))

ROWS = (
    Row("sdt", "normal", _SDT.normal),
    Row("sdt", "slow", _SDT.slow),
    Row("sdt", "split", _SDT.split),
    Row("sdt", "merged", _SDT.merged),
    Row("sdt", "noise", _SDT.noise),
    Row("sdt", "wrong_checksum", _SDT.wrong_checksum),
    Row("sdt", "mute", _SDT.mute),
    Row("sdt", "unplug_replug", _SDT.unplug_replug),
    Row("sdt", "pulled_away", _SDT.pulled_away),
    Row("sdt", "unreadable_card", _SDT.unreadable),
    Row("sdt", "half_an_answer", _SDT.half),
    Row("sdt", "late_answer", _SDT.late),
    Row("sdt", "not_understood", _SDT.refused),
)
