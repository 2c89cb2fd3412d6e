"""What kiosks ask their hall about certificates, cases, applications and talks, and what a city answers to it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.api.door import order_in
from hall_server.api.examples import EXAMPLES
from hall_server.city.reference.application_desk import ApplicationDesk
from hall_server.city.reference.case_desk import CaseDesk
from hall_server.city.reference.inbox import Inbox
from hall_server.city.reference.news import News
from hall_server.city.reference.problems import CityError
from hall_server.contract import applications, certificates, progress_views, remote_help
from hall_server.contract.city import applications as a
from hall_server.contract.city.progress import CaseStatus
from hall_server.contract.city.talk import Talk
from hall_server.contract.crypto.sealed_box import OVERHEAD, USUAL_BOX, BoxError, boxes_of
from hall_server.contract.problems import HallProblem
from hall_server.contract.visits import MaterialNeed
from hall_server.domain.city.applications import judged
from hall_server.domain.city.talk import allowed, host_of
from hall_server.flows.case_views import case_view
from tests.fuzz.draw import Draw
from tests.fuzz.trees import edited, to_json

if TYPE_CHECKING:
    from collections.abc import Callable

ROOMS = (
    "hall_server.city.reference.application_desk",
    "hall_server.contract.crypto.sealed_box",
    "hall_server.domain.city.applications",
    "hall_server.domain.city.talk",
    "hall_server.flows.case_views",
)
MAKERS = ("trees",)
ID = "1c2f7a90-5f0e-4c39-9d3b-2f6d8a4e7b11"
ORDERS: tuple[type[msgspec.Struct], ...] = (
    certificates.FindCertificates,
    certificates.FetchCertificate,
    certificates.TellPrinted,
    progress_views.AskProgress,
    applications.BeginApplication,
    applications.HandInApplication,
    remote_help.SayWords,
    remote_help.AllowScreen,
)
ANSWERS: dict[type[msgspec.Struct], Any] = {
    a.ApplicationOpened: {"application": ID, "key": {"alg": USUAL_BOX, "public": "AA=="}, "expires_at": 5},
    a.ApplicationTaken: {"application": ID, "number": "2026-1", "state": "received", "at": 5},
    a.ApplicationForm: {"holder": {"handle": "x"}, "fields": [{"field": "name", "value": "样", "source": ""}]},
    CaseStatus: {"case": ID, "state": "in_work", "at": 5, "due_at": 9, "place": "3 号窗口", "number": "2026-1"},
    Talk: {"session": ID, "state": "ready", "lines": [{"n": 1, "by": "staff", "at": 5, "words": "您好"}]},
}
NEEDS = (
    MaterialNeed("m_id", "身份证", tolerable=False, licence="居民身份证"),
    MaterialNeed("m_rp", "居住证", tolerable=True),
)
SECRET = bytes(range(32))


def attempt(data: bytes) -> None:
    """The first byte says what is tried."""
    draw = Draw(data)
    (_order, _order, _answer, _sent, _box, _host)[draw.byte() % 6](draw)


def _order(draw: Draw) -> None:
    shape = draw.pick(ORDERS)
    raw = draw.byte() & 1
    body = draw.rest() if raw else to_json(edited(draw, EXAMPLES[shape.__name__]))
    try:
        order: Any = order_in(body, shape)
    except HallProblem:
        return
    assert order_in(msgspec.json.encode(order), shape) == order
    if isinstance(order, applications.HandInApplication):
        try:
            found = judged(NEEDS, {"m_id"} if raw else set(), order)
        except HallProblem:
            return
        assert set(found.later) <= {"居住证"}, "only what may come later is not there"


def _answer(draw: Draw) -> None:
    shape = draw.pick(tuple(ANSWERS))
    try:
        told: Any = msgspec.json.decode(to_json(edited(draw, ANSWERS[shape])), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return
    if isinstance(told, CaseStatus):
        assert 0 <= case_view(told, "12345").step <= progress_views.STEPS
        assert not case_view(told, "12345").item
    if isinstance(told, Talk):
        kept, dropped = allowed(told.lines, frozenset({"guide.example"}))
        assert len(kept) + len(dropped) == len(told.lines)


def _sent(draw: Draw) -> None:
    """Pieces in any order: never more than was told, and what arrives whole is what was sent."""
    now: Callable[[], int] = lambda: 1  # noqa: E731 - a clock that stands still
    desk = ApplicationDesk(CaseDesk(Inbox(now), News(), now), now, lambda: SECRET)
    key = desk.open(ID, a.ApplicationWanted(item="i", business="b", place="K1")).key
    part, plain = draw.byte() % 3, draw.take(draw.byte())
    box = boxes_of(key.alg).seal(key.public, plain, a.about(ID, part))
    while draw.left:
        offset, length = draw.byte() % len(box), 1 + draw.byte()
        data = box[offset : offset + length]
        there = desk.piece(ID, a.Piece(part=part, size=len(box), offset=offset, data=data))
        assert there.received <= there.size == len(box)
    told = a.PartTold(part=part, size=len(box), sha256=hashlib.sha256(box).hexdigest())
    try:
        desk.hand_in(ID, a.HandIn(parts=(told,)))
    except CityError as error:
        if error.code.value not in {"parts_missing", "part_unreadable"}:
            raise
    else:
        msgspec.json.decode(plain, type=a.ApplicationForm)


def _box(draw: Draw) -> None:
    boxes, about = boxes_of(USUAL_BOX), draw.take(draw.byte() % 9)
    plain, box = b"", draw.rest()
    try:
        plain = boxes.open(SECRET, box, about)
    except BoxError:
        assert len(boxes.seal(boxes.public_of(SECRET), box, about)) == len(box) + OVERHEAD
        return
    raise AssertionError(f"a box that nobody sealed opens: {len(plain)} bytes")


def _host(draw: Draw) -> None:
    page = draw.rest().decode("latin-1")
    host = host_of(page)
    assert not host or (page.casefold().startswith("https://") and host in page.casefold())


SEEDS = (
    *(bytes((0, which, 0, edits, 1, 2, 5, 9)) for which in range(len(ORDERS)) for edits in (0, 1, 3)),
    *(bytes((1, which, 1)) + b"{}" for which in range(len(ORDERS))),
    *(bytes((2, which, edits, 1, 2, 5, 9)) for which in range(len(ANSWERS)) for edits in (0, 1, 3)),
    *(bytes((3, part, 9)) + b'{"holder"' + bytes((3, 0, 40, 1, 60, 1, 90)) for part in range(3)),
    bytes((4, 3)) + b"abc" + bytes(60),
    *(b"\x05" + page for page in (b"https://a.example/x", b"https://b@a.example", b"https://[::1", b"HTTPS://A.b:443")),
)
