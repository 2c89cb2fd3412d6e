"""紧急通知: one sentence of the hall that stands on every kiosk until it is lifted or its time is over (CL-H22).

Times are UTC microseconds of the server's clock. Nothing in it is about a person.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.messages import Command, UrgentNotice

WORDS_MOST, LATIN_MOST, MINUTES_MOST = 24, 48, 12 * 60
_ONE_LINE = r"^[^\x00-\x1f\x7f]*\Z"
Sentence = Annotated[str, msgspec.Meta(min_length=2, max_length=WORDS_MOST, pattern=_ONE_LINE)]
SentenceOrNone = Annotated[str, msgspec.Meta(max_length=WORDS_MOST, pattern=_ONE_LINE)]
LatinOrNone = Annotated[str, msgspec.Meta(max_length=LATIN_MOST, pattern=_ONE_LINE)]


WorkNumber = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{0,32}\Z")]


class PostUrgentNotice(Command, frozen=True):
    """What happened and what to do, in one sentence; in the other languages too, or the Chinese stands there.

    `by`: who says so; a key that is bound to a counter needs none.
    """

    words: Sentence
    words_hk: SentenceOrNone = ""
    words_en: LatinOrNone = ""
    minutes: Annotated[int, msgspec.Meta(ge=1, le=MINUTES_MOST)] = 30
    by: WorkNumber = ""


class LiftUrgentNotice(Command, frozen=True):
    """It is over; `by` as when it is posted."""

    by: WorkNumber = ""


class UrgentNow(msgspec.Struct, frozen=True):
    """What stands on the kiosks; None: nothing does."""

    notice: UrgentNotice | None = None
