"""The kiosk's voice to the hall server: blocking calls over HTTP, each with a time limit and two ways to fail.

`HallSilentError` = nobody knows what the hall did, ask again with the same key; `HallRefusedError` = the hall said no.
Retrying is the runner's business. No proxy, no redirect, and no answer above `ANSWER_LIMIT` bytes is followed.
"""

from __future__ import annotations

import threading
import uuid
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

import msgspec

from hall_server.contract.bookings import BookingView, CheckedIn
from hall_server.contract.catalogue import Catalogue
from hall_server.contract.code_claims import ClaimCode, CodeClaimed
from hall_server.contract.hall_trust import HallTrust
from hall_server.contract.messages import ConfirmPrint, EventPage, HallNow, TicketView
from hall_server.contract.offline import AskLease, LeaseGrant, Outbox, OutboxAck
from hall_server.contract.problems import ProblemCode
from kiosk.hall_client.answers import (
    HallRefusedError,
    HallSilentError,
    Taken,
    all_else_is_silence,
    body_of,
    failure_of,
    lines,
)
from kiosk.hall_client.identity import identity_of
from kiosk.hall_client.wires import Precedence, Wires

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import Response, Session

    from hall_server.contract.bookings import CheckIn
    from hall_server.contract.messages import Command, TakeTicket
    from hall_server.contract.signing import Signer
    from hall_server.contract.vocabulary import PrintAnswer

READ_TIMEOUT_S = 5.0  # for what nobody stands and waits for
STREAM_SILENCE_S = 25.0  # the hall's beat comes every 10 s

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class HallAccess:
    """Where the hall is and who we are there."""

    server: str  # http://127.0.0.1:8080
    hall: str
    key_id: str
    secret: str = ""  # "" with a signer
    signer: Signer | None = None
    authority: str = ""  # PEM: whose certificate the hall shows with https
    answer_timeout_s: float = 0.8  # design.md invariant 6; connecting and answering each

    def __repr__(self) -> str:
        return f"HallAccess({self.server}, {self.hall}, {self.key_id}, secret hidden)"


class HallClient:
    """One hall. Safe to call from several threads; what nobody waits for lets a visitor's call go first."""

    def __init__(self, access: HallAccess) -> None:
        self._root = f"{access.server.rstrip('/')}/api/v1/halls/{access.hall}"
        self._answer_timeout_s = access.answer_timeout_s
        self._guard = threading.Lock()
        self._seen: tuple[str, int] | None = None
        self._catalogue: tuple[str, Catalogue] | None = None  # with the mark under which the hall told it
        self._wires = Wires(
            {
                "Accept-Encoding": "gzip",
                "User-Agent": "kapok-kiosk",
            },
            identity_of(access.key_id, access.secret, access.signer),
            access.authority,
        )
        self._precedence = Precedence()

    def take(self, ticket_id: str, command: TakeTicket) -> Taken:
        """取号 under the ticket's id. Raises HallSilentError or HallRefusedError."""
        with self._waited_for():
            response = self._post("tickets", ticket_id, command, self._answer_timeout_s)
            ticket = self._answer(response, TicketView)
        return self._taken(ticket, response)

    def confirm_print(self, ticket_id: str, answer: PrintAnswer) -> TicketView:
        """What became of the slip; the same answer always travels under the same key."""
        key = str(uuid.uuid5(uuid.UUID(ticket_id), f"confirm_print:{answer.value}"))
        with self._in_its_turn():
            path, order, within_s = f"tickets/{ticket_id}/confirm_print", ConfirmPrint(answer), self._answer_timeout_s
            response = self._post(path, key, order, within_s)
            ticket = self._answer(response, TicketView)
        return self._taken(ticket, response).ticket

    def check_in(self, ticket_id: str, booking_id: str, command: CheckIn) -> Taken:
        """签到: the number of a booking, under the ticket's id."""
        with self._waited_for():
            response = self._post(f"bookings/{booking_id}/check_in", ticket_id, command, self._answer_timeout_s)
            came = self._answer(response, CheckedIn)
        return self._taken(came.ticket, response)

    def bookings_of(self, pseudonym: str) -> tuple[BookingView, ...]:
        """What somebody has booked and is still to come, in the order of the slots."""
        return self._read("bookings/mine", tuple[BookingView, ...], {"Kapok-Visitor": pseudonym})

    def booking(self, booking_id: str) -> BookingView:
        """One booking as it stands."""
        return self._read(f"bookings/{booking_id}", BookingView)

    def ticket(self, ticket_id: str) -> TicketView:
        """One ticket as it stands."""
        return self._read(f"tickets/{ticket_id}", TicketView)

    def claim_code(self, key: str, order: ClaimCode) -> bool:
        """Whether a signed code is shown in this hall for the first time; the same key gives the same answer."""
        with self._waited_for():
            return self._answer(self._post("codes/claims", key, order, self._answer_timeout_s), CodeClaimed).first

    def now(self) -> HallNow:
        """The hall in one snapshot."""
        now = self._look_up("now", HallNow)
        self._seen = (now.incarnation, now.n)
        return now

    def catalogue(self) -> Catalogue:
        """What can be offered; the same object again while the hall says that nothing is new (ETag)."""
        mark, known = self._catalogue or ("", None)
        with self._in_its_turn():
            timeout, headers = (self._answer_timeout_s, READ_TIMEOUT_S), {"If-None-Match": mark} if mark else None
            response = self._ask("GET", "catalogue", timeout, headers)
            if known is not None and response.status_code == HTTPStatus.NOT_MODIFIED:
                with closing(response):
                    body_of(response)  # to its end: the connection is used again
                return known
            mark = response.headers.get("ETag", "")
            came = self._answer(response, Catalogue)
        self._catalogue = (mark, came)
        return came

    def trust(self) -> HallTrust | None:
        """Whose signed codes count; None where nobody's do, and at a hall of an older program.

        Asked beside a look: so two connections are kept open, and a number need not wait for one.
        """
        try:
            with all_else_is_silence():
                timeout = (self._answer_timeout_s, READ_TIMEOUT_S)
                return self._answer(self._ask("GET", "codes/trust_list", timeout), HallTrust)
        except HallRefusedError as error:
            if error.code != ProblemCode.NOT_FOUND:
                raise
            return None

    def events(self, after: int, limit: int = 100) -> EventPage:
        """Events after a number, in order."""
        return self._look_up(f"events?after={int(after)}&limit={int(limit)}", EventPage)

    def stream(self) -> Iterator[str]:
        """Names of what the hall pushes (news, help, beat, build), until it falls silent: HallSilentError."""
        with (
            all_else_is_silence(),
            closing(self._ask("GET", "stream?bare=true", (READ_TIMEOUT_S, STREAM_SILENCE_S))) as response,
        ):
            if not response.ok:
                raise failure_of(response.status_code, body_of(response))
            yield "open"
            for line in lines(response):
                if line.startswith(b"event:"):
                    yield line[6:].strip().decode("ascii", "replace")
        raise HallSilentError("the stream ended")

    def close(self) -> None:
        """Let go of every connection; a call that waits in another thread ends at once with HallSilentError."""
        self._wires.hang_up()

    def lease(self, key: str, order: AskLease) -> LeaseGrant:
        """A block of numbers for a queue; the same key gives the same block."""
        with self._in_its_turn():
            return self._answer(self._post("leases", key, order, READ_TIMEOUT_S), LeaseGrant)

    def deliver(self, kiosk: str, rows: Outbox) -> OutboxAck:
        """Hand rows of the outbox in; doing it again changes nothing, so every try has a key of its own."""
        path, key = f"kiosks/{kiosk}/outbox", str(uuid.uuid4())
        with self._in_its_turn():
            return self._answer(self._post(path, key, rows, READ_TIMEOUT_S), OutboxAck)

    def question(self, path: str, key: str, command: Command, shape: type[T], within_s: float) -> T:
        """Have the hall find something out that takes it some seconds (see `online`)."""
        with self._waited_for():
            return self._answer(self._post(path, key, command, within_s), shape)

    def read(self, path: str, shape: type[T], headers: dict[str, str] | None = None) -> T:
        """What stands at an address below the hall's own; for the verbs of the other files of this room."""
        return self._read(path, shape, headers)

    def command(self, path: str, key: str, command: Command, shape: type[T]) -> T:
        """Ask for something while somebody waits, as with a number; for the same verbs."""
        return self.question(path, key, command, shape, self._answer_timeout_s)

    def tell(self, path: str, key: str, command: Command, shape: type[T]) -> T:
        """As `command`, and nobody waits for it."""
        with self._in_its_turn():
            return self._answer(self._post(path, key, command, READ_TIMEOUT_S), shape)

    def upload(self, path: str, key: str, piece: bytes, shape: type[T], within_s: float) -> T:
        """Hand over bytes as they are, a piece at a time.

        The time to connect is the time to send too, for the library below: on a thin line a piece takes seconds.
        """
        with self._waited_for():
            return self._bytes(path, key, piece, shape, within_s)

    def hand_over(self, path: str, key: str, whole: bytes, shape: type[T], within_s: float) -> T:
        """As `upload`, and nobody waits for it."""
        with self._in_its_turn():
            return self._bytes(path, key, whole, shape, within_s)

    def _bytes(self, path: str, key: str, body: bytes, shape: type[T], within_s: float) -> T:
        headers = {"Idempotency-Key": key, "Content-Type": "application/octet-stream"}
        return self._answer(self._ask("POST", path, (within_s, within_s), headers, body), shape)

    def remember(self, incarnation: str, n: int) -> None:
        """What an earlier life of this process has seen of the hall."""
        self._seen = (incarnation, n)

    @contextmanager
    def _waited_for(self) -> Iterator[None]:
        """Around a call that a visitor stands and waits for."""
        with all_else_is_silence(), self._precedence.first():
            yield

    @contextmanager
    def _in_its_turn(self) -> Iterator[None]:
        """Around a call that nobody waits for."""
        self._precedence.give_way()
        with all_else_is_silence():
            yield

    def _taken(self, ticket: TicketView, response: Response) -> Taken:
        life = response.headers.get("Kapok-Seen", "").partition(".")[0]
        with self._guard:
            seen = self._seen  # once: another thread may forget it
            if seen is not None:
                self._seen = (seen[0], max(seen[1], ticket.n))
        return Taken(ticket, life)

    def _post(self, path: str, key: str, command: Command, within_s: float) -> Response:
        headers = {"Idempotency-Key": key, "Content-Type": "application/json"}
        timeout, body = (self._answer_timeout_s, within_s), msgspec.json.encode(command)
        return self._ask("POST", path, timeout, headers, body)

    def _read(self, path: str, shape: type[T], headers: dict[str, str] | None = None) -> T:
        with self._waited_for():
            return self._answer(self._ask("GET", path, (self._answer_timeout_s, READ_TIMEOUT_S), headers), shape)

    def _look_up(self, path: str, shape: type[T]) -> T:
        """As `_read`, and nobody waits for it."""
        timeout = (self._answer_timeout_s, READ_TIMEOUT_S)
        with self._in_its_turn():
            return self._answer(self._ask("GET", path, timeout), shape)

    def _ask(
        self,
        method: str,
        path: str,
        timeout: tuple[float, float],
        headers: dict[str, str] | None = None,
        body: bytes = b"",
    ) -> Response:
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

    def _session(self) -> Session:
        return self._wires.session()

    def _answer(self, response: Response, shape: type[T]) -> T:
        with closing(response):
            body = body_of(response)
        if response.status_code not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            failure = failure_of(response.status_code, body)
            if failure.args and failure.args[0] == ProblemCode.HALL_ROLLED_BACK:
                self._seen = None  # another life of the hall's database: begin to listen anew
            raise failure
        try:
            return msgspec.json.decode(body, type=shape)
        except msgspec.DecodeError as error:
            raise HallSilentError("an answer of another shape") from error
