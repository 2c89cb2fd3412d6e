"""What comes from the hall's address to a kiosk: HTTP, JSON, the stream. Either the hall's own words, or silence."""

from __future__ import annotations

import http.client
import io
from typing import TYPE_CHECKING, Any, cast

import msgspec
import requests
from urllib3 import HTTPHeaderDict, HTTPResponse

from hall_server.api.examples import EXAMPLES
from hall_server.contract.catalogue import Catalogue
from hall_server.contract.messages import EventPage, EventView, HallNow, TakeTicket, TicketView
from hall_server.contract.offline import AskLease, LeaseGrant, Outbox, OutboxAck
from hall_server.contract.vocabulary import PrintAnswer
from hall_server.push.frames import frame
from hall_server.push.hub import Hub, News, Parcel
from kiosk.hall_client.answers import HallRefusedError, HallSilentError, failure_of
from kiosk.hall_client.client import HallAccess, HallClient
from kiosk.local_store.facts import Contact
from kiosk.local_store.machine import Machine
from kiosk.runner.wire import lease_of
from tests.fuzz.draw import Draw
from tests.fuzz.trees import edited, to_json

if TYPE_CHECKING:
    from collections.abc import Callable

ROOMS = (
    "kiosk.hall_client.answers",
    "kiosk.hall_client.client",
    "hall_server.push.frames",
    "hall_server.contract.problems",
)
MAKERS = ("trees",)
ID = "00000000-0000-4000-8000-000000000001"
ACCESS = HallAccess("http://127.0.0.1:1", "hall-1", "k1", "a-secret-that-nobody-uses")
LEASE = AskLease("K1", ID, "0" * 64, ID, 0, "A")
ASKED: tuple[tuple[Callable[[HallClient], object], type[msgspec.Struct]], ...] = (
    (lambda hall: hall.take(ID, TakeTicket("i01")).ticket, TicketView),
    (lambda hall: hall.confirm_print(ID, PrintAnswer.PAPER), TicketView),
    (lambda hall: hall.now(), HallNow),
    (lambda hall: hall.catalogue(), Catalogue),
    (lambda hall: hall.events(0), EventPage),
    (lambda hall: hall.lease(ID, LEASE), LeaseGrant),
    (lambda hall: hall.deliver("K1", Outbox(ID, "0" * 64, ID, ())), OutboxAck),
)
NAMES = ("open", "news", "beat", "build")
MACHINE = Machine(ID, "0" * 64, lambda: 5, lambda: 7)


class Wire(requests.adapters.BaseAdapter):
    """In the place of sockets: whatever is asked, these bytes come back, and are read by the real HTTP parsers."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    def makefile(self, *_: object, **__: object) -> io.BytesIO:
        """What http.client wants of a socket."""
        return io.BytesIO(self._data)

    def send(self, request: requests.PreparedRequest, **_: Any) -> requests.Response:  # type: ignore[override] # its keywords are of no use here
        """Read the bytes as an answer to a request."""
        raw = http.client.HTTPResponse(cast("Any", self), method=request.method)
        raw.begin()
        read = HTTPResponse(
            raw,
            HTTPHeaderDict(raw.msg.items()),
            raw.status,
            preload_content=False,
            decode_content=False,
            original_response=cast("Any", raw),
        )
        return requests.adapters.HTTPAdapter().build_response(request, read)

    def close(self) -> None:
        """Nothing is open."""


def attempt(data: bytes) -> None:
    """The first byte says what is asked, and whether the answer is bytes or an example with edits."""
    draw = Draw(data)
    what = draw.byte()
    if what % 8 == 7:
        (_stream, _refusal, _pushed)[what // 8 % 3](draw)
        return
    ask, shape = ASKED[what % 8]
    _asked(ask, shape, draw.rest() if what & 64 else _answer(draw, shape.__name__))


def _answer(draw: Draw, name: str) -> bytes:
    status = draw.pick((200, 201, 204, 304, 400, 404, 409, 429, 500, 503))
    body = to_json(edited(draw, EXAMPLES["Problem"] if status >= 400 else EXAMPLES.get(name, {})))
    return b"HTTP/1.1 %d OK\r\nContent-Length: %d\r\n\r\n%b" % (status, len(body), body)


def _client(data: bytes) -> HallClient:
    client = HallClient(ACCESS)
    client._session().mount("http://", Wire(data))
    return client


def _asked(ask: Callable[[HallClient], object], shape: type[msgspec.Struct], data: bytes) -> None:
    client = _client(data)
    try:
        found = ask(client)
    except (HallSilentError, HallRefusedError):
        return
    finally:
        client.close()
    assert isinstance(found, shape)
    assert msgspec.json.decode(msgspec.json.encode(found), type=shape) == found
    if isinstance(found, LeaseGrant):
        assert lease_of(found).last == found.last
    if isinstance(found, HallNow):
        contact = Contact(found, ID, 1, 2)
        assert contact.hall_us(MACHINE) == found.at + 4
        contact.clock_is_right(MACHINE)


def _stream(draw: Draw) -> None:
    client = _client(b"HTTP/1.1 200 OK\r\n\r\n" + draw.rest())
    names = []
    try:
        names += list(client.stream())
    except (HallSilentError, HallRefusedError):
        return
    finally:
        client.close()
    raise AssertionError(f"a stream that ends is silence, not {len(names)} names")


def _refusal(draw: Draw) -> None:
    status, body = draw.number(2) % 600, to_json(edited(draw, EXAMPLES["Problem"]))
    try:
        failure = failure_of(status, body)
    except (UnicodeDecodeError, RecursionError):  # silence, one step further up
        return
    assert failure.args[0] == getattr(failure, "code", "") or isinstance(failure, HallSilentError)


def _pushed(draw: Draw) -> None:
    """What the hall's hub pushes is what a kiosk hears, in order."""
    hub, heard, said = Hub(draw.byte()), [], []
    mailbox = hub.subscribe(lambda: None)
    for _ in range(draw.byte() % 9):
        event = msgspec.convert({**EXAMPLES["EventPage"]["events"][0], "n": draw.number(2)}, EventView)
        hub.announce(event.n, [event] * (draw.byte() % 12))
        if draw.byte() & 1 and (words := mailbox.collect()) is not None:
            said.append(words)
        missed = hub.news_after(draw.number(2))
        if missed is not None:
            said.append(Parcel(missed).full)
            read = said[-1].split(b"data: ")[1]
            assert msgspec.json.decode(read, type=News) == missed
    said.append(frame(b"beat", b"{}"))
    client = _client(b"HTTP/1.1 200 OK\r\n\r\n" + b"".join(said))
    try:
        heard += client.stream()
    except HallSilentError:
        pass
    finally:
        client.close()
    assert set(heard) <= set(NAMES)


SEEDS = (
    *(bytes((which, 0, edits, 1, 2, 5, 9, 7, 3)) for which in range(7) for edits in (0, 1, 3)),
    *(bytes((which, 6, 1, 1, 1, 5, edits)) for which in range(2) for edits in range(0, 90, 11)),
    *(bytes((64 | which,)) + b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" for which in range(7)),
    b"\x42HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    b"\x42HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:2/\r\n\r\n",
    b"\x42HTTP/1.0 200\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0",
    b'\x07event: news\nid: 3\ndata: {"n": 3}\n\nevent:\xff\nevent: build\r\n\r\n',
    b"\x07event: x" + b"x" * 3000,
    *(bytes((64 | which,)) + b'HTTP/1.1 200 OK\r\n\r\n{"x": ' + b"[" * 3000 for which in (0, 2, 5)),
    b"\x0f\1\x99\0",
    b"\x0f\1\xf7\2\1\1\5\7\1\1\5\x33",
    b"\x17\5\4\0\1\3\1\0\0\0\2\2\0\0\1\0\x09\x0b\1\0\1",
)
