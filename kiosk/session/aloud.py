"""朗读: what is said, and when it stops. Pure; which words stand on a page is known to whoever reads the glass.

Any key and any touch stops the voice; the first key of the pad, and a plug that goes in, start it (EN 301 549 5.1.3,
49 CFR 27.71(k)). A plug that comes out ends it, so that the loudspeaker does not go on with what was private.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from kiosk.session.effects import Hush, Say
from kiosk.session.hearing import (
    STEPS,
    AloudEvent,
    CaptionCame,
    HeadphonesChanged,
    Knob,
    PadPressed,
    ReadOut,
    Silenced,
    shown_on,
)
from kiosk.session.leaving import forgotten_card, stirred
from kiosk.session.modes import Mode
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen
    from kiosk.session.hearing import Hearing
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session


def aloud_event(session: Session, event: AloudEvent) -> Turn:
    """What the glass wants said, what the pad and its plug did, how far the voice is."""
    match event:
        case ReadOut():
            return _read_out(session, event)
        case Silenced():
            return _quiet(_felt(session))
        case CaptionCame():
            return _caption(session, event)
        case HeadphonesChanged():
            return _headphones(session, inside=event.inside)
        case PadPressed():
            return _quiet(_spoken_to(_felt(session)))
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def speaks(session: Session) -> bool:
    """Whether pages are read out."""
    return Mode.ALOUD in session.modes.on


def must_be_heard(session: Session) -> bool:
    """A card that somebody forgot is said whoever listens (UI-K5)."""
    return forgotten_card(session)


def knob_turned(session: Session, event: Chosen) -> Turn:
    """A button of the sheet; one that nobody knows changes nothing."""
    if event.value not in set(Knob) or not speaks(session):
        return session, ()
    match Knob(event.value):
        case Knob.SILENT:
            return _stopped(session)
        case Knob.CURTAIN:
            hearing = replace(session.hearing, panel=False, curtain=not session.hearing.curtain)
            return replace(session, hearing=hearing), ()
        case Knob.CLOSE:
            return replace(session, hearing=replace(session.hearing, panel=False)), ()
        case knob:
            return replace(session, hearing=_turned(session.hearing, knob)), ()


def panel_opened(session: Session) -> Session:
    """朗读 was touched while it is on already: its sheet."""
    return replace(session, hearing=replace(session.hearing, panel=True))


def _felt(session: Session) -> Session:
    """Somebody is there. A press so soon after another may be a hand that trembles, and leaves everything as it is.

    What the press before it touched is then not touched again (`Rules.same_touch_s`).
    """
    if session.now - session.last_touch < session.rules.same_touch_s:
        return session
    return replace(stirred(session), last_pressed="")


def _somebody_listens(session: Session) -> bool:
    return speaks(session) or must_be_heard(session)


def _turned(hearing: Hearing, knob: Knob) -> Hearing:
    by = 1 if knob in {Knob.LOUDER, Knob.FASTER} else -1
    if knob in {Knob.LOUDER, Knob.SOFTER}:
        return replace(hearing, volume=_step(hearing.volume + by))
    return replace(hearing, speed=_step(hearing.speed + by))


def _step(step: int) -> int:
    return min(STEPS, max(1, step))


def _read_out(session: Session, event: ReadOut) -> Turn:
    if event.page != shown_on(session) or not _somebody_listens(session):
        return session, ()
    hearing = session.hearing.next_turn
    say = Say(
        hearing.turn,
        event.text,
        event.language,
        interrupt=event.interrupt,
        volume=hearing.volume,
        speed=hearing.speed,
        private=hearing.private,
    )
    return replace(session, hearing=hearing), (say,)


def _quiet(session: Session) -> Turn:
    return replace(session, hearing=session.hearing.next_turn), (Hush(),)


def _caption(session: Session, event: CaptionCame) -> Turn:
    if event.turn != session.hearing.turn or not _somebody_listens(session):
        return session, ()
    return replace(session, hearing=replace(session.hearing, caption=event.text)), ()


def _headphones(session: Session, *, inside: bool) -> Turn:
    if not inside and not session.hearing.private:
        return session, ()  # a pad that says once more what is known
    session = replace(stirred(session), hearing=replace(session.hearing, private=inside))
    return _quiet(_spoken_to(session)) if inside else _stopped(session)


def _spoken_to(session: Session) -> Session:
    modes = session.modes
    return replace(session, modes=replace(modes, on=modes.on | {Mode.ALOUD}))


def _stopped(session: Session) -> Turn:
    modes = replace(session.modes, on=session.modes.on - {Mode.ALOUD})
    return _quiet(replace(session, modes=modes, hearing=replace(session.hearing, panel=False, curtain=False)))
