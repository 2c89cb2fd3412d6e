"""What a program tells systemd, when that started it (sd_notify): it is ready, it is alive, it leaves.

Without systemd (no NOTIFY_SOCKET) nothing is said to anybody. Knows no settings and nothing of ours.
"""

from __future__ import annotations

import asyncio
import os
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_ADDRESS, _PATIENCE, _WHO = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"
_A_THIRD = 3  # two beats may be lost before it loses patience
_USUALLY_S = 10.0


class Systemd:
    """Its ear. `address`: path of its datagram socket, `@…` for an abstract one, empty for none."""

    def __init__(self, address: str = "", patience_s: float = 0) -> None:
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._ready = False
        self.beat_s = patience_s / _A_THIRD if patience_s else _USUALLY_S

    @property
    def listens(self) -> bool:
        """Whether there is one at all."""
        return bool(self._address)

    def beat(self) -> None:
        """Ready, the first time; alive from then on. To be called from whatever must not stand still."""
        self._say("WATCHDOG=1" if self._ready else "READY=1")
        self._ready = True

    async def beats(self) -> None:
        """Beat until it is cancelled; at once over where nobody listens."""
        while self.listens:
            self.beat()
            await asyncio.sleep(self.beat_s)

    def leaving(self) -> None:
        """Told to stop, and about to."""
        self._say("STOPPING=1")

    def _say(self, words: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as ear:
                ear.settimeout(0)
                ear.sendto(words.encode(), self._address)
        except OSError:
            pass  # one that does not hear us loses its patience


def systemd_here(environment: MutableMapping[str, str] | None = None) -> Systemd:
    """The systemd that started this process; its addresses leave the environment, so that no child speaks for us."""
    told = os.environ if environment is None else environment
    address, patience = told.pop(_ADDRESS, ""), told.pop(_PATIENCE, "")
    told.pop(_WHO, None)  # with a session between the manager and us it names the session
    return Systemd(address, int(patience) / 1_000_000 if patience.isdigit() else 0)
