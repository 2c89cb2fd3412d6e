"""The slot from which slips come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from devices.values.receipt_printer import PaperProfile, PrintDocument, PrinterStatus, PrintResult


class ReceiptPrinter(Protocol):
    """Prints slips and says honestly whether they came out."""

    @property
    def capabilities(self) -> PaperProfile:
        """The paper and what the printer's own firmware can do; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and read the status. Raises DeviceError."""

    async def status(self) -> PrinterStatus:
        """The status now. A mute printer gives `answered=False`, no exception; a dead wire raises DeviceLostError."""

    async def print(self, document: PrintDocument) -> PrintResult:
        """Print one slip and cut. Never raises for what the printer does: the outcome says it. Never reprints.

        What is past its `good_until` is not begun: NOT_PRINTED, reason `expired`.
        """

    def keep_roll_in(self, memory: MutableMapping[str, float]) -> None:
        """Before opening: keep what is reckoned of the paper roll in `memory`, which the owner may store."""

    async def close(self) -> None:
        """Close the wire."""
