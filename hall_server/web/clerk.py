"""Who is at the console: the cookie, the session behind it, the counter they sit at; and the way back to /counter."""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs
from uuid import UUID

from litestar import Response
from litestar.datastructures import Cookie

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.caller import Caller
from hall_server.web.place import PAGE_HEADERS

if TYPE_CHECKING:
    from litestar.connection import ASGIConnection

    from hall_server.web.place import PageRequest, Place
    from hall_server.web.staff_sessions import StaffSession

    Connection = ASGIConnection[Any, Any, Any, Any]

COOKIE, SAFE_COOKIE = "kapok_staff", "__Host-kapok_staff"  # the second one only over TLS
HOME = "/counter"
IDEMPOTENCY = "Idempotency-Key"
_FIELDS_MAX = 80
_IPV6 = 6
_HERE = frozenset({"127.0.0.1", "::1"})


class Seated(NamedTuple):
    """A clerk at a counter."""

    session: StaffSession
    no: int

    @property
    def caller(self) -> Caller:
        """The clerk as the flows know them."""
        return Caller(ActorKind.CLERK, self.session.staff_no, self.no)


def secret_of(request: Connection) -> str:
    """The session's secret name, as the cookie says it; over TLS only the cookie that was given over TLS."""
    return request.cookies.get(SAFE_COOKIE if is_safe(request) else COOKIE, "")


def is_safe(request: Connection) -> bool:
    """Whether the browser came over TLS, to us or to a proxy on this machine."""
    if _by_proxy(request):
        return request.headers.get("x-forwarded-proto", "").strip() == "https"
    return request.url.scheme == "https"


def _by_proxy(request: Connection) -> bool:
    """Whether a proxy on this machine asks for somebody; nobody else is believed to be one."""
    return request.client is not None and request.client.host in _HERE and "x-forwarded-for" in request.headers


def source_of(request: Connection) -> str:
    """The machine that asks, as wrong PINs are counted by it: an IPv6 neighbourhood is one machine."""
    host = request.client.host if request.client else ""
    if _by_proxy(request):  # it adds whom it saw behind what it was told
        host = request.headers["x-forwarded-for"].rpartition(",")[2].strip()
    try:
        address = ip_address(host)
    except ValueError:
        return ""
    return str(ip_network(f"{address}/64", strict=False)) if address.version == _IPV6 else str(address)


def session_of(place: Place, request: PageRequest) -> StaffSession | None:
    """Who asks; None when nobody is signed in."""
    return place.sessions.find(secret_of(request))


def seat_of(place: Place, session: StaffSession | None) -> Seated | None:
    """Where the clerk sits; None when nobody is signed in or they sit nowhere."""
    if session is None:
        return None
    for no in place.hall.site.counters:
        seat = place.hall.session(no)
        if seat is not None and seat.clerk == session.staff_no:
            return Seated(session, no)
    return None


def go_home(cookie: Cookie | None = None, home: str = HOME) -> Response[str]:
    """Send the page to /counter, which shows what belongs there now, or elsewhere."""
    headers = {**PAGE_HEADERS, "HX-Redirect": home}
    return Response("", headers=headers, media_type="text/html", cookies=[cookie] if cookie else [])


def cookie_of(secret: str, *, safe: bool) -> Cookie:
    """The session cookie; an empty secret takes it away. `safe`: the browser came over TLS, and sends it only there."""
    key = SAFE_COOKIE if safe else COOKIE
    cookie = Cookie(key=key, value=secret, path="/", httponly=True, samesite="strict", secure=safe)
    if not secret:
        cookie.max_age = 0
    return cookie


async def form_of(request: PageRequest) -> dict[str, str]:
    """The first value of each field; a body that is no form has none."""
    try:
        fields = parse_qs((await request.body()).decode("ascii"), max_num_fields=_FIELDS_MAX)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}


def key_of(request: PageRequest) -> str:
    """The idempotency key of a press. Raises HallProblem(idempotency_key_missing | idempotency_key_invalid)."""
    key = request.headers.get(IDEMPOTENCY, "")
    if not key:
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_MISSING)
    try:
        return str(UUID(key))
    except ValueError:
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_INVALID) from None
