"""Every journey beside taking a number. One line each; nothing else lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session import consent, helping, mine, prechecking, printouts, progress, proxy, rating, referring, typed

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

JOURNEYS: tuple[Journey, ...] = (
    helping.JOURNEY,
    typed.JOURNEY,
    rating.JOURNEY,
    prechecking.JOURNEY,
    printouts.JOURNEY,
    progress.JOURNEY,
    proxy.JOURNEY,
    consent.JOURNEY,
    mine.JOURNEY,
    referring.JOURNEY,
)
