"""设备, one kiosk: how it is, what it is sent, and looking at what it fetched (CL-E14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, get, post
from litestar.params import FromPath

from hall_server.contract.fleet import FleetAct
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.rights import Right, may
from hall_server.web.clerk import form_of, session_of
from hall_server.web.device_panel import orders_seen, panel_seen
from hall_server.web.place import PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.ways import DEVICES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.contract.fleet_deeds import Setting, Settings
    from hall_server.web.staff_sessions import StaffSession

_NO_STORE = {"Cache-Control": "no-store"}
_SAID = {"是": True, "true": True, "否": False, "false": False}
_VALUE_MOST = 40
_NOT_SENT = "没有送出去：请选好要做什么，值要填，像 45 或 22:00 这样。"


@get(f"{DEVICES}/one", right=Right.SEE_MACHINES, sync_to_thread=False)
def one(place: Place, request: PageRequest) -> Response[str]:
    """One kiosk alone, for a page that looks again."""
    return place.page("devices/one.html", one_seen(place, session_of(place, request), _kiosk_asked(place, request)))


@post(f"{DEVICES}/send", right=Right.KEEP_MACHINES, status_code=200)
async def send(place: Place, request: PageRequest) -> Response[str]:
    """Something to do, once, at the kiosk's next heartbeat; 404 and 400 with a sentence."""
    session, form = session_of(place, request), await form_of(request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    kiosk, status, refusal = form.get("kiosk", ""), 200, ""
    try:
        service, settings = form.get("service", ""), _settings(form)
        await place.hall.fleet.order(kiosk, _act(form), session.staff_no, service=service, settings=settings)
    except HallProblem as problem:
        status = problem.problem().status
        refusal = _NOT_SENT if problem.code is ProblemCode.BAD_REQUEST else words_of(problem.code)
    return place.page("devices/one.html", one_seen(place, session, kiosk[:64], refusal), status)


@get(f"{DEVICES}/parcel/{{deed:str}}", right=Right.KEEP_MACHINES, sync_to_thread=False)
def parcel(place: Place, deed: FromPath[str]) -> Response[bytes]:
    """What was fetched, while it is held: masked lines, or a picture of an idle screen."""
    found = place.hall.fleet.parcels.parcel(deed)
    kind = "text/plain; charset=utf-8" if found.act == FleetAct.LOGS else "image/jpeg"
    return Response(found.body, media_type=kind, headers={**_NO_STORE, "X-Content-Type-Options": "nosniff"})


ORDER_ROUTES = (one, send, parcel)


def one_seen(place: Place, session: StaffSession | None, kiosk: str, refusal: str = "") -> dict[str, object]:
    """What the template of one kiosk needs."""
    keeps = session is not None and may(session.roles, Right.KEEP_MACHINES)
    seen = panel_seen(place.hall, kiosk, place.hall_time)
    return {**seen, **orders_seen(place.hall, kiosk), "may_keep": keeps, "one_refusal": refusal}


def chosen(place: Place, request: PageRequest) -> str:
    """Which kiosk of the site the address names; "" for none."""
    kiosk = request.query_params.get("kiosk", "")
    return kiosk if kiosk in place.hall.site.kiosks else ""


def _kiosk_asked(place: Place, request: PageRequest) -> str:
    if not (kiosk := chosen(place, request)):
        raise HallProblem(ProblemCode.KIOSK_UNKNOWN)
    return kiosk


def _act(form: Mapping[str, str]) -> FleetAct:
    try:
        return FleetAct(form.get("act", ""))
    except ValueError:
        raise HallProblem(ProblemCode.BAD_REQUEST, "no such act", field="act") from None


def _settings(form: Mapping[str, str]) -> Settings:
    key, text = form.get("key", ""), form.get("value", "").strip()
    return {key: setting_of(text)} if key and text else {}


def setting_of(text: str) -> Setting:
    """What somebody typed: 是, 45, 2.5, 22:00. HallProblem(bad_request) when it is too long."""
    if len(text) > _VALUE_MOST:
        raise HallProblem(ProblemCode.BAD_REQUEST, "too long", field="value")
    if text.lower() in _SAID:
        return _SAID[text.lower()]
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
