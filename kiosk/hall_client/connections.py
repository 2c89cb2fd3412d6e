"""How a socket to the hall is made: by `requests`, which keeps connections to itself, so that each is told of here."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import requests
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from kiosk.hall_client.identity import Identity


class OneAuthority(requests.adapters.HTTPAdapter):
    """Believes a server that shows a certificate of this authority, and no other.

    `itself`: it is no authority but the server's own certificate, whatever name it bears.
    """

    def __init__(self, authority: str, *, itself: bool = False) -> None:
        self._context = ssl.create_default_context(cadata=authority)
        if itself:
            self._context.check_hostname = False
            self._context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:  # noqa: ANN401 - handed on to `requests` as it came
        """With a context of our own."""
        super().init_poolmanager(*args, ssl_context=self._context, **more)

    def cert_verify(self, conn: object, url: object, verify: object, cert: object) -> None:
        """The context says it all; theirs would add a list of public authorities."""

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:  # noqa: ANN401 - its shapes are private to `requests`
        """The same."""
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}


def adapter(made: Callable[[socket.socket | None], None], authority: str = "") -> requests.adapters.HTTPAdapter:
    """Keeps connections open for all who share it; calls `made` with the socket of each new one.

    `authority`: PEM; "" = those that the system trusts.
    """

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

    connections = OneAuthority(authority) if authority else requests.adapters.HTTPAdapter()
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
