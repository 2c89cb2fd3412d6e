"""The slot from which A4 pages come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.page_printer import (
        PageJob,
        PagePrinterCapabilities,
        PagePrinterStatus,
        PageProgress,
        PageResult,
    )


class PagePrinter(Protocol):
    """Prints PDFs and says honestly whether all sheets came out."""

    @property
    def capabilities(self) -> PagePrinterCapabilities:
        """What it can do, as known since it was opened; needs no exchange."""

    async def open(self) -> None:
        """Ask the printer who it is, and take back what a crash has left in it. Raises DeviceError."""

    async def status(self) -> PagePrinterStatus:
        """The status now. A mute printer gives `answered=False`, no exception; a lost one raises DeviceLostError."""

    async def print(self, job: PageJob, progress: Callable[[PageProgress], None] | None = None) -> PageResult:
        """Print one job and wait for its end. Never raises for what the printer does: the outcome says it.

        Cancelling the task cancels the job in the printer, and the end of that is awaited; the result of a cancelled
        job is had by asking for the same `job_id` again. `progress` hears every change. Never prints twice by itself.
        """

    async def close(self) -> None:
        """Let go of the printer; closing twice is allowed."""
