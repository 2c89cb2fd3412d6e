"""The sockets on the wall: what each kind of device can do, in three to six verbs. Proved by the type checker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.values import CardEvent, DeviceHealth, PrintDocument, PrinterStatus, PrintResult, ScannedCode


class Transport(Protocol):
    """A wire: bytes out, bytes in. Peers: serial, tcp, memory, record, replay. Knows no protocol."""

    async def open(self) -> None:
        """Open the wire. Raises DeviceLostError when it cannot be opened."""

    async def write(self, data: bytes) -> None:
        """Send all of `data`. Raises DeviceLostError when the wire is gone."""

    async def read_some(self, timeout_s: float) -> bytes:
        """Return what has come, at least one byte; b"" when nothing came in `timeout_s`. Raises DeviceLostError."""

    async def close(self) -> None:
        """Close the wire; closing twice is allowed."""


class IdCardReader(Protocol):
    """Somebody laid a card on the glass; here is who the card says they are."""

    async def open(self) -> None:
        """Open the wire and ask the reader how it is. Raises DeviceError."""

    def events(self) -> AsyncIterator[CardEvent]:
        """Poll the glass until closed; one tap gives one CARD. Raises DeviceError when the reader dies."""

    async def probe(self) -> DeviceHealth:
        """Ask the reader how it is, without disturbing a card."""

    async def close(self) -> None:
        """Stop and close the wire."""


class ReceiptPrinter(Protocol):
    """Prints slips and says honestly whether they came out."""

    async def open(self) -> None:
        """Open the wire and read the status. Raises DeviceError."""

    async def status(self) -> PrinterStatus:
        """The status now. A mute printer gives `answered=False`, no exception; a dead wire raises DeviceLostError."""

    async def print(self, document: PrintDocument) -> PrintResult:
        """Print one slip and cut. Never raises for what the printer does: the outcome says it. Never reprints."""

    async def close(self) -> None:
        """Close the wire."""


class CodeScanner(Protocol):
    """A code was held before the window; here are its bytes."""

    async def open(self) -> None:
        """Open the wire. Raises DeviceError."""

    def codes(self) -> AsyncIterator[ScannedCode]:
        """Codes as they are scanned, until closed. Raises DeviceError when the scanner dies."""

    async def probe(self) -> DeviceHealth:
        """How the scanner is (a serial scanner that only sends can say no more than "wire open")."""

    async def close(self) -> None:
        """Close the wire."""
