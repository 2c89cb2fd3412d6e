"""A platform that is a folder: each message is one file there, for a program of the buyer's (an SMS modem, a gateway).

Named by the message's id, written whole or not at all: told twice it is the same file. Whoever reads takes the file
away; what it says may name a telephone, so that folder and files are the hall's own user's alone. Nothing can be asked
of a folder.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import NoReturn

import msgspec

from config.durable import make_folder, move
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.line import Line, Where

SCHEME = "file:"
MOST = 10_000  # files that nobody takes away; then it is full, and the hall keeps the rest


class SpoolLine(Line):
    """The line to a folder. `where.address` is `file:<folder>`."""

    def __init__(self, where: Where, most: int = MOST) -> None:
        super().__init__(where)
        self._most = most
        self._folder = Path(where.address.removeprefix(SCHEME))

    def hand_over(self, path: str, message: bytes, key: str, correlation: str) -> None:
        """One file more. Raises CityAwayError when it cannot be written, or nobody has taken any away for long."""
        if not self.breaker.enter():
            raise CityAwayError("resting")
        kind = path.strip("/")
        body = {"id": key, "kind": kind, "correlation": correlation, "body": msgspec.Raw(message)}
        fresh = self._folder / f".{key}.{os.getpid()}"
        try:
            make_folder(self._folder, 0o700)
            with os.scandir(self._folder) as there:
                if sum(1 for _ in there) >= self._most:
                    raise self._away("busy")
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(msgspec.json.encode(body) + b"\n")
            move(fresh, self._folder / f"{key}.json")
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise self._away("unreachable") from None
        self.breaker.worked()

    def _exchange(self, *_: object, **__: object) -> NoReturn:
        raise CityRefusedError("only_a_folder", 0)
