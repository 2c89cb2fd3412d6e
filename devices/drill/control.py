"""Drivers that are broken on purpose: the drill has to catch them, or it proves nothing of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from devices.code_scanner.codec import decode_code
from devices.code_scanner.driver import SerialCodeScanner
from devices.drill.code_scanner import SerialLine
from devices.drill.rows import Row
from devices.transports import open_transport

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.drill.rows import Outcome
    from devices.values.code_scanner import ScannedCode

KIND = "control"


class Stutterer(SerialCodeScanner):
    """Hands each code on twice."""

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        async for code in super().codes():
            yield code
            yield code


class Glutton(SerialCodeScanner):
    """Takes whatever comes for a whole code, also the half that came before the wire died."""

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        while True:
            if data := await self._wire.read_some(60):
                yield decode_code(data.strip())


def judged(outcome: Outcome) -> Outcome:
    """A control holds when it was caught."""
    if outcome.violation:
        return replace(outcome, violation="", note=f"caught, as it should be: {outcome.violation}")
    return replace(outcome, violation="a driver that is broken on purpose was not caught")


def _unplugged(broken: type[SerialCodeScanner]) -> Row:
    rows = SerialLine(lambda address: broken(open_transport(address)))
    return Row(broken.__name__.lower(), "unplug_replug", rows.unplug_replug)


ROWS = (_unplugged(Stutterer), _unplugged(Glutton))
