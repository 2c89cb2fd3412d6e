"""Reads form fields with a recogniser in a process of its own (`reader_process.py`); knows none of its libraries.

Optional: where the recogniser is not installed the answer says so. Nothing of a page or of what stands on it is logged.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import logging
from typing import TYPE_CHECKING, Any

from devices.document_scanner.fields import TextLine, answers_in
from devices.errors import DeviceError, DeviceLostError, DeviceSilentError
from devices.transports.child import ChildProcess
from devices.values.document_scanner import FieldAnswer, FieldReading, ReadOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from devices.values.document_scanner import FormField, PageImage

LOG = logging.getLogger("kapok.device.document_scanner")

WORKER = "devices.document_scanner.reader_process"
READ_S = 30.0  # loading the models takes one, a full page another on a slow box
STALE = 3  # answers to earlier pages that may come first
MAX_LINES = 2000
MAX_TEXT = 1000
FAULTS = frozenset({"reader_not_installed", "page_unreadable"})


class ProcessFieldReader:
    """`FieldReader` over a worker that is started at the first reading and kept until `close`."""

    def __init__(self, *, module: str = WORKER, read_s: float = READ_S, device: str = "field_reader") -> None:
        self._device = device
        self._read_s = read_s
        self._child = ChildProcess(module, (), device=device)
        self._turn = asyncio.Lock()
        self._numbers = itertools.count(1)

    async def read(self, page: PageImage, fields: Sequence[FormField]) -> FieldReading:
        async with self._turn:
            try:
                said = await self._asked(page.jpeg)
            except DeviceError as error:
                await self._child.stop()  # the next reading begins with a new one
                LOG.warning("%s: %s", self._device, error.code)
                return refused({DeviceLostError: "reader_died", DeviceSilentError: "reader_silent"}.get(type(error)))
            except asyncio.CancelledError:
                await self._child.stop()  # its answer would be taken for the next page's
                raise
        if fault := said.get("fault"):
            return refused(fault if fault in FAULTS else None)
        try:
            lines = lines_in(said)
        except (KeyError, TypeError, ValueError):
            return refused(None)
        return FieldReading(ReadOutcome.DONE, answers_in(lines, fields))

    async def close(self) -> None:
        await self._child.stop()

    async def _asked(self, jpeg: bytes) -> dict[str, Any]:
        """The worker's answer about one page. Raises DeviceError."""
        if not self._child.pid:
            await self._child.start()
        number = next(self._numbers)
        await self._child.say(json.dumps({"id": number, "jpeg": base64.b64encode(jpeg).decode()}))
        for _ in range(STALE):
            said: object = (await self._child.hear(self._read_s))[0]
            if not isinstance(said, dict):
                break
            if said.get("id") == number or "id" not in said:
                return said
        return {}


def lines_in(said: dict[str, Any]) -> list[TextLine]:
    """The lines of an answer. Raises KeyError, TypeError, ValueError for what is none."""
    found = []
    for line in said["lines"][:MAX_LINES]:
        left, top, right, bottom = (float(side) for side in line["box"])
        text, confidence = line["text"], float(line["confidence"])
        if not isinstance(text, str) or not (0 <= confidence <= 1 and left <= right and top <= bottom):
            raise ValueError("not a line of text")
        found.append(TextLine(text[:MAX_TEXT], left, top, right, bottom, confidence))
    return found


def refused(reason: str | None) -> FieldReading:
    """No reading; without a reason: it said what cannot be understood."""
    return FieldReading(ReadOutcome.REFUSED, reason=reason or "reader_protocol")


class SimulatedFieldReader:
    """`FieldReader` that gives what it is told to: `answers` by field, or a `reason` to refuse."""

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}
        self.reason = ""

    async def read(self, page: PageImage, fields: Sequence[FormField]) -> FieldReading:
        if not page.jpeg or self.reason:
            return refused(self.reason or "page_unreadable")
        known = (field for field in fields if field.key in self.answers)
        return FieldReading(ReadOutcome.DONE, tuple(FieldAnswer(f.key, self.answers[f.key], 1.0) for f in known))

    async def close(self) -> None:
        """Nothing to let go of."""
