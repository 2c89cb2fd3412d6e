"""One platform of the city over HTTP: a question and a checked answer within a deadline, or an error by blame.

Redirects are not followed, proxies of the environment not used, an answer is read up to a size, and what does not fit
its shape counts as no answer. Belongs to threads, never to the hall's loop. Knows no port's meaning and keeps nothing;
no question and no answer is ever written to the log.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import httpx
import msgspec

from hall_server.city.breaker import Breaker
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.contract.city.wire import CORRELATION, HALL, IDEMPOTENCY_KEY, MAX_BYTES, Receipt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

logging.getLogger("httpx").setLevel(logging.WARNING)  # it would write down every address that is asked
T = TypeVar("T")
_OK, _REDIRECT, _CLIENT, _SERVER = 200, 300, 400, 500
_LATER = frozenset({408, 425, 429, 503})
_KEPT_OUT = frozenset({401, 403})
_WORD_MAX = 48
_DIGITS = 4  # of a Retry-After: less than three hours


class Where(NamedTuple):
    """One platform: its address without a slash at the end, what the hall shows it, and seconds for one exchange."""

    address: str
    hall: str
    key: str = ""
    timeout_s: float = 3.0


class _Refusal(msgspec.Struct):
    code: str = ""


class Line:
    """The line to one platform."""

    def __init__(self, where: Where, steady: Callable[[], float] = time.monotonic) -> None:
        self.breaker = Breaker(steady)
        self._where = where
        self._steady = steady
        headers = {HALL: where.hall, "Accept": "application/json"}
        if where.key:
            headers["Authorization"] = f"Bearer {where.key}"
        self._client = httpx.Client(headers=headers, timeout=where.timeout_s, trust_env=False, follow_redirects=False)

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def get(self, path: str, shape: type[T], query: Mapping[str, str] | None = None) -> T:
        """Read. Raises CityAwayError, CityRefusedError."""
        return self._shaped(self._exchange("GET", path, b"", {}, query), shape)

    def ask(self, path: str, question: msgspec.Struct, shape: type[T], *, key: str = "", correlation: str = "") -> T:
        """Ask for something to be done. `key`: makes it safe to ask again. Raises CityAwayError, CityRefusedError."""
        return self._shaped(
            self._exchange("POST", path, msgspec.json.encode(question), _about(key, correlation)), shape
        )

    def raw(self, path: str, query: Mapping[str, str] | None = None, *, most: int = MAX_BYTES) -> bytes:
        """Read at most so many bytes whose meaning is checked elsewhere (a signed list, a file). Raises as `get`."""
        body = self._exchange("GET", path, b"", {}, query, most=most)
        self.breaker.worked()
        return body

    def hand_over(self, path: str, message: bytes, key: str, correlation: str) -> None:
        """Deliver a message; when this returns the city has it. Raises CityAwayError, CityRefusedError."""
        receipt = self._shaped(self._exchange("POST", path, message, _about(key, correlation)), Receipt)
        if receipt.taken != key:
            raise self._away("nonsense")

    def _shaped(self, body: bytes, shape: type[T]) -> T:
        try:
            answer = msgspec.json.decode(body, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise self._away("nonsense") from None
        self.breaker.worked()
        return answer

    def _exchange(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: dict[str, str],
        query: Mapping[str, str] | None = None,
        *,
        most: int = MAX_BYTES,
    ) -> bytes:
        if not self.breaker.enter():
            raise CityAwayError("resting")
        if body:
            headers["Content-Type"] = "application/json"
        try:
            # httpx takes the time of each step; a city that sends a byte now and then must not hold a thread for ever
            until = self._steady() + self._where.timeout_s
            with self._client.stream(
                method, f"{self._where.address}{path}", content=body or None, headers=headers, params=query or None
            ) as answer:
                found = self._read(answer, until, most)
        except httpx.TimeoutException:
            raise self._away("too_slow") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError):
            raise self._away("unreachable") from None
        return self._judged(answer, found)

    def _read(self, answer: httpx.Response, until: float, most: int) -> bytes:
        found = bytearray()
        for chunk in answer.iter_bytes():
            found += chunk
            if len(found) > most:
                raise self._away("nonsense")
            if self._steady() > until:
                raise self._away("too_slow")
        return bytes(found)

    def _judged(self, answer: httpx.Response, body: bytes) -> bytes:
        status = answer.status_code
        if _OK <= status < _REDIRECT:
            return body
        if status in _LATER:
            raise self._away("busy", _seconds(answer.headers.get("retry-after", "")))
        if status in _KEPT_OUT:
            raise self._away("not_let_in")
        if status >= _SERVER:
            raise self._away("broken")
        if status < _CLIENT:
            raise self._away("nonsense")
        self.breaker.worked()
        raise CityRefusedError(_code(body) or f"http_{status}", status)

    def _away(self, why: str, after_s: float = 0.0) -> CityAwayError:
        self.breaker.failed(after_s)
        return CityAwayError(why, after_s)


def _about(key: str, correlation: str) -> dict[str, str]:
    return {name: value for name, value in ((IDEMPOTENCY_KEY, key), (CORRELATION, correlation)) if value}


def _seconds(words: str) -> float:
    return float(words) if words.isascii() and words.isdigit() and len(words) <= _DIGITS else 0.0


def _code(body: bytes) -> str:
    """The refusal's own word, when it is one: it goes into rows and logs, and may be anything."""
    try:
        code: Any = msgspec.json.decode(body, type=_Refusal).code
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    fits = len(code) <= _WORD_MAX and code.isascii() and code.replace("_", "").isalnum()
    return code if fits else ""
