"""升级 (UI-T7): which version works, what lies in the other slot, and the change to it after a question. Pure.

A kiosk changes nothing of itself: it leaves the same wish that a roll-out of the hall leaves (ADR 0020), and the slots
ask the version how it is and go back by themselves.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.self_test import stays_open
from kiosk.session.state import Page
from kiosk.session.upgrade_words import Change, LookAtSlots, SlotsSeen, Upgrade, VersionRefused, WishVersion
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session
    from kiosk.session.upgrade_words import Slots


def upgrade_opened(session: Session) -> Turn:
    """Looked at anew each time."""
    return _with(replace(session, page=Page.UPGRADE), Upgrade()), (LookAtSlots(),)


def the_upgrade(session: Session) -> Upgrade:
    """The page as it is."""
    return session.workshop.upgrade if session.workshop is not None else Upgrade()


def _with(session: Session, upgrade: Upgrade) -> Session:
    if session.workshop is None:
        return session
    return stays_open(replace(session, workshop=replace(session.workshop, upgrade=upgrade)))


def goes_to(slots: Slots, version: str) -> bool:
    """Whether it can be put to work here: it lies here, is not at work, and was well."""
    return version in slots.there and version != slots.at_work and version not in slots.bad


def _seen(session: Session, event: SlotsSeen) -> Turn:
    if session.workshop is None:
        return session, ()
    upgrade = replace(session.workshop.upgrade, slots=event.slots)
    return replace(session, workshop=replace(session.workshop, upgrade=upgrade)), ()


def _look_again(session: Session, _: Touched) -> Turn:
    return _with(session, Upgrade(the_upgrade(session).slots)), (LookAtSlots(),)


def _asked(session: Session, event: Chosen) -> Turn:
    """The one before, or the one that the hall wants; nothing else can be asked for."""
    upgrade = the_upgrade(session)
    slots, version = upgrade.slots, event.value
    if slots is None or upgrade.change is Change.SENT:
        return session, ()
    if version not in {slots.before, slots.wanted} or not goes_to(slots, version):
        return session, ()
    return _with(session, Upgrade(slots, Change.ASKED, version)), ()


def _agreed(session: Session, _: Touched) -> Turn:
    upgrade = the_upgrade(session)
    if upgrade.change is not Change.ASKED:
        return session, ()
    sent = _with(session, replace(upgrade, change=Change.SENT))
    return sent, (StaffDoes(StaffAct.VERSION_WISHED), WishVersion(upgrade.version))


def _declined(session: Session, _: Touched) -> Turn:
    upgrade = the_upgrade(session)
    if upgrade.change is not Change.ASKED:
        return session, ()
    return _with(session, Upgrade(upgrade.slots)), ()


def _refused(session: Session, event: VersionRefused) -> Turn:
    """An answer to another wish changes nothing."""
    upgrade = the_upgrade(session)
    if session.workshop is None or upgrade.change is not Change.SENT or upgrade.version != event.version:
        return session, ()
    told = replace(upgrade, change=Change.REFUSED, refusal=event.refusal)
    return replace(session, workshop=replace(session.workshop, upgrade=told)), (PlayTone(Tone.WARN),)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.UPGRADE, Touch.TRY_AGAIN): _look_again,
            (Page.UPGRADE, Touch.AGREE): _agreed,
            (Page.UPGRADE, Touch.DECLINE): _declined,
        }
    ),
    choices=MappingProxyType({(Page.UPGRADE, Choice.VERSION): _asked}),
    answers=MappingProxyType({SlotsSeen: _seen, VersionRefused: _refused}),
)
