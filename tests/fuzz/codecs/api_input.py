"""What machines and browsers send the hall: bodies, headers, cursors, forms. A mistake is a problem with a 4xx code."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import parse_qsl

import msgspec

from hall_server.api.door import idempotency_key_in, key_of, order_in
from hall_server.api.examples import EXAMPLES
from hall_server.api.front import BODY_LIMIT, body_of, first_of_each, text
from hall_server.api.problems import words_of
from hall_server.contract import bookings, messages, offline
from hall_server.contract.problems import STATUS, HallProblem, Problem, ProblemCode
from hall_server.contract.vocabulary import Role
from hall_server.domain.dispatch.reason import LONGEST, Reason, for_everybody
from hall_server.domain.hall_state import ApiKey, Incarnation
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.items.element import term
from hall_server.flows.caller import Caller
from hall_server.flows.once import Request, refusal_of
from hall_server.flows.seen import Verdict, judge_seen, parse_seen
from hall_server.web.board_pages import number_of
from hall_server.web.clerk import form_of
from hall_server.web.clerk import key_of as page_key_of
from hall_server.web.counter_pages import outcome_of
from tests.fuzz.draw import Draw, pieces
from tests.fuzz.trees import edited, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

T = TypeVar("T")
ROOMS = (
    "hall_server.api.door",
    "hall_server.api.problems",
    "hall_server.contract.problems",
    "hall_server.domain.dispatch.reason",
    "hall_server.domain.items.correlation",
    "hall_server.flows.once",
    "hall_server.flows.seen",
    "hall_server.web.board_pages",
    "hall_server.web.clerk",
)
MAKERS = ("trees",)
SHAPES: tuple[type[msgspec.Struct], ...] = (
    messages.TakeTicket,
    messages.ConfirmPrint,
    messages.CompleteTicket,
    messages.HoldTicket,
    messages.Transfer,
    messages.CallTicket,
    messages.Empty,
    messages.SignIn,
    bookings.Book,
    bookings.CancelBooking,
    bookings.ConfirmBooking,
    bookings.ExcuseBooking,
    bookings.CheckIn,
    offline.AskLease,
    offline.Outbox,
)
FULL: dict[str, Any] = {
    "TakeTicket": {
        "item": "i01",
        "visitor": {"pseudonym": "0" * 32, "name_mask": "样*本", "number_mask": "123X"},
        "chips": ["elder"],
        "for_other": True,
        "more_items": ["i02"],
        "bundle": "b1",
        "correlation": "00000000-0000-0000-0000-000000000001",
        "region": "440199",
    },
}
LIFE = "00000000-0000-4000-8000-000000000001"
LIVES = [Incarnation("00000000-0000-4000-8000-000000000000", 0, 0, "made"), Incarnation(LIFE, 7, 9, "restored")]
SECRET = "a-secret-that-nobody-uses"
KEY = ApiKey("k1", Role.KIOSK, "K1", "K1", hashlib.sha256(SECRET.encode()).digest(), 0)
WHO = Caller("kiosk", "K1")  # type: ignore[arg-type] # only hashed here


class Reader:
    """Knows one key."""

    def api_key(self, key_id: str) -> ApiKey | None:
        """The key, if it is that one."""
        return KEY if key_id == KEY.id else None


class Page:
    """A browser's request as far as the forms look at it."""

    def __init__(self, data: bytes, key: str) -> None:
        self._data = data
        self.headers = {"Idempotency-Key": key}

    async def body(self) -> bytes:
        """What was sent."""
        return self._data


def attempt(data: bytes) -> None:
    """The first byte says what is sent."""
    draw = Draw(data)
    (_raw, _edited, _edited, _header, _words, _body, _form, _kept)[draw.byte() % 8](draw)


def refused(ask: Callable[..., T], *words: object) -> T | None:
    """What is answered; None when it is refused as it should be: a known code of ours, in words that can be sent."""
    try:
        return ask(*words)
    except HallProblem as problem:
        status, body, headers = words_of(problem, "/api/v1/fuzz")
        told = msgspec.json.decode(body, type=Problem)
        if not (400 <= status < 500 and told.code is problem.code and told.status == status == STATUS[told.code]):
            raise
        for name, value in headers.items():
            f"{name}: {value}".encode("latin-1")
        refusal_of(told)
        return None


def _raw(draw: Draw) -> None:
    shape = draw.pick(SHAPES)
    _order(draw.rest(), shape)


def _edited(draw: Draw) -> None:
    shape = draw.pick(SHAPES)
    example = FULL.get(shape.__name__) or EXAMPLES.get(shape.__name__, {})
    _order(to_json(edited(draw, example)), shape)


def _order(body: bytes, shape: type[msgspec.Struct]) -> None:
    order = refused(order_in, body[: offline.OUTBOX_BODY_LIMIT], shape)
    if order is not None:
        again = msgspec.json.encode(order)
        assert order_in(again, shape) == order, "read, written and read again is another order"
        assert msgspec.json.encode(order_in(again, shape)) == again
        assert (
            Request("k", "verb", "t", WHO, order).fingerprint() == Request("k", "verb", "t", WHO, order).fingerprint()
        )


def _header(draw: Draw) -> None:
    what, value = draw.byte(), draw.rest()
    said = text({b"x": value}, b"x") or ""
    match what % 4:
        case 0:
            key = refused(key_of, said, Reader())
            assert key is None or said == f"Kapok {KEY.id}.{SECRET}"
        case 1:
            key_text = refused(idempotency_key_in, said)
            assert key_text is None or (idempotency_key_in(key_text) == key_text and len(key_text) == 36)
        case 2:
            seen = refused(parse_seen, said)
            assert seen is None or f"{seen[0]}.{seen[1]}" == said
            assert refused(judge_seen, said, LIVES, 9, 10) in {None, *Verdict}
        case _:
            asked = dict(parse_qsl(value.decode("latin-1"), keep_blank_values=True))
            assert 0 <= number_of(asked.get("after", "")) < 10**15
            first_of_each({"headers": [(b"a", value), (b"a", b"")]})


def _words(draw: Draw) -> None:
    """Words inside of bodies and rows."""
    what, said = draw.byte(), draw.rest().decode("utf-8", "replace")
    match what % 4:
        case 0:
            reason = Reason.parse(said)
            assert reason is None or len(str(reason)) <= LONGEST
            if reason is not None:
                written = str(reason)
                assert str(Reason.parse(written)) == written, "a reason that does not read as it was written"
            for_everybody(said)
        case 1:
            found = refused(correlation_of, KEY.id, said)
            assert found is None or found == said
        case 2:
            try:
                limit = term(said)
            except ValueError:
                return
            assert limit is None or str(limit) == said
        case _:
            outcome = refused(outcome_of, said)
            assert outcome is None or outcome.value == said


def _body(draw: Draw) -> None:
    """A body that comes in pieces, whatever its length is said to be."""
    said, size, ends, data = draw.number(2), draw.byte(), draw.byte() % 4, draw.rest() * (1 + draw.byte())
    data = data[: 2 * BODY_LIMIT]
    parts = [{"type": "http.request", "body": part, "more_body": True} for part in pieces(data, size * 16)]
    parts.append({"type": "http.disconnect"} if not ends else {"type": "http.request", "body": b"", "more_body": False})

    async def receive() -> dict[str, object]:
        return parts.pop(0)

    headers = {b"content-length": str(said).encode()} if said else {}
    found = refused(lambda: _now(body_of(headers, receive)))
    assert found is None or (found == data and len(found) <= BODY_LIMIT)


def _form(draw: Draw) -> None:
    key = draw.take(draw.byte()).decode("latin-1")
    page = cast("Any", Page(draw.rest(), key))
    assert all(isinstance(value, str) for value in _now(form_of(page)).values())
    refused(page_key_of, page)


def _kept(draw: Draw) -> None:
    """Refusals are kept and told again: whatever stands in them travels."""
    detail = draw.take(40).decode("utf-8", "replace")
    problem = HallProblem(draw.pick(list(ProblemCode)), detail, field=detail[:9], retry_after_s=draw.byte() / 7)
    again = refusal_of(msgspec.json.decode(msgspec.json.encode(problem.problem()), type=Problem))
    assert again.problem() == problem.problem()
    words_of(again, detail)


def _now(promise: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits."""
    try:
        promise.send(None)
    except StopIteration as end:
        return cast("T", end.value)
    promise.close()
    raise AssertionError("it waits")


SEEDS = (
    *(bytes((1, place, 0)) for place in range(len(SHAPES))),
    *(bytes((0, place)) + msgspec.json.encode(EXAMPLES.get(s.__name__, {})) for place, s in enumerate(SHAPES)),
    *(
        bytes((1, place, 2, 1, edit, 1, 2, 5, 9, edit, 7, 3, 1, 4, 4))
        for place in range(0, 15, 2)
        for edit in range(0, 99, 17)
    ),
    b"\3\0" + f"Kapok {KEY.id}.{SECRET}".encode(),
    b"\3\1" + LIFE.upper().encode(),
    *(b"\3\2" + f"{life.id}.{n}".encode() for life in LIVES for n in (0, 7, 8, 99)),
    b"\3\2" + b"00000000-0000-4000-8000-0000000000ff.3",
    b"\3\3after=12&limit=&after=%00%ff",
    b"\4\0earliest_taken;waited:14;waiting:6;passed_booked_credit:A003,A004,+2;later:x",
    b"\4\1" + LIFE.encode(),
    *(b"\4\2" + word for word in (b"10", b"15d", b"-", b"x")),
    *(b"\4\3" + word for word in (b"accepted", b"left", b"")),
    *(bytes((5, 0, length, 3, ends)) + b"0123456789" for length in (0, 10) for ends in (0, 1)),
    b"\5\xff\xff\0\1x",
    b"\5\0\0\xff\1" + b"long" * 99 + b"\xff",
    b"\6\x24" + LIFE.encode() + b"staff_no=1001&pin=0000&x=%FF&take_over=1",
    *(bytes((7,)) + b"detail".ljust(40) + bytes((place,)) for place in range(0, 50, 9)),
)
