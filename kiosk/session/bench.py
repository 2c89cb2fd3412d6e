"""工具 (UI-T3 to UI-T9): which of the technician's pages is opened, and the way back. Five minutes lock each. Pure."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.events import Choice, Touch
from kiosk.session.glass_look import glass_opened
from kiosk.session.journey import Journey
from kiosk.session.log_looking import log_opened
from kiosk.session.self_test import stays_open, workshop_locked
from kiosk.session.self_test_words import Examine
from kiosk.session.settling import settings_opened
from kiosk.session.sounding import sounds_opened
from kiosk.session.state import Page
from kiosk.session.touch_grid import grid_opened
from kiosk.session.upgrading import upgrade_opened
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session


class Tool(StrEnum):
    """A page of the technician's. Permanent."""

    TOUCH = "touch"  # UI-T3
    SPEAKER = "speaker"  # UI-T3
    GLASS = "glass"  # UI-T4
    WAY = "way"  # UI-T5
    LOG = "log"  # UI-T6
    UPGRADE = "upgrade"  # UI-T7
    SETTINGS = "settings"  # UI-T8
    DRILL = "drill"  # UI-T9


def _to(page: Page) -> Callable[[Session], Turn]:
    return lambda session: (stays_open(replace(session, page=page)), ())


def _back_to(page: Page) -> Callable[[Session, Touched], Turn]:
    return lambda session, _: _to(page)(session)


OPENERS = MappingProxyType(
    {
        Tool.TOUCH: grid_opened,
        Tool.SPEAKER: sounds_opened,
        Tool.GLASS: glass_opened,
        Tool.WAY: _to(Page.WAY),
        Tool.LOG: log_opened,
        Tool.UPGRADE: upgrade_opened,
        Tool.SETTINGS: settings_opened,
        Tool.DRILL: _to(Page.DRILL),
    }
)
LISTED = (  # on the page 工具, in this order; the others belong to a row of 自检
    Tool.GLASS,
    Tool.WAY,
    Tool.LOG,
    Tool.UPGRADE,
    Tool.SETTINGS,
    Tool.DRILL,
)
BEHIND = (  # whose 返回 leads to 工具
    Page.GLASS_LOOK,
    Page.WAY,
    Page.LOG,
    Page.UPGRADE,
    Page.SETTINGS,
    Page.DRILL,
)


def _tool_chosen(session: Session, event: Chosen) -> Turn:
    if event.value not in OPENERS:
        return session, ()
    return OPENERS[Tool(event.value)](session)


def _look_again(session: Session, _: Touched) -> Turn:
    return stays_open(session), (Examine(),)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.SELF_TEST, Touch.BENCH): _back_to(Page.BENCH),
            (Page.BENCH, Touch.BACK): _back_to(Page.SELF_TEST),
            (Page.WAY, Touch.TRY_AGAIN): _look_again,
            **{(page, Touch.BACK): _back_to(Page.BENCH) for page in BEHIND},
        }
    ),
    choices=MappingProxyType({(page, Choice.TOOL): _tool_chosen for page in (Page.SELF_TEST, Page.BENCH)}),
    ends=MappingProxyType(dict.fromkeys((Page.BENCH, *BEHIND), workshop_locked)),
)
