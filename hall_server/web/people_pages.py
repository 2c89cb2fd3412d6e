"""人员和窗口: the accounts, the counters, and who sits where. Each press answers with the page as it stands then."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from uuid import uuid4

from litestar import Response, get, post

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountAct, StaffRole
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.accounts import StaffAccount, weak
from hall_server.domain.rights import Right, may, reaches
from hall_server.flows.caller import Caller
from hall_server.web.clerk import form_of, session_of
from hall_server.web.people_view import NAME_MOST, counters_seen, people_seen, role_boxes
from hall_server.web.place import PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.ways import ways_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hall_server.web.staff_sessions import StaffSession

    Doing = Callable[[StaffSession, dict[str, str]], Awaitable[str]]

PEOPLE = "/people"
_OK = 200
_DIGITS = 10
_STAFF_NO = range(2, 13)


@get(PEOPLE, right=Right.SEE_PEOPLE, page=True, sync_to_thread=False)
def page(place: Place, request: PageRequest) -> Response[str]:
    """The whole page."""
    session = _session(place, request)
    return place.page("staff/people.html", {"clerk": session, "ways": ways_of(session), **_seen(place, session)})


@post(f"{PEOPLE}/add", right=Right.KEEP_PEOPLE, status_code=200)
async def add(place: Place, request: PageRequest) -> Response[str]:
    """Somebody new; the one-time PIN is shown once."""

    async def doing(session: StaffSession, form: dict[str, str]) -> str:
        no, name = _staff_no(form), _name(form)
        account = StaffAccount(staff_no=no, name=name, roles=_roles(form), counters=_at(place, form))
        pin = one_time_pin(account.staff_no)
        await place.hall.people.add(account, await place.pins.hashed(pin), session.staff_no)
        return pin

    return await _do(place, request, doing)


@post(f"{PEOPLE}/change", right=Right.KEEP_PEOPLE, status_code=200)
async def change(place: Place, request: PageRequest) -> Response[str]:
    """Another name, other roles, other counters."""

    async def doing(session: StaffSession, form: dict[str, str]) -> str:
        found = _named(place, form)
        people = place.hall.people
        await people.appoint(found.staff_no, session.staff_no, _name(form), _roles(form), _at(place, form))
        return ""

    return await _do(place, request, doing)


@post(f"{PEOPLE}/lock", right=Right.KEEP_PEOPLE, status_code=200)
async def lock(place: Place, request: PageRequest) -> Response[str]:
    """停用: shut out at once."""

    async def doing(session: StaffSession, form: dict[str, str]) -> str:
        await place.hall.people.lock(_named(place, form).staff_no, session.staff_no)
        return ""

    return await _do(place, request, doing)


@post(f"{PEOPLE}/unlock", right=Right.KEEP_PEOPLE, status_code=200)
async def unlock(place: Place, request: PageRequest) -> Response[str]:
    """启用: open again with the PIN that it had; wrong tries are forgotten."""

    async def doing(session: StaffSession, form: dict[str, str]) -> str:
        found = _named(place, form)
        await place.hall.people.unlock(found.staff_no, session.staff_no)
        await place.sessions.forgive(found.staff_no)
        return ""

    return await _do(place, request, doing)


@post(f"{PEOPLE}/reset", right=Right.RESET_PIN, status_code=200)
async def reset(place: Place, request: PageRequest) -> Response[str]:
    """重设密码: a one-time PIN, shown once; for nobody who may do more than whoever asks."""

    async def doing(session: StaffSession, form: dict[str, str]) -> str:
        found = _named(place, form)
        if not reaches(session.roles, found.roles):
            raise HallProblem(ProblemCode.NOT_ALLOWED)
        pin = one_time_pin(found.staff_no)
        await place.hall.people.reset_pin(found.staff_no, await place.pins.hashed(pin), session.staff_no)
        await place.sessions.forgive(found.staff_no)
        return pin

    return await _do(place, request, doing)


@post(f"{PEOPLE}/send_off", right=Right.SEAT_PEOPLE, status_code=200)
async def send_off(place: Place, request: PageRequest) -> Response[str]:
    """请离开: whoever sits at a counter without a visitor leaves it; it can be taken by somebody else."""

    async def doing(session: StaffSession, form: dict[str, str]) -> str:
        word = form.get("counter", "")
        no = int(word) if word.isascii() and word.isdigit() else 0
        place.hall.site.counter(no)
        seat = place.hall.session(no)
        if seat is None:
            raise HallProblem(ProblemCode.COUNTER_CLOSED)
        await place.hall.sign_out(Caller(ActorKind.CLERK, seat.clerk, no), str(uuid4()), no)
        await place.hall.people.note(AccountAct.SENT_OFF, seat.clerk, session.staff_no, no)
        return ""

    return await _do(place, request, doing)


PEOPLE_ROUTES = (page, add, change, lock, unlock, reset, send_off)


def one_time_pin(staff_no: str) -> str:
    """Ten random digits that are no row and not somebody's number."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(_DIGITS))
        if not weak(pin, staff_no):
            return pin


async def _do(place: Place, request: PageRequest, doing: Doing) -> Response[str]:
    session, form = _session(place, request), await form_of(request)
    pin, refusal, status = "", "", _OK
    try:
        pin = await doing(session, form)
    except HallProblem as problem:
        own = problem.code is ProblemCode.BAD_REQUEST and problem.detail
        refusal, status = own or _WORDS.get(problem.code) or words_of(problem.code), problem.problem().status
    shown = {"pin": pin, "pin_of": form.get("staff_no", "") if pin else "", "refusal": refusal}
    return place.page("staff/people_part.html", {"clerk": session, **_seen(place, session), **shown}, status)


_WORDS = {ProblemCode.NOT_ALLOWED: "这位的岗位比您的权限多，请让大厅主管来重设。"}


def _seen(place: Place, session: StaffSession) -> dict[str, object]:
    return {
        "people": people_seen(place.staff.values(), place.hall_time),
        "counters": counters_seen(place.hall, place.staff, place.hall_time),
        "roles": role_boxes((StaffRole.CLERK,)),
        "may_keep": may(session.roles, Right.KEEP_PEOPLE),
        "may_reset": may(session.roles, Right.RESET_PIN),
        "may_seat": may(session.roles, Right.SEAT_PEOPLE),
        "pin": "",
        "pin_of": "",
        "refusal": "",
    }


def _session(place: Place, request: PageRequest) -> StaffSession:
    session = session_of(place, request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    return session


def _staff_no(form: dict[str, str]) -> str:
    staff_no = form.get("staff_no", "").strip()
    if not (staff_no.isascii() and staff_no.isdigit() and len(staff_no) in _STAFF_NO):
        raise HallProblem(ProblemCode.BAD_REQUEST, "工号是 2 到 12 位数字，请改好再按。")
    return staff_no


def _name(form: dict[str, str]) -> str:
    name = " ".join(form.get("name", "").split())
    if not 0 < len(name) <= NAME_MOST or not name.isprintable():
        raise HallProblem(ProblemCode.BAD_REQUEST, f"姓名要填，最多 {NAME_MOST} 个字，请改好再按。")
    return name


def _roles(form: dict[str, str]) -> tuple[StaffRole, ...]:
    roles = tuple(role for role in StaffRole if form.get(f"role_{role.value}"))
    if not roles:
        raise HallProblem(ProblemCode.BAD_REQUEST, "至少选一个岗位，请勾好再按。")
    return roles


def _at(place: Place, form: dict[str, str]) -> tuple[int, ...]:
    words = form.get("counters", "").replace("，", " ").replace("、", " ").replace(",", " ").split()
    if any(not (word.isascii() and word.isdigit() and int(word) in place.hall.site.counters) for word in words):
        raise HallProblem(ProblemCode.BAD_REQUEST, "窗口填号码，用逗号隔开，像 3,4；不填就是哪个都能坐。")
    return tuple(sorted({int(word) for word in words}))


def _named(place: Place, form: dict[str, str]) -> StaffAccount:
    found = place.staff.get(form.get("staff_no", ""))
    if found is None:
        raise HallProblem(ProblemCode.ACCOUNT_UNKNOWN)
    return found
