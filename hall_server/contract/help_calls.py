"""请人帮忙: a kiosk calls somebody of the hall, and hears who comes (clauses CL-D14, CL-G2).

A call says where help is wanted and how to speak with whoever stands there; nothing in it is about the person. Its id
is the Idempotency-Key that it was made with. Times are UTC microseconds of the server's clock. Views may grow.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.video import Speech
from hall_server.contract.messages import Command, ModeLetters

PageCode = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Za-z0-9]{0,7}\Z")]  # K5, K20p: which screen, no words
Minutes = Annotated[int, msgspec.Meta(ge=1, le=30)]


class HelpState(StrEnum):
    """Where a call for help is. Permanent."""

    CALLED = "called"
    SEEN = "seen"  # somebody has read it
    COMING = "coming"  # somebody is on the way
    DONE = "done"
    GIVEN_UP = "given_up"  # 不用了 at the kiosk, or nobody came for half an hour


HELP_IS_OPEN = frozenset({HelpState.CALLED, HelpState.SEEN, HelpState.COMING})


class AskHelp(Command, frozen=True):
    """请人帮忙: from which screen, in which language, in which modes."""

    page: PageCode
    speech: Speech = Speech.MANDARIN
    modes: ModeLetters = ""


class AnswerHelp(Command, frozen=True):
    """看到了, 来了, 办好了: who says so; a key that is bound to a counter needs no `by`. `minutes` goes with coming."""

    by: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{0,32}\Z")] = ""
    minutes: Minutes = 1


class HelpCall(msgspec.Struct, frozen=True, kw_only=True):
    """One call as it stands. `n`: the number of the change that made it so, in the order of changes to all calls."""

    id: str
    n: int
    kiosk: str
    kiosk_name: str = ""  # 1 号机
    place: str = ""  # where it stands
    page: str
    speech: Speech = Speech.MANDARIN
    modes: str = ""
    at: int  # when help was asked for first
    state: HelpState = HelpState.CALLED
    by: str = ""  # work number of whoever has seen it last, or comes
    looks: str = ""  # by what one knows them: 红马甲
    minutes: int | None = None  # until they are there, as they said
    seen_at: int | None = None
    coming_at: int | None = None
    ended_at: int | None = None
    presses: int = 1  # asked again after 不用了 is the same call


class HelpCalls(msgspec.Struct, frozen=True):
    """Calls that are open, the longest ago first. `n`: of the newest change to any call."""

    n: int
    calls: tuple[HelpCall, ...]
