"""What the kiosk makes of the hall's answers: the real hall's, and those of something that is not a hall at all."""

from __future__ import annotations

import dataclasses
import shutil
import socket
import threading
import uuid
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer, TicketState
from kiosk.hall_client import ANSWER_LIMIT, HallAccess, HallClient, HallRefusedError, HallSilentError
from tests.integration.kiosk.programs import RealHall
from tests.integration.kiosk.stand_in import ticket

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

ORDER = TakeTicket(item="i05")
ID = "00000000-0000-4000-8000-000000000001"


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


@contextmanager
def client(access: HallAccess) -> Iterator[HallClient]:
    made = HallClient(access)
    try:
        yield made
    finally:
        made.close()


def fresh() -> str:
    return str(uuid.uuid4())


class OddServer:
    """Answers every request with the same bytes, keeps the requests, and closes or hangs."""

    def __init__(self, answer: bytes, *, hang: bool = False) -> None:
        self._answer, self._hang = answer, hang
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.requests: list[bytes] = []
        self.asked = threading.Event()
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def access(self) -> HallAccess:
        port = self._listener.getsockname()[1]
        return HallAccess(f"http://127.0.0.1:{port}", "demo", "k1", "s" * 20, answer_timeout_s=0.3)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._open.append(connection)
                self.requests.append(connection.recv(65536))
                self.asked.set()
                connection.sendall(self._answer)
                if not self._hang:
                    connection.close()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)
        for connection in self._open:
            connection.close()


@contextmanager
def odd(answer: bytes, *, hang: bool = False) -> Iterator[OddServer]:
    server = OddServer(answer, hang=hang)
    try:
        yield server
    finally:
        server.close()


def http(status: str, body: bytes = b"", kind: str = "application/json", *, length: int | None = None) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body) if length is None else length}\r\n"
    return head.encode() + b"Connection: close\r\n\r\n" + body


async def test_a_repeated_take_gets_the_first_number_again(hall: RealHall) -> None:
    with client(hall.access()) as kiosk:
        ticket_id = fresh()
        first, again, other = (kiosk.take(one, ORDER).ticket for one in (ticket_id, ticket_id, fresh()))
    assert first == again
    assert (first.label, other.label, first.state) == ("E001", "E002", TicketState.RESERVED)


async def test_a_number_comes_with_the_life_of_the_hall_that_gave_it(hall: RealHall) -> None:
    with client(hall.access()) as kiosk:
        assert kiosk.take(fresh(), ORDER).life == kiosk.now().incarnation


async def test_an_answer_about_the_slip_can_be_told_again(hall: RealHall) -> None:
    with client(hall.access()) as kiosk:
        ticket = kiosk.take(fresh(), ORDER).ticket
        told = [kiosk.confirm_print(ticket.id, PrintAnswer.CANNOT_TELL) for _ in range(2)]
        better = kiosk.confirm_print(ticket.id, PrintAnswer.PAPER)
    assert told[0].state is TicketState.UNCONFIRMED
    assert told[0] == told[1]
    assert better.state is TicketState.WAITING


async def test_the_hall_says_no_with_its_own_code(hall: RealHall) -> None:
    with client(hall.access()) as kiosk:
        with pytest.raises(HallRefusedError, match="item_unknown"):
            kiosk.take(fresh(), TakeTicket(item="no-such-item"))
        with pytest.raises(HallRefusedError, match="ticket_unknown"):
            kiosk.confirm_print(fresh(), PrintAnswer.PAPER)
        with pytest.raises(HallRefusedError, match="idempotency_key_reused"):
            kiosk.take(kiosk.take(ticket_id := fresh(), ORDER).ticket.id, TakeTicket(item="i01"))
    assert ticket_id
    with client(hall.access(secret="x" * 40)) as stranger, pytest.raises(HallRefusedError, match="not_authenticated"):
        stranger.now()


async def test_the_hall_can_be_looked_at(hall: RealHall) -> None:
    with client(hall.access()) as kiosk:
        told = kiosk.catalogue()
        assert kiosk.now().hall == told.hall
        assert kiosk.catalogue() is told  # 304: nothing new, nothing sent
        kiosk.take(fresh(), ORDER)
        assert [event.n for event in kiosk.events(0).events] == [1]
        assert kiosk.events(1).events == ()


async def test_the_stream_says_that_there_is_news_and_ends_when_it_is_closed(hall: RealHall) -> None:
    heard: list[str] = []
    news, ended = threading.Event(), threading.Event()

    def listen() -> None:
        with suppress(HallSilentError):
            for name in kiosk.stream():
                heard.append(name)
                (news.set if name == "news" else str)()
                if name == "build":
                    kiosk.take(fresh(), ORDER)
        ended.set()

    with client(hall.access()) as kiosk:
        thread = threading.Thread(target=listen)
        thread.start()
        assert news.wait(10)
    assert ended.wait(10)
    thread.join(10)
    assert heard[:3] == ["open", "build", "news"]


async def test_a_hall_restored_from_a_backup_is_listened_to_anew(hall: RealHall, tmp_path: Path) -> None:
    await hall.end()
    shutil.copytree(hall.data, tmp_path / "backup")
    await hall.start()
    with client(hall.access()) as kiosk:
        kiosk.now()
        ticket_id = fresh()
        kiosk.take(ticket_id, ORDER)
        await hall.end()
        shutil.rmtree(hall.data)
        shutil.copytree(tmp_path / "backup", hall.data)
        await hall.start()
        with pytest.raises(HallSilentError, match="hall_rolled_back"):
            kiosk.take(ticket_id, ORDER)
        assert kiosk.take(ticket_id, ORDER).ticket.id == ticket_id


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff garbage \r\n\r\n",
        http("200 OK", b'{"label": "A0'),
        http("200 OK", b'{"label": 42}'),
        http("200 OK", b"\xff\xfe"),
        http("200 OK", b"{}", length=500),
        http("200 OK", b"<html>sign in to this network</html>", "text/html"),
        http("302 Found\r\nLocation: http://127.0.0.1:9/", b""),
        b"HTTP/1.1 302 Found\r\nLocation: http://[portal\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe//\r\nContent-Length: 0\r\n\r\n",
        http("502 Bad Gateway", b"<html>", "text/html"),
        http("503 Service Unavailable", b'{"code":"store_unavailable","status":503,"title":"x"}'),
        http("409 Conflict", b'{"code":"idempotency_key_in_flight","status":409,"title":"x"}'),
        http("409 Conflict", b'{"code":"hall_rolled_back","status":409,"title":"x"}'),
        http("500 Internal Server Error", b'{"code":"internal","status":500,"title":"x"}'),
        http("200 OK", b"[" * (ANSWER_LIMIT + 100_000)),
        http("200 OK", b"[" * 20_000),
    ],
    ids=range(17),
)
def test_an_answer_that_is_none_counts_as_silence(answer: bytes) -> None:
    with odd(answer) as server, client(server.access()) as kiosk:
        for ask in (lambda: kiosk.take(ID, ORDER), kiosk.now, kiosk.trust, lambda: list(kiosk.stream())):
            with pytest.raises(HallSilentError):
                ask()


def test_what_cannot_be_read_is_logged_by_type_and_never_repeated(caplog: pytest.LogCaptureFixture) -> None:
    answer = b"HTTP/1.1 302 Found\r\nLocation: http://[portal\r\nContent-Length: 0\r\n\r\n"
    with odd(answer) as server, client(server.access()) as kiosk, pytest.raises(HallSilentError) as caught:
        kiosk.now()
    assert "ValueError" in caplog.text
    assert "portal" not in caplog.text + str(caught.value)


@pytest.mark.parametrize("answer", [b"", http("200 OK", b"{", length=40)])
def test_closing_ends_a_call_that_waits_for_an_answer(answer: bytes) -> None:
    patient = {"answer_timeout_s": 3600.0}
    with odd(answer, hang=True) as server, client(dataclasses.replace(server.access(), **patient)) as kiosk:
        ended = threading.Event()

        def ask() -> None:
            with suppress(HallSilentError):
                kiosk.take(ID, ORDER)
            ended.set()

        threading.Thread(target=ask, daemon=True).start()
        assert server.asked.wait(10)
        kiosk.close()
        assert ended.wait(10)
        with pytest.raises(HallSilentError, match="closed"):
            kiosk.now()


def test_another_thread_may_forget_what_was_seen_at_any_moment() -> None:
    class Forgetful(HallClient):
        """Between two looks at what was seen, another thread has forgotten it."""

        _looks = 0

        @property
        def _seen(self) -> tuple[str, int] | None:
            self._looks += 1
            return ("one", 1) if self._looks % 2 else None

        @_seen.setter
        def _seen(self, _: object) -> None: ...

    with odd(http("200 OK", msgspec.json.encode(ticket(ID, "A001")))) as server:
        for looks in (0, 1):
            kiosk = Forgetful(server.access())
            kiosk._looks = looks
            assert kiosk.take(ID, ORDER).ticket.label == "A001"
            kiosk.close()


def test_a_refusal_without_a_code_of_ours_is_a_refusal_all_the_same() -> None:
    answer = http("403 Forbidden", b"<html>", "text/html")
    with odd(answer) as server, client(server.access()) as kiosk, pytest.raises(HallRefusedError, match="http_403"):
        kiosk.now()


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{"])
def test_a_hall_that_hangs_is_silent_after_its_time(answer: bytes) -> None:
    with odd(answer, hang=True) as server, client(server.access()) as kiosk, pytest.raises(HallSilentError):
        kiosk.take(ID, ORDER)


def test_nobody_at_the_address_is_silence() -> None:
    with odd(b"") as server:
        access = server.access()
    with client(access) as kiosk, pytest.raises(HallSilentError):
        kiosk.now()


def test_what_is_sent_carries_key_and_credential_and_no_answer_leads_elsewhere() -> None:
    with odd(http("302 Found\r\nLocation: http://127.0.0.1:9/", b"")) as server, client(server.access()) as kiosk:
        for _ in range(2):
            with pytest.raises(HallSilentError):
                kiosk.take(ID, ORDER)
        with pytest.raises(HallSilentError):
            kiosk.confirm_print(ID, PrintAnswer.PAPER)
    heads = [request.lower() for request in server.requests]
    assert all(b"authorization: kapok k1." in head for head in heads)
    keys = [line for head in heads for line in head.split(b"\r\n") if line.startswith(b"idempotency-key")]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", b"event: news\ndata: {}\n\n", "text/event-stream"),
        http("503 Service Unavailable", b"busy", "text/plain"),
        http("200 OK", b"event: news\n", "text/event-stream", length=900),
    ],
)
def test_a_stream_that_breaks_off_is_silence(answer: bytes) -> None:
    with odd(answer) as server, client(server.access()) as kiosk, pytest.raises(HallSilentError):
        list(kiosk.stream())


def test_a_credential_does_not_show_its_secret() -> None:
    assert "s" * 20 not in repr(HallAccess("http://h", "demo", "k1", "s" * 20))
