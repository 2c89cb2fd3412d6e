"""Reads one card that lies there: text and photo, the newest address, how long the fingerprints are. Once, no retries.

Knows no glass and no time. Fingerprints are never asked for unless a site wants their lengths, and never kept.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from devices.id_card.codec import Answer, CardRecord, Command, Done, Refused, State
from devices.id_card.exchange import Exchange, Silent
from devices.id_card.identity import CardTextError, parse_newest_address, parse_text_block
from devices.id_card.sam import sam_id_text

if TYPE_CHECKING:
    from devices.ports.id_card import PhotoDecoder
    from devices.values.id_card import IdCard

LOG = logging.getLogger("kapok.device.id_card")

CANNOT = frozenset({State.COMMAND_ERROR, State.NOT_ALLOWED, State.UNKNOWN_ERROR})
"""A reader that does not know a question, whatever card lies there: it is not asked again."""
SAM_TRIES = 3  # the first answer after power-on is sometimes wrong
ADDRESS_TRIES = 2
SILENCES = 2  # newest addresses in a row that did not come; then visitors wait for no more of them


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of each card beside its text and photo."""

    newest_address: bool = True
    print_lengths: bool = False  # 30 10 also brings the fingerprints themselves, over the wire and into memory


class CardReading:
    """Asks one reader; remembers, until `begin`, what it cannot do."""

    def __init__(self, exchange: Exchange, device: str, wishes: Wishes, photos: PhotoDecoder) -> None:
        self._exchange = exchange
        self._device = device
        self._wishes = wishes
        self._photos = photos
        self._with_prints = wishes.print_lengths
        self._silences = 0

    def begin(self, exchange: Exchange) -> None:
        """A reader that was opened just now."""
        self._exchange = exchange
        self._with_prints, self._silences = self._wishes.print_lengths, 0

    async def sam_id(self) -> str:
        """The security module's number; "" when it does not come in three tries. Raises DeviceLostError."""
        for _ in range(SAM_TRIES):
            answer = await self._exchange.ask(Command.SAM_ID)
            if isinstance(answer, Done) and (text := sam_id_text(answer.data)):
                return text
        self._exchange.begin()  # a reader that keeps this to itself is not ill
        return ""

    async def card(self, *, whole: bool = True) -> IdCard | str:
        """The card, or why not. A refused SELECT is ignored, the card may still be readable. Raises DeviceError.

        Not `whole`: only its text, to see which card it is.
        """
        selected = await self._exchange.ask(Command.SELECT)
        if isinstance(selected, Silent):
            return selected.reason
        answer = await self._record(with_prints=whole and self._with_prints)
        if isinstance(answer, Silent):
            return answer.reason
        if not isinstance(answer, CardRecord):
            return "refused" if isinstance(answer, Refused) else "broken_frame"
        try:
            card = parse_text_block(answer.text)
        except CardTextError as error:
            LOG.warning("%s: card text refused: %s", self._device, error.reason)
            return "unknown_card"
        if not whole:
            return card
        print_bytes, wlt = len(answer.prints) if self._with_prints else None, answer.photo
        del answer  # prints are not to be kept while waiting
        return replace(
            card,
            print_bytes=print_bytes,
            newest_address=await self._newest_address(),
            photo=await self._photos.decode(wlt),
        )

    async def _record(self, *, with_prints: bool) -> Answer | Silent:
        if with_prints:
            answer = await self._exchange.ask(Command.READ_WITH_PRINTS)
            if not (isinstance(answer, Refused) and answer.state in CANNOT):
                self._exchange.watch_over(answer)
                return answer
            self._with_prints = False
        answer = await self._exchange.ask(Command.READ)
        self._exchange.watch_over(answer)
        return answer

    async def _newest_address(self) -> str:
        """The address that was written later; "" when there is none, or when the reader does not tell."""
        for _ in range(ADDRESS_TRIES):
            if not self._wishes.newest_address or self._silences >= SILENCES:
                return ""
            answer = await self._exchange.ask(Command.READ_ADDRESS)
            if isinstance(answer, Done):
                self._silences = 0
                return parse_newest_address(answer.data)
            if answer == Silent("silent"):
                self._silences += 1
                return ""
            if isinstance(answer, Refused):
                if answer.state in CANNOT:
                    self._silences = SILENCES
                return ""
        return ""
