"""评价 and 投诉 from this kiosk: voluntary, nobody is named. Blocking, like the rest of this room.

The same key says the same thing once: whoever is told HallSilentError calls again with it, now or hours later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.ratings import RatingChannel, RatingStage
from hall_server.contract.voices import (
    Complain,
    ComplaintCategories,
    ComplaintKept,
    GiveRating,
    RatingKept,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.hall_client.client import HallClient

WITHIN_S = 5.0


class Voices:
    """The verbs, over one hall's client. Safe to call from several threads."""

    def __init__(self, hall: HallClient) -> None:
        self._hall = hall

    def categories(self) -> ComplaintCategories:
        """What one can complain of, in the order in which it is shown."""
        return self._hall.read("complaints/categories", ComplaintCategories)

    def complain(self, key: str, category: str, words: str = "", ticket_id: str = "") -> ComplaintKept:
        """投诉; its number is for the slip. The hall keeps no run of seven or more digits of `words`."""
        return self.told(key, Complain(category=category, words=words, ticket=ticket_id))

    def rate(
        self,
        key: str,
        ticket_id: str,
        stars: int,
        stage: RatingStage = RatingStage.SERVICE,
        options: Iterable[str] = (),
    ) -> RatingKept:
        """评价, 5 非常满意 … 1 非常不满意. Refused with `illegal_move` before anybody was served; `again`: 追评."""
        return self.rated(key, ticket_id, GiveRating(stars, stage, RatingChannel.KIOSK, tuple(options)))

    def told(self, key: str, order: Complain) -> ComplaintKept:
        """A complaint as it was kept."""
        return self._hall.question("complaints", key, order, ComplaintKept, WITHIN_S)

    def rated(self, key: str, ticket_id: str, order: GiveRating) -> RatingKept:
        """A rating as it was kept."""
        return self._hall.question(f"tickets/{ticket_id}/rate", key, order, RatingKept, WITHIN_S)
