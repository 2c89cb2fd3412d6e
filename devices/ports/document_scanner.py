"""The glass, the feeder or the eye over the table: pages of paper become pictures; and what reads forms in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from devices.values.document_scanner import (
        DocumentScannerCapabilities,
        DocumentScannerStatus,
        FieldReading,
        FormField,
        PageImage,
        ScanNews,
        ScanOrder,
        ScanResult,
    )


class DocumentScanner(Protocol):
    """Takes pages, straightens them and says honestly what they are worth."""

    @property
    def capabilities(self) -> DocumentScannerCapabilities:
        """What this scanner has; needs no exchange."""

    async def open(self) -> None:
        """Find the scanner and ask what it has. Raises DeviceError."""

    async def scan(self, order: ScanOrder, on_news: Callable[[ScanNews], None] = ...) -> ScanResult:
        """Take the pages of one order; one at a time, a second one is refused with `device_busy`.

        Never raises for what the scanner does: the result says it. Cancelling the task stops the scanner, gives no
        result and leaves it idle. `on_news` hears how far it is; it must return at once and not raise.
        """

    async def status(self) -> DocumentScannerStatus:
        """How the scanner is, without disturbing a scan. One that was opened and is gone raises DeviceLostError."""

    async def close(self) -> None:
        """Stop what runs; closing twice is allowed."""


class FieldReader(Protocol):
    """Reads what was written into the fields of a form. Optional; what it says is a proposal for a person to check."""

    async def read(self, page: PageImage, fields: Sequence[FormField]) -> FieldReading:
        """The fields that were found. Never raises for what the reader does: the result says it."""

    async def close(self) -> None:
        """Let go of what it needs; closing twice is allowed."""
