"""Visits over HTTP: `visits.py <port> <hall> <kiosk's key> <counter's key> <first>-<last counter> <seconds>`.

At each counter one visit after the other: take, confirm_print, call_next, serve, complete, over one connection of a
kiosk and one of a console. Lean, because it works on the same cores as the servers: one process on epoll, requests
written beforehand, of an answer only the status and the ticket's id. Ends with one line of JSON.
"""

from __future__ import annotations

import json
import select
import sys
import time

from tests.bench.hall.load import connected, fresh_id, whole

ITEMS = (b"i22", b"i15", b"i04", b"i01")  # of the queues C, A, E, H
_ID = b'{"id":"'  # an answer's first words


class Machine:
    """One connection of a kiosk or a console."""

    def __init__(self, port: int, hall: str, key: str) -> None:
        self.wire = connected(("127.0.0.1", port))
        self._before = f"POST /api/v1/halls/{hall}/".encode()
        self._behind = (
            f" HTTP/1.1\r\nHost: hall\r\nAuthorization: {key}\r\nContent-Type: application/json\r\nIdempotency-Key: "
        ).encode()

    def post(self, path: bytes, body: bytes = b"{}", key: str = "") -> None:
        """Ask; the answer comes over `wire`."""
        tail = b"%b\r\nContent-Length: %d\r\n\r\n%b" % ((key or fresh_id()).encode(), len(body), body)
        self.wire.send(self._before + path + self._behind + tail)


class Counter:
    """A counter with a kiosk of its own, and how far the visit there has come."""

    def __init__(self, port: int, hall: str, keys: list[str], no: int) -> None:
        self.kiosk, self.console = (Machine(port, hall, key) for key in keys)
        self.lives = self.bad = 0
        self.issued: list[float] = []
        self._no = no
        self._heard = b""
        self._ticket = ""
        self._called = b""
        self._asked = 0.0
        self._steps = (self._take, self._confirm, self._call, self._serve, self._complete)
        self._at = -1
        self.console.post(b"counters/%d/sign_in" % no, b'{"clerk":"c%d"}' % no)

    def hear(self, data: bytes, until: float) -> bool:
        """Take in what came and ask for the next; whether this counter is done, or was refused something."""
        data = self._heard + data
        if not whole(data):
            self._heard = data
            return False
        self._heard = b""
        if data[9:12] != (b"201" if self._at == 0 else b"200"):
            print(f"step {self._at} at counter {self._no}: {data!r}", file=sys.stderr)
            self.bad += 1
            return True
        if self._at == 0:
            self.issued.append(time.perf_counter() - self._asked)
        elif self._at == 2:  # the call: its answer names the ticket
            begin = data.index(_ID) + len(_ID)
            self._called = data[begin : begin + 36]
        self._at += 1
        if self._at == len(self._steps):
            self._at = 0
            self.lives += 1
        if self._at == 0 and time.perf_counter() >= until:
            return True
        self._steps[self._at]()
        return False

    def _take(self) -> None:
        self._ticket, self._asked = fresh_id(), time.perf_counter()
        self.kiosk.post(b"tickets", b'{"item":"%b"}' % ITEMS[self.lives % len(ITEMS)], self._ticket)

    def _confirm(self) -> None:
        self.kiosk.post(b"tickets/%b/confirm_print" % self._ticket.encode(), b'{"answer":"paper"}')

    def _call(self) -> None:
        self.console.post(b"counters/%d/call_next" % self._no)

    def _serve(self) -> None:
        self.console.post(b"tickets/%b/serve" % self._called)

    def _complete(self) -> None:
        self.console.post(b"tickets/%b/complete" % self._called)


def main(port: int, hall: str, keys: list[str], counters: str, seconds: float) -> None:
    first, last = (int(no) for no in counters.split("-"))
    cpu, begin = time.process_time(), time.perf_counter()
    all_of_them = [Counter(port, hall, keys, no) for no in range(first, last + 1)]
    poll, wires = select.epoll(), {}
    for counter in all_of_them:
        for machine in (counter.kiosk, counter.console):
            wires[machine.wire.fileno()] = (machine.wire, counter)
            poll.register(machine.wire, select.EPOLLIN)
    busy = len(all_of_them)
    while busy:
        ready = poll.poll(30)
        if not ready:
            raise SystemExit("no answer in 30 s")
        for number, _ in ready:
            wire, counter = wires[number]
            busy -= counter.hear(wire.recv(65536), begin + seconds)
    told = {
        "lives": sum(counter.lives for counter in all_of_them),
        "issued": [took for counter in all_of_them for took in counter.issued],
        "bad": sum(counter.bad for counter in all_of_them),
        "seconds": time.perf_counter() - begin, "cpu": time.process_time() - cpu,
    }  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:5], sys.argv[5], float(sys.argv[6]))
