"""The glass on which identity cards are laid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.id_card import CardEvent, CardPhoto, CardReaderCapabilities, CardReaderStatus


class IdCardReader(Protocol):
    """Somebody laid a card on the glass; here is who the card says they are."""

    @property
    def capabilities(self) -> CardReaderCapabilities:
        """What this reader can do; needs no exchange. Who it is stands there after `open`."""

    async def open(self) -> None:
        """Open the wire and ask the reader how it is. Raises DeviceError."""

    def events(self) -> AsyncGenerator[CardEvent, None]:
        """Poll the glass until closed; one tap gives one CARD. Raises DeviceError when the reader dies.

        May be given up at any time, also in the middle of a read; whoever asks next hears what was not told yet.
        """

    async def status(self) -> CardReaderStatus:
        """Ask the reader how it is, without disturbing a card."""

    async def close(self) -> None:
        """Stop and close the wire."""


class PhotoDecoder(Protocol):
    """Makes a picture of a card's 1024 bytes of photo (WLT), for which no open decoder exists."""

    @property
    def is_real(self) -> bool:
        """False when it gives placeholders only."""

    async def decode(self, wlt: bytes) -> CardPhoto:
        """The photo, or a placeholder when it cannot be had; raises nothing."""

    async def close(self) -> None:
        """Stop what it runs; closing twice is allowed, and `decode` works again after it."""
