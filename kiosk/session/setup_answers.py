"""What the world answers to 装机向导, each to the job it was asked under. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.self_test_words import Lamp
from kiosk.session.setup_words import (
    BoxesFound,
    HandedOver,
    KeepAnswers,
    NetworkSeen,
    Paired,
    PairingShown,
    SetupFailed,
    SetupStep,
    SlipTried,
)
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.session.effects import Effect
    from kiosk.session.journey import JourneyEvent, Toucher
    from kiosk.session.leaving import Turn
    from kiosk.session.setup_words import Setup
    from kiosk.session.state import Session


def changed(session: Session, **values: Any) -> Session:  # noqa: ANN401 fields of a value
    """The wizard with other values."""
    setup = session.setup
    return session if setup is None else replace(session, setup=replace(setup, **values))


def answered(session: Session, **values: Any) -> Session:  # noqa: ANN401 fields of a value
    """Other answers."""
    setup = session.setup
    return session if setup is None else changed(session, answers=replace(setup.answers, **values))


def kept(session: Session) -> tuple[Effect, ...]:
    """What was answered is written down."""
    return () if session.setup is None else (KeepAnswers(session.setup.answers),)


def _ours(session: Session, job: str, step: SetupStep | None = None) -> Setup | None:
    """The wizard, when it waits for this; an answer to what is not asked any more comes too late."""
    setup = session.setup
    if setup is None or setup.job != job or job == "":
        return None
    return setup if step is None or setup.answers.step is step else None


def _network_seen(session: Session, event: NetworkSeen) -> Turn:
    if (setup := _ours(session, event.job, SetupStep.NETWORK)) is None:
        return session, ()
    well = event.hall is not None and event.hall.lamp in {Lamp.FINE, Lamp.WARNING}
    told = event.server if well else ""
    effects = () if event.hall is None else (PlayTone(Tone.OK if well else Tone.WARN),)
    return replace(session, setup=replace(setup, job="", cards=event.cards, hall=event.hall, reached=told)), effects


def _pairing_shown(session: Session, event: PairingShown) -> Turn:
    if _ours(session, event.job, SetupStep.PAIRING) is None:
        return session, ()
    named = answered(session, kiosk_name=event.kiosk_name, hall_name=event.hall_name)
    return changed(named, fingerprint=event.fingerprint, pairs=event.kiosk), (PlayTone(Tone.OK),)


def _paired(session: Session, event: Paired) -> Turn:
    if (setup := _ours(session, event.job, SetupStep.PAIRING)) is None:
        return session, ()
    known = answered(changed(session, job="", fingerprint=""), kiosk=setup.pairs, where=event.where)
    return known, (*kept(known), PlayTone(Tone.OK))


def _failed(session: Session, event: SetupFailed) -> Turn:
    if _ours(session, event.job) is None:
        return session, ()
    told = changed(session, job="", fingerprint="", said=event.said, chinese=event.detail, english=event.detail)
    return told, (PlayTone(Tone.WARN),)


def _boxes_found(session: Session, event: BoxesFound) -> Turn:
    return (changed(session, job=""), ()) if _ours(session, event.job) is not None else (session, ())


def _slip(session: Session, event: SlipTried) -> Turn:
    if _ours(session, event.job, SetupStep.TICKET) is None:
        return session, ()
    told = changed(session, job="", chinese=event.chinese, english=event.english)
    told = answered(told, ticket=event.well, skipped=())
    return told, (*kept(told), PlayTone(Tone.OK if event.well else Tone.WARN))


def _handed_over(session: Session, event: HandedOver) -> Turn:
    if _ours(session, event.job, SetupStep.HANDOVER) is None:
        return session, ()
    return changed(session, job="", handed=event.handed), (PlayTone(Tone.OK),)


ANSWERS: Mapping[type[JourneyEvent], Toucher] = {
    NetworkSeen: _network_seen,
    PairingShown: _pairing_shown,
    Paired: _paired,
    SetupFailed: _failed,
    BoxesFound: _boxes_found,
    SlipTried: _slip,
    HandedOver: _handed_over,
}
