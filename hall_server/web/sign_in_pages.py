"""Coming and going at the console: staff number and PIN, choosing a counter, signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from litestar import Response, post

from hall_server.contract.messages import SignIn
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountAct
from hall_server.domain.rights import Right
from hall_server.web.clerk import (
    Seated,
    cookie_of,
    form_of,
    go_home,
    is_safe,
    seat_of,
    secret_of,
    session_of,
    source_of,
)
from hall_server.web.place import PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.sign_in_provider import go_off, pin_refused, ways_in
from hall_server.web.sign_in_words import why_not

if TYPE_CHECKING:
    from hall_server.web.staff_sessions import StaffSession

_STAFF_NO_MAX, _PIN_MAX = 12, 64
_CONFLICT = 409
_GREETINGS = ((11, "早上好"), (13, "中午好"), (18, "下午好"), (24, "晚上好"))


class Seat(msgspec.Struct, frozen=True):
    """One counter to choose; one that is taken can be taken over while nobody is called or served there."""

    no: int
    name: str
    taken_by: str
    at_hand: str
    allowed: bool
    last: bool


def login_page(place: Place, *, gone: bool) -> Response[str]:
    """Staff number and PIN (C1); `gone` = this browser was signed in and is no more."""
    return place.page("counter/login.html", {"clerk": None, "gone": gone, "ways": ways_in(place), **_side(place)})


def seats_page(place: Place, session: StaffSession, *, by_provider: bool = False) -> Response[str]:
    """Which counter today (C2)."""
    allowed = _allowed(place, session.staff_no)
    last = place.sessions.last_seat(session)
    seats = [
        Seat(
            counter.no,
            counter.name,
            _name(place, counter.clerk),
            counter.label,
            counter.no in allowed,
            counter.no == last,
        )
        for counter in place.hall.now().counters
    ]
    mine = [seat for seat in seats if seat.allowed and not seat.at_hand]
    free = [seat.no for seat in mine if not seat.taken_by] + [seat.no for seat in mine if seat.taken_by]
    chosen = last if last in free else next(iter(free), None)
    return place.page(
        "counter/seats.html",
        {"clerk": session, "seats": seats, "chosen": chosen, "by_provider": by_provider, **_side(place)},
    )


@post("/counter/login", right=Right.OPEN, status_code=200)
async def login(place: Place, request: PageRequest) -> Response[str]:
    """A staff number and a PIN: the cookie and on to the counters, or one sentence."""
    if (closed := pin_refused(place)) is not None:
        return closed
    form = await form_of(request)
    staff_no, pin = form.get("staff_no", "").strip(), form.get("pin", "")
    if not _is_number(staff_no) or len(pin) > _PIN_MAX:
        return place.refusal("工号是 2 到 12 位数字，请看看工牌再填。", 400)
    try:
        user = await place.pins.check(staff_no, pin, source_of(request))
        others = place.sessions.others(user.staff_no, secret_of(request))
        if others and form.get("leave_others") != "1":
            return place.page("counter/elsewhere.html", {"counters": [no for no in others if no]}, _CONFLICT)
        if await place.sessions.end_others(user.staff_no, secret_of(request)):
            await place.hall.people.note(AccountAct.SIGNED_OUT_EVERYWHERE, user.staff_no, user.staff_no)
        secret = await place.sessions.begin(user, instead_of=secret_of(request), source=source_of(request))
    except HallProblem as problem:
        return place.refusal(why_not(problem), problem.problem().status)
    if place.provider is not None:
        place.provider.told_pin(user)
    return go_home(cookie_of(secret, safe=is_safe(request)))


@post("/counter/logout", right=Right.OPEN, status_code=200)
async def logout(place: Place, request: PageRequest) -> Response[str]:
    """Sign out; a counter without a ticket at hand closes with it."""
    seat = seat_of(place, session_of(place, request))
    try:
        if seat is not None:
            await place.hall.sign_out(seat.caller, str(uuid4()), seat.no)
        await place.sessions.end(secret_of(request))
    except HallProblem as problem:
        return place.refusal(words_of(problem.code, problem.retry_after_s), problem.problem().status)
    return go_off(place, request)


@post("/counter/sit", right=Right.SERVE, status_code=200)
async def sit(place: Place, request: PageRequest) -> Response[str]:
    """Open the chosen counter."""
    session = session_of(place, request)
    if session is None:
        return go_home()
    try:
        form = await form_of(request)
        seat = Seated(session, _chosen(place, session, form.get("counter", "")))
        order = SignIn(clerk=session.staff_no, take_over=form.get("take_over") == str(seat.no))
        await place.hall.sign_in(seat.caller, str(uuid4()), seat.no, order)
    except HallProblem as problem:
        if problem.code in {ProblemCode.COUNTER_TAKEN, ProblemCode.COUNTER_BUSY}:
            return _taken(place, seat, problem)
        return place.refusal(words_of(problem.code, problem.retry_after_s), problem.problem().status)
    place.sessions.sat_down(session, seat.no)
    return go_home()


SIGN_IN_ROUTES = (login, logout, sit)


def _chosen(place: Place, session: StaffSession, text: str) -> int:
    no = int(text) if _is_number(text) else 0
    if no not in place.hall.site.counters:
        raise HallProblem(ProblemCode.COUNTER_UNKNOWN)
    if no not in _allowed(place, session.staff_no):
        raise HallProblem(ProblemCode.NOT_ALLOWED)
    return no


def _taken(place: Place, seat: Seated, problem: HallProblem) -> Response[str]:
    """Somebody sits there: say who, and ask once whether to take over; not while a visitor is at that counter."""
    there = place.hall.counter(seat.no)
    status = problem.problem().status
    if there.clerk in {"", seat.session.staff_no}:  # the clerk's own ticket is at another counter
        return place.refusal(words_of(problem.code, problem.retry_after_s), status)
    if there.label:
        return place.refusal(f"{seat.no} 号窗口的 {there.label} 还没办完，办完才能接管。", status)
    if problem.code is ProblemCode.COUNTER_BUSY:
        return place.refusal(words_of(problem.code), status)
    return place.page("counter/take_over.html", {"no": seat.no, "taken_by": _name(place, there.clerk)}, status)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _STAFF_NO_MAX


def _allowed(place: Place, staff_no: str) -> frozenset[int]:
    user = place.staff.get(staff_no)
    return frozenset(user.counters or place.hall.site.counters) if user else frozenset()


def _name(place: Place, staff_no: str) -> str:
    user = place.staff.get(staff_no)
    return user.name if user else staff_no


def _side(place: Place) -> dict[str, object]:
    now = place.hall.now()
    hour = place.hall_time(now.at).hour
    return {
        "greeting": next(words for until, words in _GREETINGS if hour < until),
        "closes": now.closes,
        "open_counters": now.open_counters,
        "waiting": now.waiting,
    }
