"""配置 (UI-T8): every setting of this machine; the few that belong to its place are changed, old → new first. Pure.

What is changed is kept where the hall's pushed settings are, and holds as they do: from the next start on.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.self_test import stays_open
from kiosk.session.settings_words import (
    KeepSetting,
    Kind,
    LookAtSettings,
    Settings,
    SettingsFault,
    SettingsKept,
    SettingsSeen,
    SettingStep,
    SettingTried,
    TrySetting,
    UndoSetting,
)
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

SIGNS = {Kind.NUMBER: "0123456789.", Kind.TIME: "0123456789"}
LONGEST = {Kind.NUMBER: 6, Kind.TIME: 4}
YES, NO = "true", "false"
HOUR_DIGITS = 2


def settings_opened(session: Session) -> Turn:
    """Looked at anew each time."""
    return _with(replace(session, page=Page.SETTINGS), Settings()), (LookAtSettings(),)


def the_settings(session: Session) -> Settings:
    """The page as it is."""
    return session.workshop.settings if session.workshop is not None else Settings()


def _with(session: Session, settings: Settings) -> Session:
    return session if session.workshop is None else stays_open(_told(session, settings))


def _told(session: Session, settings: Settings) -> Session:
    """The same, by news that nobody touched for."""
    if session.workshop is None:
        return session
    return replace(session, workshop=replace(session.workshop, settings=settings))


def text_of(kind: Kind, typed: str) -> str:
    """What was typed as it would stand in a file: 2200 is 22:00."""
    return f"{typed[:HOUR_DIGITS]}:{typed[HOUR_DIGITS:]}" if kind is Kind.TIME else typed


def is_typed(settings: Settings) -> bool:
    """Whether there is something whole to try, and another value than now."""
    one = settings.one
    if one is None or settings.busy or not settings.typed:
        return False
    whole = one.kind is not Kind.TIME or len(settings.typed) == LONGEST[Kind.TIME]
    return whole and text_of(one.kind, settings.typed) != one.value


def _seen(session: Session, event: SettingsSeen) -> Turn:
    settings = the_settings(session)
    told = replace(settings, seen=event.seen, undo=event.undo)
    return _told(session, replace(told, fault=event.fault) if event.fault else told), ()


def _turned(session: Session, event: Touched) -> Turn:
    settings = the_settings(session)
    if settings.step not in {SettingStep.LIST, SettingStep.KEPT}:
        return session, ()
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return _with(session, replace(settings, list_page=settings.list_page + by)), ()


def _chosen(session: Session, event: Chosen) -> Turn:
    """One of the list; what was typed for another is gone."""
    settings = the_settings(session)
    if settings.busy or all(one.key != event.value for one in settings.seen or ()):
        return session, ()
    opened = replace(settings, step=SettingStep.ONE, key=event.value, typed="", fault=SettingsFault.NONE, expected="")
    return _with(session, opened), ()


def _key(session: Session, event: Chosen) -> Turn:
    """A sign, what undoes, or yes and no; a sign that cannot stand there changes nothing."""
    settings = the_settings(session)
    one = settings.one
    if one is None or settings.step is not SettingStep.ONE or settings.busy:
        return session, ()
    match event.value:
        case word if one.kind is Kind.SWITCH:
            if word not in {YES, NO}:
                return session, ()
            typed = word
        case "back":
            typed = settings.typed[:-1]
        case "clear":
            typed = ""
        case sign if len(sign) == 1 and sign in SIGNS.get(one.kind, ""):
            typed = (settings.typed + sign)[: LONGEST[one.kind]]
        case _:
            return session, ()
    return _with(session, replace(settings, typed=typed, fault=SettingsFault.NONE, expected="")), ()


def _typed(session: Session, _: Touched) -> Turn:
    """确定: the schema is asked."""
    settings = the_settings(session)
    one = settings.one
    if one is None or settings.step is not SettingStep.ONE or not is_typed(settings):
        return session, ()
    tried = TrySetting(one.key, one.kind, text_of(one.kind, settings.typed))
    return _with(session, replace(settings, busy=True)), (tried,)


def _tried(session: Session, event: SettingTried) -> Turn:
    """A yes shows old → new; a no stands beside what was typed, which stays."""
    settings = the_settings(session)
    if not settings.busy or event.key != settings.key:
        return session, ()
    told = replace(settings, busy=False, fault=event.fault, expected=event.expected)
    if event.fault:
        back = SettingStep.ONE if settings.step is SettingStep.SURE else settings.step
        return _told(session, replace(told, step=back)), (PlayTone(Tone.WARN),)
    return _told(session, replace(told, step=SettingStep.SURE)), ()


def _agreed(session: Session, _: Touched) -> Turn:
    """保存."""
    settings = the_settings(session)
    one = settings.one
    if one is None or settings.step is not SettingStep.SURE or settings.busy:
        return session, ()
    kept = KeepSetting(one.key, one.kind, text_of(one.kind, settings.typed))
    return _with(session, replace(settings, busy=True)), (kept,)


def _declined(session: Session, _: Touched) -> Turn:
    """One step back: from old → new to what was typed, from there to the list."""
    settings = the_settings(session)
    if settings.busy or settings.step not in {SettingStep.ONE, SettingStep.SURE}:
        return session, ()
    if settings.step is SettingStep.SURE:
        return _with(session, replace(settings, step=SettingStep.ONE)), ()
    return _with(session, _listed(settings)), ()


def _listed(settings: Settings) -> Settings:
    return Settings(settings.seen, list_page=settings.list_page, undo=settings.undo, restarts=settings.restarts)


def _undone(session: Session, _: Touched) -> Turn:
    """退回: to what held before the last change on this glass."""
    settings = the_settings(session)
    if not settings.undo or settings.busy or settings.step in {SettingStep.ONE, SettingStep.SURE}:
        return session, ()
    return _with(session, replace(_listed(settings), busy=True)), (UndoSetting(),)


def _kept(session: Session, event: SettingsKept) -> Turn:
    settings = the_settings(session)
    if not settings.busy:
        return session, ()
    kept = replace(_listed(settings), step=SettingStep.KEPT, restarts=event.restarts)
    return _told(session, kept), (StaffDoes(StaffAct.SETTINGS_CHANGED), LookAtSettings())


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.SETTINGS, Touch.NEXT_LIST_PAGE): _turned,
            (Page.SETTINGS, Touch.PREVIOUS_LIST_PAGE): _turned,
            (Page.SETTINGS, Touch.TYPED): _typed,
            (Page.SETTINGS, Touch.AGREE): _agreed,
            (Page.SETTINGS, Touch.DECLINE): _declined,
            (Page.SETTINGS, Touch.UNDO): _undone,
        }
    ),
    choices=MappingProxyType({(Page.SETTINGS, Choice.SETTING): _chosen, (Page.SETTINGS, Choice.KEY): _key}),
    answers=MappingProxyType({SettingsSeen: _seen, SettingTried: _tried, SettingsKept: _kept}),
)
