"""The eye: pictures, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.camera import CameraCapabilities, CameraStatus, Frame


class Camera(Protocol):
    """Sends pictures for as long as it is open."""

    @property
    def capabilities(self) -> CameraCapabilities:
        """What is asked of this camera; needs no exchange."""

    async def open(self) -> None:
        """Open it and wait for its first picture. Raises DeviceError (lost, silent, protocol)."""

    def frames(self) -> AsyncGenerator[Frame, None]:
        """The newest frame each time it is asked, each at most once, until closed; nothing piles up in between.

        For one consumer, and not for a queue: sixty frames may be a gigabyte. Raises DeviceLostError when the camera
        dies or sends nothing any more; `status` has the reason.
        """

    async def status(self) -> CameraStatus:
        """How it is. Raises DeviceLostError when it was lost and nobody who looks at its frames has heard of it."""

    async def close(self) -> None:
        """Let it go; closing twice is allowed."""
