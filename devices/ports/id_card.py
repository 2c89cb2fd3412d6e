"""The glass on which identity cards are laid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.values.id_card import CardEvent, CardReaderCapabilities, CardReaderStatus


class IdCardReader(Protocol):
    """Somebody laid a card on the glass; here is who the card says they are."""

    @property
    def capabilities(self) -> CardReaderCapabilities:
        """What this reader can do; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and ask the reader how it is. Raises DeviceError."""

    def events(self) -> AsyncIterator[CardEvent]:
        """Poll the glass until closed; one tap gives one CARD. Raises DeviceError when the reader dies."""

    async def status(self) -> CardReaderStatus:
        """Ask the reader how it is, without disturbing a card."""

    async def close(self) -> None:
        """Stop and close the wire."""
