"""The worker of a camera that reads codes: newest picture -> pipeline -> the codes in it, told to the parent.

Knows no camera: whoever composes the process hands in where pictures come from. Messages: {"ready": true}, then
{"codes": […]} for each picture with codes and {"alive": true} in between; `message` says how a code is written.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

import cv2

from devices.code_scanner.message import packed
from devices.code_scanner.pipeline import Pipeline, Reading
from devices.code_scanner.watching import Effort

if TYPE_CHECKING:
    from cv2.typing import MatLike

    from devices.transports.child import Parent

ALIVE_S = 1.0  # between two signs of life
PICTURE_S = 6.0  # longer than a camera may be silent: the source says it first


class Picture(Protocol):
    """A grey picture and its number."""

    @property
    def sequence(self) -> int: ...
    @property
    def image(self) -> MatLike: ...


class Pictures(Protocol):
    """Where pictures come from; nothing piles up there."""

    def after(self, sequence: int, timeout_s: float) -> Picture:
        """Wait for one that is newer than `sequence`. Raises DeviceError."""


def watch(parent: Parent, pictures: Pictures, *, second_engine: bool) -> None:
    """Read pictures until they end. Raises DeviceError."""
    pipeline, effort = Pipeline(second_engine=second_engine), Effort()
    last = pictures.after(0, PICTURE_S).sequence
    parent.tell({"ready": True})
    told = time.monotonic()
    while True:
        picture = pictures.after(last, PICTURE_S)
        last, began = picture.sequence, time.monotonic()
        try:
            reading = pipeline.read(picture.image, thorough=effort.thorough(began))
        except (cv2.error, TypeError, ValueError):  # a picture that a library chokes on: the next is another one
            reading = Reading()
        del picture
        ended = time.monotonic()
        if reading.codes or ended - told > ALIVE_S:
            parent.tell({"codes": [packed(code) for code in reading.codes]} if reading.codes else {"alive": True})
            told = ended
        time.sleep(effort.rest_s(reading, began, ended))
