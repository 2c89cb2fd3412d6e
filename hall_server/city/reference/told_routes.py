"""Messages from halls and news for them, for every port that has such: made from the table in `told`.

The faults `duplicate` and `out_of_order` are played here: a message is taken and its receipt lost, so that it comes
again; news comes twice, old news too; rows of a page come backwards.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, get, post

from hall_server.city.reference.application_routes import APPLICATION_OPERATIONS, APPLICATION_SWITCHES
from hall_server.city.reference.case_routes import CASE_OPERATION, CASE_SWITCHES, MINE_OPERATION, case_now, mine
from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.faults import FaultSwitch
from hall_server.city.reference.inbox import Inbox, Told
from hall_server.city.reference.news import News
from hall_server.city.reference.order_routes import ORDER_SWITCHES
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.city.reference.told import TOLD, TellingPort
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.wire import CORRELATION, HALL, IDEMPOTENCY_KEY, NewsPage, Receipt

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

Asked = Request[Any, Any, Any]
MORE = {  # what a port answers besides
    PortName.PROGRESS: ((CASE_OPERATION, case_now), (MINE_OPERATION, mine)),
    PortName.ACCEPTANCE: APPLICATION_OPERATIONS,
}
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAME_MAX = 64


@get("/inbox", sync_to_thread=False)
def inbox_now(inbox: Inbox, port: str = "", kind: str = "", hall: str = "") -> list[Told]:
    """What was told so far, for people and tests."""
    return inbox.messages(port, kind, hall)


def contract_of(port: PortName, told: TellingPort) -> Contract:
    """One port's contract, with the routes that serve it."""
    operations = [
        Operation("POST", f"/{port.value}/{kind}", message.words, message.shape, 200, Receipt, keyed=True)
        for kind, message in told.messages.items()
    ]
    routes: list[HTTPRouteHandler] = [_taking(port, told)] if told.messages else []
    if told.news:
        path = f"/{port.value}/news"
        operations.append(Operation("GET", path, "What is new.", None, 200, NewsPage, query=("after",)))
        routes.append(_telling(port))
    for operation, route in MORE.get(port, ()):
        operations.append(operation)
        routes.append(route)
    return Contract(port.value, told.about, tuple(operations), tuple(routes))


def _taking(port: PortName, told: TellingPort) -> HTTPRouteHandler:
    @post([f"/{port.value}/{kind}" for kind in told.messages], status_code=200)
    async def tell(request: Asked, inbox: Inbox, switch: FaultSwitch) -> Receipt:
        kind = request.scope["path"].rstrip("/").rpartition("/")[2]
        key = request.headers.get(IDEMPOTENCY_KEY, "")
        if _UUID.fullmatch(key) is None:
            raise CityError(CityProblem.BAD_REQUEST, field=IDEMPOTENCY_KEY)
        wanted = told.messages[kind]
        if not wanted.whole(await body_as(request, wanted.shape)):
            raise CityError(CityProblem.BAD_REQUEST)
        message = Told(
            id=key,
            port=port.value,
            kind=kind,
            hall=request.headers.get(HALL, "")[:_NAME_MAX],
            correlation=request.headers.get(CORRELATION, "")[:_NAME_MAX],
            at=0,
            body=msgspec.Raw(await request.body()),
        )
        receipt, new = inbox.take(message)
        if new and switch.now.duplicate:
            raise CityError(CityProblem.CITY_DOWN)
        return receipt

    return tell


def _telling(port: PortName) -> HTTPRouteHandler:
    @get(f"/{port.value}/news", sync_to_thread=False)
    def news(news_desk: News, switch: FaultSwitch, after: str = "") -> NewsPage:
        now = switch.now
        return news_desk.page(port.value, after, twice=now.duplicate, backwards=now.out_of_order)

    return news


TELLING = tuple(contract_of(port, told) for port, told in TOLD.items())
TOLD_ROUTES = tuple(route for contract in TELLING for route in contract.routes)  # behind the faults
TOLD_SWITCHES = (inbox_now, *CASE_SWITCHES, *ORDER_SWITCHES, *APPLICATION_SWITCHES)  # never behind them
