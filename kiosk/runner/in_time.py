"""Calls to the hall that a visitor waits for: made in a thread, given up after the visitor's patience.

Knows no call. A hall that says it is in another life is asked once more; what something between us and the hall says is
silence.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.runner.standby import Standby

LOG = logging.getLogger("kapok.kiosk.in_time")

T = TypeVar("T")


def unless_silent(standby: Standby) -> None:
    """Raise HallSilentError while the hall is known not to answer: nobody waits for it then."""
    if not standby.answers:
        raise HallSilentError("it was silent before")


async def in_time(
    ask: Callable[[], T], within_s: float, too_late: Callable[[asyncio.Future[T]], None] | None = None
) -> T:
    """The hall's answer. Raises HallSilentError or HallRefusedError; `too_late` hears of one that nobody waited for."""
    try:
        return await _once(ask, within_s, too_late)
    except HallSilentError as error:
        if str(error) != ProblemCode.HALL_ROLLED_BACK:
            raise
    return await _once(ask, within_s, too_late)


async def _once(ask: Callable[[], T], within_s: float, too_late: Callable[[asyncio.Future[T]], None] | None) -> T:
    """The call has limits for connecting and for each read; the visitor has one for all."""
    call = asyncio.ensure_future(asyncio.to_thread(ask))
    done, _ = await asyncio.wait({call}, timeout=within_s)
    if not done:
        call.add_done_callback(too_late or _nobody_waits)
        raise HallSilentError("no answer in time")
    try:
        return call.result()
    except HallRefusedError as error:
        if error.code.startswith("http_"):  # something between us and the hall said no, not the hall
            raise HallSilentError(error.code) from error
        raise


def _nobody_waits(call: asyncio.Future[T]) -> None:
    if not call.cancelled() and (error := call.exception()) is not None:
        LOG.debug("no answer at all: %s", error)
