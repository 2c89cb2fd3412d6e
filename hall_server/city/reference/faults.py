"""Faults of a city, switched while it runs: slow, down, wrong, twice, backwards. Halls are tried against each.

They lie before the routes that machines ask, never before the pages and the switch itself. `down` answers 503: an ASGI
application cannot hang up without a word, and a city whose machine is gone is had by stopping the process. What a bad
day does to messages and news (`duplicate`, `out_of_order`) is played where those are. Knows no route.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from hall_server.city.reference.problems import STATUS, CityError, CityProblem, document

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Middleware, Receive, Scope, Send

SLOW_MAX_S = 60.0
NONSENSE = '{"说明":"这不是约好的格式","code":["?",{"left_ms":"很久"}],"serial":-1}'.encode()


class Faults(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is switched on; several together are slow first."""

    slow_s: Annotated[float, msgspec.Meta(ge=0, le=SLOW_MAX_S)] = 0.0  # every answer comes so many seconds later
    down: bool = False  # 503 city_down
    wrong: bool = False  # 200, and JSON that means nothing
    duplicate: bool = False  # receipts are lost after the message was taken; news comes twice (told_routes)
    out_of_order: bool = False  # news comes backwards (told_routes)


class FaultSwitch:
    """The faults of one running city, in memory: a city that starts anew has none."""

    def __init__(self) -> None:
        self.now = Faults()
        self._turned = asyncio.Event()

    def turn(self, faults: Faults) -> None:
        """Exactly these from now on; whoever was kept waiting by others is let go."""
        self.now = faults
        self._turned.set()
        self._turned = asyncio.Event()

    def before(self) -> Middleware:
        """The middleware that plays them."""

        def play(app: ASGIApp) -> ASGIApp:
            async def faulty(scope: Scope, receive: Receive, send: Send) -> None:
                faults = self.now
                if faults.slow_s:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._turned.wait(), faults.slow_s)
                if faults.down:
                    code = CityProblem.CITY_DOWN
                    await _answer(send, STATUS[code], b"application/problem+json", document(CityError(code)))
                elif faults.wrong:
                    await _answer(send, 200, b"application/json", NONSENSE)
                else:
                    await app(scope, receive, send)

            return faulty

        return play


async def _answer(send: Any, status: int, media_type: bytes, body: bytes) -> None:  # noqa: ANN401 - ASGI's own
    headers = [(b"content-type", media_type), (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
