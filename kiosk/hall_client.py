"""The kiosk's voice to the hall server: blocking calls over HTTP, each with a time limit and two ways to fail.

`HallSilentError` = nobody knows what the hall did, ask again with the same key; `HallRefusedError` = the hall said no.
Retrying is the runner's business. No proxy, no redirect, and no answer above `ANSWER_LIMIT` bytes is followed.
"""

from __future__ import annotations

import logging
import socket
import threading
import uuid
import weakref
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec
import requests
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from hall_server.contract.messages import Catalogue, ConfirmPrint, EventPage, HallNow, TicketView
from hall_server.contract.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.contract.messages import Command, TakeTicket
    from hall_server.contract.vocabulary import PrintAnswer

LOG = logging.getLogger("kapok.kiosk.hall_client")

ANSWER_LIMIT = 4 * 1024 * 1024
LINE_LIMIT = 64 * 1024  # of the stream
READ_TIMEOUT_S = 5.0  # for what nobody stands and waits for
STREAM_SILENCE_S = 25.0  # the hall's beat comes every 10 s
CLIENT_ERRORS = range(400, 500)
ASK_AGAIN = frozenset(
    {
        ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT,
        ProblemCode.HALL_ROLLED_BACK,
        ProblemCode.STORE_UNAVAILABLE,
        ProblemCode.INTERNAL,
    }
)

T = TypeVar("T")


class HallSilentError(Exception):
    """Environment: no answer, or none that can be understood; whether the hall did it is not known."""

    code = "hall_silent"


class HallRefusedError(Exception):
    """Peer: the hall answered, and the answer is no. `code` is a problem code, or `http_<status>` without one."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, repr=False)
class HallAccess:
    """Where the hall is and who we are there."""

    server: str  # http://127.0.0.1:8080
    hall: str
    key_id: str
    secret: str
    answer_timeout_s: float = 0.8  # design.md invariant 6; connecting and answering each

    def __repr__(self) -> str:
        return f"HallAccess({self.server}, {self.hall}, {self.key_id}, secret hidden)"


class Wires:
    """Every socket to the hall, so that one thread can end what another waits for; `requests` keeps them to itself."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._hung_up = False

    def adapter(self) -> requests.adapters.HTTPAdapter:
        """For `Session.mount`: makes connections that are known here."""
        wires = self

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                wires._add(self.sock)

        class Secret(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                wires._add(self.sock)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecretPool(HTTPSConnectionPool):
            ConnectionCls = Secret

        adapter = requests.adapters.HTTPAdapter()
        adapter.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecretPool}
        return adapter

    def hang_up(self) -> None:
        """Shut every socket down, for good: whoever reads from one is told that it ended."""
        with self._guard:
            self._hung_up = True
            for wire in self._open:
                with suppress(OSError):  # already gone
                    wire.shutdown(socket.SHUT_RDWR)

    def _add(self, wire: socket.socket | None) -> None:
        with self._guard:
            if wire is not None:
                self._open.add(wire)
            if self._hung_up:
                raise OSError("closed")


class HallClient:
    """One hall. Safe to call from several threads; each keeps a connection of its own."""

    def __init__(self, access: HallAccess) -> None:
        self._root = f"{access.server.rstrip('/')}/api/v1/halls/{access.hall}"
        self._authorization = f"Kapok {access.key_id}.{access.secret}"
        self._answer_timeout_s = access.answer_timeout_s
        self._local = threading.local()
        self._guard = threading.Lock()
        self._sessions: list[requests.Session] = []
        self._seen: tuple[str, int] | None = None
        self._wires = Wires()
        self._closed = False

    def take(self, ticket_id: str, command: TakeTicket) -> TicketView:
        """取号 under the ticket's id. Raises HallSilentError or HallRefusedError."""
        return self._command("tickets", ticket_id, command)

    def confirm_print(self, ticket_id: str, answer: PrintAnswer) -> TicketView:
        """What became of the slip; the same answer always travels under the same key."""
        key = str(uuid.uuid5(uuid.UUID(ticket_id), f"confirm_print:{answer.value}"))
        return self._command(f"tickets/{ticket_id}/confirm_print", key, ConfirmPrint(answer))

    def now(self) -> HallNow:
        """The hall in one snapshot."""
        now = self._read("now", HallNow)
        self._seen = (now.incarnation, now.n)
        return now

    def catalogue(self) -> Catalogue:
        """What can be offered."""
        return self._read("catalogue", Catalogue)

    def events(self, after: int, limit: int = 100) -> EventPage:
        """Events after a number, in order."""
        return self._read(f"events?after={int(after)}&limit={int(limit)}", EventPage)

    def stream(self) -> Iterator[str]:
        """Names of what the hall pushes ("news", "beat", "build"), until it falls silent: HallSilentError."""
        with (
            _all_else_is_silence(),
            closing(self._ask("GET", "stream", (READ_TIMEOUT_S, STREAM_SILENCE_S))) as response,
        ):
            if not response.ok:
                raise _failure(response.status_code, _body(response))
            yield "open"
            for line in _lines(response):
                if line.startswith(b"event:"):
                    yield line[6:].strip().decode("ascii", "replace")
        raise HallSilentError("the stream ended")

    def close(self) -> None:
        """Let go of every connection; a call that waits in another thread ends at once with HallSilentError."""
        with self._guard:
            self._closed = True
            sessions = list(self._sessions)
        for session in sessions:
            session.close()
        self._wires.hang_up()

    def _command(self, path: str, key: str, command: Command) -> TicketView:
        headers = {"Idempotency-Key": key, "Content-Type": "application/json"}
        timeout = (self._answer_timeout_s, self._answer_timeout_s)
        with _all_else_is_silence():
            response = self._ask("POST", path, timeout, headers, msgspec.json.encode(command))
            ticket = self._answer(response, TicketView)
        with self._guard:
            seen = self._seen  # once: another thread may forget it
            if seen is not None:
                self._seen = (seen[0], max(seen[1], ticket.n))
        return ticket

    def _read(self, path: str, shape: type[T]) -> T:
        with _all_else_is_silence():
            return self._answer(self._ask("GET", path, (self._answer_timeout_s, READ_TIMEOUT_S)), shape)

    def _ask(
        self,
        method: str,
        path: str,
        timeout: tuple[float, float],
        headers: dict[str, str] | None = None,
        body: bytes = b"",
    ) -> requests.Response:
        seen = self._seen  # once: another thread may forget it
        listening_from = {"Kapok-Seen": f"{seen[0]}.{seen[1]}"} if seen is not None else {}
        return self._session().request(
            method,
            f"{self._root}/{path}",
            headers={**listening_from, **(headers or {})},
            data=body or None,
            timeout=timeout,
            allow_redirects=False,
            stream=True,
        )

    def _answer(self, response: requests.Response, shape: type[T]) -> T:
        with closing(response):
            body = _body(response)
        if response.status_code not in {requests.codes.ok, requests.codes.created}:
            failure = _failure(response.status_code, body)
            if failure.args and failure.args[0] == ProblemCode.HALL_ROLLED_BACK:
                self._seen = None  # another life of the hall's database: begin to listen anew
            raise failure
        try:
            return msgspec.json.decode(body, type=shape)
        except msgspec.DecodeError as error:
            raise HallSilentError("an answer of another shape") from error

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = False
            session.headers["Authorization"] = self._authorization
            for scheme in ("http://", "https://"):
                session.mount(scheme, self._wires.adapter())
            self._local.session = session
        with self._guard:
            if self._closed:
                session.close()
                raise HallSilentError("closed")
            if session not in self._sessions:
                self._sessions.append(session)
        return session


@contextmanager
def _all_else_is_silence() -> Iterator[None]:
    """The boundary: whatever goes wrong inside, known or not, is silence. Says what it was by type, never its words."""
    try:
        yield
    except (HallSilentError, HallRefusedError):
        raise
    except (requests.RequestException, OSError) as error:
        raise HallSilentError(type(error).__name__) from None
    except Exception as error:  # noqa: BLE001 - a hostile answer finds exceptions nobody listed, see the tests
        LOG.warning("what the hall's address says cannot be read: %s", type(error).__name__)
        raise HallSilentError(type(error).__name__) from None


def _lines(response: requests.Response) -> Iterator[bytes]:
    """Lines as they come; one without an end is silence, and does not fill the memory."""
    line = bytearray()
    for byte in response.iter_content(1):
        if byte == b"\n":
            yield bytes(line)
            line.clear()
        elif len(line) >= LINE_LIMIT:
            raise HallSilentError("a line too long")
        else:
            line += byte


def _body(response: requests.Response) -> bytes:
    """The whole answer, if it comes in time and is not absurdly large."""
    body = bytearray()
    for chunk in response.iter_content(65536):
        body += chunk
        if len(body) > ANSWER_LIMIT:
            raise HallSilentError("an answer too large")
    return bytes(body)


def _failure(status: int, body: bytes) -> HallSilentError | HallRefusedError:
    """A refusal only when the hall itself says so; a proxy's page or a broken answer is silence."""
    try:
        problem = msgspec.json.decode(body, type=Problem)
    except msgspec.DecodeError:
        return HallRefusedError(f"http_{status}") if status in CLIENT_ERRORS else HallSilentError(f"http_{status}")
    if problem.code in ASK_AGAIN:
        return HallSilentError(problem.code.value)
    return HallRefusedError(problem.code.value)
