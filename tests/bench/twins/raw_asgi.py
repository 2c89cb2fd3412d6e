"""Take a number with nothing between uvicorn and the hall's flows: no routes, no keys, no limits, no refusals.

Anything that is no take gives a number back: the bench does that between its slices.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.messages import ConfirmPrint, TakeTicket
from hall_server.contract.vocabulary import ActorKind, PrintAnswer
from hall_server.flows.caller import Caller
from tests.bench.twins.same_hall import open_hall, serve

_KIOSK = Caller(ActorKind.KIOSK, "K1")
_VOID = ConfirmPrint(PrintAnswer.VOID)
_order = msgspec.json.Decoder(TakeTicket)


def main() -> None:
    hall = open_hall()

    async def app(scope, receive, send) -> None:
        key = next(value for name, value in scope["headers"] if name == b"idempotency-key").decode()
        body = (await receive())["body"]
        if scope["path"].endswith("/tickets"):
            status, view = 201, await hall.take_ticket(_KIOSK, key, _order.decode(body))
        else:
            status, view = 200, await hall.confirm_print(_KIOSK, key, scope["path"].split("/")[-2], _VOID)
        answer = msgspec.json.encode(view)
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(answer))]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    serve(app)


if __name__ == "__main__":
    main()
