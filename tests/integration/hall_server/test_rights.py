"""Every address of the hall names the right that it needs, for every role: asked of the application itself (CL-H10)."""

from __future__ import annotations

import contextlib
import sqlite3
import uuid
from typing import TYPE_CHECKING, NamedTuple

import pytest
import requests

from config.site import load_site
from hall_server.app.compose import Settings, create_app
from hall_server.contract.signing import Signer
from hall_server.contract.staff import StaffRole
from hall_server.contract.vocabulary import Role
from hall_server.domain.rights import Right, may
from hall_server.store.create import create_hall
from hall_server.store.keys import make_key
from hall_server.store.sqlite_store import FILE_NAME
from hall_server.web.routes import NOT_HERE
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.hall_client.identity import identity_of
from tests.e2e.web.hall import HallProcess, site_with_staff
from tests.e2e.web.staff import Person, signed_in
from tests.integration.hall_server.test_devices_page import code_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from litestar import Litestar


pytestmark = pytest.mark.filterwarnings("ignore::litestar.exceptions.LitestarDeprecationWarning")


ELSEWHERE = (
    *(
        "/static/{name}",
        "/assets/{name}",
        "/{path}",
        "/board/{board_id}/{path}",
        "/t/{code}/{path}",
        "/d/{name}/{path}",
    ),
    *(
        "/counter/{path}",
        "/account/{path}",
        "/people/{path}",
        "/greeter/{path}",
        "/lead/{path}",
        "/screen/{path}",
        "/screens/{path}",
        "/devices/{path}",
    ),
)


class Address(NamedTuple):
    """A method and a path of the application, with what its handler needs."""

    method: str
    path: str
    right: Right | None


def addresses(app: Litestar) -> Iterator[Address]:
    """All of them; OPTIONS, which the framework answers, tells only which methods there are."""
    for route in app.routes:
        if route.scope_type.name == "HTTP":
            for method, (handler, _) in route.route_handler_map.items():
                if method != "OPTIONS":
                    yield Address(method, route.path_format, handler.opt.get("right"))
        else:
            yield Address("GET", route.path_format, route.route_handler.opt.get("right"))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Litestar:
    folder: Path = tmp_path_factory.mktemp("hall")
    create_hall(folder, "gz-demo-district", "life-1", 1)
    return create_app(Settings(folder, load_site(site_with_staff(folder)))).app.behind


def test_every_address_names_the_right_that_it_needs(app: Litestar) -> None:
    found = list(addresses(app))
    assert len(found) > 100
    assert not [address for address in found if not isinstance(address.right, Right)]


def test_what_is_open_to_everybody_is_this_and_nothing_else(app: Litestar) -> None:
    opened = {f"{address.method} {address.path}" for address in addresses(app) if address.right is Right.OPEN}
    assert opened == {f"GET /window/{no}/stream" for no in range(1, 13)} | {
        "GET /",
        "GET /api/v1/health",
        "GET /api/v1/openapi.json",
        "GET /api/v1/ready",
        "GET /board",
        "GET /bring/{items}",  # what to bring, of nobody
        "GET /board/main/stream",
        "GET /board/{board_id}",
        "GET /board/{board_id}/announce/{number}",
        "POST /api/v1/halls/{hall_id}/enrolments",  # behind a one-time code
        "POST /board/{board_id}/announce/{number}",  # whose turn it is to say a call
        "GET /board/{board_id}/calls",
        "GET /board/{board_id}/now",
        "GET /screen",  # a panel's own code, or its page
        "GET /screen/now",
        "GET /window/{no}",
        "GET /window/{no}/now",
        "POST /window/{no}/rate/{at}/{stars}",  # a visitor, once a visit
        "GET /counter",
        "GET /counter/sso/back",
        "GET /d/{name}",
        "GET /t/{code}",
        "GET /t/{code}/part",
        "POST /counter/login",
        "POST /counter/logout",
        "POST /counter/sso",
        "POST /d/{name}",
        "POST /t/{code}/cancel",
        *(f"GET {path}" for path in ELSEWHERE),
    }


HALL = "gz-demo-district"
API = "/api/"
NOT_THEIRS = (NOT_HERE, "不归您的岗位管")
STREAMS = ("/counter/stream", "/board/main/stream", "/stream")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("served"))
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture(scope="module")
def keys(hall: HallProcess) -> dict[Role, str]:
    made = {role: make_key(hall.data / FILE_NAME, HALL, role, role, place="", at=1) for role in Role}
    return {role: f"Kapok {'.'.join(key)}" for role, key in made.items()}


def filled(path: str, hall_id: str = HALL) -> str:
    """A path of the application with something in its gaps."""
    gaps = {"hall_id": hall_id, "no": "1", "part": "1", "board_id": "main"}
    parts = (gaps.get(part[1:-1], str(uuid.UUID(int=7))) if part.startswith("{") else part for part in path.split("/"))
    return "/".join(parts)


def asked(address: Address, hall: HallProcess, browser: requests.Session, path: str, **headers: str) -> tuple[int, str]:
    """Status and words; of a stream only whether it begins."""
    more = {"Idempotency-Key": str(uuid.uuid4()), **headers}
    stream = path.endswith(STREAMS)
    url = hall.url + path
    with browser.request(address.method, url, headers=more, stream=stream, timeout=20, allow_redirects=False) as answer:
        return answer.status_code, "" if stream and answer.ok else answer.text


def of_pages(app: Litestar) -> list[Address]:
    """What people ask for with a session; what ends the session comes last."""
    found = [one for one in addresses(app) if not one.path.startswith(API) and one.right is not Right.OPEN]
    return sorted(found, key=lambda one: one.path in {"/account/pin", "/counter/logout"})


def of_machines(app: Litestar) -> list[Address]:
    return [one for one in addresses(app) if one.path.startswith(API) and one.right is not Right.OPEN]


@pytest.mark.parametrize("role", StaffRole)
def test_every_page_opens_for_those_whose_role_has_its_right_and_for_nobody_else(
    app: Litestar, hall: HallProcess, role: StaffRole
) -> None:
    person = signed_in(hall, role)
    for address in of_pages(app):
        status, said = asked(address, hall, person.browser, filled(address.path))
        refused = status == 401 or (status == 403 and any(words in said for words in NOT_THEIRS))
        assert refused is not may((role,), address.right), (role, address, status, said[:200])
        assert status < 500, (role, address)


@pytest.mark.parametrize("who", ["nobody", "a guess", "a session of long ago", "somebody of another hall", "a key"])
def test_no_page_opens_without_a_session_of_this_hall_that_is_alive(
    app: Litestar, hall: HallProcess, keys: dict[Role, str], who: str, tmp_path: Path
) -> None:
    browser = requests.Session()
    browser.headers["Kapok-Page"] = "console"
    match who:
        case "a guess":
            browser.cookies["kapok_staff"] = "x" * 43
        case "a session of long ago":
            browser.cookies["kapok_staff"] = ended(hall)
        case "somebody of another hall":
            browser.cookies["kapok_staff"] = of_another_hall(tmp_path)
        case "a key":
            browser.headers["Authorization"] = keys[Role.ADMIN]
    for address in of_pages(app):
        status, said = asked(address, hall, browser, filled(address.path))
        assert status in {303, 401}, (who, address, status)
        assert not said, (who, address)


def ended(hall: HallProcess) -> str:
    """The secret of a session whose time ran out while the hall was down."""
    person = signed_in(hall, "clerk")
    hall.stop()
    with contextlib.closing(sqlite3.connect(hall.data / FILE_NAME, isolation_level=None)) as db:
        db.execute("UPDATE staff_login SET expires_at = 1 WHERE staff_no = ?", [person.staff_no])
    hall.start()
    return person.secret


def of_another_hall(folder: Path) -> str:
    """The secret of a session that is alive, elsewhere."""
    other = HallProcess(folder).start()
    try:
        return signed_in(other, "manager").secret
    finally:
        other.stop()


def test_every_command_of_a_page_is_some_role_s(app: Litestar) -> None:
    commands = [one for one in of_pages(app) if one.method != "GET"]
    assert len(commands) > 40
    assert not [one for one in commands if not any(may((role,), one.right) for role in StaffRole)]


@pytest.mark.parametrize("role", StaffRole)
def test_no_command_of_a_page_counts_without_the_proof_of_that_page(
    app: Litestar, hall: HallProcess, role: StaffRole
) -> None:
    person, other = signed_in(hall, role), signed_in(hall, "manager" if role is not StaffRole.MANAGER else "lead")
    wrong = ("", "x", str(other.browser.headers["Kapok-Proof"]))
    commands = [one for one in of_pages(app) if one.method != "GET" and may((role,), one.right)]
    assert commands
    for address in commands:
        for proof in wrong:
            status, said = asked(address, hall, person.browser, filled(address.path), **{"Kapok-Proof": proof})
            assert (status, NOT_HERE in said) == (403, True), (address, proof)
        for headers in ({"Kapok-Page": "phone"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
            status, said = asked(address, hall, person.browser, filled(address.path), **headers)
            assert (status, NOT_HERE in said) == (403, True), (address, headers)


@pytest.mark.parametrize("role", Role)
def test_every_address_for_machines_is_for_keys_whose_role_has_its_right(
    app: Litestar, hall: HallProcess, keys: dict[Role, str], role: Role
) -> None:
    browser = requests.Session()
    browser.headers["Authorization"] = keys[role]
    for address in of_machines(app):
        status, said = asked(address, hall, browser, filled(address.path))
        refused = status == 403 and "key may not do this" in said
        assert refused is not may((role,), address.right), (role, address, status, said[:200])


@pytest.mark.parametrize("who", ["nobody", "a wrong secret", "a manager's session"])
def test_no_address_for_machines_answers_without_a_key(
    app: Litestar, hall: HallProcess, keys: dict[Role, str], who: str
) -> None:
    person = signed_in(hall, "manager") if who == "a manager's session" else Person(hall)
    if who == "a wrong secret":
        person.browser.headers["Authorization"] = keys[Role.ADMIN][:-4] + "AAAA"
    for address in of_machines(app):
        status, said = asked(address, hall, person.browser, filled(address.path))
        assert (status, "not_authenticated" in said or not said) == (401, True), (who, address, status)


@pytest.mark.parametrize("place", ["K1", "counter:3"])
def test_the_key_that_a_machine_made_itself_has_the_rights_of_its_place_and_no_more(
    app: Litestar, hall: HallProcess, place: str
) -> None:
    technician, keys = signed_in(hall, "technician"), OwnKeys.new()
    here = Here("1f" * 32, str(uuid.uuid4()), at_counter=place != "K1")
    told, _ = Enrolment(hall.url, keys, here).ask(code_from(technician, place))
    assert technician.post("/devices/let_in", {"key_id": told.key_id}).ok
    browser, role = requests.Session(), Role.KIOSK if place == "K1" else Role.COUNTER
    browser.auth = identity_of("", "", Signer(told.key_id, keys.signing, here.hardware, here.boot_id))
    for address in of_machines(app):
        status, said = asked(address, hall, browser, filled(address.path))
        refused = status == 403 and "key may not do this" in said
        assert refused is not may((role,), address.right), (place, address, status, said[:200])
        assert status != 401, (place, address, said)


def test_a_key_of_this_hall_opens_no_other(app: Litestar, hall: HallProcess, keys: dict[Role, str]) -> None:
    browser = requests.Session()
    browser.headers["Authorization"] = keys[Role.ADMIN]
    theirs = [one for one in of_machines(app) if "{hall_id}" in one.path]
    assert len(theirs) > 60
    for address in theirs:
        status, said = asked(address, hall, browser, filled(address.path, "another-hall"))
        assert status == 404 or (status, "bad_request" in said) == (400, True), (address, status, said[:200])
