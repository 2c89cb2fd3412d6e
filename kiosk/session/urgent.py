"""紧急通知 (CL-H22): a sentence of the hall over the idle screen and at the head of every page, said aloud once. Pure.

It stands as long as the hall said, also when the hall falls silent meanwhile: no cut wire takes a warning back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.aloud import speaks
from kiosk.session.effects import PlayTone, Say, Tone
from kiosk.session.modes import Language
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.messages import UrgentNotice
    from kiosk.session.events import HallNews
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

_SECOND = 1_000_000


def urgent_now(session: Session) -> UrgentNotice | None:
    """The notice that stands, by the hall's last word and the seconds since."""
    hall = session.hall
    if hall is None or hall.urgent is None:
        return None
    at = hall.at + int((session.now - session.heard_at) * _SECOND)
    return hall.urgent if at < hall.urgent.until else None


def urgent_words(session: Session) -> str:
    """What it says, in the language that is on; "" without one."""
    notice = urgent_now(session)
    if notice is None:
        return ""
    in_words = {Language.ZH_HK: notice.words_hk, Language.EN: notice.words_en}
    return in_words.get(session.modes.language, "") or notice.words


def hall_news(session: Session, event: HallNews) -> Turn:
    """A newer picture of the hall; a notice that was not there before sounds, and is said where a voice is.

    Who has the page read out hears it from there, as everything that is new on the glass.
    """
    before = urgent_now(session)
    session = replace(session, hall=event.hall, heard_at=session.now)
    notice = urgent_now(session)
    if notice is None or (before is not None and before.id == notice.id):
        return session, ()
    if not session.devices.speaker or speaks(session):
        return session, (PlayTone(Tone.WARN),)
    hearing = session.hearing.next_turn
    language, said = session.modes.language, urgent_words(session)
    if said == notice.words:  # it has no words of that language
        language = Language.ZH_CN
    say = Say(hearing.turn, said, language, volume=hearing.volume, speed=hearing.speed, private=hearing.private)
    return replace(session, hearing=hearing), (PlayTone(Tone.WARN), say)
