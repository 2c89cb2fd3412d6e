"""装机向导 (UI-T2): eight steps from a cardboard box to a citizen's kiosk, each left by the one red button.

`begun` is where it begins, or goes on. Nothing here is a visit: no time-out wipes it, and a card begins nothing.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.hearing import STEPS as VOLUMES
from kiosk.session.journey import Journey
from kiosk.session.modes import Language
from kiosk.session.self_test import box_chosen, card_laid
from kiosk.session.self_test_words import Sounds, TryStep, Workshop
from kiosk.session.setup_answers import ANSWERS, answered, changed, kept
from kiosk.session.setup_typing import closed, key_pressed, opened, taken
from kiosk.session.setup_words import (
    STEPS,
    Answers,
    EndSetup,
    Entry,
    FindBoxes,
    HandOver,
    LookAtNetwork,
    Pair,
    Said,
    Setup,
    SetupStep,
    TrySlip,
)
from kiosk.session.sounding import PART, heard_chosen, judged, sound_chosen
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.self_test_words import Seen

WITH_BOXES = (SetupStep.BOXES, SetupStep.SOUND, SetupStep.TICKET, SetupStep.HANDOVER)


def begun(session: Session, answers: Answers, zone: str, job: str) -> Turn:
    """The wizard at the step where it stood; a language that was chosen is spoken again."""
    step = SetupStep.HANDOVER if answers.step is SetupStep.DONE else answers.step
    modes = session.modes.speaking(Language(answers.language)) if answers.language else session.modes
    setup = Setup(replace(answers, step=step), zone=zone)
    workshop = Workshop(sounds=Sounds("", answers.heard, answers.level))
    session = replace(session, page=Page.SETUP, modes=modes, setup=setup, workshop=workshop, page_ends_at=None)
    return entered(_loud(_glass(session), answers.volume), job)


def _loud(session: Session, volume: int) -> Session:
    return replace(session, hearing=replace(session.hearing, usual=volume, volume=volume))


def _glass(session: Session) -> Session:
    setup = session.setup
    return session if setup is None else replace(session, landscape=setup.answers.landscape)


def entered(session: Session, job: str) -> Turn:
    """A step begins with a look where there is something to look at."""
    setup = session.setup
    if setup is None:
        return session, ()
    if setup.answers.step is SetupStep.NETWORK:
        return _under_way(session, job), (LookAtNetwork(job, setup.answers.server),)
    seen = session.workshop.seen if session.workshop is not None else ()
    if setup.answers.step in WITH_BOXES and not seen:
        return _under_way(session, job), (FindBoxes(job),)
    return session, ()


def _under_way(session: Session, job: str) -> Session:
    return changed(session, job=job, said=Said.NOTHING, chinese="", english="")


def _went(session: Session, step: SetupStep, job: str) -> Turn:
    session = _noted(judged(session, job))
    session = changed(answered(session, step=step), job="", said=Said.NOTHING, chinese="", english="")
    after, effects = entered(_nothing_awaited(session), job)
    return after, (*kept(after), *effects)


def _nothing_awaited(session: Session) -> Session:
    """A card that is laid after its step was left is nobody's."""
    workshop = session.workshop
    if workshop is None:
        return session
    tries = tuple(one for one in workshop.tries if one.step is not TryStep.WAITING)
    return replace(session, workshop=replace(workshop, tries=tries))


def _noted(session: Session) -> Session:
    """The boxes that a try went well with, now or before the wizard broke off, and what was heard."""
    setup, workshop = session.setup, session.workshop
    if setup is None or workshop is None:
        return session
    well = {one.part for one in workshop.tries if one.step is TryStep.WELL}
    ill = {one.part for one in workshop.tries if one.step is TryStep.ILL}
    tried = tuple(sorted((set(setup.answers.tried) | well) - ill))
    return answered(session, tried=tried, heard=workshop.sounds.heard, level=workshop.sounds.level)


def onward(session: Session, event: Touched) -> Turn:
    """The red button: what the step still lacks, else the next one."""
    setup = session.setup
    if setup is None:
        return session, ()
    if setup.entry is not None:
        return _typed(session, event)
    return (session, ()) if is_busy(setup) else _led_on(session, setup, event.fresh_id)


def is_busy(setup: Setup) -> bool:
    """Whether the red button waits. An address can be typed while the network cards are looked at."""
    asked = setup.answers.step is SetupStep.NETWORK and not setup.answers.server
    return bool(setup.job) and not asked


def _led_on(session: Session, setup: Setup, job: str) -> Turn:
    answers = setup.answers
    match answers.step:
        case SetupStep.NETWORK if not reached(setup):
            return _network(session, job)
        case SetupStep.PAIRING if not answers.kiosk:
            return opened(session, Entry.CODE), ()
        case SetupStep.TICKET if not answers.ticket:
            return _under_way(session, job), (TrySlip(job),)
        case SetupStep.HANDOVER if setup.handed is None:
            return _under_way(session, job), (HandOver(job, answers),)
        case SetupStep.DONE:
            return session, (EndSetup(),)
        case step:
            return _went(session, tuple(SetupStep)[tuple(SetupStep).index(step) + 1], job)


def reached(setup: Setup) -> bool:
    """Whether a hall answered at the address that is written there."""
    return bool(setup.answers.server) and setup.reached == setup.answers.server


def _network(session: Session, job: str) -> Turn:
    setup = session.setup
    if setup is None or not setup.answers.server:
        return opened(session, Entry.SERVER), ()
    return _under_way(session, job), (LookAtNetwork(job, setup.answers.server),)


def _typed(session: Session, event: Touched) -> Turn:
    """确定 at the pad; an address is tried at once, a code goes to the hall."""
    setup = session.setup
    entry = None if setup is None else setup.entry
    after = taken(session)
    now = after.setup
    if now is None or now.entry is not None:
        return after, (PlayTone(Tone.WARN),)
    if entry is Entry.SERVER:
        looking, effects = _network(after, event.fresh_id)
        return looking, (*kept(looking), *effects)
    if entry is Entry.CODE:
        asked = changed(_under_way(after, event.fresh_id), typed="")
        return asked, (Pair(event.fresh_id, now.answers.server, now.typed),)
    return after, kept(after)


def back(session: Session, event: Touched) -> Turn:
    """The pad closes, or the step before; what is under way is not waited for any more."""
    setup = session.setup
    if setup is None:
        return session, ()
    if setup.entry is not None:
        return closed(session), ()
    place = STEPS.index(setup.answers.step) if setup.answers.step in STEPS else len(STEPS)
    if place == 0:
        return session, ()
    return _went(changed(session, fingerprint=""), STEPS[place - 1], event.fresh_id)


def aside(session: Session, event: Touched) -> Turn:
    """The second button: look again, another code, skip, write once more."""
    setup = session.setup
    if setup is None or setup.entry is not None:
        return session, ()
    answers, job = setup.answers, event.fresh_id
    match answers.step:
        case SetupStep.NETWORK:
            return _network(session, job)
        case SetupStep.BOXES | SetupStep.SOUND if not setup.job:
            heard = session.workshop.sounds if session.workshop is not None else Sounds()
            return replace(_under_way(session, job), workshop=Workshop(sounds=heard)), (FindBoxes(job),)
        case SetupStep.TICKET if answers.ticket:
            return answered(_under_way(session, job), ticket=False), (TrySlip(job),)
        case SetupStep.TICKET:
            return _went(answered(session, skipped=(SetupStep.TICKET,)), SetupStep.HANDOVER, job)
        case SetupStep.HANDOVER if not setup.job and setup.handed is not None:
            return _under_way(session, job), (HandOver(job, answers),)
        case _:
            return session, ()


def chosen(session: Session, event: Chosen) -> Turn:
    """A row of the step."""
    setup = session.setup
    if setup is None or setup.entry is not None:
        return session, ()
    step, volume = setup.answers.step, setup.answers.volume
    match event.value:
        case Entry.SERVER if step is SetupStep.NETWORK:
            return opened(session, Entry.SERVER), ()
        case Entry.DIAGONAL | Entry.BOTTOM if step is SetupStep.SCREEN:
            return opened(session, Entry(event.value)), ()
        case "orientation" if step is SetupStep.SCREEN:
            turned = _glass(answered(session, landscape=not setup.answers.landscape))
            return turned, kept(turned)
        case "louder" | "softer" if loudspeaker(session) is not None:
            volume = min(VOLUMES, max(1, volume + (1 if event.value == "louder" else -1)))
            if volume == setup.answers.volume:
                return session, ()
            heard = answered(_loud(session, volume), volume=volume)
            return heard, (*kept(heard), PlayTone(Tone.OK))
        case _:
            return session, ()


def loudspeaker(session: Session) -> Seen | None:
    """The one that is listened to, in the step that asks for it; None where none was found."""
    setup, workshop = session.setup, session.workshop
    if setup is None or workshop is None or setup.answers.step is not SetupStep.SOUND:
        return None
    return next((one for one in workshop.seen if one.part == PART), None)


def _listening(chooser: Callable[[Session, Chosen], Turn]) -> Callable[[Session, Chosen], Turn]:
    """As on the page 喇叭."""
    return lambda session, event: chooser(session, event) if loudspeaker(session) is not None else (session, ())


def language(session: Session, event: Chosen) -> Turn:
    """The wizard's own language."""
    if event.value not in set(Language):
        return session, ()
    spoken = replace(session, modes=session.modes.speaking(Language(event.value)))
    spoken = answered(spoken, language=event.value)
    return spoken, kept(spoken)


def helped(session: Session, _: Touched) -> Turn:
    """Nobody of the hall is called by a machine that the hall does not know: it says where help is."""
    return changed(session, said=Said.HELP, chinese="", english=""), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.SETUP, Touch.TYPED): onward,
            (Page.SETUP, Touch.BACK): back,
            (Page.SETUP, Touch.TRY_AGAIN): aside,
            (Page.SETUP, Touch.HELP): helped,
        }
    ),
    choices=MappingProxyType(
        {
            (Page.SETUP, Choice.KEY): key_pressed,
            (Page.SETUP, Choice.FIELD): chosen,
            (Page.SETUP, Choice.LANGUAGE): language,
            (Page.SETUP, Choice.BOX): box_chosen,
            (Page.SETUP, Choice.SOUND): _listening(sound_chosen),
            (Page.SETUP, Choice.HEARD): _listening(heard_chosen),
        }
    ),
    answers=MappingProxyType(ANSWERS),
    cards=MappingProxyType({Page.SETUP: card_laid}),
)
