"""有消息告诉我: a telephone told to the hall for one ticket, asked twice at most. Knows no page; logs no number."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.notice_wishes import WishNotices
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.phone import TextMe, TextNoMore, TextsSet

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.notice_wishes import NoticesWished
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, NoticeVerbs, Post

LOG = logging.getLogger("kapok.kiosk.notices")

WITHIN_S = 1.5  # each of two tries
TRIES = 2


@dataclass(frozen=True)
class Notices:
    """Performs TextMe and TextNoMore. `verbs` block; None: no hall for them."""

    verbs: NoticeVerbs | None
    post: Post
    clock: Clock
    fresh_id: Callable[[], str]

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(TextMe, self.text)
        errands.register(TextNoMore, self.text_no_more)

    async def text(self, errand: TextMe) -> None:
        """Tell this telephone of the ticket."""
        verbs, key = self.verbs, self.fresh_id()
        order = WishNotices(phone=errand.number)
        heard = verbs is not None and await self._heard(lambda: verbs.text(key, errand.ticket_id, order))
        self.post(TextsSet(self.clock(), errand.ticket_id, heard=heard))

    async def text_no_more(self, errand: TextNoMore) -> None:
        """不用发了."""
        verbs, key = self.verbs, self.fresh_id()
        if verbs is not None:
            await self._heard(lambda: verbs.text_no_more(key, errand.ticket_id))

    async def _heard(self, ask: Callable[[], NoticesWished]) -> bool:
        for _ in range(TRIES):
            try:
                await in_time(ask, WITHIN_S)
            except HallSilentError:
                continue
            except HallRefusedError as error:
                LOG.info("a wish to be told was refused: %s", error.code)
                return False
            return True
        LOG.info("nobody heard a wish to be told")
        return False
