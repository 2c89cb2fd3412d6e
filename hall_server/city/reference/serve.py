"""Serving the reference city on a bound socket until told to stop; says when it is ready."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, cast

import uvicorn

from hall_server.city.reference.compose import CitySettings, create_city
from hall_server.city.reference.faults import Faults, FaultSwitch

if TYPE_CHECKING:
    import socket
    from types import FrameType

    from uvicorn._types import ASGIApplication


class _Server(uvicorn.Server):
    """A server that says when it is ready; being told to stop is no failure."""

    def __init__(self, config: uvicorn.Config, switch: FaultSwitch, ready: str) -> None:
        super().__init__(config)
        self._switch = switch
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(self._ready, flush=True)  # noqa: T201 - the one line that callers wait for

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End with 0, not by the signal; told twice, at once."""
        del sig, frame
        self.force_exit = self.should_exit
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._switch.turn(Faults())  # nobody is kept waiting by a city that ends
        await super().shutdown(sockets)


def run(settings: CitySettings, listener: socket.socket, ready: str) -> None:
    """Serve; `ready` is printed when somebody may ask. Raises KeyFolderError before it serves."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    city = create_city(settings)
    config = uvicorn.Config(
        cast("ASGIApplication", city.app),
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    _Server(config, city.switch, ready).run(sockets=[listener])
