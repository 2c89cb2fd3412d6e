"""Serving a hall on a bound socket until told to stop; says when it is ready, ends its streams when it leaves.

Makes room for as many connections as the machine grants, and keeps some files free for the hall itself.
"""

from __future__ import annotations

import gc
import resource
from typing import TYPE_CHECKING, cast

import uvicorn

from config.logs import set_up_logs
from config.service import Systemd, systemd_here
from hall_server.app.certificates import Certificates
from hall_server.app.compose import Settings, create_app
from hall_server.app.connection import HallConfig, Limits
from hall_server.domain.items.readings import forget_tables

if TYPE_CHECKING:
    import socket
    from types import FrameType

    from uvicorn._types import ASGIApplication

    from hall_server.push.hub import Hub

CONNECTIONS_MAX = 4_096  # screens of the largest hall many times over
_TICKS_A_SECOND = 10  # uvicorn's
_TICKS_A_LOOK = 5 * _TICKS_A_SECOND
_OWN_FILES = 64  # the store, the log, the loop, files being read


class _Server(uvicorn.Server):
    """A server that says when it is ready and ends its streams when it is told to stop."""

    def __init__(
        self, config: uvicorn.Config, hub: Hub, address: str, systemd: Systemd, certificates: Certificates | None
    ) -> None:
        super().__init__(config)
        self._certificates = certificates
        self._hub = hub
        self._address = address
        self._systemd = systemd
        self._ticks_a_beat = 1

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(f"listening on {self._address}", flush=True)  # noqa: T201 - the one line that callers wait for
            self._systemd.beat()
            self._ticks_a_beat = max(1, int(self._systemd.beat_s * _TICKS_A_SECOND))

    async def on_tick(self, counter: int) -> bool:
        """The loop that serves is alive: systemd hears it. A renewed certificate is taken up."""
        if counter % self._ticks_a_beat == 0:
            self._systemd.beat()
        if self._certificates and counter % _TICKS_A_LOOK == 0:
            self._certificates.look()
        return await super().on_tick(counter)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Being told to stop is no failure: the process ends with 0, not by its own signal."""
        del sig, frame
        self.force_exit = self.should_exit  # told twice
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._systemd.leaving()
        self._hub.close()
        await super().shutdown(sockets)


def run(settings: Settings, listener: socket.socket) -> None:
    """Serve on a bound socket until told to stop. Raises ssl.SSLError for a certificate that cannot be used."""
    set_up_logs()
    systemd = systemd_here()
    certificates = Certificates(settings.tls) if settings.tls else None
    put_together = create_app(settings)
    put_together.hall.items.told()  # also reads the names of everything in it
    forget_tables()
    collect_seldom()
    host, port = listener.getsockname()[:2]
    limits = Limits(connections=_room_for_connections())
    config = HallConfig(cast("ASGIApplication", put_together.app), limits, certificates)
    scheme = "https" if certificates else "http"
    address = f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"
    _Server(config, put_together.hall.hub, address, systemd, certificates).run(sockets=[listener])


def collect_seldom() -> None:
    """Look for garbage in circles a hundred times less often: commands leave none, and each look costs a commit's time.

    What was made at start stays. Measured on 500 halls: a third more tickets a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _room_for_connections() -> int:
    """Raise the limit on open files as far as needed and allowed; how many connections that leaves room for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS_MAX + _OWN_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    open_files = wanted if soft == resource.RLIM_INFINITY else soft
    return max(1, min(CONNECTIONS_MAX, open_files - _OWN_FILES))
