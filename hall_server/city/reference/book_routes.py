"""The booking page of the reference city: choose an item and a slot, see how bookings stand, give one back.

Forms, no script. A person's page also shows the messages that the city has told them.
"""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, quote

from litestar import Request, Response, get, post

from hall_server.city.reference.appointment_desk import AppointmentDesk
from hall_server.city.reference.book_pages import BookPages
from hall_server.city.reference.notice_words import CHINA
from hall_server.city.reference.pages import Pages
from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError

Asked = Request[Any, Any, Any]
NOBODY = "这里没有这个人"
_MOST = 64
_SEE_OTHER = 303
_NUMBER_MAX = 17


@get("/book/{name:str}", sync_to_thread=False)
def book_page(pages: Pages, book_pages: BookPages, name: str, item: str = "", said: str = "") -> Response[str]:
    """A person's bookings, and the way to another."""
    person = PERSONS.get(name)
    if person is None:
        return pages.lost(NOBODY)
    now = time.time_ns() // 1000
    return pages.book(person, book_pages.shown_to(name, item[:_MOST], now), said=said == "no")


@post("/book/{name:str}", status_code=_SEE_OTHER)
async def book(request: Asked, appointment_desk: AppointmentDesk, pages: Pages, name: str) -> Response[str]:
    """Book; what cannot be understood leads back to the form."""
    if name not in PERSONS:
        return pages.lost(NOBODY)
    form = _form(await request.body())
    item, starts_at = form.get("item", "")[:_MOST], _moment(form)
    if not item or not starts_at:
        return _to(name, "?said=no")
    appointment_desk.book(name, item, starts_at)
    return _to(name)


@post("/book/{name:str}/cancel/{reference:str}", status_code=_SEE_OTHER, sync_to_thread=False)
def give_back(appointment_desk: AppointmentDesk, pages: Pages, name: str, reference: str) -> Response[str]:
    """Give a booking of one's own back."""
    if name not in PERSONS:
        return pages.lost(NOBODY)
    try:
        if any(one.reference == reference for one in appointment_desk.of(name)):
            appointment_desk.cancel(reference)
    except CityError:
        return _to(name, "?said=no")
    return _to(name)


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=10))
    except ValueError:
        return {}


def _moment(form: dict[str, str]) -> int:
    """UTC microseconds of a slot's button, or of a day and time that were typed; 0: neither."""
    told = form.get("starts_at", "")
    if told.isascii() and told.isdigit() and len(told) <= _NUMBER_MAX:
        return int(told)
    try:
        typed = datetime.fromisoformat(form.get("typed", "")[:_MOST])
        return int(typed.replace(tzinfo=CHINA).timestamp() * 1_000_000)
    except (ValueError, OverflowError, OSError):
        return 0


def _to(name: str, more: str = "") -> Response[str]:
    return Response("", status_code=_SEE_OTHER, headers={"Location": f"/book/{quote(name)}{more}"})


BOOK_ROUTES = (book_page, book, give_back)
