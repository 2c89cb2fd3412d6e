"""Screens that listen: one process holds many event streams, takes a number, and tells when the last of them woke.

`listen.py <port> <kiosk's key> <board's key>`, then orders as lines of JSON: {"listeners": 200} opens streams;
{"seconds": 1.0} takes numbers one after another, each when the one before has woken everybody.
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time

from tests.bench.hall.load import Load, connected, label_in, whole
from tests.bench.hall.place import HALL

_NEWS = b"event: news"


class Listeners:
    """All streams of one server and the one who makes news."""

    def __init__(self, port: int, kiosk: str, board: str) -> None:
        self._address = ("127.0.0.1", port)
        self._board = board
        self._takes = Load(port, kiosk)
        self._streams: dict[int, socket.socket] = {}
        self._poll = select.epoll()
        self.told: list[tuple[str, str]] = []

    def open(self, count: int) -> dict:
        """Have so many streams, each one past its first words."""
        ask = f"GET /api/v1/halls/{HALL}/stream HTTP/1.1\r\nHost: hall\r\nAuthorization: {self._board}\r\n\r\n"
        while len(self._streams) < count:
            stream = socket.create_connection(self._address, timeout=10)
            stream.sendall(ask.encode())
            heard = b""
            while b"event: build" not in heard:
                more = stream.recv(65536)
                if not more:
                    raise SystemExit("a stream ended")
                heard += more
            stream.setblocking(False)
            self._streams[stream.fileno()] = stream
            self._poll.register(stream, select.EPOLLIN)
        return {"listeners": len(self._streams)}

    def run(self, seconds: float) -> dict:
        """How long it took from each take until the last stream had its news."""
        took: list[float] = []
        self._hand = connected(self._address)  # the one before may have been idle for too long
        self._poll.register(self._hand, select.EPOLLIN)
        begin = now = time.perf_counter()
        while now - begin < seconds:
            ticket, request = self._takes.take()
            asked = time.perf_counter()
            self._hand.send(request)
            now = self._all_woken(ticket)
            took.append(now - asked)
        self._hand.close()
        return {"done": len(took), "seconds": now - begin, "took": took}

    def _all_woken(self, ticket: str) -> float:
        """Wait for the answer and for everybody's news; the moment when the last stream had it."""
        asleep, answer, woken = set(self._streams), b"", 0.0
        while asleep or not answer:
            ready = self._poll.poll(30)
            if not ready:
                raise SystemExit(f"{len(asleep)} streams heard nothing for 30 s")
            for number, _ in ready:
                stream = self._streams.get(number)
                if stream is None:
                    answer += self._hand.recv(65536)
                elif _NEWS in stream.recv(65536):
                    asleep.discard(number)
                    woken = time.perf_counter()
        while not whole(answer):
            answer += self._hand.recv(65536)
        self.told.append((ticket, label_in(answer)))
        return woken or time.perf_counter()


def main(port: int, kiosk: str, board: str) -> None:
    listeners = Listeners(port, kiosk, board)
    for line in sys.stdin:
        order = json.loads(line)
        if order.get("tell"):
            answer: object = listeners.told
        elif "listeners" in order:
            answer = listeners.open(order["listeners"])
        else:
            answer = listeners.run(order["seconds"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
