"""Every journey beside taking a number. One line each; nothing else lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session import helping, prechecking, printouts, progress, rating, typed

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

JOURNEYS: tuple[Journey, ...] = (
    helping.JOURNEY,
    typed.JOURNEY,
    rating.JOURNEY,
    prechecking.JOURNEY,
    printouts.JOURNEY,
    progress.JOURNEY,
)
