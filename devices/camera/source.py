"""Where pictures come from: a camera of this machine or an HTTP address. Blocks: for a process of its own."""

from __future__ import annotations

import contextlib
import re
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import cv2
import requests

from devices.camera.codec import MjpegDecoder, boundary_of, checked_address
from devices.errors import DeviceLostError, DeviceProtocolError, DeviceSilentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cv2.typing import MatLike

    from devices.errors import DeviceError

DEVICE_FILE = re.compile(r"(?:/dev/video)?(\d{1,3})")
QUIET_S = 3.0  # a camera that sends nothing for so long has fallen silent
BROKEN_LIMIT = 50  # pictures that cannot be decoded, one after the other
CHUNK_BYTES = 65536
NO_PICTURES = ("text/", "application/json")


@dataclass(frozen=True, slots=True)
class Shot:
    """A decoded picture: rows × columns (grey) or rows × columns × 3 (blue, green, red), and when it was there."""

    sequence: int
    image: MatLike
    at: float


class Source(Protocol):
    """An open camera."""

    def pictures(self) -> Iterator[MatLike]:
        """One after the other, as they come. Raises DeviceError."""

    def close(self) -> None:
        """Let it go."""


def open_source(address: str, *, width: int = 0, height: int = 0, grey: bool = False, device: str = "camera") -> Source:
    """Open the camera at `address`; `width` and `height` are asked of one of this machine, 0: as it likes.

    Raises DeviceConfigError for an address of another form, DeviceLostError when nobody is there.
    """
    if checked_address(address, device).startswith("http"):
        return HttpSource(address, grey=grey, device=device)
    path = address if address.isdigit() else str(Path(address).resolve())  # names by-id point to /dev/video…
    if (found := DEVICE_FILE.fullmatch(path)) is None:
        raise DeviceLostError(device, f"no camera {address}")
    return DeviceSource(int(found[1]), width=width, height=height, grey=grey, device=device)


class DeviceSource:
    """Video4Linux through OpenCV."""

    def __init__(self, index: int, *, width: int, height: int, grey: bool, device: str) -> None:
        self._device, self._grey = device, grey
        self._camera = cv2.VideoCapture(index, cv2.CAP_V4L2)
        if not self._camera.isOpened():
            raise DeviceLostError(device, f"no camera {index}")
        if width:  # raw pictures of that size would come five times a second; a camera that cannot MJPEG ignores it
            self._camera.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        for name, value in ((cv2.CAP_PROP_FRAME_WIDTH, width), (cv2.CAP_PROP_FRAME_HEIGHT, height)):
            if value:
                self._camera.set(name, value)
        self._camera.set(cv2.CAP_PROP_BUFFERSIZE, 1)

    def pictures(self) -> Iterator[MatLike]:
        while True:
            good, image = self._camera.read()
            if not good:
                raise DeviceLostError(self._device, "camera gives no picture")
            yield cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if self._grey else image

    def close(self) -> None:
        self._camera.release()


class HttpSource:
    """An answer that never ends: one JPEG after the other. Goes nowhere else: no proxy, no redirect."""

    def __init__(self, address: str, *, grey: bool, device: str) -> None:
        self._device = device
        self._flags = cv2.IMREAD_GRAYSCALE if grey else cv2.IMREAD_COLOR
        self._session = requests.Session()
        self._session.trust_env = False
        try:
            self._answer = self._session.get(address, stream=True, timeout=QUIET_S, allow_redirects=False)
        except (requests.RequestException, ValueError) as error:
            raise DeviceLostError(device, "cannot reach the camera") from error
        if self._answer.status_code != requests.codes.ok:
            raise DeviceProtocolError(device, f"camera answers {self._answer.status_code}")
        kind = self._answer.headers.get("Content-Type", "")
        if kind.lower().startswith(NO_PICTURES):  # a camera's own page, not its pictures
            raise DeviceProtocolError(device, "a page is there, no pictures: the manual names their address")
        self._decoder = MjpegDecoder(boundary_of(kind))

    def pictures(self) -> Iterator[MatLike]:
        broken, heard = 0, time.monotonic()
        while broken < BROKEN_LIMIT:
            before = self._decoder.broken
            for jpeg in self._decoder.feed(self._more()):
                if (image := decoded(jpeg, self._flags)) is None:
                    broken += 1
                else:
                    broken, heard = 0, time.monotonic()
                    yield image
            broken += self._decoder.broken - before
            if time.monotonic() - heard > QUIET_S:  # bytes come, pictures do not
                raise DeviceSilentError(self._device, "no whole picture any more")
        raise DeviceProtocolError(self._device, "camera sends broken pictures")

    def close(self) -> None:
        with contextlib.suppress(requests.RequestException):
            self._answer.close()
            self._session.close()

    def _more(self) -> bytes:
        from urllib3.exceptions import HTTPError, ReadTimeoutError

        try:
            data: bytes = self._answer.raw.read1(CHUNK_BYTES)
        except ReadTimeoutError as error:
            raise DeviceSilentError(self._device, "camera sends nothing") from error
        except (HTTPError, OSError, ValueError, AttributeError) as error:  # AttributeError: closed meanwhile
            raise DeviceLostError(self._device, "camera hung up") from error
        if not data:
            raise DeviceLostError(self._device, "camera hung up")
        return data


def decoded(jpeg: bytes, flags: int) -> MatLike | None:
    """The picture in a JPEG; None when it cannot be decoded."""
    import numpy as np

    try:
        return cv2.imdecode(np.frombuffer(jpeg, "u1"), flags)
    except cv2.error:
        return None


class Newest:
    """Captures in a thread and keeps the newest picture only: who is slow never sees old ones, and nothing piles up."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._shot: Shot | None = None
        self._error: DeviceError | None = None
        self._news = threading.Condition()
        threading.Thread(target=self._capture, name="capture", daemon=True).start()

    def after(self, sequence: int, timeout_s: float) -> Shot:
        """Wait for a picture newer than `sequence`. Raises what ended the capture, DeviceSilentError after a time."""
        with self._news:
            if not self._news.wait_for(lambda: self._error or self._is_newer(sequence), timeout_s):
                raise DeviceSilentError("camera", "no picture in time")
            if self._shot is None or self._shot.sequence <= sequence:
                raise self._error or DeviceLostError("camera", "no picture")
            return self._shot

    def check(self) -> None:
        """Raises what ended the capture, if anything has."""
        with self._news:
            if self._error is not None:
                raise self._error

    def _is_newer(self, sequence: int) -> bool:
        return self._shot is not None and self._shot.sequence > sequence

    def _capture(self) -> None:
        error: DeviceError
        try:
            for number, image in enumerate(self._source.pictures(), 1):
                with self._news:
                    self._shot = Shot(number, image, time.monotonic())
                    self._news.notify_all()
        except (DeviceLostError, DeviceSilentError, DeviceProtocolError) as ended:
            error = ended
        except (cv2.error, MemoryError) as ended:
            error = DeviceProtocolError("camera", type(ended).__name__)
        else:
            error = DeviceLostError("camera", "no more pictures")
        with self._news:
            self._error = error
            self._news.notify_all()
