"""A camera that reads codes, behind a process of its own. Knows what comes from there, reads no picture itself.

Whatever that process does (hangs, leaks, crashes in a decoder), killing and restarting it is the way out.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

from devices.code_scanner.message import unpacked
from devices.code_scanner.watching import AWAY_S, Repeats
from devices.errors import DeviceError, DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.values.code_scanner import ScannerCapabilities, ScannerStatus, Sight
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from devices.transports.child import ChildProcess
    from devices.values.code_scanner import ScannedCode

LOG = logging.getLogger("kapok.device.code_scanner")

OPEN_S = 12.0  # the process starts, connects and waits for a picture; it has shorter limits of its own
ALIVE_S = 8.0  # it gives a sign of life every second
FAULTS: dict[str, type[DeviceError]] = {
    error.code: error for error in (DeviceLostError, DeviceSilentError, DeviceProtocolError)
}


def nobody(_code: ScannedCode) -> bool:
    """Claims no code."""
    return False


class CameraCodeScanner:
    """`CodeScanner` over a worker that sees. `claims` says whether a code whose bytes are not trusted proves itself.

    Without a recogniser that claims them, such codes are dropped and counted.
    """

    def __init__(
        self,
        worker: ChildProcess,
        *,
        claims: Callable[[ScannedCode], bool] = nobody,
        device: str = "code_scanner",
        away_s: float = AWAY_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._worker = worker
        self._claims = claims
        self._device = device
        self.capabilities = ScannerCapabilities(symbology=True, position=True)
        self._open = False
        self._status = ScannerStatus(Health.FAULT, DeviceLostError.code, Sight.OFF)
        self._dropped = 0
        self._repeats = Repeats(away_s)  # outlives a reopening: what lies there all the while is told once
        self._clock = clock
        self._seen_s = 0.0  # how long it has looked, at the last message
        self._heard_at = 0.0

    @property
    def pid(self) -> int:
        """The worker's process id, 0 when there is none."""
        return self._worker.pid

    def believe(self, claims: Callable[[ScannedCode], bool]) -> None:
        """Ask this recogniser of codes whose bytes are not trusted, from now on."""
        self._claims = claims

    async def open(self) -> None:
        try:
            await self._worker.start()
            await self._hear(OPEN_S)
        except BaseException as error:
            await self._worker.stop()
            self._lose(error)
            raise
        self._open, self._heard_at = True, self._clock()
        self._status = ScannerStatus(Health.NORMAL, "", Sight.ON, self._dropped)

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        while True:
            try:
                codes = self._accepted(await self._hear(ALIVE_S))
            except DeviceError as error:
                if not self._open:
                    return
                self._lose(error)
                raise
            for code in codes:
                yield code
            del codes  # not to be kept while waiting for the next

    async def status(self) -> ScannerStatus:
        return self._status

    async def close(self) -> None:
        if self._open:
            self._status = ScannerStatus(Health.FAULT, DeviceLostError.code, Sight.OFF, self._dropped)
        self._open = False
        await self._worker.stop()

    async def _hear(self, timeout_s: float) -> dict[str, Any]:
        said, _ = await self._worker.hear(timeout_s)
        if fault := said.get("fault"):
            raise FAULTS.get(str(fault), DeviceProtocolError)(self._device, str(said.get("detail", "")))
        return said

    def _accepted(self, said: dict[str, Any]) -> list[ScannedCode]:
        try:
            codes = [unpacked(one) for one in said.get("codes", [])]
        except (KeyError, TypeError, ValueError) as error:
            raise DeviceProtocolError(self._device, "worker says nonsense") from error
        now = self._clock()
        self._seen_s, self._heard_at = self._seen_s + now - self._heard_at, now
        codes = self._repeats.news(codes, self._seen_s)
        accepted = [code for code in codes if code.symbol.trusted or self._claims(code)]
        self._dropped += len(codes) - len(accepted)
        self._status = ScannerStatus(Health.NORMAL, "", Sight.ON, self._dropped)
        for code in accepted:
            LOG.debug("%s < %s of %d bytes", self._device, code.symbol.kind, len(code.data))
        return accepted

    def _lose(self, error: BaseException) -> None:
        code = error.code if isinstance(error, DeviceError) else DeviceLostError.code
        self._status = ScannerStatus(Health.FAULT, code, Sight.INOP, self._dropped)
