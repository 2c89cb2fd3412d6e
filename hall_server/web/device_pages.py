"""设备: codes for new machines, fingerprints that are compared, machines that are let in and shut out (ADR 0019)."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from litestar import Response, get, post

from hall_server.contract.enrolment import code_of, code_shown, counter_at
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.machines import spot_of
from hall_server.domain.rights import Right, may
from hall_server.web.clerk import form_of, session_of
from hall_server.web.device_orders import ORDER_ROUTES, chosen, one_seen
from hall_server.web.device_view import machines_seen, places_seen
from hall_server.web.fleet_view import fleet_seen, rollout_seen
from hall_server.web.place import PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.ways import DEVICES, ways_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hall_server.web.staff_sessions import StaffSession

    Deciding = Callable[[str, str], Awaitable[None]]

_BAD = 400
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+~_-]{0,31}")
_CODE_BYTES = 5


@get(DEVICES, right=Right.SEE_MACHINES, page=True, sync_to_thread=False)
def page(place: Place, request: PageRequest) -> Response[str]:
    """The whole page."""
    session = _session(place, request)
    values = {"clerk": session, "ways": ways_of(session), **_code_seen(place), **_seen(place, session)}
    values |= _fleet_seen(place, session, chosen=chosen(place, request))
    if values["chosen"]:
        values |= one_seen(place, session, chosen(place, request))
    return place.page("devices/devices.html", values)


@get(f"{DEVICES}/part", right=Right.SEE_MACHINES, sync_to_thread=False)
def part(place: Place, request: PageRequest) -> Response[str]:
    """The machines alone, for a page that looks again."""
    return place.page("devices/machines.html", _seen(place, _session(place, request)))


@post(f"{DEVICES}/code", right=Right.KEEP_MACHINES, status_code=200)
async def code(place: Place, request: PageRequest) -> Response[str]:
    """登记码: shown once, good for ten minutes and one machine."""
    session, kiosk = _session(place, request), (await form_of(request)).get("kiosk", "")
    made = code_of(secrets.token_bytes(_CODE_BYTES))
    try:
        await place.hall.enrolment.new_code(kiosk, made, session.staff_no)
    except HallProblem as problem:
        seen = _code_seen(place, refusal=words_of(problem.code))
        return place.page("devices/code.html", seen, problem.problem().status)
    shown = _code_seen(place, code=code_shown(made), kiosk=spot_of(place.hall.site, kiosk).name)
    at = {"address": str(request.base_url).rstrip("/"), "program": "counter" if counter_at(kiosk) else "kiosk"}
    return place.page("devices/code.html", {**shown, **at})


@post(f"{DEVICES}/let_in", right=Right.KEEP_MACHINES, status_code=200)
async def let_in(place: Place, request: PageRequest) -> Response[str]:
    """批准: the fingerprint on the machine's own screen is the same."""
    return await _decide(place, request, place.hall.enrolment.let_in)


@post(f"{DEVICES}/refuse", right=Right.KEEP_MACHINES, status_code=200)
async def refuse(place: Place, request: PageRequest) -> Response[str]:
    """不是它: another fingerprint, or nobody knows this machine."""
    return await _decide(place, request, place.hall.enrolment.refuse)


@post(f"{DEVICES}/revoke", right=Right.KEEP_MACHINES, status_code=200)
async def revoke(place: Place, request: PageRequest) -> Response[str]:
    """吊销: out at its next request."""
    return await _decide(place, request, place.hall.enrolment.revoke)


@get(f"{DEVICES}/fleet", right=Right.SEE_MACHINES, sync_to_thread=False)
def fleet(place: Place, request: PageRequest) -> Response[str]:
    """机群 alone, for a page that looks again."""
    seen = _fleet_seen(place, _session(place, request), chosen=chosen(place, request))
    rollout = rollout_seen(place.hall, place.hall_time)
    rolls = "yes" if rollout and rollout.running else "no"
    seen["begin_anew"] = request.query_params.get("rolls", rolls) != rolls  # somebody else began or stopped one
    return place.page("devices/fleet.html", seen)


@post(f"{DEVICES}/roll_out", right=Right.KEEP_MACHINES, status_code=200)
async def roll_out(place: Place, request: PageRequest) -> Response[str]:
    """升级: one kiosk, a tenth, all, while the hall is closed."""
    session, version = _session(place, request), (await form_of(request)).get("version", "").strip()
    if VERSION.fullmatch(version) is None:
        refusal = "版本号不对，像 6.3 这样，请改好再按。"
        return place.page("devices/fleet.html", _fleet_seen(place, session, refusal), _BAD)
    await place.hall.fleet.roll_out(version, session.staff_no)
    return place.page("devices/fleet.html", _fleet_seen(place, session) | {"begin_anew": True})


@post(f"{DEVICES}/stop", right=Right.KEEP_MACHINES, status_code=200)
async def stop(place: Place, request: PageRequest) -> Response[str]:
    """停下: nobody else gets the new version."""
    session = _session(place, request)
    await place.hall.fleet.stop(session.staff_no)
    return place.page("devices/fleet.html", _fleet_seen(place, session) | {"begin_anew": True})


DEVICE_ROUTES = (page, part, code, let_in, refuse, revoke, fleet, roll_out, stop, *ORDER_ROUTES)


def _fleet_seen(place: Place, session: StaffSession, refusal: str = "", chosen: str = "") -> dict[str, object]:
    return {
        "chosen": chosen,
        **fleet_seen(place.hall, place.hall_time),
        "rollout": rollout_seen(place.hall, place.hall_time),
        "may_keep": may(session.roles, Right.KEEP_MACHINES),
        "fleet_refusal": refusal,
        "begin_anew": False,
    }


async def _decide(place: Place, request: PageRequest, deciding: Deciding) -> Response[str]:
    session, key_id = _session(place, request), (await form_of(request)).get("key_id", "")
    try:
        await deciding(key_id, session.staff_no)
    except HallProblem as problem:
        seen = _seen(place, session, words_of(problem.code))
        return place.page("devices/machines.html", seen, problem.problem().status)
    return place.page("devices/machines.html", _seen(place, session))


def _seen(place: Place, session: StaffSession, refusal: str = "") -> dict[str, object]:
    waiting, known = machines_seen(place.hall, place.hall_time)
    keeps = may(session.roles, Right.KEEP_MACHINES)
    return {"waiting": waiting, "machines": known, "may_keep": keeps, "refusal": refusal}


def _code_seen(place: Place, *, code: str = "", kiosk: str = "", refusal: str = "") -> dict[str, object]:
    kiosks, desks = places_seen(place.hall)
    said = {"code": code, "code_for": kiosk, "address": "", "program": "", "code_refusal": refusal}
    return {"kiosks": kiosks, "desks": desks, **said}


def _session(place: Place, request: PageRequest) -> StaffSession:
    session = session_of(place, request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    return session
