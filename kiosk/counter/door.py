"""The door of a window's own screens, as the machine at the counter uses it: what stands there, a rating.

Needs no right: whoever stands in the hall may look at it, and a rating counts only while its visitor is invited.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.counter_screen import CounterScreen
from kiosk.hall_client.answers import HallSilentError, all_else_is_silence, body_of, failure_of, lines
from kiosk.hall_client.connections import adapter, session_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import PreparedRequest

SILENT_S = 24.0  # the hall beats every 10 s; as in live.js
_CONNECT_S = 2.0
_ANSWER_S = 8.0
_PAGE = {"Kapok-Page": "window"}


class CounterDoor:
    """One counter's window. Each question raises HallSilentError or HallRefusedError; for all threads."""

    def __init__(self, server: str, counter: int, authority: str = "") -> None:
        self._where = f"{server.rstrip('/')}/window/{counter}"
        self._authority = authority

    def now(self) -> CounterScreen:
        """What the screens of this window show."""
        with all_else_is_silence(), session_over(adapter(_told, self._authority), _PAGE, _nobody) as wire:
            answer = wire.get(f"{self._where}/now", timeout=(_CONNECT_S, _ANSWER_S), allow_redirects=False)
            if not answer.ok:
                raise failure_of(answer.status_code, answer.content)
            return msgspec.json.decode(answer.content, type=CounterScreen)

    def rate(self, visit: int, stars: int) -> None:
        """1 to 5 stars for the visit that is invited; one that was rated already is refused."""
        with all_else_is_silence(), session_over(adapter(_told, self._authority), _PAGE, _nobody) as wire:
            where = f"{self._where}/rate/{visit}/{stars}"
            answer = wire.post(where, timeout=(_CONNECT_S, _ANSWER_S), allow_redirects=False)
            if not answer.ok:
                raise failure_of(answer.status_code, answer.content)

    def stream(self) -> Iterator[str]:
        """Names of what the hall pushes (news, beat, build), until it falls silent: HallSilentError."""
        with all_else_is_silence(), session_over(adapter(_told, self._authority), _PAGE, _nobody) as wire:
            waits = (_CONNECT_S, SILENT_S)
            asked = wire.get(f"{self._where}/stream", timeout=waits, allow_redirects=False, stream=True)
            with closing(asked) as answer:
                if not answer.ok:
                    raise failure_of(answer.status_code, body_of(answer))
                yield "open"
                for line in lines(answer):
                    if line.startswith(b"event:"):
                        yield line[6:].strip().decode("ascii", "replace")
        raise HallSilentError("the stream ended")


def _told(_socket: object) -> None:
    """Nobody hangs these connections up: a question has its time, the stream its silence."""


def _nobody(request: PreparedRequest) -> PreparedRequest:
    return request
