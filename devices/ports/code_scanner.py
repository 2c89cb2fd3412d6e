"""The window before which codes are held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.values.code_scanner import ScannedCode, ScannerCapabilities, ScannerStatus


class CodeScanner(Protocol):
    """A code was held before the window; here are its bytes."""

    @property
    def capabilities(self) -> ScannerCapabilities:
        """What this scanner can do; needs no exchange."""

    async def open(self) -> None:
        """Open the wire. Raises DeviceError."""

    def codes(self) -> AsyncIterator[ScannedCode]:
        """Codes as they are scanned, until closed. Raises DeviceError when the scanner dies."""

    async def status(self) -> ScannerStatus:
        """How the scanner is (a serial scanner that only sends can say no more than "wire open")."""

    async def close(self) -> None:
        """Close the wire."""
