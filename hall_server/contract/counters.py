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


class HoldWhy(msgspec.Struct, frozen=True):
    """Why somebody steps aside, and when to look for them again."""

    words: str
    minutes: int


HOLD_WHY = {
    "1": HoldWhy("去复印", 10),
    "2": HoldWhy("补填表", 10),
    "3": HoldWhy("去拍照", 15),
    "4": HoldWhy("去缴费", 15),
    "5": HoldWhy("回去取材料", 60),
    "6": HoldWhy("等系统、等同事", 5),
}
"""Why a visitor is held, by the key of a numeric pad."""


class PauseWhy(msgspec.Struct, frozen=True):
    """Why a counter pauses, and for about how long."""

    reason: CounterPauseReason
    words: str
    minutes: int


PAUSE_WHY = {
    "1": PauseWhy(CounterPauseReason.RESTROOM, "去洗手间", 5),
    "2": PauseWhy(CounterPauseReason.REST, "喝水休息", 10),
    "3": PauseWhy(CounterPauseReason.PAPERWORK, "取件打印", 10),
    "4": PauseWhy(CounterPauseReason.MEETING, "开会培训", 30),
    "5": PauseWhy(CounterPauseReason.MEAL, "吃饭", 45),
}
"""Why a counter pauses, by the key of a numeric pad."""


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
