"""The pad on which a visitor rates, if they want to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from devices.values.rating_pad import RatingPadCapabilities, RatingPadStatus, RatingResult


class RatingPad(Protocol):
    """Invites, and says which key was pressed. A key that nobody invited to press is counted and means nothing."""

    @property
    def capabilities(self) -> RatingPadCapabilities:
        """What this pad has; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and greet the pad; an invitation that was left standing is taken back. Raises DeviceError."""

    async def invite(self, timeout_s: float) -> RatingResult:
        """Light the keys up for so long and hear which is pressed. Never raises for what the pad does.

        One at a time: a second one is refused ("inviting_already"). When its task is cancelled the pad is told so.
        """

    async def withdraw(self) -> None:
        """Take a standing invitation back; `invite` then ends as WITHDRAWN, or as RATED if a key was faster."""

    async def status(self) -> RatingPadStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Close the wire; closing twice is allowed."""
