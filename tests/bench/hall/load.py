"""Takes numbers over many connections at once, each as fast as it is answered: one lean process on epoll.

`load.py <port> <authorization>`, then orders as lines of JSON: {"connections": 128, "seconds": 1.0} takes for a while;
with "ends": true every number is given back at once (confirm_print void), with "back": true all of them afterwards,
not counted, so that no line grows beyond what a hall has ever seen.
{"tell": true} asks for all [ticket id, label] since the start. Not http.client: that alone costs more than the hall.
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time
from typing import TYPE_CHECKING

from tests.bench.hall.ids import fresh_id
from tests.bench.hall.place import HALL, ITEMS

if TYPE_CHECKING:
    from collections.abc import Callable

_PATH = f"/api/v1/halls/{HALL}/tickets"
_VOID = b'{"answer":"void"}'
_IDLE_S = 3.0  # below any server's keep-alive


class Load:
    """All connections to one server."""

    def __init__(self, port: int, authorization: str) -> None:
        self._address = ("127.0.0.1", port)
        more = f"Host: hall\r\nAuthorization: {authorization}\r\nContent-Type: application/json\r\n"
        self._takes = [self._request(_PATH, more, f'{{"item":"{item}"}}'.encode()) for item in ITEMS]
        self._more = more
        self._wires: list[Wire] = []
        self.told: list[tuple[str, str]] = []
        self.owed: list[str] = []
        self.bad = 0
        self._sent = 0

    @staticmethod
    def _request(path: str, more: str, body: bytes) -> tuple[bytes, bytes]:
        """What stands before the idempotency key, and what behind it."""
        head = f"POST {path} HTTP/1.1\r\n{more}Content-Length: {len(body)}\r\nIdempotency-Key: "
        return head.encode(), b"\r\n\r\n" + body

    def take(self) -> tuple[str, bytes]:
        """The next request and its ticket's id."""
        before, behind = self._takes[self._sent % len(self._takes)]
        self._sent += 1
        ticket = fresh_id()
        return ticket, before + ticket.encode() + behind

    def void(self, ticket: str) -> bytes:
        before, behind = self._request(f"{_PATH}/{ticket}/confirm_print", self._more, _VOID)
        return before + fresh_id().encode() + behind

    def wires(self, count: int) -> list[Wire]:
        while len(self._wires) < count:
            self._wires.append(Wire(self, self._address))
        return self._wires[:count]

    def run(self, connections: int, seconds: float, *, ends: bool, back: bool) -> dict:
        """Work for a while, let what is asked be answered, report: how many, when each was answered, our own work."""
        for wire in self.wires(connections):
            wire.fresh()
        wires = {wire.socket.fileno(): wire for wire in self.wires(connections)}
        poll = select.epoll()
        for number in wires:
            poll.register(number, select.EPOLLIN)
        cpu, begin, bad = time.process_time(), time.perf_counter(), self.bad
        self.owed.clear()
        for wire in wires.values():
            wire.begin(ends=ends)
        _until_all_are_done(poll, wires, lambda wire: wire.hear(begin + seconds))
        end, cpu = time.perf_counter(), time.process_time() - cpu
        if back:
            working = {number: wire for number, wire in wires.items() if wire.void_one()}
            _until_all_are_done(poll, working, Wire.hear_void)
        poll.close()
        took = [piece for wire in wires.values() for piece in wire.fetch()]
        return {
            "done": len(took), "seconds": end - begin, "took": took, "bad": self.bad - bad,
            "client_busy": cpu / (end - begin),
        }  # fmt: skip


class Wire:
    """One connection: asks, hears the answer, asks again."""

    def __init__(self, load: Load, address: tuple[str, int]) -> None:
        self._load = load
        self._address = address
        self.socket = connected(address)
        self._used = time.perf_counter()
        self._heard = b""
        self._ticket = ""
        self._label = ""
        self._at = 0.0
        self._took: list[float] = []
        self._ends = False

    def fresh(self) -> None:
        """A server may have hung up meanwhile: after a pause the wire is a new one."""
        if time.perf_counter() - self._used > _IDLE_S:
            self.socket.close()
            self.socket = connected(self._address)

    def begin(self, *, ends: bool) -> None:
        self._ends, self._label = ends, ""
        self._take()

    def fetch(self) -> list[float]:
        took, self._took = self._took, []
        return took

    def _take(self) -> None:
        self._ticket, request = self._load.take()
        self._at = time.perf_counter()
        self.socket.send(request)

    def hear(self, until: float) -> bool:
        """Take in what came; whether this wire is at its end (its time is over, nothing is owed)."""
        data = self._heard + self.socket.recv(65536)
        if not whole(data):
            self._heard = data
            return False
        now, self._heard = time.perf_counter(), b""
        self._took.append(now - self._at)
        if self._label:  # that was the number's end
            self._load.bad += not data.startswith(b"HTTP/1.1 200")
            self._label = ""
        else:
            label = label_in(data)
            self._load.bad += not label
            self._load.told.append((self._ticket, label))
            self._load.owed.append(self._ticket)
            if self._ends and label:
                self._label, self._at = label, now
                self.socket.send(self._load.void(self._ticket))
                return False
        if now >= until:
            self._used = now
            return True
        self._take()
        return False

    def void_one(self) -> bool:
        """Give one number back; False when none is owed."""
        if not self._load.owed:
            return False
        self.socket.send(self._load.void(self._load.owed.pop()))
        return True

    def hear_void(self) -> bool:
        """Take in what came; whether this wire has nothing more to give back."""
        data = self._heard + self.socket.recv(65536)
        if not whole(data):
            self._heard = data
            return False
        self._heard = b""
        self._load.bad += not data.startswith(b"HTTP/1.1 200")
        self._used = time.perf_counter()
        return not self.void_one()


def _until_all_are_done(poll: select.epoll, wires: dict[int, Wire], hear: Callable[[Wire], bool]) -> None:
    busy = len(wires)
    while busy:
        ready = poll.poll(30)
        if not ready:
            raise SystemExit("no answer in 30 s")
        for number, _ in ready:
            busy -= hear(wires[number])


def connected(address: tuple[str, int]) -> socket.socket:
    """A connection on which small requests leave at once."""
    wire = socket.create_connection(address)
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return wire


def whole(data: bytes) -> bool:
    """Whether an answer has come to its end; an empty one means that the server hung up."""
    if not data:
        raise SystemExit("the server hung up")
    head = data.find(b"\r\n\r\n")
    at = data.find(b"content-length: ", 0, head)
    return head > 0 and at > 0 and len(data) >= head + 4 + int(data[at + 16 : data.find(b"\r", at)])


def label_in(data: bytes) -> str:
    """The number that an answer gives; "" when it is a refusal."""
    at = data.find(b'"label":"')
    if at < 0 or not data.startswith(b"HTTP/1.1 201"):
        return ""
    return data[at + 9 : data.find(b'"', at + 9)].decode()


def main(port: int, authorization: str) -> None:
    load = Load(port, authorization)
    for line in sys.stdin:
        order = json.loads(line)
        if order.get("tell"):
            print(json.dumps(load.told), flush=True)
        else:
            ends, back = order.get("ends", False), order.get("back", False)
            print(json.dumps(load.run(order["connections"], order["seconds"], ends=ends, back=back)), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
