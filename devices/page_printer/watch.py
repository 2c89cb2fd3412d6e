"""The watchdog over one running job: when to stop waiting for it, and what to say of it while it runs. Pure.

CUPS keeps a job "processing" for ever when its printer is gone; printers stop for paper that nobody brings. So four
clocks run here: since the last answer, since the printer wants attention, since the last sheet, and since the start.
Knows no printer and no clock: it is told what was seen, and when.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.page_printer.words import JobState
from devices.values.page_printer import PagePhase, PageProgress

if TYPE_CHECKING:
    from devices.page_printer.reading import JobView
    from devices.page_printer.talk import Patience
    from devices.values.page_printer import PagePrinterStatus

GONE = {"printer_vanished", "device_silent"}
_PHASES = {
    JobState.PENDING: PagePhase.WAITING,
    JobState.HELD: PagePhase.WAITING,
    JobState.PROCESSING: PagePhase.PRINTING,
    JobState.STOPPED: PagePhase.STOPPED,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look brought; None where nothing was answered."""

    job: JobView | None
    status: PagePrinterStatus | None
    sheets: int | None = None


class Watch:
    """Told every look, it says a reason when the job is to be given up, and what has changed."""

    def __init__(self, patience: Patience, now: float) -> None:
        self._patience = patience
        self._began = self._answered = self._moved = now
        self._troubled: tuple[str, float] | None = None  # since when which fault keeps it
        self._sheets = 0
        self._told: PageProgress | None = None

    def look(self, sight: Sight, now: float) -> str:
        """Why the job is to be given up now, as a permanent code; empty while it may go on."""
        if sight.job is not None and sight.status is not None:
            self._answered = now
        if (sight.sheets or 0) > self._sheets:
            self._sheets, self._moved = sight.sheets or 0, now
        fault = sight.status.fault if sight.status is not None else ""
        if not fault:
            self._troubled = None
        elif self._troubled is None or self._troubled[0] != fault:
            self._troubled = (fault, now)
        return self._over(now)

    def _over(self, now: float) -> str:
        patience = self._patience
        if now - self._answered >= patience.silence_s:
            return "device_silent"
        if self._troubled is not None:
            fault, since = self._troubled
            if now - since >= (patience.silence_s if fault in GONE else patience.attention_s):
                return fault
        late = now - self._moved >= patience.progress_s or now - self._began >= patience.longest_s
        return "deadline" if late else ""

    def news(self, sight: Sight) -> PageProgress | None:
        """What to tell of this look; None when nothing has changed."""
        fault = sight.status.fault if sight.status is not None else "device_silent"
        phase = (
            _PHASES.get(sight.job.state, PagePhase.PRINTING) if sight.job and sight.job.state else PagePhase.PRINTING
        )
        if fault:
            phase = PagePhase.STOPPED
        progress = PageProgress(phase, sight.sheets, fault)
        if progress == self._told:
            return None
        self._told = progress
        return progress
