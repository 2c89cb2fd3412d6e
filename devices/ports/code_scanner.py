"""The window before which codes are held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.code_scanner import ScannedCode, ScannerCapabilities, ScannerStatus
    from devices.values.keyboard import Key


class CodeScanner(Protocol):
    """A code was held before the window; here are its bytes."""

    @property
    def capabilities(self) -> ScannerCapabilities:
        """What this scanner can do; needs no exchange."""

    async def open(self) -> None:
        """Open the wire. Raises DeviceError."""

    def codes(self) -> AsyncGenerator[ScannedCode, None]:
        """Codes as they are scanned, until closed. Raises DeviceError when the scanner dies."""

    async def status(self) -> ScannerStatus:
        """How the scanner is (a serial scanner that only sends can say no more than "wire open")."""

    async def close(self) -> None:
        """Close the wire."""


class KeyTaker(Protocol):
    """A scanner that types like a keyboard, for the window that hears the keys. All verbs from the window's thread."""

    @property
    def wake_at(self) -> float | None:
        """When `look` is to be called next, in the keys' own seconds; None while nothing is held back."""

    def attach(self) -> None:
        """A window hears keys from now on: the scanner can be opened."""

    def press(self, key: Key) -> tuple[Key, ...]:
        """Take one press; returns the keys, earlier ones among them, that were a person's and are to be handed on."""

    def look(self) -> tuple[Key, ...]:
        """The pause was long enough: decide what is held; returns keys of a person."""

    def detach(self) -> None:
        """The window is gone; so is the scanner."""
