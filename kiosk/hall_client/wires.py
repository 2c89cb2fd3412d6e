"""Every socket to the hall, so that one thread can end what another waits for. Knows no hall and no words."""

from __future__ import annotations

import socket
import threading
import weakref
from contextlib import suppress

import requests
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


class Wires:
    """Every socket to the hall, so that one thread can end what another waits for; `requests` keeps them to itself."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._hung_up = False

    def adapter(self) -> requests.adapters.HTTPAdapter:
        """For `Session.mount`: makes connections that are known here."""
        wires = self

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                wires._add(self.sock)

        class Secret(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                wires._add(self.sock)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecretPool(HTTPSConnectionPool):
            ConnectionCls = Secret

        adapter = requests.adapters.HTTPAdapter()
        adapter.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecretPool}
        return adapter

    def hang_up(self) -> None:
        """Shut every socket down, for good: whoever reads from one is told that it ended."""
        with self._guard:
            self._hung_up = True
            for wire in self._open:
                with suppress(OSError):  # already gone
                    wire.shutdown(socket.SHUT_RDWR)

    def _add(self, wire: socket.socket | None) -> None:
        with self._guard:
            if wire is not None:
                self._open.add(wire)
            if self._hung_up:
                raise OSError("closed")
