"""What stands around every page: name of the hall, time, who closes when, which machine; and whether someone is there.

Pure: the wall clock is an argument. Knows no page.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from kiosk.session.cards import card_notice
from kiosk.session.hearing import USUAL
from kiosk.session.helping import UNDER_WAY, help_notice
from kiosk.session.modes import Language, Mode
from kiosk.session.playlist import idle_since
from kiosk.session.sharing import talk_on
from kiosk.session.state import Page
from kiosk.session.urgent import urgent_words
from kiosk.values import Value
from kiosk.viewmodels.tongue import said

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.session.state import Session

_FAULT_CODES = {
    "no_printer": "P-01",
    "offline": "P-02",
    "paper_out": "P-03",
    "cover_open": "P-04",
    "cutter_error": "P-05",
    "device_lost": "P-06",
    "device_silent": "P-07",
    "hall_silent": "N-01",
    "store_unavailable": "N-02",
    "queue_closed": "Q-01",
    "referred": "Q-02",
    "item_unknown": "Q-03",
}
_READER_AWAY = "R-01"
_WITH_CODE = (Page.PAPER_OUT, Page.ASK_SLIP, Page.BUSY, Page.OUT_OF_SERVICE)


class About(Value, frozen=True):
    """What a machine knows of itself before any hall has answered."""

    kiosk_name: str = ""  # 1 号机
    hall_name: str = ""


class FrameProps(Value, frozen=True):
    """Head, foot and the question 您还在吗？ (UI-K18). `clock` is empty when this machine's clock cannot be trusted."""

    page: str = Page.STARTING
    hall_name: str = ""
    hall_name_en: str = ""
    clock: str = ""
    month: int = 0  # 0: no date is known
    day: int = 0
    weekday: int = 0  # 0 = Monday
    closes: str = ""
    kiosk_name: str = ""
    fault_code: str = ""  # small, for staff; never more of an error than this
    landscape: bool = False
    modes: tuple[str, ...] = ()  # those that are on
    language: str = Language.ZH_CN
    offer_large: bool = False
    speaks: bool = False  # this machine has a voice
    caption: str = ""  # what is being said
    sheet: bool = False  # of 朗读, over the page
    curtain: bool = False  # the picture is off
    headphones: bool = False
    volume: int = USUAL  # steps of 1 to 5
    speed: int = USUAL
    talk: str = ""  # somebody far away is there: on; and sees this screen: shared
    helping: bool = False  # somebody was called, or comes
    help_looks: str = ""  # by what one knows them: 红马甲
    urgent: str = ""  # a notice of the hall, at the head of every page
    notice: str = ""  # how the call stands, on pages that keep their number; or that a card was read
    warning: bool = False
    warning_seconds: int = 0
    warning_share: float = 0.0  # 1 → 0 while the seconds run out


def seconds_left(ends_at: float | None, now: float) -> int:
    """Whole seconds to go, never negative; 0 when nothing ends."""
    return 0 if ends_at is None else max(0, ceil(ends_at - now))


def share_left(ends_at: float | None, now: float, whole_s: float) -> float:
    """How much of `whole_s` seconds is left, 0 … 1."""
    return 0.0 if ends_at is None else min(1.0, max(0.0, (ends_at - now) / whole_s))


def fault_code(fault: str) -> str:
    """The short code at the foot that staff read out on the telephone; unknown faults are all X-00."""
    return _FAULT_CODES.get(fault, "X-00")


def _code_here(session: Session) -> str:
    if session.page is Page.CARD and not session.devices.card_reader:
        return _READER_AWAY
    return fault_code(session.visit.fault if session.visit else "") if session.page in _WITH_CODE else ""


def frame_props(session: Session, about: About, clock: datetime | None) -> FrameProps:
    """Derive the frame. `clock` is the hall's local time, None while it is not known to a minute."""
    hall, visit, warning, call = session.hall, session.visit, session.warning, session.help
    return FrameProps(
        page=session.page,
        hall_name=hall.hall_name if hall else about.hall_name,
        hall_name_en=hall.hall_name_en if hall else "",
        clock=f"{clock:%H:%M}" if clock else "",
        month=clock.month if clock else 0,
        day=clock.day if clock else 0,
        weekday=clock.weekday() if clock else 0,
        closes=hall.closes if hall else "",
        kiosk_name=said(session, about.kiosk_name),
        fault_code=_code_here(session),
        landscape=session.landscape,
        modes=tuple(sorted(session.modes.on | ({Mode.LOW} if session.always_low else set()))),
        language=session.modes.language,
        offer_large=visit is not None and visit.offer_large,
        speaks=session.devices.speaker,
        caption=session.hearing.caption,
        sheet=session.hearing.panel and warning is None,
        curtain=session.hearing.curtain,
        headphones=session.hearing.private,
        volume=session.hearing.volume,
        speed=session.hearing.speed,
        talk=talk_on(session),
        helping=call is not None and call.step in UNDER_WAY,
        urgent=urgent_words(session) if idle_since(session) is None else "",
        help_looks=said(session, call.looks) if call is not None else "",
        notice="drill" if session.drill else help_notice(session) or card_notice(session),
        warning=warning is not None,
        warning_seconds=seconds_left(warning.ends_at if warning else None, session.now),
        warning_share=share_left(warning.ends_at if warning else None, session.now, session.rules.warning_s),
    )
