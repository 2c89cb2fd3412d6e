"""The loopback's floor: answers whatever comes with the same few hundred bytes. One connection at a time."""

from __future__ import annotations

import socket

_BODY = b'{"label":"A001","more":"' + b"." * 560 + b'"}'
_ANSWER = b"HTTP/1.1 201 Created\r\ncontent-length: %d\r\n\r\n%b" % (len(_BODY), _BODY)


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        print(f"listening on 127.0.0.1:{door.getsockname()[1]}", flush=True)
        while True:
            wire, _ = door.accept()
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while wire.recv(65536):
                wire.send(_ANSWER)


if __name__ == "__main__":
    main()
