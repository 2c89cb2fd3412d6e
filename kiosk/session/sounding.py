"""喇叭 (UI-T3): a tone from each side, a sentence, and what the technician heard of it. Pure.

The level is asked for, never claimed: no box of a kiosk hears itself.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.effects import PlayTone, Say, Side, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.modes import Language
from kiosk.session.self_test import stays_open, with_try, workshop_locked
from kiosk.session.self_test_words import Sounds, Try, TryStep
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

PART = "speaker"
LEVELS = ("55", "60", "65", "70", "75")  # dB(A), one metre before the glass
WORDS = "words"
_SPOKEN = {Language.EN: "Sound test."}
_SPOKEN_CHINESE = "这是声音测试，请一号到一号窗口。"


class Heard(StrEnum):
    """What was heard of it. Permanent."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    NOTHING = "nothing"


ILL = MappingProxyType(
    {
        Heard.LEFT: ("右边不响：查右喇叭的线", "The right side is silent: its cable"),
        Heard.RIGHT: ("左边不响：查左喇叭的线", "The left side is silent: its cable"),
        Heard.NOTHING: ("听不到：查功放电源、音量和声卡", "Nothing is heard: amplifier, volume, sound card"),
    }
)


def sounds_opened(session: Session) -> Turn:
    """Nothing sounds by itself."""
    workshop = session.workshop
    if workshop is None:
        return session, ()
    return stays_open(replace(session, page=Page.SOUNDS, workshop=replace(workshop, sounds=Sounds()))), ()


def sound_chosen(session: Session, event: Chosen) -> Turn:
    """A tone from one side, or the sentence."""
    workshop = session.workshop
    if workshop is None or event.value not in {Side.LEFT, Side.RIGHT, WORDS}:
        return session, ()
    after = stays_open(replace(session, workshop=replace(workshop, sounds=replace(workshop.sounds, last=event.value))))
    if event.value != WORDS:
        return after, (PlayTone(Tone.OK, Side(event.value)),)
    hearing, language = after.hearing.next_turn, after.modes.language
    say = Say(hearing.turn, _SPOKEN.get(language, _SPOKEN_CHINESE), language, volume=hearing.volume)
    return replace(after, hearing=hearing), (say,)


def heard_chosen(session: Session, event: Chosen) -> Turn:
    """What was heard, or a level; the same level again takes it back."""
    workshop = session.workshop
    if workshop is None:
        return session, ()
    sounds = workshop.sounds
    if event.value in LEVELS:
        sounds = replace(sounds, level="" if event.value == sounds.level else event.value)
    elif event.value in frozenset(Heard):
        sounds = replace(sounds, heard=event.value)
    return stays_open(replace(session, workshop=replace(workshop, sounds=sounds))), ()


def _noted(session: Session, event: Touched) -> Turn:
    """记下; not before it is said what was heard."""
    if session.workshop is None or not session.workshop.sounds.heard:
        return session, ()
    return judged(stays_open(replace(session, page=Page.SELF_TEST)), event.fresh_id), ()


def judged(session: Session, job: str) -> Session:
    """What was heard is the loudspeaker's try; there is none before that is said."""
    sounds = session.workshop.sounds if session.workshop is not None else Sounds()
    if not sounds.heard:
        return session
    said = ILL.get(Heard(sounds.heard), ("", ""))
    step = TryStep.WELL if sounds.heard == Heard.BOTH else TryStep.ILL
    return with_try(session, Try(PART, job, step, sounds.level, *said))


def _back(session: Session, _: Touched) -> Turn:
    return stays_open(replace(session, page=Page.SELF_TEST)), ()


JOURNEY = Journey(
    touches=MappingProxyType({(Page.SOUNDS, Touch.BACK): _back, (Page.SOUNDS, Touch.NOTED): _noted}),
    choices=MappingProxyType({(Page.SOUNDS, Choice.SOUND): sound_chosen, (Page.SOUNDS, Choice.HEARD): heard_chosen}),
    ends=MappingProxyType({Page.SOUNDS: workshop_locked}),
)
