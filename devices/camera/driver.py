"""A camera behind a capture process. Knows what came from there, opens no camera itself."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from devices.errors import DeviceError, DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.transports.child import ChildProcess
from devices.values.camera import CHANNELS, CameraCapabilities, CameraStatus, Frame, Lens
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

LOG = logging.getLogger("kapok.device.camera")

OPEN_S = 12.0  # the worker starts, connects and waits for a picture; it has shorter limits of its own
NEXT_S = 8.0
FAULTS: dict[str, type[DeviceError]] = {
    error.code: error for error in (DeviceLostError, DeviceSilentError, DeviceProtocolError)
}


def checked(device: str, said: dict[str, Any]) -> dict[str, Any]:
    """What a worker said, unless it is a fault: then that is raised."""
    if code := said.get("fault"):
        raise FAULTS.get(str(code), DeviceProtocolError)(device, str(said.get("detail", "")))
    return said


class CaptureCamera:
    """`Camera` for an index ("0"), a device file ("/dev/video0") or an HTTP address that sends MJPEG."""

    def __init__(self, address: str, *, width: int = 0, height: int = 0, device: str = "camera") -> None:
        self._device = device
        self.capabilities = CameraCapabilities(width, height)
        self._child = ChildProcess("devices.camera.process", (address, str(width), str(height)), device=device)
        self._open = False
        self._status = CameraStatus(Health.INIT)

    @property
    def pid(self) -> int:
        """The capture process, 0 when there is none."""
        return self._child.pid

    async def open(self) -> None:
        try:
            await self._child.start()
            said = checked(self._device, (await self._child.hear(OPEN_S))[0])
        except BaseException as error:
            await self._child.stop()
            self._lose(error)
            raise
        self._open = True
        self._status = CameraStatus(Health.NORMAL, "", Lens.OK, said["width"], said["height"])
        LOG.info("%s: open, %d × %d", self._device, said["width"], said["height"])

    async def frames(self) -> AsyncGenerator[Frame, None]:
        while True:
            try:
                frame = await self._next()
            except DeviceError as error:
                if self._is_closed():
                    return
                self._lose(error)  # whatever it was: the capture has ended, and only opening again helps
                raise DeviceLostError(self._device, f"{error.code}: {error.detail}") from error
            yield frame
            del frame  # not to be kept while waiting for the next

    async def status(self) -> CameraStatus:
        """How it is. Raises DeviceLostError once when it was lost while nobody looked at its frames."""
        if self._open and self._child.ended and self._status.health is Health.NORMAL:
            error = DeviceLostError(self._device, "capture has ended")
            self._lose(error)
            raise error
        return self._status

    async def close(self) -> None:
        if self._open:
            self._status = CameraStatus(Health.FAULT, DeviceLostError.code, Lens.UNKNOWN)
        self._open = False
        await self._child.stop()

    def _is_closed(self) -> bool:
        return not self._open

    async def _next(self) -> Frame:
        await self._child.say("next")
        said, pixels = await self._child.hear(NEXT_S)
        checked(self._device, said)
        frame = Frame(said["sequence"], said["width"], said["height"], pixels, said["at"])
        if len(pixels) != frame.width * frame.height * CHANNELS:
            raise DeviceProtocolError(self._device, "worker says nonsense")
        self._status = CameraStatus(Health.NORMAL, "", Lens.OK, frame.width, frame.height)
        return frame

    def _lose(self, error: BaseException) -> None:
        code = error.code if isinstance(error, DeviceError) else DeviceLostError.code
        self._status = CameraStatus(Health.FAULT, code, Lens.INOP)
