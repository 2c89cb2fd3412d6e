"""Comparing a live face with a card's photo. A port only: no verifier ships, and none is on by default (CL-C7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from devices.values.camera import Frame
    from devices.values.face import FaceCapabilities, FaceConsent, FaceResult, FaceStatus
    from devices.values.id_card import CardPhoto


class FaceVerifier(Protocol):
    """One picture of who stands there, one photo of a card, one result.

    A verifier works on this machine, sends nothing anywhere, and keeps neither pictures nor what it made of them.
    """

    @property
    def capabilities(self) -> FaceCapabilities:
        """What it can tell; needs no exchange."""

    async def open(self) -> None:
        """Load what it needs. Raises DeviceError."""

    async def verify(self, live: Frame, photo: CardPhoto, consent: FaceConsent) -> FaceResult:
        """Compare. Without consent nothing is looked at and the result is CANNOT_TELL. Raises DeviceLostError.

        Cancelling the task ends it; pictures are forgotten then, too.
        """

    async def status(self) -> FaceStatus:
        """How it is."""

    async def close(self) -> None:
        """Unload; closing twice is allowed."""
