"""Where pictures come from: addresses, and the newest picture only."""

import threading

import numpy as np
import pytest

from devices.camera.source import Newest, decoded, open_source
from devices.errors import DeviceConfigError, DeviceLostError, DeviceProtocolError, DeviceSilentError


class Film:
    """Pictures from a list, each when it is let go; then an error."""

    def __init__(self, count, error=None):
        self._count, self._error = count, error
        self.go = threading.Semaphore(0)

    def pictures(self):
        for number in range(self._count):
            self.go.acquire()
            yield np.full((2, 2), number, np.uint8)
        if self._error:
            raise self._error

    def close(self):
        """Nothing to let go."""


def test_who_is_slow_gets_the_newest_picture_only():
    film = Film(5, DeviceLostError("camera", "gone"))
    newest = Newest(film)
    for _ in range(5):
        film.go.release()
    shot = newest.after(4, 20)
    assert (shot.sequence, shot.image[0, 0]) == (5, 4)


@pytest.mark.parametrize(
    ("error", "seen"),
    [
        (DeviceSilentError("camera", "x"), DeviceSilentError),
        (None, DeviceLostError),
        (MemoryError(), DeviceProtocolError),
    ],
)
def test_what_ends_the_capture_is_raised_to_who_waits(error, seen):
    film = Film(1, error)
    newest = Newest(film)
    film.go.release()
    with pytest.raises(seen):
        newest.after(1, 20)


def test_a_picture_that_does_not_come_is_not_waited_for_for_ever():
    with pytest.raises(DeviceSilentError):
        Newest(Film(1)).after(0, 0.01)


@pytest.mark.parametrize("address", ["", "ftp://x", "/dev/ttyUSB0", "-1", "video0", "file:///etc/passwd", "0;1"])
def test_an_address_of_another_form_is_answered_with_the_forms(address):
    with pytest.raises(DeviceConfigError, match="is none of: 0, /dev/video0, "):
        open_source(address)


def test_a_camera_that_is_not_there_is_lost():
    with pytest.raises(DeviceLostError):
        open_source("/dev/video99")
    with pytest.raises(DeviceLostError):
        open_source("http://127.0.0.1:9/video")


def test_what_is_no_jpeg_is_no_picture():
    assert decoded(b"nothing", 0) is None
    assert decoded(b"", 0) is None
