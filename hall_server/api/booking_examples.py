"""Examples of the commands and answers about appointments 预约; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

_ID = "3b241101-e2bb-4255-8caf-4136c566a962"
_MINUTE = 60_000_000
_AT = 1_792_030_920_000_000  # 2026-10-15 10:22 in the hall
_STARTS = _AT + 38 * _MINUTE
_SLOT: dict[str, Any] = {"starts_at": _STARTS, "ends_at": _STARTS + 30 * _MINUTE, "places": 6, "left": 2}
_BOOKING: dict[str, Any] = {
    "id": _ID,
    "queue": "A",
    "item": "i07",
    "item_name": "社会保障卡申领",
    "day": "2026-10-15",
    "starts_at": _STARTS,
    "ends_at": _STARTS + 30 * _MINUTE,
    "state": "booked",
    "channel": "phone",
    "made_at": _AT - 1_440 * _MINUTE,
    "check_in_from": _STARTS - 30 * _MINUTE,
    "on_time_until": _STARTS + 10 * _MINUTE,
    "check_in_until": _STARTS + 40 * _MINUTE,
    "cancel_until": _STARTS - 120 * _MINUTE,
    "correlation": _ID,
}


def booking_examples(ticket: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """By the name of the shape; `ticket` is the example of a ticket."""
    step = {"n": 41, "at": _AT, "move": "book", "state": "booked", "actor_kind": "clerk", "actor": "1003"}
    return {
        "Book": {
            "item": "i07",
            "starts_at": _STARTS,
            "channel": "phone",
            "visitor": {"pseudonym": "ab" * 16, "name_mask": "陈*明", "number_mask": "123X"},
        },
        "CancelBooking": {"reason": "本人来电"},
        "ConfirmBooking": {"clerk": "1003"},
        "ExcuseBooking": {"reason": "系统故障"},
        "CheckIn": {"chips": ["elder"]},
        "BookingView": _BOOKING,
        "BookingPage": {"day": "2026-10-15", "bookings": [_BOOKING], "next": f"{_STARTS}-41"},
        "BookingHistory": {"booking": _ID, "steps": [step]},
        "SlotPage": {"queue": "A", "day": "2026-10-15", "slots": [_SLOT]},
        "CheckedIn": {
            "ticket": {**ticket, "booked_for": _STARTS, "correlation": _ID},
            "bookings": [{**_BOOKING, "state": "checked_in", "ticket": ticket["id"]}],
        },
    }
