"""告警 to an address that the site names: a small JSON when one opens and when it closes. Nothing of a person in it.

Tried a few times and then let go: the hall's book and the page 设备 have each. The hall never waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.alerts import Alert

_log = logging.getLogger("kapok.hall")
PAUSES_S = (1.0, 5.0, 30.0)  # before each further try
_WITHIN_S = 5.0
_WAITING_MOST = 200
_OK, _ELSEWHERE, _SERVER = 200, 300, 500
_LATER = frozenset({408, 425, 429})


class AlertPost:
    """`put` from the hall's loop; `run` until cancelled."""

    def __init__(self, address: str, hall: str, pauses_s: Sequence[float] = PAUSES_S) -> None:
        self._address, self._hall, self._pauses_s = address, hall, pauses_s
        self._waiting: asyncio.Queue[Alert] = asyncio.Queue(_WAITING_MOST)

    def put(self, alert: Alert) -> None:
        """To be told; dropped and logged when too many wait."""
        try:
            self._waiting.put_nowait(alert)
        except asyncio.QueueFull:
            _log.error("alert %s of %s is not posted: too many wait", alert.kind.value, alert.kiosk)

    async def run(self) -> None:
        """Post them in order."""
        async with httpx.AsyncClient(trust_env=False, timeout=_WITHIN_S, follow_redirects=False) as wire:
            while True:
                await self._post(wire, await self._waiting.get())

    async def _post(self, wire: httpx.AsyncClient, alert: Alert) -> None:
        told, why = told_of(alert, self._hall), ""
        for pause_s in (0.0, *self._pauses_s):
            await asyncio.sleep(pause_s)
            try:
                status = (await wire.post(self._address, json=told)).status_code
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                why = type(error).__name__
                continue
            if _OK <= status < _ELSEWHERE:
                return
            why = f"HTTP {status}"
            if status < _SERVER and status not in _LATER:
                break  # the same again is the same no
        _log.error("alert %s of %s is not posted: %s", alert.kind.value, alert.kiosk, why)


def told_of(alert: Alert, hall: str) -> dict[str, str]:
    """What is posted; `id` is the same for opening and closing."""
    closed = alert.closed_at > 0
    at = datetime.fromtimestamp((alert.closed_at or alert.opened_at) / 1_000_000, UTC)
    return {
        "id": f"{alert.kiosk}.{alert.kind.value}.{alert.opened_at}",
        "hall": hall,
        "kiosk": alert.kiosk,
        "alert": alert.kind.value,
        "state": "closed" if closed else "opened",
        "at": at.isoformat(timespec="seconds"),
    }
