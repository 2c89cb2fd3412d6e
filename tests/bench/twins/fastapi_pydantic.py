"""Take a number as a FastAPI program would: pydantic in, pydantic out; the hall's flows and store behind it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID  # noqa: TC003 - FastAPI reads the signature

import msgspec
from fastapi import FastAPI, Header
from pydantic import BaseModel, Field

from hall_server.contract.messages import ConfirmPrint, TakeTicket
from hall_server.contract.vocabulary import ActorKind, PrintAnswer
from hall_server.flows.caller import Caller
from tests.bench.twins.same_hall import open_hall, serve

_KIOSK = Caller(ActorKind.KIOSK, "K1")


class Order(BaseModel):
    item: Annotated[str, Field(min_length=1, max_length=64)]
    chips: list[str] = []
    for_other: bool = False


class Wait(BaseModel):
    low_min: int
    high_min: int


class Answer(BaseModel):
    id: str
    label: str
    business_day: str
    queue: str
    item: str
    item_name: str
    state: str
    origin: str
    delivery: str
    taken_at: int
    n: int
    ahead: int | None = None
    wait: Wait | None = None
    counters: list[int] = []
    bring: list[str] = []
    chips: list[str] = []
    for_other: bool = False
    place: str = ""


def main() -> None:
    hall, app = open_hall(), FastAPI()

    @app.post("/api/v1/halls/{hall_id}/tickets", status_code=201, response_model=Answer)
    async def take(hall_id: str, order: Order, idempotency_key: Annotated[UUID, Header()]) -> Answer:
        said = TakeTicket(order.item, for_other=order.for_other)
        view = await hall.take_ticket(_KIOSK, str(idempotency_key), said)
        return Answer(**msgspec.to_builtins(view))

    @app.post("/api/v1/halls/{hall_id}/tickets/{ticket_id}/confirm_print")
    async def give_back(hall_id: str, ticket_id: str, idempotency_key: Annotated[UUID, Header()]) -> Answer:
        view = await hall.confirm_print(_KIOSK, str(idempotency_key), ticket_id, ConfirmPrint(PrintAnswer.VOID))
        return Answer(**msgspec.to_builtins(view))

    serve(app)


if __name__ == "__main__":
    main()
