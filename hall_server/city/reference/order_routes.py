"""The hotline of the reference city, played by hand: a work order for a hall, as news of the complaints' port."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, post

from hall_server.city.reference.news import News
from hall_server.city.reference.problems import body_as
from hall_server.contract.city.complaints import WORK_ORDER, WorkOrder
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.wire import NewsRow, Word

Asked = Request[Any, Any, Any]


class NewOrder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody called 12345."""

    number: Word
    order: WorkOrder


@post("/hotline/orders", status_code=201)
async def new_order(request: Asked, news_desk: News) -> NewsRow:
    """As the hotline's own system would; the same number again is a later version of it."""
    wanted: NewOrder = await body_as(request, NewOrder)
    return news_desk.say(PortName.COMPLAINTS.value, wanted.number, WORK_ORDER, wanted.order)


ORDER_SWITCHES = (new_order,)
