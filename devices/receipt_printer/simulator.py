"""A receipt printer that is not there: same port, keeps the documents, does as it is told. Knows no bytes."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.values.receipt_printer import Paper, PaperProfile, PrintDocument, PrinterStatus, PrintOutcome, PrintResult

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

READY = PrinterStatus(answered=True, online=True, paper=Paper.OK)


class SimulatedReceiptPrinter:
    """Prints into `documents`. Set `state` for what it says of itself, `script` for the next outcomes."""

    def __init__(self, *, device: str = "receipt_printer", clock: Callable[[], float] = time.monotonic) -> None:
        self._device = device
        self._clock = clock
        self.documents: list[PrintDocument] = []
        self.state = READY
        self.capabilities = PaperProfile()
        self._script: deque[PrintResult] = deque()
        self._jobs: dict[str, PrintResult] = {}
        self._is_open = False

    def script(self, outcome: PrintOutcome, reason: str = "", state: PrinterStatus | None = None) -> None:
        """The next print that the state allows ends like this; the slip is kept only when it is PRINTED."""
        self._script.append(PrintResult(outcome, state or self.state, reason))

    def keep_roll_in(self, memory: MutableMapping[str, float]) -> None:
        """It has no roll."""

    async def open(self) -> None:
        self._is_open = True

    async def close(self) -> None:
        self._is_open = False

    async def status(self) -> PrinterStatus:
        if not self._is_open:
            raise DeviceLostError(self._device, "not open")
        return self.state

    async def print(self, document: PrintDocument) -> PrintResult:
        if document.job_id in self._jobs and not document.reprint:
            return self._jobs[document.job_id]
        late = document.good_until is not None and self._clock() > document.good_until
        result = PrintResult(PrintOutcome.NOT_PRINTED, self.state, "expired") if late else self._outcome()
        if result.outcome is PrintOutcome.PRINTED:
            self.documents.append(document)
        if document.job_id:
            self._jobs[document.job_id] = result
        return result

    def _outcome(self) -> PrintResult:
        if not self._is_open:
            return PrintResult(PrintOutcome.NOT_PRINTED, PrinterStatus(answered=False), DeviceLostError.code)
        if reason := self.state.fault:
            return PrintResult(PrintOutcome.NOT_PRINTED, self.state, reason)
        return self._script.popleft() if self._script else PrintResult(PrintOutcome.PRINTED, self.state)
