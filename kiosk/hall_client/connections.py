"""How a socket to the hall is made: by `requests`, which keeps connections to itself, so that each is told of here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import requests
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from kiosk.hall_client.identity import Identity


def adapter(made: Callable[[socket.socket | None], None]) -> requests.adapters.HTTPAdapter:
    """Keeps connections open for all who share it; calls `made` with the socket of each new one."""

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            made(self.sock)

    class Secret(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            made(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecretPool(HTTPSConnectionPool):
        ConnectionCls = Secret

    connections = requests.adapters.HTTPAdapter()
    connections.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecretPool}
    return connections


def session_over(
    connections: requests.adapters.HTTPAdapter, headers: dict[str, str], identity: Identity
) -> requests.Session:
    """A session that goes by no proxy and sends these headers only, and who we are."""
    session = requests.Session()
    session.trust_env = False
    session.auth = identity
    session.headers = requests.structures.CaseInsensitiveDict(headers)  # nothing that nobody reads
    for scheme in ("http://", "https://"):
        session.mount(scheme, connections)
    return session
