"""Every socket to the hall: kept open and shared by all threads, and one thread can end what another waits for.

What a visitor waits for goes first: on a line of 200 kbit/s and 300 ms a fresh connection costs a whole round trip, and
a snapshot before a number's answer more than that answer itself. Knows no hall and no words.
"""

from __future__ import annotations

import socket
import threading
import time
import weakref
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from kiosk.hall_client.answers import HallSilentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import Session
    from requests.adapters import HTTPAdapter

    from kiosk.hall_client.identity import Identity

GIVES_WAY_S = 1.0  # so long does something that nobody waits for let a visitor's call go first


class Wires:
    """A session for each thread, all over the same sockets; the socket used last is used next."""

    def __init__(self, headers: dict[str, str], identity: Identity, authority: str = "") -> None:
        self._headers, self._identity, self._authority = headers, identity, authority
        self._local = threading.local()
        self._guard = threading.Lock()
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._adapter: HTTPAdapter | None = None
        self._hung_up = False

    def session(self) -> Session:
        """This thread's. Raises HallSilentError after `hang_up`."""
        if self._hung_up:
            raise HallSilentError("closed")
        session: Session | None = getattr(self._local, "session", None)
        if session is None:
            from kiosk.hall_client.connections import session_over

            self._local.session = session = session_over(self._sockets(), self._headers, self._identity)
        return session

    def hang_up(self) -> None:
        """Shut every socket down, for good: whoever reads from one is told that it ended."""
        with self._guard:
            self._hung_up = True
            for wire in self._open:
                with suppress(OSError):  # already gone
                    wire.shutdown(socket.SHUT_RDWR)
        if self._adapter is not None:
            self._adapter.close()

    def _sockets(self) -> HTTPAdapter:
        """Made at the first word to the hall: the library for it is a twentieth of a kiosk's start."""
        from kiosk.hall_client.connections import adapter

        with self._guard:
            if self._adapter is None:
                self._adapter = adapter(self._add, self._authority)
            return self._adapter

    def _add(self, wire: socket.socket | None) -> None:
        with self._guard:
            if wire is not None:
                self._open.add(wire)
            if self._hung_up:
                raise OSError("closed")


class Precedence:
    """Whoever is waited for goes first; the others begin when nobody is, or after a while all the same."""

    def __init__(self, at_most_s: float = GIVES_WAY_S) -> None:
        self._at_most_s = at_most_s
        self._news = threading.Condition()
        self._waited_for = 0

    @contextmanager
    def first(self) -> Iterator[None]:
        """A visitor waits for what happens inside."""
        with self._news:
            self._waited_for += 1
        try:
            yield
        finally:
            with self._news:
                self._waited_for -= 1
                self._news.notify_all()

    def give_way(self) -> None:
        """Return when nobody waits, or after a while."""
        ends = time.monotonic() + self._at_most_s
        with self._news:
            while self._waited_for and (left := ends - time.monotonic()) > 0:
                self._news.wait(left)
