"""Visits over HTTP: `visits.py <port> <hall> <kiosk's key> <counter's key> <first>-<last counter> <seconds>`.

At each counter one visit after the other: take, confirm_print, call_next, serve, complete. Ends with one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

import uvloop

from tests.bench.hall.load import fresh_id

QUEUES = {"i22": "C", "i15": "A", "i04": "E", "i01": "H"}


class Machine:
    """One connection of a kiosk or a console."""

    def __init__(self, hall: str, key: str) -> None:
        self._before = f"POST /api/v1/halls/{hall}/".encode()
        self._behind = (
            f" HTTP/1.1\r\nHost: hall\r\nAuthorization: {key}\r\nContent-Type: application/json\r\nIdempotency-Key: "
        ).encode()

    async def connect(self, port: int) -> None:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", port)

    async def post(self, path: str, body: dict, key: str = "") -> tuple[int, dict]:
        """Status and answer of a command."""
        said = json.dumps(body).encode()
        tail = f"{key or fresh_id()}\r\nContent-Length: {len(said)}\r\n\r\n".encode()
        self._writer.write(self._before + path.encode() + self._behind + tail + said)
        told = await self._reader.readuntil(b"\r\n\r\n")
        at = told.lower().index(b"content-length: ") + 16
        answer = await self._reader.readexactly(int(told[at : told.index(b"\r", at)]))
        return int(told[9:12]), json.loads(answer)


class Visits:
    """All counters of one process."""

    def __init__(self, port: int, hall: str, kiosk: str, counter: str) -> None:
        self._port, self._hall, self._kiosk, self._counter = port, hall, kiosk, counter
        self.issued: list[float] = []
        self.lives = 0
        self.bad = 0

    async def at(self, no: int, items: list[str], until: float) -> None:
        kiosk, console = Machine(self._hall, self._kiosk), Machine(self._hall, self._counter)
        await kiosk.connect(self._port)
        await console.connect(self._port)
        await self._ok(200, await console.post(f"counters/{no}/sign_in", {"clerk": f"c{no}"}))
        turn = 0
        while time.perf_counter() < until:
            ticket, asked = fresh_id(), time.perf_counter()
            await self._ok(201, await kiosk.post("tickets", {"item": items[turn % len(items)]}, ticket))
            self.issued.append(time.perf_counter() - asked)
            await self._ok(200, await kiosk.post(f"tickets/{ticket}/confirm_print", {"answer": "paper"}))
            called = await self._ok(200, await console.post(f"counters/{no}/call_next", {}))
            for move in ("serve", "complete"):
                await self._ok(200, await console.post(f"tickets/{called}/{move}", {}))
            self.lives += 1
            turn += 1

    async def _ok(self, wanted: int, said: tuple[int, dict]) -> str:
        if said[0] != wanted:
            self.bad += 1
            raise SystemExit(f"expected {wanted}: {said}")
        return str(said[1].get("id", ""))


async def main(port: int, hall: str, keys: list[str], counters: str, seconds: float) -> None:
    first, last = (int(no) for no in counters.split("-"))
    visits, begin = Visits(port, hall, *keys), time.perf_counter()
    items = list(QUEUES)
    await asyncio.gather(*(visits.at(no, items, begin + seconds) for no in range(first, last + 1)))
    told = {"lives": visits.lives, "seconds": time.perf_counter() - begin, "issued": visits.issued, "bad": visits.bad}
    print(json.dumps(told))


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3:5], sys.argv[5], float(sys.argv[6])))
