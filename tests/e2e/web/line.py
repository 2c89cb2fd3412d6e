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
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def hold(self) -> None:
        self._held.set()

    def let_go(self) -> None:
        """What was held is dropped, as a rebooted switch does."""
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._held.clear()

    def close(self) -> None:
        self._door.close()
        self._held.clear()
        for one in self._sockets:
            one.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            self._sockets.append(near)
            if self._held.is_set():
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self._to_port))
            except OSError:
                near.close()
                continue
            self._sockets.append(far)
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                if self._held.is_set():
                    return
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
