"""From a judged code to the visit: who shows it becomes a pseudonym here, and the code itself goes no further.

Signed codes are claimed first: the hall may know that one was used at another kiosk. Codes that only their own city can
read are asked of `online`, where there is somebody to ask.
"""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from kiosk.codes.answers import Booked, Claimed, Named, Online, Signed, Slip
from kiosk.codes.words import CodeReason
from kiosk.privacy import named_person, signed_person
from kiosk.session.events import CodeShown
from kiosk.session.shown import BookingShown, CodeRefused, OnlineShown, SlipShown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kiosk.codes.answers import Verdict, What
    from kiosk.runner.claiming import Claiming
    from kiosk.runner.ports import AskOnline, Clock, Post
    from kiosk.session.shown import Shown

LOG = logging.getLogger("kapok.kiosk.codes")


@dataclass(frozen=True)
class Arrivals:
    """Posts CodeShown for every verdict. `key` keys pseudonyms; `day` gives the hall's business day.

    `named` hears whose a signed code is: a pseudonym, and the city's own handle; not of one that acts for another.
    """

    post: Post
    clock: Clock
    fresh_id: Callable[[], str]
    key: bytes
    day: Callable[[], date]
    claiming: Claiming
    online: AskOnline | None = None
    named: Callable[[str, str], None] = lambda _pseudonym, _handle: None

    async def follow(self, verdict: Verdict) -> None:
        """Tell the visit what was shown; of a code that its city is asked about, at once that it is asked."""
        if self.online is not None and isinstance(verdict, Claimed) and isinstance(verdict.what, Online):
            self.post(CodeShown(self.clock(), OnlineShown(), self.fresh_id()))
        shown = await self._what(verdict.what) if isinstance(verdict, Claimed) else CodeRefused(verdict.reason)
        self.post(CodeShown(self.clock(), shown, self.fresh_id()))

    async def _what(self, what: What) -> Shown:
        match what:
            case Signed(claims=claims):
                refusal = await self.claiming.refusal(claims)
                if refusal is not None:
                    LOG.info("a code was refused: %s, as the hall says", refusal.value)
                    return CodeRefused(refusal)
                shown = signed_person(what, self.key)
                if not shown.agent:
                    self.named(shown.person.pseudonym, claims.subject)
                return shown
            case Named():
                return self._named(what)
            case Booked(booking_id=booking_id):
                return BookingShown(str(uuid.UUID(bytes=booking_id)))
            case Slip(ticket_id=ticket_id, modes=modes):
                return SlipShown(str(uuid.UUID(bytes=ticket_id)), modes)
            case Online():
                return CodeRefused(CodeReason.ONLINE_NOT_HERE) if self.online is None else await self.online(what)
            case _:  # pragma: no cover - the type checker proves it
                assert_never(what)

    def _named(self, what: Named) -> Shown:
        try:
            return named_person(what, self.key, self.day())
        except ValueError:  # no number that could be keyed
            return CodeRefused(CodeReason.UNKNOWN_CODE)
