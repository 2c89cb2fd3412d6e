"""For whatever watches a hall: measurements for a collector with a key, and whether numbers can be given now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_503_SERVICE_UNAVAILABLE
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from hall_server.api.door import enter
from hall_server.api.metrics import exposition
from hall_server.domain.rights import Right

if TYPE_CHECKING:
    from hall_server.flows.hall import Hall

Asked = Request[Any, Any, Any]
_NO_STORE = {"Cache-Control": "no-store"}


class Ready(msgspec.Struct, frozen=True):
    """Whether numbers can be given now; `because` is store_away or leaving, "" when they can."""

    ready: bool
    because: str = ""


@get("/ready", right=Right.OPEN, include_in_schema=False)
async def ready(request: Asked) -> Response[Ready]:
    """200 while the store answers, 503 while it does not or this server is leaving; /health answers all the same."""
    hall: Hall = request.app.state.hall
    because = "leaving" if hall.hub.closed else "" if hall.stored else "store_away"
    status = HTTP_503_SERVICE_UNAVAILABLE if because else HTTP_200_OK
    return Response(Ready(not because, because), status_code=status, headers=_NO_STORE)


@get("/halls/{hall_id:str}/metrics", right=Right.SUMMARISE, include_in_schema=False)
async def metrics(request: Asked, hall_id: FromPath[str]) -> Response[bytes]:
    """Prometheus' text format; a key of the role peer is enough, and may nothing else."""
    hall = await enter(request, hall_id)
    told = exposition(hall, request.app.state.folder)
    return Response(told, media_type=CONTENT_TYPE_PLAIN_0_0_4, headers=_NO_STORE)


HANDLERS = [ready, metrics]
