"""One visitor's or clerk's line to a hall: a command goes out, its answer comes back, or the line is dead.

Knows HTTP and nothing of what the commands mean.
"""

from __future__ import annotations

import http.client
import json
import uuid
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlsplit

TIMEOUT_S = 15.0
_LATER = frozenset({"store_unavailable", "idempotency_key_in_flight", "too_many_requests"})


@dataclass(frozen=True)
class Command:
    """A POST under its idempotency key; the same value is sent again when no answer came."""

    path: str  # behind /api/v1/halls/{hall}/
    body: dict[str, Any]
    key: str = field(default_factory=lambda: str(uuid.uuid4()))
    who: str = ""  # the machine that asks

    @property
    def verb(self) -> str:
        """What is asked: take, confirm_print, call_next …"""
        return "take" if self.path == "tickets" else self.path.rsplit("/", 1)[1]


class Answer(NamedTuple):
    """What came back, whole."""

    status: int
    body: dict[str, Any]

    @property
    def code(self) -> str:
        """The problem's code; "" for a good answer."""
        return str(self.body.get("code", "")) if self.status >= 400 else ""

    @property
    def later(self) -> bool:
        """Politely put off: nothing was decided, the same key may ask again."""
        return self.code in _LATER


class Wire:
    """A kept-alive connection with a key."""

    def __init__(self, address: str, hall: str, credential: dict[str, str]) -> None:
        self._to = str(urlsplit(address).netloc)
        self._base = f"/api/v1/halls/{hall}/"
        self._head = {
            "Authorization": f"Kapok {credential['key_id']}.{credential['secret']}",
            "Content-Type": "application/json",
        }
        self._http: http.client.HTTPConnection | None = None
        self.hung = False  # the line was open and nobody said anything for long

    def ask(self, command: Command) -> Answer | None:
        """The whole answer, or None when the line broke before it was here."""
        if self._http is None:
            self._http = http.client.HTTPConnection(self._to, timeout=TIMEOUT_S)
        head = {**self._head, "Idempotency-Key": command.key}
        try:
            self._http.request("POST", self._base + command.path, json.dumps(command.body).encode(), head)
            reply = self._http.getresponse()
            return Answer(reply.status, json.loads(reply.read()))
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.hung = self.hung or isinstance(error, TimeoutError)
            self.close()
            return None

    def close(self) -> None:
        """Hang up."""
        if self._http is not None:
            self._http.close()
            self._http = None
