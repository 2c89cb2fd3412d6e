"""Every address of the hall names the right that it needs, for every role: asked of the application itself (CL-H10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from config.site import load_site
from hall_server.app.compose import Settings, create_app
from hall_server.domain.rights import Right
from hall_server.store.create import create_hall
from tests.e2e.web.hall import site_with_staff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from litestar import Litestar


pytestmark = pytest.mark.filterwarnings("ignore::litestar.exceptions.LitestarDeprecationWarning")


ELSEWHERE = ("/static/{name}", "/assets/{name}", "/{path}", "/board/{board_id}/{path}", "/counter/{path}")


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
    assert opened == {
        "GET /",
        "GET /api/v1/health",
        "GET /api/v1/openapi.json",
        "GET /board",
        "GET /board/main/stream",
        "GET /board/{board_id}",
        "GET /board/{board_id}/calls",
        "GET /board/{board_id}/now",
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
