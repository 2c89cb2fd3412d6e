"""Serving a hall on a bound socket until told to stop; says when it is ready, ends its streams when it leaves."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import uvicorn

from hall_server.app.compose import Settings, create_app

if TYPE_CHECKING:
    import socket
    from types import FrameType

    from hall_server.push.hub import Hub


class _Server(uvicorn.Server):
    """A server that says when it is ready and ends its streams when it is told to stop."""

    def __init__(self, config: uvicorn.Config, hub: Hub, address: str) -> None:
        super().__init__(config)
        self._hub = hub
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(f"listening on {self._address}", flush=True)  # noqa: T201 - the one line that callers wait for

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Being told to stop is no failure: the process ends with 0, not by its own signal."""
        del sig, frame
        self.force_exit = self.should_exit  # told twice
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


def run(settings: Settings, listener: socket.socket) -> None:
    """Serve on a bound socket until told to stop."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    put_together = create_app(settings)
    host, port = listener.getsockname()[:2]
    config = uvicorn.Config(
        put_together.app,
        loop="uvloop",
        http="httptools",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        backlog=2048,
        timeout_graceful_shutdown=5,
    )
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    _Server(config, put_together.hall.hub, address).run(sockets=[listener])
