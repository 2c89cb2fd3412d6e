"""What a counter is told and tells besides its visitors: a pause, and the lists of those who stand aside."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.messages import Command
from hall_server.contract.vocabulary import Outcome, TicketState

PAUSE_MINUTES_MOST = 4 * 60


OUTCOME_ON_KEY = {
    "7": Outcome.CONSULTED,
    "8": Outcome.COLLECTED,
    "9": Outcome.TRANSFERRED_UNSOLVED,
    "+": Outcome.LEFT,
    "4": Outcome.RECEIVED,
    "5": Outcome.TOLERANT_ACCEPTED,
    "6": Outcome.REFUSED_WITH_REASON,
    "1": Outcome.DONE_AT_ONCE,
    "2": Outcome.ACCEPTED,
    "3": Outcome.SUPPLEMENT_NOTICE,
    "0": Outcome.LEFT_UNPREPARED,
}
"""How a service ended, by the key of a numeric pad; the console's picker is laid out as the pad is."""


class CounterPauseReason(StrEnum):
    """Why a counter pauses: for colleagues and the lead; people in the hall read only when it goes on."""

    RESTROOM = "restroom"  # 去洗手间
    REST = "rest"  # 喝水休息
    PAPERWORK = "paperwork"  # 取件打印
    MEETING = "meeting"  # 开会培训
    MEAL = "meal"  # 吃饭


class PauseCounter(Command, frozen=True):
    """暂停: nobody is called here for about so many minutes."""

    reason: CounterPauseReason
    minutes: Annotated[int, msgspec.Meta(ge=1, le=PAUSE_MINUTES_MOST)]


class AsideTicket(msgspec.Struct, frozen=True):
    """A ticket that a clerk looks for: held 挂起, missed 过号, or found by its number. Nothing of the person.

    `at`: since when it stands so. `reason` and `remind_at` are the last clerk's own, for colleagues.
    """

    id: str
    label: str
    queue: str
    item_name: str
    state: TicketState
    at: int
    counter: int | None = None
    reason: str = ""
    remind_at: int | None = None
    by: str = ""
    no_shows: int = 0
    directed_to: int | None = None


class ColleagueWord(msgspec.Struct, frozen=True):
    """What a clerk wrote when they held a ticket or sent it on; told to counters only."""

    at: int
    counter: int | None
    by: str
    words: str
