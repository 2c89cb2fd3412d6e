"""Sends for electronic licences: each visit's question to the city in a thread, its answer to the desk on the loop.

Whoever gave the consent is answered long before. Has threads of its own: one visit is several questions, and nobody who
stands and waits for another answer of the city waits behind them. Knows no rule; keeps only the tasks under way.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from hall_server.city.errors import CityAwayError
from hall_server.city.licences import CityLicences
from hall_server.contract.city.ports import PortName
from hall_server.contract.problems import HallProblem
from hall_server.domain.city.licences import without_answer
from hall_server.flows.look_up_licences import look_up

if TYPE_CHECKING:
    from hall_server.city.asking import Asking
    from hall_server.domain.city.licences import Got
    from hall_server.domain.city.paperless import LookingFor
    from hall_server.flows.licence_desk import LicenceDesk

_log = logging.getLogger("kapok.licences")
_DEADLINE_S = 20.0  # for all questions of one visit; the desk says "still looking" meanwhile


class LicenceAsker:
    """What `LicenceDesk.ask` is. Used on the loop only."""

    def __init__(self, asking: Asking, desk: LicenceDesk) -> None:
        self._asking = asking
        self._desk = desk
        self._under_way: set[asyncio.Task[None]] = set()

    def __call__(self, wanted: LookingFor) -> None:
        """Begin to ask."""
        task = asyncio.get_running_loop().create_task(self._run(wanted))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Nobody waits for an answer any more; whoever comes back asks again. Hangs up."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        self._asking.close()

    async def _run(self, wanted: LookingFor) -> None:
        got: tuple[Got, ...]
        try:
            got = await self._asking.ask(
                PortName.LICENCES, lambda line: look_up(CityLicences(line), wanted), within_s=_DEADLINE_S
            )
        except CityAwayError as error:
            got = without_answer(wanted.types, slow=error.why == "too_slow")
        except Exception as bug:  # noqa: BLE001 - unsettled, the screen would wait for ever; it is logged
            _log.error(
                "bug in a look-up visit=%r what=%s", wanted.visit, type(bug).__name__
            )  # its words may name somebody
            got = without_answer(wanted.types, slow=False)
        try:
            await self._desk.heard(wanted, got)
        except HallProblem as problem:  # the store has said so itself
            _log.warning("a use was not kept visit=%r why=%s", wanted.visit, problem.code.value)
