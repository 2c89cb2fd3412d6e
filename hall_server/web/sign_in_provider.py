"""Signing in by 统一认证: out to the provider, back from it, and signing out there too.

Out is a command of the console's own page; back comes from elsewhere and is believed for what the browser remembers
of going out. The session's cookie is not sent along by a browser that comes from elsewhere: so back answers with a
page of its own, which goes on to the console.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from litestar import Response, get, post
from litestar.datastructures import Cookie

from hall_server.contract.problems import HallProblem
from hall_server.domain.identity_provider import OUTAGE, TRIP_S, ProviderRefusedError
from hall_server.domain.rights import Right
from hall_server.web.clerk import HOME, cookie_of, go_home, is_safe, secret_of, source_of
from hall_server.web.place import PAGE_HEADERS, PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.provider_desk import BACK
from hall_server.web.sign_in_words import PIN_CLOSED, WORDS

if TYPE_CHECKING:
    from hall_server.web.provider_desk import ProviderDesk

OUT = "/counter/sso"
_TRIP, _SAFE_TRIP = "kapok_trip", "__Host-kapok_trip"  # the second one only over TLS
_CAME = "kapok_came"  # this browser was signed in by the provider, and should be signed out there too
_REFUSED = 403


class Ways(msgspec.Struct, frozen=True):
    """The ways in that the login page shows. `pin_until`: "HH:MM" while PINs are taken because of an outage."""

    provider: bool
    pin: bool
    pin_until: str


def ways_in(place: Place) -> Ways:
    """What may be used at this moment."""
    desk = place.provider
    if desk is None:
        return Ways(provider=False, pin=True, pin_until="")
    left = desk.pins_for_s()
    until = place.hall_time(place.hall.clock.now() + int(left * 1_000_000)).strftime("%H:%M") if left > 0 else ""
    return Ways(provider=True, pin=not desk.only_by_provider, pin_until=until)


def pin_refused(place: Place) -> Response[str] | None:
    """The sentence for whoever brings a PIN while only the provider is asked; None when PINs are taken."""
    closed = place.provider is not None and place.provider.only_by_provider
    return place.refusal(PIN_CLOSED, _REFUSED) if closed else None


def came_by_provider(request: PageRequest) -> bool:
    """Whether this browser was signed in by the provider the last time."""
    return request.cookies.get(_CAME) == "1"


def go_off(place: Place, request: PageRequest) -> Response[str]:
    """After signing out here: sign out at the provider too when it was the provider who said who it is."""
    came = came_by_provider(request)
    address = place.provider.way_off(request, HOME) if came and place.provider else ""
    answer = _go_to(address) if address else go_home()
    answer.set_cookie(cookie_of("", safe=is_safe(request)))
    if came:
        answer.set_cookie(_came(0))
    return answer


@post(OUT, right=Right.OPEN, status_code=200)
async def out(place: Place, request: PageRequest) -> Response[str]:
    """To the provider's page, or one sentence."""
    desk = _desk(place)
    if desk is None:
        return go_home()
    try:
        way = await desk.way_out(request)
    except ProviderRefusedError as error:
        # the page shows the PINs' fields again, and until when
        return go_home() if error.why in OUTAGE and desk.pins_for_s() > 0 else place.refusal(WORDS[error.why], _REFUSED)
    answer = _go_to(way.address)
    answer.set_cookie(_trip(way.cookie, secure=way.secure))
    return answer


@get(BACK, right=Right.OPEN)
async def back(place: Place, request: PageRequest) -> Response[str]:
    """Somebody comes back: signed in, or a page that says why not and what to do."""
    desk = _desk(place)
    if desk is None:
        return place.not_found("没有这一页")
    secure = _SAFE_TRIP in request.cookies
    try:
        user = await desk.who_came(request, request.cookies.get(_SAFE_TRIP if secure else _TRIP, ""))
        await place.sessions.end_others(user.staff_no)  # who the provider says is here is nowhere else (C13)
        instead_of = secret_of(request)  # whoever was here before is here no more
        secret = await place.sessions.begin(user, instead_of, source_of(request), by_provider=True)
    except ProviderRefusedError as error:
        answer = _again(place, WORDS[error.why])
    except HallProblem as problem:
        answer = _again(place, words_of(problem.code, problem.retry_after_s))
    else:
        answer = place.page("counter/signed_in.html", {"home": HOME})
        answer.set_cookie(cookie_of(secret, safe=is_safe(request)))
        answer.set_cookie(_came(None))
    answer.set_cookie(_trip("", secure=secure))  # good for one way back, whatever came of it
    return answer


PROVIDER_ROUTES = (out, back)


def _desk(place: Place) -> ProviderDesk | None:
    return place.provider


def _again(place: Place, words: str) -> Response[str]:
    return place.page("counter/sign_in_again.html", {"refusal": words, "ways": ways_in(place)}, _REFUSED)


def _go_to(address: str) -> Response[str]:
    return Response("", headers={**PAGE_HEADERS, "HX-Redirect": address}, media_type="text/html")


def _trip(text: str, *, secure: bool) -> Cookie:
    """Sent when the provider sends the browser back (Lax), read by no script, gone after ten minutes."""
    name, age = (_SAFE_TRIP if secure else _TRIP), (TRIP_S if text else 0)
    return Cookie(key=name, value=text, path="/", max_age=age, httponly=True, samesite="lax", secure=secure)


def _came(age: int | None) -> Cookie:
    return Cookie(key=_CAME, value="1" if age is None else "", path=HOME, max_age=age, httponly=True, samesite="strict")
