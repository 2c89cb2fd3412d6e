"""The reference city put together: a folder of keys and a few settings in, one ASGI application out."""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from litestar import Litestar, Response, Router, get
from litestar.di import Provide

from hall_server.city.reference.appointment_routes import APPOINTMENT_SWITCHES
from hall_server.city.reference.asked import ASKED_ROUTES, ASKED_SWITCHES, asked_desks
from hall_server.city.reference.book_pages import BookPages
from hall_server.city.reference.code_desk import CodeDesk
from hall_server.city.reference.code_routes import CODE_ROUTES
from hall_server.city.reference.contracts import all_described
from hall_server.city.reference.fault_routes import FAULT_ROUTES
from hall_server.city.reference.faults import FaultSwitch
from hall_server.city.reference.idp_asked import Known
from hall_server.city.reference.idp_desk import IdpDesk
from hall_server.city.reference.idp_pages import IdpPages
from hall_server.city.reference.idp_routes import IDP_MACHINE_ROUTES, IDP_PAGE_ROUTES
from hall_server.city.reference.key_folder import KeyFolder
from hall_server.city.reference.page_routes import PAGE_ROUTES, turn
from hall_server.city.reference.pages import Pages
from hall_server.city.reference.papers import PAPER_ROUTES, paper_desks
from hall_server.city.reference.problems import HANDLERS
from hall_server.city.reference.told_desks import told_desks
from hall_server.city.reference.told_routes import TOLD_ROUTES, TOLD_SWITCHES
from hall_server.contract.codes.claims import MAX_LIFE_S
from hall_server.contract.crypto.algorithms import USUAL

BODY_LIMIT = 256 * 1024
IDP_FOLDER = "idp"  # of the keys that sign id_tokens
_NO_STORE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class CitySettings(msgspec.Struct, frozen=True):
    """Where the keys are, whom codes are for, how long one is good (seconds), what the city calls itself."""

    folder: Path
    audience: str
    life_s: int = MAX_LIFE_S
    issuer: str = "city.demo"
    name: str = "参考城市（演示）"
    known: Known = Known()  # to the provider of identities
    alg: str = USUAL  # of the keys that are made at the first start
    items: tuple[Path, ...] = ()  # files with versions of service items, the first in force


class City(NamedTuple):
    """A city put together: the application, and what a server turns off to end it well."""

    app: Litestar
    switch: FaultSwitch


def create_city(settings: CitySettings) -> City:
    """The city in a folder. Makes the keys when there are none; raises KeyFolderError, ItemFileError."""
    keys = KeyFolder(settings.folder)
    keys.make(settings.issuer, settings.name, time.time_ns() // 1_000_000_000, settings.alg)
    desk = CodeDesk(keys, settings.audience, _now_us, secrets.token_bytes, settings.life_s)
    switch = FaultSwitch()
    machines = Router(
        "/",
        route_handlers=[*CODE_ROUTES, *IDP_MACHINE_ROUTES, *PAPER_ROUTES, *ASKED_ROUTES, *TOLD_ROUTES, turn],
        middleware=[switch.before()],
        response_headers=_NO_STORE,
    )
    always = Router(
        "/",
        route_handlers=[*FAULT_ROUTES, *ASKED_SWITCHES, *TOLD_SWITCHES, *APPOINTMENT_SWITCHES, description],
        response_headers=_NO_STORE,
    )
    people = Router("/", route_handlers=[*IDP_PAGE_ROUTES, *PAGE_ROUTES])
    given: dict[str, Any] = {"desk": desk, "switch": switch, "pages": Pages(desk)}
    given |= paper_desks(keys, _now_us)
    given |= asked_desks(settings.issuer, settings.items, _now_us)
    given |= told_desks(settings.issuer, _now_us)
    given["book_pages"] = BookPages(given["appointment_desk"], given["item_desk"], given["notice_desk"])
    given |= {"idp": _identities(settings), "idp_pages": IdpPages()}
    app = Litestar(
        route_handlers=[machines, always, people],
        dependencies={name: Provide(_hand(one), sync_to_thread=False) for name, one in given.items()},
        exception_handlers=HANDLERS,
        request_max_body_size=BODY_LIMIT,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    return City(app, switch)


@get("/openapi.json", sync_to_thread=False)
def description() -> Response[bytes]:
    """What may be asked here."""
    return Response(all_described(), media_type="application/json")


def _identities(settings: CitySettings) -> IdpDesk:
    """The provider of identities; its keys lie beside the issuing keys and are rotated like them."""
    keys = KeyFolder(settings.folder / IDP_FOLDER)
    keys.make(settings.issuer, settings.name, time.time_ns() // 1_000_000_000)
    return IdpDesk(keys, settings.known, lambda: int(time.time()), secrets.token_bytes)


def _hand(one: Any) -> Any:  # noqa: ANN401 - one of `given`
    return lambda: one


def _now_us() -> int:
    return time.time_ns() // 1000
