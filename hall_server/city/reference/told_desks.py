"""The desks behind the ports that halls tell things to, as one piece of the reference city."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from hall_server.city.reference.application_desk import ApplicationDesk
from hall_server.city.reference.appointment_desk import AppointmentDesk
from hall_server.city.reference.case_desk import CaseDesk
from hall_server.city.reference.inbox import Inbox
from hall_server.city.reference.news import News
from hall_server.city.reference.notice_desk import NoticeDesk

if TYPE_CHECKING:
    from collections.abc import Callable


def told_desks(issuer: str, now_us: Callable[[], int]) -> dict[str, Any]:
    """The desks by the names under which routes are handed them."""
    inbox, news, life = Inbox(now_us), News(), secrets.token_hex(3).upper()
    bookings = AppointmentDesk(issuer, inbox, news, life)
    cases = CaseDesk(inbox, news, now_us)
    return {
        "inbox": inbox,
        "news_desk": news,
        "appointment_desk": bookings,
        "case_desk": cases,
        "application_desk": ApplicationDesk(cases, now_us, lambda: secrets.token_bytes(32)),
        "notice_desk": NoticeDesk(issuer, inbox, bookings, now_us),
    }
