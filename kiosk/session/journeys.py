"""Every journey beside taking a number. One line each; nothing else lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session import (
    any_hour,
    apply_form,
    apply_scanning,
    apply_sending,
    applying,
    basket,
    bundling,
    cannot,
    certificates,
    complaining,
    consent,
    corner,
    guiding,
    helping,
    letter,
    links,
    mine,
    phoning,
    prechecking,
    printouts,
    progress,
    proxy,
    rating,
    referring,
    remote,
    searching,
    sparing,
    staffing,
    typed,
    ways,
)

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

JOURNEYS: tuple[Journey, ...] = (
    helping.JOURNEY,
    corner.JOURNEY,
    typed.JOURNEY,
    rating.JOURNEY,
    complaining.JOURNEY,
    ways.JOURNEY,
    remote.JOURNEY,
    prechecking.JOURNEY,
    sparing.JOURNEY,
    proxy.JOURNEY,
    letter.JOURNEY,
    consent.JOURNEY,
    mine.JOURNEY,
    phoning.JOURNEY,
    referring.JOURNEY,
    printouts.JOURNEY,
    progress.JOURNEY,
    certificates.JOURNEY,
    guiding.JOURNEY,
    basket.JOURNEY,
    cannot.JOURNEY,
    any_hour.JOURNEY,
    links.JOURNEY,
    bundling.JOURNEY,
    searching.JOURNEY,
    applying.JOURNEY,
    apply_scanning.JOURNEY,
    apply_form.JOURNEY,
    apply_sending.JOURNEY,
    staffing.JOURNEY,
)
