"""A line to a platform, over a real socket: answers, refusals, and everything that is neither."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
import pytest

from hall_server.city.breaker import FAILURES
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.line import Line, Where
from hall_server.contract.city.wire import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEY = "0b7f5c6e-3f0e-4f39-8d3a-1d1f3a9e2b11"


class Thing(msgspec.Struct, frozen=True):
    n: int


class _Platform(BaseHTTPRequestHandler):
    play: ClassVar[Callable[[BaseHTTPRequestHandler], None]]
    seen: ClassVar[list[dict[str, str]]] = []

    def _do(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append({"method": self.command, "path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        type(self).play(self)

    do_GET = do_POST = _do  # noqa: N815 - the library's names

    def log_message(self, *_: Any) -> None:
        """Quiet."""


def says(status: int, body: bytes, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def play(to: BaseHTTPRequestHandler) -> None:
        to.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(body)

    return play


def drips(to: BaseHTTPRequestHandler) -> None:
    """A byte now and then: never silent for long, never done."""
    to.send_response(200)
    to.end_headers()
    try:
        for _ in range(100):
            to.wfile.write(b" ")
            time.sleep(0.05)
    except OSError:
        return


@pytest.fixture
def platform() -> Iterator[type[_Platform]]:
    class Platform(_Platform):
        seen: ClassVar[list[dict[str, str]]] = []

    server = ThreadingHTTPServer(("127.0.0.1", 0), Platform)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    Platform.address = f"http://127.0.0.1:{server.server_address[1]}/licences"  # type: ignore[attr-defined]  # for `line`
    yield Platform
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def line(platform: type[_Platform]) -> Iterator[Line]:
    one = Line(Where(platform.address, "hall-1", "secret", 0.5))  # type: ignore[attr-defined]  # see `platform`
    yield one
    one.close()


def test_an_answer_of_the_right_shape_comes_back_and_the_hall_says_who_it_is(
    platform: type[_Platform], line: Line
) -> None:
    platform.play = says(200, b'{"n": 3}')
    assert line.get("/things", Thing, {"of": "you"}) == Thing(3)
    asked = platform.seen[0]
    assert (asked["method"], asked["path"]) == ("GET", "/licences/things?of=you")
    assert (asked["kapok-hall"], asked["authorization"]) == ("hall-1", "Bearer secret")


def test_a_message_counts_as_delivered_only_when_the_receipt_names_it(platform: type[_Platform], line: Line) -> None:
    platform.play = says(200, f'{{"taken": "{KEY}"}}'.encode())
    line.hand_over("/messages", b"{}", KEY, "visit-1")
    assert platform.seen[0]["idempotency-key"] == KEY
    assert platform.seen[0]["kapok-correlation"] == "visit-1"
    platform.play = says(200, b'{"taken": "another"}')
    with pytest.raises(CityAwayError, match="nonsense"):
        line.hand_over("/messages", b"{}", KEY, "")


@pytest.mark.parametrize(
    ("play", "why"),
    [
        (says(503, b"", Retry_After="7"), "busy"),
        (says(429, b""), "busy"),
        (says(500, b"Traceback"), "broken"),
        (says(401, b""), "not_let_in"),
        (says(302, b"", Location="http://127.0.0.1:1/"), "nonsense"),
        (says(200, b"<html>"), "nonsense"),
        (says(200, b'{"n": "many"}'), "nonsense"),
        (says(200, b"\xff\xfe"), "nonsense"),
        (says(200, b"[" * 100_000), "nonsense"),
        (says(200, b" " * (MAX_BYTES + 1)), "nonsense"),
        (drips, "too_slow"),
        (lambda to: to.connection.close(), "unreachable"),
    ],
)
def test_what_is_no_answer_is_a_city_that_is_away(
    platform: type[_Platform], line: Line, play: Callable[[BaseHTTPRequestHandler], None], why: str
) -> None:
    platform.play = play
    with pytest.raises(CityAwayError) as raised:
        line.get("/things", Thing)
    assert raised.value.why == why
    assert raised.value.after_s == (7.0 if play is not None and why == "busy" and line.breaker.resting else 0.0)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b'{"code": "consent_missing"}', "consent_missing"),
        (b"", "http_422"),
        (b'{"code": "<script>"}', "http_422"),
        ('{"code": "440106199001011234 陈小明"}'.encode(), "http_422"),
    ],
)
def test_a_refusal_has_the_citys_own_word_if_it_is_one(
    platform: type[_Platform], line: Line, body: bytes, why: str
) -> None:
    platform.play = says(422, body)
    with pytest.raises(CityRefusedError) as raised:
        line.get("/things", Thing)
    assert (raised.value.why, raised.value.status) == (why, 422)
    assert not line.breaker.resting


def test_bytes_are_read_up_to_what_was_asked_for(platform: type[_Platform], line: Line) -> None:
    platform.play = says(200, b"0123456789")
    assert line.raw("/file", most=10) == b"0123456789"
    with pytest.raises(CityAwayError, match="nonsense"):
        line.raw("/file", most=9)


def test_a_city_that_is_gone_is_not_asked_any_more_for_a_while(platform: type[_Platform], line: Line) -> None:
    platform.play = says(500, b"")
    for _ in range(FAILURES):
        with pytest.raises(CityAwayError, match="broken"):
            line.get("/things", Thing)
    with pytest.raises(CityAwayError, match="resting"):
        line.get("/things", Thing)
    assert len(platform.seen) == FAILURES
