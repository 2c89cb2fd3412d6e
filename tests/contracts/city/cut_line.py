"""A line to a city that can be cut while a message is on it: before the city has it, or before the receipt is back."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import requests

if TYPE_CHECKING:
    from collections.abc import Iterator

CUT_BEFORE, CUT_AFTER = "before", "after"


@contextmanager
def cut_line(to: str, cuts: list[str]) -> Iterator[str]:
    """The address of a line to `to`. Each exchange takes the next of `cuts`; once they are used up it is whole."""

    class Relay(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            how = cuts.pop(0) if cuts else ""
            if how == CUT_BEFORE:
                return  # and the connection is closed
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept = {name: word for name, word in self.headers.items() if name.lower() != "host"}
            answer = requests.post(f"{to}{self.path}", data=body, headers=kept, timeout=20)
            if how == CUT_AFTER:
                return
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers["Content-Type"])
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's own name
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Relay)
    serving = threading.Thread(target=server.serve_forever, args=(0.02,))
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        serving.join()
        server.server_close()
