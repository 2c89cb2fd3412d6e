"""One's own account: change the PIN (a one-time PIN first of all), sign out everywhere else (C13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, get, post

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountAct
from hall_server.domain.accounts import PIN_LEAST, PIN_MOST, weak
from hall_server.domain.rights import Right
from hall_server.web.clerk import cookie_of, form_of, go_home, is_safe, secret_of, session_of, source_of
from hall_server.web.place import PageRequest, Place
from hall_server.web.sign_in_words import why_not
from hall_server.web.ways import ACCOUNT, ways_of

if TYPE_CHECKING:
    from hall_server.web.staff_sessions import StaffSession

_WEAK = {
    "short": f"新密码至少要 {PIN_LEAST} 位，请再长一点。",
    "long": f"新密码最多 {PIN_MOST} 位，请短一点。",
    "own_number": "新密码里不能有工号，请换一个。",
    "same": "新密码不能只用一两个数字，请换一个。",
    "row": "新密码不能是连号，请换一个。",
}
_TWICE = "两次填的新密码不一样，请再填一次。"
_SAME = "新密码和现在的一样，请换一个。"
_BAD = 400


@get(ACCOUNT, right=Right.OWN_ACCOUNT, page=True, sync_to_thread=False)
def page(place: Place, request: PageRequest) -> Response[str]:
    """The form, and where else one is signed in."""
    session = _session(place, request)
    others = place.sessions.others(session.staff_no, secret_of(request))
    return place.page("staff/account.html", {"clerk": session, "ways": ways_of(session), "others": others})


@post(f"{ACCOUNT}/pin", right=Right.OWN_ACCOUNT, status_code=200)
async def change_pin(place: Place, request: PageRequest) -> Response[str]:
    """A new PIN: all sessions end, this browser goes on with a new one."""
    session, form = _session(place, request), await form_of(request)
    new = form.get("new", "")
    if new != form.get("again", ""):
        return place.refusal(_TWICE, _BAD)
    if found := weak(new, session.staff_no):
        return place.refusal(_WEAK[found], _BAD)
    if new == form.get("pin", ""):
        return place.refusal(_SAME, _BAD)
    try:
        await place.pins.check(session.staff_no, form.get("pin", "")[:PIN_MOST], source_of(request))
        await place.hall.people.change_pin(session.staff_no, await place.pins.hashed(new))
        user = place.staff[session.staff_no]
        secret = await place.sessions.begin(user, instead_of=secret_of(request), source=source_of(request))
    except HallProblem as problem:
        return place.refusal(why_not(problem), problem.problem().status)
    return go_home(cookie_of(secret, safe=is_safe(request)))


@post(f"{ACCOUNT}/only_here", right=Right.OWN_ACCOUNT, status_code=200)
async def only_here(place: Place, request: PageRequest) -> Response[str]:
    """Sign out everywhere else."""
    session = _session(place, request)
    try:
        if await place.sessions.end_others(session.staff_no, secret_of(request)):
            await place.hall.people.note(AccountAct.SIGNED_OUT_EVERYWHERE, session.staff_no, session.staff_no)
    except HallProblem as problem:
        return place.refusal(why_not(problem), problem.problem().status)
    return go_home(home=ACCOUNT)


ACCOUNT_ROUTES = (page, change_pin, only_here)


def _session(place: Place, request: PageRequest) -> StaffSession:
    """Whoever the gate let in; a session that ended a moment ago is none."""
    session = session_of(place, request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    return session
