"""Where the drill of identity-card readers happens: a reader on some cable, kept alive, and a hand that lays cards.

Cards are made up; their numbers are counted and never shown. Knows no faults: the rows do (`id_card`).
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.drill.bench import kept_alive
from devices.drill.relay import Relay
from devices.id_card.console import made_up_card
from devices.id_card.emulator import IdCardReaderEmulator
from devices.id_card.identity import FOREVER
from devices.registry.id_card import card_reader_on, id_card_reader
from devices.supervisor import watch_cards
from devices.transports.tcp_line import TcpLine
from devices.transports.usb import UsbBulkTransport
from devices.transports.usb_far_end import UsbFarEnd
from devices.values.id_card import CardEventKind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from devices.drill.bench import Bench, Kept
    from devices.ports.id_card import IdCardReader
    from devices.transports.usb_device import Pipes
    from devices.values.id_card import CardEvent, IdCard

NUMBER = "110101199003{:02d}{:03d}".format  # day, place in the day; the check digit is computed
VID, PID = 0x0400, 0xC35A


@dataclass(frozen=True, slots=True)
class Glass:
    """A reader, and what the drill notes of it."""

    bench: Bench
    box: IdCardReaderEmulator
    kept: Kept[IdCardReader, CardEvent]

    def lay(self, day: int, *, until: str = FOREVER, newest: str = "") -> IdCard:
        """Lay the made-up card of that day."""
        card = made_up_card("何某某", NUMBER(day, 10), until, newest)
        self.bench.gave(card.number)
        self.box.lay(card)
        return card

    async def until(self, *kinds: CardEventKind) -> CardEvent:
        """The next event of one of these kinds; cards on the way are counted, trouble is reported."""
        while True:
            event = await self.kept.next()
            self._note(event)
            if event.kind in kinds:
                return event

    async def card(self) -> IdCard | None:
        """The next card that is read."""
        return (await self.until(CardEventKind.CARD)).card

    async def read(self, day: int) -> None:
        """One tap: laid, read, lifted, gone, and nothing after it."""
        self.lay(day)
        await self.card()
        self.bench.back()
        await self.lift()
        for event in await self.kept.rest():
            self._note(event)

    async def lift(self) -> None:
        """Take the card away, and wait until the driver has seen it."""
        self.box.lift()
        await self.until(CardEventKind.GONE)

    async def read_through(self, heal: Callable[[], None]) -> None:
        """A tap with the fault on, then one without."""
        self.lay(1)
        await self.card()
        heal()
        self.bench.over()
        await self.lift()
        await self.read(2)

    def _note(self, event: CardEvent) -> None:
        if event.card is not None:
            self.bench.got(event.card.number)
        if event.reason:
            self.bench.reported(event.reason)


@contextlib.asynccontextmanager
async def on_a_line(bench: Bench, *, tcp: bool = False) -> AsyncIterator[tuple[Glass, Relay]]:
    """A reader on a pty or on TCP, with a bad cable between it and the driver."""
    box = IdCardReaderEmulator(line=TcpLine() if tcp else None, link=None if tcp else bench.folder / "box")
    await box.start()
    cable = Relay(box.address, bench.folder)
    await cable.plug()
    reader = id_card_reader({"driver": "sdt", "address": cable.address})
    try:
        async with kept_alive(bench, "id_card", reader, watch_cards) as kept:
            yield Glass(bench, box, kept), cable
    finally:
        await cable.unplug()
        await box.stop()


@contextlib.asynccontextmanager
async def set_up(bench: Bench, *, only_at: int | None = None, **settings: object) -> AsyncIterator[Glass]:
    """A reader on a good pty, with more settings; with `only_at` it listens at that baud rate only."""
    box = IdCardReaderEmulator(link=bench.folder / "box", only_at=only_at)
    await box.start()
    reader = id_card_reader({"driver": "sdt", "address": box.address, **settings})
    try:
        async with kept_alive(bench, "id_card", reader, watch_cards) as kept:
            yield Glass(bench, box, kept)
    finally:
        await box.stop()


@contextlib.asynccontextmanager
async def on_usb(bench: Bench, pipes: Pipes) -> AsyncIterator[tuple[Glass, UsbFarEnd]]:
    """A reader on USB: the real pyusb, and a bus of our own where libusb would be."""
    cable = UsbFarEnd(VID, PID, pipes)
    box = IdCardReaderEmulator(line=cable)
    await box.start()
    reader = card_reader_on(UsbBulkTransport(VID, PID, device="id_card", backend=cable))
    try:
        async with kept_alive(bench, "id_card", reader, watch_cards) as kept:
            yield Glass(bench, box, kept), cable
    finally:
        await box.stop()
