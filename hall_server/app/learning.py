"""The learner beside a running hall: a process of its own, once a business day, some minutes after the day began.

Learning walks through the whole history; in the server it would make people wait. What it learned comes back by the
file that `ForecastFile` looks at.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

AFTER_S = 600.0  # of a new day or a start: the hall has other things to do first
LOOK_S = 60.0
_SAID_AT_MOST = 200  # characters of what a learner that failed said
_log = logging.getLogger("kapok.forecast")


class Learning:
    """Runs `command` once for each business day. `learned_to` tells up to which day the present model goes."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        today: Callable[[], str],
        learned_to: Callable[[], str],
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._command = tuple(command)
        self._today = today
        self._learned_to = learned_to
        self._environment = {**os.environ, **(environment or {})}
        self._done = ""  # the day for which a learner ran

    async def run(self, after_s: float = AFTER_S, look_s: float = LOOK_S) -> None:
        """Until cancelled."""
        await asyncio.sleep(after_s)
        while True:
            today = self._today()
            if self._done != today:
                await self.learn()
                self._done = today
                await asyncio.sleep(after_s)
            await asyncio.sleep(look_s)

    async def learn(self) -> bool:
        """One run; whether it went well. A learner that fails leaves the model that there is."""
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                env=self._environment,
            )
        except OSError as error:
            _log.warning("the learner does not start: %s", error)
            return False
        try:
            _, said = await process.communicate()
        except asyncio.CancelledError:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
            raise
        if process.returncode != 0:
            _log.warning("the learner failed code=%s said=%r", process.returncode, _last_line(said))
            return False
        _log.info("the learner has run, waits are known up to %s", self._learned_to() or "no day yet")
        return True


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:_SAID_AT_MOST] if lines else ""
