"""A network line that can be cut or held still: what a dead switch or a half-open socket looks like to a page."""

from __future__ import annotations

import contextlib
import socket
import threading


class Line:
    """Forwards TCP to a port. `hold()` keeps sockets open and says nothing more; `let_go()` serves new ones again."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port
        self._held = threading.Event()
        self._sockets: list[socket.socket] = []
        self._carriers: list[threading.Thread] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._porter = threading.Thread(target=self._listen, daemon=True)
        self._porter.start()

    def hold(self) -> None:
        self._held.set()

    def let_go(self) -> None:
        """What was held is dropped, as a rebooted switch does."""
        self._drop()
        self._held.clear()

    def close(self) -> None:
        """Nobody comes in any more and nothing stays open: a socket left over fails whatever test comes next."""
        _shut(self._door)  # closed alone, it would still let in one who knocks while somebody waits at it
        self._porter.join()
        self._door.close()
        self._drop()
        for carrier in self._carriers:
            carrier.join()
        for one in self._sockets:
            one.close()

    def _drop(self) -> None:
        for one in self._sockets:
            _shut(one)

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            self._sockets.append(near)
            if not self._held.is_set():
                self._through(near)

    def _through(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(("127.0.0.1", self._to_port))
        except OSError:
            _shut(near)
            return
        self._sockets.append(far)
        for source, target in ((near, far), (far, near)):
            carrier = threading.Thread(target=self._carry, args=(source, target), daemon=True)
            self._carriers.append(carrier)
            carrier.start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                if self._held.is_set():
                    return
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)


def _shut(one: socket.socket) -> None:
    """Whoever waits at it goes on."""
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
