"""The provider of identities under /idp: what it publishes, its page, the exchange of a code, and signing out.

OpenID Connect Core and Discovery 1.0, RP-initiated logout 1.0; docs/integration/identity-provider.md. What machines
ask lies behind the city's faults, the pages do not.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from litestar import MediaType, Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect
from litestar.status_codes import HTTP_401_UNAUTHORIZED

from hall_server.city.reference.idp_asked import Asked, StrangerError, asked
from hall_server.city.reference.idp_desk import ALGORITHM, Exchanged, IdpDesk, OAuthError
from hall_server.city.reference.idp_pages import IdpPages
from hall_server.city.reference.idp_staff import STAFF
from hall_server.city.reference.problems import CityError, CityProblem

COOKIE = "kapok_idp"
PATH = "/idp"
_FIELDS_MAX = 30
_HERE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}

_Asking = Request[Any, Any, Any]


@get("/idp/.well-known/openid-configuration", sync_to_thread=False)
def discovery(idp: IdpDesk, request: _Asking) -> dict[str, Any]:
    """What may be asked here, and how."""
    issuer = issuer_of(request)
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/jwks",
        "end_session_endpoint": f"{issuer}/end_session",
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [ALGORITHM],
        "scopes_supported": ["openid", "profile"],
        "claims_supported": ["iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "staff_no", "name"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": (
            ["client_secret_basic", "client_secret_post"] if idp.known.secret else ["none"]
        ),
        "authorization_response_iss_parameter_supported": True,
    }


@get("/idp/jwks", sync_to_thread=False)
def key_set(idp: IdpDesk) -> dict[str, list[dict[str, str]]]:
    """The public keys, also the one that signs next."""
    return idp.key_set()


@post("/idp/token", status_code=200)
async def exchange(idp: IdpDesk, request: _Asking) -> Response[Any]:
    """A code for an id_token."""
    try:
        told: Exchanged = idp.exchange(_once(await request.body()), _login(request), issuer_of(request))
    except OAuthError as error:
        challenge = {"WWW-Authenticate": 'Basic realm="kapok"'} if error.status == HTTP_401_UNAUTHORIZED else {}
        return Response({"error": error.error}, status_code=error.status, headers=challenge)
    return Response(told, media_type=MediaType.JSON)


@get("/idp/authorize", sync_to_thread=False)
def who_are_you(idp: IdpDesk, idp_pages: IdpPages, request: _Asking) -> Response[Any]:
    """The page; whoever is signed in already goes on at once, unless the question wants it otherwise."""
    fields = _once(request.scope["query_string"])
    try:
        question = asked(fields, idp.known)
    except StrangerError:
        return idp_pages.not_known()
    session = request.cookies.get(COOKIE, "")
    member = idp.signed_in(session)
    silent = "none" in question.prompt
    if question.wrong or (silent and member is None):
        return _back(question, request, error=question.wrong or "login_required")
    if member is not None and (silent or not question.prompt & {"login", "select_account"}):
        return _back(question, request, code=idp.code(question, session))
    return idp_pages.sign_in(question, fields, member.staff_no if member else "")


@post("/idp/authorize", status_code=200)
async def this_one(idp: IdpDesk, idp_pages: IdpPages, request: _Asking) -> Response[Any]:
    """Somebody was chosen, or nobody wants to."""
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":  # a page of others presses nothing here
        raise CityError(CityProblem.BAD_REQUEST)
    fields = _once(await request.body())
    try:
        question = asked(fields, idp.known)
    except StrangerError:
        return idp_pages.not_known()
    member = STAFF.get(fields.get("staff_no", ""))
    if question.wrong or fields.get("answer") == "no":
        return _back(question, request, error=question.wrong or "access_denied")
    if member is None:
        return idp_pages.sign_in(question, fields, "")
    session = idp.sign_in(member)
    answer = _back(question, request, code=idp.code(question, session))
    answer.set_cookie(Cookie(key=COOKIE, value=session, path=PATH, httponly=True, samesite="lax"))
    return answer


@get("/idp/end_session", sync_to_thread=False)
def end_session(idp: IdpDesk, idp_pages: IdpPages, request: _Asking) -> Response[Any]:
    """Sign out at this browser, and go back where the hall says, if it may say that."""
    fields = _once(request.scope["query_string"])
    idp.sign_out(request.cookies.get(COOKIE, ""))
    back_to = fields.get("post_logout_redirect_uri", "")
    known = fields.get("client_id") == idp.known.client_id and idp.known.may_return(back_to)
    answer: Response[Any] = Redirect(back_to, status_code=303, headers=_HERE) if known else idp_pages.signed_out()
    answer.set_cookie(Cookie(key=COOKIE, value="", path=PATH, httponly=True, samesite="lax", max_age=0))
    return answer


IDP_MACHINE_ROUTES = (discovery, key_set, exchange)
IDP_PAGE_ROUTES = (who_are_you, this_one, end_session)


def issuer_of(request: _Asking) -> str:
    """What the provider calls itself: by the address under which it is asked. It is served at one, in the clear."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}{PATH}"


def _back(question: Asked, request: _Asking, **said: str) -> Response[Any]:
    return Redirect(question.answer(issuer_of(request), **said), status_code=303, headers=_HERE)


def _once(data: bytes) -> dict[str, str]:
    """Fields of a form or a query; nothing of one in which a name stands twice (RFC 6749, 3.1)."""
    try:
        pairs = parse_qsl(data.decode("ascii"), keep_blank_values=True, max_num_fields=_FIELDS_MAX)
    except ValueError:
        return {}
    found = dict(pairs)
    return found if len(found) == len(pairs) else {}


def _login(request: _Asking) -> tuple[str, str] | None:
    """Name and secret of HTTP's basic authentication, each encoded as a form's field (RFC 6749, 2.3.1)."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(value, validate=True).decode("ascii").partition(":")
    except (ValueError, binascii.Error):
        return "", ""
    return unquote_plus(name), unquote_plus(secret)
