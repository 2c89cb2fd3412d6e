"""The slot into which chip cards are put, and beneath it the slot as a wire that carries commands to a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.smart_card import (
        SlotTrouble,
        SlotView,
        SmartCardEvent,
        SmartCardReaderCapabilities,
        SmartCardReaderStatus,
    )


class SmartCardReader(Protocol):
    """Somebody put a card into the slot; here is what its free files say."""

    @property
    def capabilities(self) -> SmartCardReaderCapabilities:
        """What this reader can do; needs no exchange."""

    async def open(self) -> None:
        """Reach the reader. Raises DeviceError."""

    def events(self) -> AsyncGenerator[SmartCardEvent, None]:
        """Watch the slot until closed; a card that stays in through a loss of the reader is told once.

        Raises DeviceError when the reader dies.
        """

    async def status(self) -> SmartCardReaderStatus:
        """How the reader is, without disturbing a card."""

    async def close(self) -> None:
        """Stop and let go of the reader; closing twice is allowed."""


class CardSlot(Protocol):
    """One reader as a wire: command in, answer out, and word of cards that come and go. Knows no files of a card."""

    async def open(self) -> None:
        """Reach it. Raises DeviceError."""

    async def change(self, since: SlotView, timeout_s: float) -> SlotView | None:
        """What the slot looks like as soon as that is not `since`; None when it still is so after `timeout_s`.

        Raises DeviceLostError (also when it is closed meanwhile) and DeviceSilentError.
        """

    async def look(self) -> SlotView:
        """What the slot looks like now. Raises DeviceError."""

    async def connect(self, timeout_s: float) -> SlotTrouble | None:
        """Power the chip and have it for ourselves; None when that went well. Raises DeviceError."""

    async def exchange(self, command: bytes, timeout_s: float) -> bytes | SlotTrouble:
        """One command, one answer with its status bytes; any bytes may come. Raises DeviceError."""

    async def release(self) -> None:
        """Unpower the chip, which forgets what was selected. Never raises, does not wait."""

    async def close(self) -> None:
        """Let go of the reader and wake whoever waits; closing twice is allowed."""
