"""The boxes on this kiosk: kept alive by supervisors, heard as session events. Knows ports, no bytes.

What a card says of a person is turned into pseudonym and masks right here; the card value goes no further.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.supervisor import Supervisor, watch_cards, watch_codes, watch_status
from devices.values.health import Health
from devices.values.id_card import CardEventKind
from devices.values.receipt_printer import PrinterStatus, PrintOutcome, PrintResult
from kiosk.privacy import identity_from, person_from
from kiosk.session.events import CardGone, CardRead, CardReading, CardSeen, CardUnreadable, DevicesChanged
from kiosk.session.state import Devices
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from devices.ports.access_pad import AccessPad
    from devices.ports.code_scanner import CodeScanner
    from devices.ports.document_scanner import DocumentScanner
    from devices.ports.id_card import IdCardReader
    from devices.ports.indicator import Indicator
    from devices.ports.page_printer import PagePrinter
    from devices.ports.receipt_printer import ReceiptPrinter
    from devices.ports.sensors import Sensors
    from devices.ports.speaker import Speaker
    from devices.values.code_scanner import ScannedCode
    from devices.values.health import DeviceHealth
    from devices.values.id_card import CardEvent
    from devices.values.receipt_printer import PrintDocument
    from hall_server.contract.identity.identity import Identity
    from kiosk.runner.ports import Clock, Post

LOG = logging.getLogger("kapok.kiosk.boxes")

OFF = "service_off"  # taken out of use from afar
NO_SPEECH = "no_speech"  # a speaker that can only sound chimes
USABLE = frozenset({Health.NORMAL, Health.WARNING})


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes that this kiosk has; None = not fitted."""

    card_reader: IdCardReader | None = None
    printer: ReceiptPrinter | None = None
    scanner: CodeScanner | None = None
    speaker: Speaker | None = None
    access_pad: AccessPad | None = None
    page_printer: PagePrinter | None = None
    document_scanner: DocumentScanner | None = None
    sensors: Sensors | None = None  # door, tilt, power
    indicator: Indicator | None = None  # seen from afar


class SupervisedPrinter:
    """Prints through the supervisor: a printer that is not open has printed nothing, for sure."""

    def __init__(self, supervisor: Supervisor[ReceiptPrinter, DeviceHealth]) -> None:
        self._supervisor = supervisor
        self.off = False  # out of use: prints nothing, for sure

    async def print(self, document: PrintDocument) -> PrintResult:
        """Print once; see `devices.ports.ReceiptPrinter`."""
        if self.off:
            return PrintResult(PrintOutcome.NOT_PRINTED, PrinterStatus(answered=False), OFF)
        try:
            async with self._supervisor.use() as printer:
                return await printer.print(document)
        except DeviceLostError as error:
            return PrintResult(PrintOutcome.NOT_PRINTED, PrinterStatus(answered=False), error.code)


class BoxWatch:
    """Runs the supervisors and posts what they say; codes go to `hear`.

    `day` gives the hall's business day, `key` keys pseudonyms; `named` hears whom each card names.
    """

    def __init__(
        self,
        boxes: Boxes,
        *,
        post: Post,
        clock: Clock,
        key: bytes,
        day: Callable[[], date],
        hear: Callable[[ScannedCode], object],
        fresh_id: Callable[[], str],
        named: Callable[[Identity], object] = lambda _: None,
    ) -> None:
        self.fitted = boxes
        self._post, self._clock, self._key, self._day, self._hear = post, clock, key, day, hear
        self._fresh_id, self._named = fresh_id, named
        self._devices = Devices()
        self.off: frozenset[str] = frozenset()  # kinds that are out of use: not offered, not heard
        self.known: dict[str, DeviceHealth] = {}  # how each box was last
        self._reader: Supervisor[IdCardReader, CardEvent] | None = None
        self._printer: Supervisor[ReceiptPrinter, DeviceHealth] | None = None
        self._scanner: Supervisor[CodeScanner, ScannedCode] | None = None
        if boxes.card_reader is not None:
            self._reader = Supervisor("id_card", boxes.card_reader, watch_cards, on_health=self.health)
        if boxes.printer is not None:
            self._printer = Supervisor(
                "receipt_printer",
                boxes.printer,
                partial(watch_status, device="receipt_printer"),
                on_health=self.health,
            )
        if boxes.scanner is not None:
            self._scanner = Supervisor("code_scanner", boxes.scanner, watch_codes, on_health=self.health)
        self.printer = None if self._printer is None else SupervisedPrinter(self._printer)

    async def run(self) -> None:
        """Keep the boxes alive until cancelled."""
        self._post(DevicesChanged(self._clock(), self._offered()))
        async with asyncio.TaskGroup() as tasks:
            if self._reader is not None:
                tasks.create_task(self._reader.run())
                tasks.create_task(self._cards(self._reader))
            if self._printer is not None:
                tasks.create_task(self._printer.run())
            if self._scanner is not None:
                tasks.create_task(self._scanner.run())
                tasks.create_task(self._codes(self._scanner))

    async def _cards(self, reader: Supervisor[IdCardReader, CardEvent]) -> None:
        async for event in reader.events():
            if (seen := None if "id_card" in self.off else self._seen(event)) is not None:
                self._post(seen)
            del event, seen  # the card in it: not to be kept while waiting for the next

    def _seen(self, event: CardEvent) -> CardSeen | None:
        """What the session is told; None of what it has no step for: it knows by itself of a card left behind."""
        at = self._clock()
        match event.kind:
            case CardEventKind.READING:
                return CardReading(at)
            case CardEventKind.GONE:
                return CardGone(at)
            case CardEventKind.UNREADABLE:
                return CardUnreadable(at, event.reason)
            case CardEventKind.CARD:
                return self._read(at, event)
            case _:
                LOG.info("the card reader says %s", event.kind)
                return None

    def _read(self, at: float, event: CardEvent) -> CardSeen:
        if event.card is None:
            return CardUnreadable(at, "no_card")
        try:
            self._named(identity_from(event.card))
            return CardRead(at, person_from(event.card, self._key, self._day()), self._fresh_id())
        except ValueError:
            return CardUnreadable(at, "no_number")

    async def _codes(self, scanner: Supervisor[CodeScanner, ScannedCode]) -> None:
        async for code in scanner.events():
            if "code_scanner" not in self.off:
                self._hear(code)
            del code  # not to be kept while waiting for the next

    def health(self, health: DeviceHealth) -> None:
        """A box is well, or is not; also for boxes that somebody else keeps alive."""
        if health.health is Health.BUSY or self.known.get(health.device) == health:
            return  # in use is as good as before
        self.known[health.device] = health
        LOG.info("%s is %s %s", health.device, health.health.value, health.reason)
        usable = health.health in USABLE
        match health.device:
            case "id_card":
                devices = replace(self._devices, card_reader=usable)
            case "receipt_printer":
                devices = replace(self._devices, printer=usable, printer_reason=health.reason)
            case "speaker":
                devices = replace(self._devices, speaker=usable and health.reason != NO_SPEECH)
            case "page_printer":
                devices = replace(self._devices, page_printer=usable, page_printer_reason=health.reason)
            case "document_scanner":
                devices = replace(self._devices, document_scanner=usable, document_scanner_reason=health.reason)
            case "code_scanner":
                devices = replace(self._devices, scanner=usable)
            case _:  # nothing is offered or not because of it
                devices = self._devices
        if devices != self._devices:
            self._devices = devices
            self._post(DevicesChanged(self._clock(), self._offered()))

    def switch(self, off: frozenset[str]) -> None:
        """Take boxes out of use, and those that are not named into it."""
        self.off = off
        if self.printer is not None:
            self.printer.off = "receipt_printer" in off
        self._post(DevicesChanged(self._clock(), self._offered()))

    @property
    def kinds(self) -> frozenset[str]:
        """Those boxes of this kiosk that can be taken out of use."""
        fitted = self.fitted
        kinds = {
            "id_card": fitted.card_reader,
            "receipt_printer": fitted.printer,
            "code_scanner": fitted.scanner,
            "page_printer": fitted.page_printer,
            "document_scanner": fitted.document_scanner,
        }
        return frozenset(kind for kind, box in kinds.items() if box is not None)

    @property
    def found(self) -> Devices:
        """Which boxes could be used, in use or not."""
        return self._devices

    def _offered(self) -> Devices:
        found = self._devices
        return replace(
            found,
            card_reader=found.card_reader and "id_card" not in self.off,
            printer=found.printer and "receipt_printer" not in self.off,
            scanner=found.scanner and "code_scanner" not in self.off,
            page_printer=found.page_printer and "page_printer" not in self.off,
            document_scanner=found.document_scanner and "document_scanner" not in self.off,
        )
