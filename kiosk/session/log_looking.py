"""日志 (UI-T6): what this kiosk has logged, narrowed, looked through, and copied to a stick. Pure.

The passphrase of a copy is dropped with its page, and with everything that ends the technician's five minutes.
"""

from __future__ import annotations

from string import ascii_uppercase, digits
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.log_words import (
    LogCopy,
    LogEntry,
    LogLook,
    LogNotSaved,
    LogOnly,
    LogRead,
    LogSaved,
    ReadLog,
    SaveLog,
    StickStep,
)
from kiosk.session.self_test import stays_open, workshop_locked
from kiosk.session.self_test_words import Lamp
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

SIGNS = digits + ascii_uppercase
LONGEST = 16
SHOWN = MappingProxyType({LogOnly.ODD: (Lamp.WARNING, Lamp.FAULT), LogOnly.FAULTS: (Lamp.FAULT,)})


def log_opened(session: Session) -> Turn:
    """The newest of all, read anew."""
    if session.workshop is None:
        return session, ()
    return _on(session, Page.LOG, LogLook()), (ReadLog(),)


def log_look(session: Session) -> LogLook:
    """What is looked at; nothing yet where nobody looks."""
    return session.workshop.log if session.workshop is not None else LogLook()


def log_copy(session: Session) -> LogCopy:
    """The copy on a stick."""
    return session.workshop.copy if session.workshop is not None else LogCopy()


def found_in(entries: tuple[LogEntry, ...], only: LogOnly, text: str) -> tuple[LogEntry, ...]:
    """Those that are asked for; letters large and small are the same."""
    lamps, wanted = SHOWN.get(only), text.upper()
    odd = tuple(one for one in entries if lamps is None or one.lamp in lamps)
    return tuple(one for one in odd if wanted in f"{one.at} {one.source} {one.text}".upper()) if wanted else odd


def _on(session: Session, page: Page, look: LogLook) -> Session:
    if session.workshop is None:
        return session
    return stays_open(replace(session, page=page, workshop=replace(session.workshop, log=look, copy=LogCopy())))


def _with_copy(session: Session, copy: LogCopy) -> Session:
    if session.workshop is None:
        return session
    return replace(session, workshop=replace(session.workshop, copy=copy))


def _read(session: Session, event: LogRead) -> Turn:
    if session.workshop is None:
        return session, ()
    look = replace(session.workshop.log, read=True, entries=event.entries)
    return replace(session, workshop=replace(session.workshop, log=look)), ()


def _turned(session: Session, event: Touched) -> Turn:
    look = log_look(session)
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return _on(session, Page.LOG, replace(look, place=look.place + by)), ()


def _narrowed(session: Session, event: Chosen) -> Turn:
    if event.value not in frozenset(LogOnly):
        return session, ()
    return _on(session, Page.LOG, replace(log_look(session), only=LogOnly(event.value), place=0)), ()


def _search(session: Session, _: Touched) -> Turn:
    look = log_look(session)
    return _on(session, Page.LOG_SEARCH, replace(look, typed=look.looked_for)), ()


def _key(session: Session, event: Chosen) -> Turn:
    look = log_look(session)
    match event.value:
        case "back":
            typed = look.typed[:-1]
        case "clear":
            typed = ""
        case sign if len(sign) == 1 and sign.upper() in SIGNS:
            typed = (look.typed + sign.upper())[:LONGEST]
        case _:
            return session, ()
    return _on(session, Page.LOG_SEARCH, replace(look, typed=typed)), ()


def _searched(session: Session, event: Touched) -> Turn:
    """确定 looks for what was typed, 返回 for what was looked for before."""
    look = log_look(session)
    if event.touch is Touch.TYPED:
        look = replace(look, looked_for=look.typed, place=0)
    return _on(session, Page.LOG, replace(look, typed="")), ()


def _ask_for_stick(session: Session, _: Touched) -> Turn:
    return _on(session, Page.LOG_STICK, log_look(session)), ()


def _save(session: Session, event: Touched) -> Turn:
    """存到 U 盘, once; a passphrase that was shown is not shown again."""
    if log_copy(session).step in {StickStep.SAVING, StickStep.SAVED}:
        return session, ()
    copy = LogCopy(StickStep.SAVING, event.fresh_id)
    return _with_copy(stays_open(session), copy), (SaveLog(event.fresh_id),)


def _saved(session: Session, event: LogSaved) -> Turn:
    if not _waits(session, event.job):
        return session, ()
    copy = LogCopy(StickStep.SAVED, file=event.file, passphrase=event.passphrase)
    return _with_copy(stays_open(session), copy), (PlayTone(Tone.OK),)


def _not_saved(session: Session, event: LogNotSaved) -> Turn:
    if not _waits(session, event.job):
        return session, ()
    return _with_copy(session, LogCopy(StickStep.FAILED, fault=event.fault)), (PlayTone(Tone.WARN),)


def _waits(session: Session, job: str) -> bool:
    copy = log_copy(session)
    return copy.step is StickStep.SAVING and copy.job == job


def _back_to_log(session: Session, _: Touched) -> Turn:
    return _on(session, Page.LOG, log_look(session)), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.LOG, Touch.NEXT_LIST_PAGE): _turned,
            (Page.LOG, Touch.PREVIOUS_LIST_PAGE): _turned,
            (Page.LOG, Touch.SEARCH): _search,
            (Page.LOG, Touch.TO_STICK): _ask_for_stick,
            (Page.LOG_SEARCH, Touch.TYPED): _searched,
            (Page.LOG_SEARCH, Touch.BACK): _searched,
            (Page.LOG_STICK, Touch.SEND): _save,
            (Page.LOG_STICK, Touch.NOTED): _back_to_log,
            (Page.LOG_STICK, Touch.BACK): _back_to_log,
        }
    ),
    choices=MappingProxyType({(Page.LOG, Choice.LEVEL): _narrowed, (Page.LOG_SEARCH, Choice.KEY): _key}),
    answers=MappingProxyType({LogRead: _read, LogSaved: _saved, LogNotSaved: _not_saved}),
    ends=MappingProxyType(dict.fromkeys((Page.LOG_SEARCH, Page.LOG_STICK), workshop_locked)),
)
