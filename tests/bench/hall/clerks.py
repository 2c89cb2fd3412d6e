"""Counters at work in a process of its own: call_next, serve, complete, each when the answer before it has come.

`clerks.py <port> <kiosk's key> <counter's key> <counters>`, then orders as lines of JSON. Before every slice each
queue gets enough confirmed numbers, not counted in it. Only call_next is timed; all three are made.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

from tests.bench.hall.load import fresh_id
from tests.bench.hall.place import HALL

_ITEMS = {"C": "i22", "A": "i15", "E": "i04", "H": "i01"}
_LINE = 60  # people in each of those queues when a slice begins


class Machine:
    """One connection of a kiosk or a counter."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter | None = None

    async def connect(self, port: int) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", port)

    async def post(self, path: str, body: dict, key: str = "") -> tuple[int, dict]:
        """Status and answer of a command."""
        said = json.dumps(body).encode()
        head = (
            f"POST /api/v1/halls/{HALL}/{path} HTTP/1.1\r\nHost: hall\r\nAuthorization: {self._key}\r\n"
            f"Idempotency-Key: {key or fresh_id()}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(said)}\r\n\r\n"
        )
        assert self._writer
        self._writer.write(head.encode() + said)
        told = await self._reader.readuntil(b"\r\n\r\n")
        at = told.lower().index(b"content-length: ") + 16
        answer = await self._reader.readexactly(int(told[at : told.index(b"\r", at)]))
        return int(told[9:12]), json.loads(answer)


class Clerks:
    """The kiosk that fills the line and all counters."""

    def __init__(self, port: int, kiosk: str, counter: str, count: int) -> None:
        self._port = port
        self._kiosks = [Machine(kiosk) for _ in range(len(_ITEMS))]
        self._counters = {no: Machine(counter) for no in range(1, count + 1)}
        self.taken: list[tuple[str, str]] = []
        self.called: list[str] = []
        self._bad = 0

    async def open(self) -> None:
        await self._connect()
        for no, machine in self._counters.items():
            status, said = await machine.post(f"counters/{no}/sign_in", {"clerk": f"c{no}"})
            if status != 200:
                raise SystemExit(f"sign_in at {no}: {said}")

    async def _connect(self) -> None:
        """New connections all: the old ones may have been idle for too long."""
        for machine in (*self._kiosks, *self._counters.values()):
            await machine.connect(self._port)

    async def fill(self, each: int) -> None:
        """So many people more in each queue, all with their slips."""
        await asyncio.gather(
            *(self._people(one, item, each) for one, item in zip(self._kiosks, _ITEMS.values(), strict=True))
        )

    async def _people(self, kiosk: Machine, item: str, count: int) -> None:
        for _ in range(count):
            ticket = fresh_id()
            status, said = await kiosk.post("tickets", {"item": item}, ticket)
            self._bad += status != 201
            self.taken.append((ticket, said.get("label", "")))
            status, _ = await kiosk.post(f"tickets/{ticket}/confirm_print", {"answer": "paper"})
            self._bad += status != 200

    async def run(self, counters: int, seconds: float) -> dict:
        """Every counter works for a while; how long each call_next took."""
        took: list[float] = []
        self._bad = 0
        await self._connect()
        await self.fill(_LINE)
        begin = time.perf_counter()
        chosen = list(self._counters)[-counters:]
        await asyncio.gather(*(self._serve(no, begin + seconds, took) for no in chosen))
        return {"done": len(took), "seconds": time.perf_counter() - begin, "took": took, "bad": self._bad}

    async def _serve(self, no: int, until: float, took: list[float]) -> None:
        machine = self._counters[no]
        while (asked := time.perf_counter()) < until:
            status, said = await machine.post(f"counters/{no}/call_next", {})
            if status == 409 and said.get("code") == "nobody_waiting":
                return
            took.append(time.perf_counter() - asked)
            if status != 200:
                self._bad += 1
                return
            self.called.append(said["id"])
            for move in ("serve", "complete"):
                status, _ = await machine.post(f"tickets/{said['id']}/{move}", {})
                self._bad += status != 200


async def main(port: int, kiosk: str, counter: str, count: int) -> None:
    clerks = Clerks(port, kiosk, counter, count)
    await clerks.open()
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        if order.get("tell"):
            answer: object = {"taken": clerks.taken, "called": clerks.called}
        else:
            answer = await clerks.run(order["counters"], order["seconds"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])))
