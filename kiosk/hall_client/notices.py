"""有消息告诉我 at the hall (CL-C16): a telephone for one ticket, told once, kept nowhere here.

Blocking, like the rest of this room: each verb raises HallSilentError or HallRefusedError (`not_found`: this hall sends
no messages; `ticket_unknown`: the number was given without it and has not been delivered yet).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.messages import Empty
from hall_server.contract.notice_wishes import NoticesWished, WishNotices

if TYPE_CHECKING:
    from kiosk.hall_client.client import HallClient


class NoticeDesk:
    """The verbs, over one hall's client. Safe to call from several threads."""

    def __init__(self, hall: HallClient) -> None:
        self._hall = hall

    def text(self, key: str, ticket_id: str, order: WishNotices) -> NoticesWished:
        """Tell this telephone; the same key says it once, and no answer repeats the number."""
        return self._hall.command(f"tickets/{ticket_id}/notices", key, order, NoticesWished)

    def text_no_more(self, key: str, ticket_id: str) -> NoticesWished:
        """不用发了; the hall forgets the number."""
        return self._hall.command(f"tickets/{ticket_id}/no_notices", key, Empty(), NoticesWished)
