"""The code service: persons, codes, the trust list with its signature. For machines; nobody has to say who they are."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, get, post

from hall_server.city.reference.code_desk import CodeDesk, IssuedCode
from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.fault_routes import FAULT_ROUTES
from hall_server.city.reference.faults import Faults
from hall_server.city.reference.persons import PERSONS, Person
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.city.reference.verify_desk import OnlineCode, OnlineWanted
from hall_server.city.reference.verify_routes import VERIFY_ROUTES
from hall_server.contract.codes.claims import CodeKind
from hall_server.contract.codes.trust import TrustList
from hall_server.contract.online_codes import CodeAnswer, VerifyCode


class CodeWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The question of `POST /code`. `audience`: one hall or a whole city; empty = what the city issues for."""

    person: str
    audience: str = ""


class PersonShown(msgspec.Struct, frozen=True):
    """One made-up person, as `GET /persons` lists them."""

    id: str
    name_mask: str
    kind: CodeKind
    family: tuple[str, ...]


def person_called(name: str) -> Person:
    """The person of this id. Raises CityError(person_unknown)."""
    try:
        return PERSONS[name]
    except KeyError:
        raise CityError(CityProblem.PERSON_UNKNOWN, field="person") from None


@get("/persons", sync_to_thread=False)
def persons() -> list[PersonShown]:
    """Whose codes may be asked for."""
    return [PersonShown(one.id, one.name_mask, one.kind, tuple(one.family)) for one in PERSONS.values()]


@post("/code", status_code=201)
async def issue(request: Request[Any, Any, Any], desk: CodeDesk) -> IssuedCode:
    """A new reference code for a person; each call makes another, none is kept."""
    wanted: CodeWanted = await body_as(request, CodeWanted)
    return desk.issue(person_called(wanted.person), wanted.audience)


@get(["/trust-list", "/codes/trust-list"], sync_to_thread=False)
def trust_list(desk: CodeDesk) -> Response[bytes]:
    """The issuing keys, as `read_trust_list` takes them."""
    return Response(desk.keys.ring().trust_list(), media_type="application/json")


@get(["/trust-list.sig", "/codes/trust-list.sig"], sync_to_thread=False)
def trust_list_signature(desk: CodeDesk) -> Response[bytes]:
    """The root's signature over exactly those bytes: 64 bytes, raw."""
    return Response(desk.keys.ring().signature(), media_type="application/octet-stream")


CODE_ROUTES = (persons, issue, trust_list, trust_list_signature)
CODES = Contract(
    "codes",
    "How a hall and whoever issues its codes speak with each other; what each word means: codes.md.",
    (
        Operation("GET", "/persons", "Whose codes may be asked for.", None, 200, list[PersonShown]),
        Operation("POST", "/code", "A new reference code; each call makes another.", CodeWanted, 201, IssuedCode),
        Operation("GET", "/trust-list", "The issuing keys.", None, 200, TrustList),
        Operation("GET", "/trust-list.sig", "The root's signature over the list's bytes.", None, 200, bytes),
        Operation("GET", "/codes/trust-list", "The same, where halls look.", None, 200, TrustList),
        Operation("GET", "/codes/trust-list.sig", "The same, where halls look.", None, 200, bytes),
        Operation("POST", "/codes/verify", "Whose code it is, or why it is no good.", VerifyCode, 200, CodeAnswer),
        Operation("POST", "/codes/online", "A code of a made-up service.", OnlineWanted, 201, OnlineCode),
        Operation("GET", "/faults", "What is switched on.", None, 200, Faults),
        Operation("PUT", "/faults", "Exactly these from now on.", Faults, 200, Faults),
    ),
    (*CODE_ROUTES, *VERIFY_ROUTES, *FAULT_ROUTES),
)
