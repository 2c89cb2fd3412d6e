"""The screen while nobody is there (UI-K1, clause CL-H22): which of the hall's own pictures stands now. Pure.

Nobody is there when the first page has not been touched for a while and no visit, question or call for help is under
way; a touch, a card or a code ends it at once, because all of them are somebody. Times are the hall's.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.session.helping import UNDER_WAY
from kiosk.session.leaving import patient
from kiosk.session.state import Page
from kiosk.session.urgent import urgent_now
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session


class Slide(Value, frozen=True):
    """One picture. Captions by language; clock times "09:00", the same twice: all day; dates "2026-10-16" or ""."""

    file: str  # an absolute path
    seconds: float = 12.0
    caption: str = ""
    caption_hk: str = ""
    caption_en: str = ""
    shown_from: str = "00:00"
    shown_to: str = "00:00"
    first: str = ""
    last: str = ""

    def stands(self, at: datetime | None) -> bool:
        """Whether it may be shown at this local time; a scheduled one not while the time is not known."""
        all_day = self.shown_from == self.shown_to
        if at is None:
            return all_day and not self.first and not self.last
        day, clock = f"{at:%Y-%m-%d}", f"{at:%H:%M}"
        if (self.first and day < self.first) or (self.last and day > self.last):
            return False
        if self.shown_from < self.shown_to:
            return self.shown_from <= clock < self.shown_to
        return all_day or clock >= self.shown_from or clock < self.shown_to


def idle_since(session: Session) -> float | None:
    """Seconds since nobody is there; None while somebody may be."""
    called = session.help is not None and session.help.step in UNDER_WAY
    if session.page is not Page.HOME or session.visit is not None or session.warning is not None or called:
        return None
    idle = session.now - session.last_touch - patient(session, "idle_s")
    return idle if idle >= 0 and not session.card_on_glass else None


def slide_now(session: Session) -> Slide | None:
    """The picture that stands, each for its time, round and round; None: the first page or an urgent notice does."""
    idle = idle_since(session)
    if idle is None or urgent_now(session) is not None:
        return None
    at = _hall_time(session)
    shown = [slide for slide in session.playlist if slide.stands(at)]
    if not shown:
        return None
    into = idle % sum(slide.seconds for slide in shown)
    for slide in shown:
        if into < slide.seconds:
            return slide
        into -= slide.seconds
    return shown[-1]


def _hall_time(session: Session) -> datetime | None:
    """By the hall's newest word, which is some seconds old."""
    hall = session.hall
    if hall is None or not hall.at or not session.online:
        return None
    return datetime.fromtimestamp(hall.at / 1_000_000, UTC) + timedelta(seconds=hall.utc_offset_s)
