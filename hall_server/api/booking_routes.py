"""Appointments 预约 over HTTP: slots and bookings to read; book, cancel, confirm, excuse, check in.

A kiosk books and checks in for whoever stands before it; staff may do everything. None of it is on a walk-in's way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, Parameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, order_of, visitor_of
from hall_server.api.reading import Day, Page, Word
from hall_server.contract.bookings import (
    Book,
    BookingHistory,
    BookingPage,
    BookingView,
    CancelBooking,
    CheckedIn,
    CheckIn,
    ConfirmBooking,
    ExcuseBooking,
    SlotPage,
)
from hall_server.contract.vocabulary import Role
from hall_server.domain.rights import Right

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller

Asked = Request[Any, Any, Any]
After = Annotated[str, Parameter(max_length=40, description="`next` of the page before; empty: from the beginning")]
_BOOKINGS = "/halls/{hall_id:str}/bookings"
_BOOKING = "/halls/{hall_id:str}/bookings/{booking_id:str}"


@get("/halls/{hall_id:str}/slots", right=Right.ASSIST, summary="What can be booked of a queue on a day")
async def slots(request: Asked, hall_id: FromPath[str], queue: Word, day: Day = "") -> SlotPage:
    """Places that are left. No slots means that nothing can be booked; numbers are given all the same."""
    return (await enter(request, hall_id)).bookings.slots(queue, day)


@get(_BOOKINGS, right=Right.SERVE, summary="Bookings of a day, page by page")
async def bookings(
    request: Asked, hall_id: FromPath[str], *, day: Day = "", after: After = "", limit: Page = 50
) -> BookingPage:
    """In the order of their slots."""
    return (await enter(request, hall_id)).bookings.page(day, after, limit)


@get(f"{_BOOKINGS}/mine", right=Right.ASSIST, summary="What a person has booked")
async def mine(request: Asked, hall_id: FromPath[str]) -> list[BookingView]:
    """Whose pseudonym stands in the header `Kapok-Visitor`; what is still to come."""
    hall = await enter(request, hall_id)
    return list(hall.bookings.own(visitor_of(request)))


@get(_BOOKING, right=Right.ASSIST, summary="One booking")
async def booking(request: Asked, hall_id: FromPath[str], booking_id: FromPath[str]) -> BookingView:
    """As it stands now; masks to staff only."""
    hall = await enter(request, hall_id)
    return hall.bookings.booking(booking_id.lower(), to_staff=request.state.api_key.role is not Role.KIOSK)


@get(f"{_BOOKING}/events", right=Right.SERVE, summary="Everything that happened to a booking")
async def history(request: Asked, hall_id: FromPath[str], booking_id: FromPath[str]) -> BookingHistory:
    """Who, when and what, in order."""
    return (await enter(request, hall_id)).bookings.history(booking_id.lower())


@post(_BOOKINGS, right=Right.ASSIST, status_code=HTTP_201_CREATED, summary="预约 book a slot")
async def book(request: Asked, hall_id: FromPath[str]) -> BookingView:
    """The Idempotency-Key is the booking's id. Outside the opening hours it is pending until staff confirm it."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, Book)
    return await hall.bookings.book(_caller(request), key, order)


@post(f"{_BOOKING}/cancel", right=Right.ASSIST, status_code=HTTP_200_OK, summary="取消预约 cancel a booking")
async def cancel(request: Asked, hall_id: FromPath[str], booking_id: FromPath[str]) -> BookingView:
    """By the visitor at a kiosk in time, by staff at any time before check-in."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, CancelBooking)
    return await hall.bookings.cancel(_caller(request), key, booking_id.lower(), order)


@post(f"{_BOOKING}/confirm", right=Right.SERVE, status_code=HTTP_200_OK, summary="确认 out-of-hours")
async def confirm(request: Asked, hall_id: FromPath[str], booking_id: FromPath[str]) -> BookingView:
    """A named member of staff will be there."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ConfirmBooking)
    return await hall.bookings.confirm(_caller(request), key, booking_id.lower(), order)


@post(f"{_BOOKING}/excuse", right=Right.SERVE, status_code=HTTP_200_OK, summary="申诉 excuse a missed one")
async def excuse(request: Asked, hall_id: FromPath[str], booking_id: FromPath[str]) -> BookingView:
    """It counts no more against the person."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ExcuseBooking)
    return await hall.bookings.excuse(_caller(request), key, booking_id.lower(), order)


@post(f"{_BOOKING}/check_in", right=Right.ASSIST, status_code=HTTP_201_CREATED, summary="签到 check in")
async def check_in(request: Asked, hall_id: FromPath[str], booking_id: FromPath[str]) -> CheckedIn:
    """The Idempotency-Key is the ticket's id. A kiosk then prints the slip and tells what became of it."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, CheckIn)
    return await hall.bookings.check_in(_caller(request), key, booking_id.lower(), order)


def _caller(request: Asked) -> Caller:
    return kiosk_of(request) if request.state.api_key.role is Role.KIOSK else clerk_of(request)


HANDLERS = [slots, bookings, mine, booking, history, book, cancel, confirm, excuse, check_in]
