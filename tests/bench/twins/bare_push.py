"""Wake every stream with as little as asyncio needs: bare protocols on uvloop, one synced write, the same bytes each.

`bare_push.py <folder>`: GET becomes a stream, POST is written down, told to all streams, then answered.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import uvloop

_BODY = b'{"label":"A001","more":"' + b"." * 560 + b'"}'
_ANSWER = b"HTTP/1.1 201 Created\r\ncontent-length: %d\r\n\r\n%b" % (len(_BODY), _BODY)
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\nevent: build\ndata: {}\n\n"
_NEWS = b"event: news\nid: 1\ndata: " + b"." * 270 + b"\n\n"


class Wire(asyncio.Protocol):
    """One connection; all streams are in a list."""

    streams: list[asyncio.Transport] = []  # noqa: RUF012 - shared on purpose: this program is one hub
    file = -1

    def connection_made(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if data.startswith(b"GET"):
            self._transport.write(_HEAD)
            self.streams.append(self._transport)
            return
        os.pwrite(self.file, bytes(4096), 0)
        os.fdatasync(self.file)
        for stream in self.streams:
            stream.write(_NEWS)
        self._transport.write(_ANSWER)


async def main(folder: Path) -> None:
    Wire.file = os.open(folder / "bare", os.O_RDWR | os.O_CREAT, 0o600)
    server = await asyncio.get_running_loop().create_server(Wire, "127.0.0.1", 0, backlog=2048)
    print(f"listening on 127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main(Path(sys.argv[1])))
