"""Codes that were scanned here: asked of the verifier at the hall's time, and told in the log by their kind alone.

What becomes of a verdict is `arrivals`'.
"""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import TYPE_CHECKING

from kiosk.codes.answers import Claimed
from kiosk.codes.scan import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.code_scanner import ScannedCode
    from hall_server.contract.messages import HallNow
    from kiosk.codes.answers import Verdict
    from kiosk.codes.following import FollowingVerifier
    from kiosk.codes.verifier import CodeVerifier
    from kiosk.local_store.facts import Contact
    from kiosk.local_store.machine import Machine

LOG = logging.getLogger("kapok.kiosk.codes")


def business_day(hall: HallNow | None) -> date:
    """The hall's day; this machine's while the hall has not said one."""
    if hall is not None:
        try:
            return date.fromisoformat(hall.business_day)
        except ValueError:
            LOG.warning("the hall's business day is no date")
    return datetime.now().astimezone().date()


class CodeDesk:
    """Hands what the scanner sends to the verifier; `moment` says when that is."""

    def __init__(self, verifier: CodeVerifier | FollowingVerifier, moment: Callable[[], Moment]) -> None:
        self._verifier, self._moment = verifier, moment

    def hear(self, code: ScannedCode) -> Verdict:
        """What the code is. The log says which kind or which reason, never a word of it."""
        verdict = self._verifier.verify(code.data, self._moment(), trusted=code.symbol.trusted)
        if isinstance(verdict, Claimed):
            LOG.info("a code was scanned: %s", type(verdict.what).__name__)
        else:
            LOG.info("a code was refused: %s %s", verdict.reason.value, verdict.part)
        return verdict


def moment_by(contact: Contact | None, machine: Machine, day: date) -> Moment:
    """Now, by the hall's time; by the machine's own clock, and said to be doubtful, while the hall's is not known."""
    hall_us = None if contact is None else contact.hall_us(machine)
    known = hall_us is not None
    return Moment(machine.wall_us() if hall_us is None else hall_us, machine.boottime_us(), known, day)
