"""远程帮办 (UI-K29): a person of the city, in words, from 别的办法. The deaf visitor's way too: nothing needs an ear.

The visitor speaks by ready phrases, and types letters and digits (a number, a name's initials); the other side writes
and pushes pages. A page is shown as its address and a code for the telephone, nothing of it is opened here; so is the
city's own address of the talk, which brings picture and sound. The talk goes on while the visitor does something else,
and may show their screen (`sharing`). What was written is private, and gone with the visit, as the talk is.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.city.talk import Speaker, TalkLine
from hall_server.contract.city.video import Speech, VideoState
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Touch, Touched
from kiosk.session.helping import leave_help
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import HALL_SILENT, Turn, stirred
from kiosk.session.modes import Language
from kiosk.session.state import Page, Session
from kiosk.session.talk_words import LONGEST, PHRASES, SIGNS
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from kiosk.session.state import Visit

MOST_LINES = 200
PATIENT_S = 600.0  # whoever waits is not asked whether they are there for so long
NEAR_S, FAR_S = 1.0, 3.0


class TalkStep(StrEnum):
    """How a talk stands. Permanent: the page has sentences for each."""

    OPENING = "opening"
    WAITING = "waiting"
    TALKING = "talking"
    OVER = "over"  # the other side, or the city, has ended it
    AWAY = "away"  # nobody can be asked from here now


class ScreenStep(StrEnum):
    """Whether somebody of the hall may see this screen. Permanent: the page has sentences for each."""

    OFF = "off"
    ASKED = "asked"  # the visitor is being asked
    BEGINNING = "beginning"  # yes; nobody sees anything yet
    ON = "on"
    REFUSED = "refused"  # it cannot be shown now, or no longer


class RemoteWay(Hushed, Way, frozen=True):
    """One talk. `since`: of the last thing the visitor did, monotonic seconds."""

    talk: str
    since: float
    step: TalkStep = TalkStep.OPENING
    ahead: int = 0
    wait_min: int | None = None
    lines: tuple[TalkLine, ...] = ()
    left_out: int = 0
    phrase_page: int = 0
    line_page: int = 0  # 0: the newest
    pad: bool = False  # letters and digits stand there instead of the phrases
    typed: str = ""
    address: str = ""  # of the city: opens picture and sound on a telephone
    screen: ScreenStep = ScreenStep.OFF


class OpenTalk(Errand, frozen=True):
    """Get in line → TalkStands or TalkAway."""

    talk: str
    speech: Speech


class WatchTalk(Errand, frozen=True):
    """After `after_s` seconds: whose turn it is → TalkStands, or what was written → TalkHeard; TalkAway."""

    talk: str
    talking: bool
    after_s: float = NEAR_S


class SayInTalk(Hushed, Errand, frozen=True):
    """One line of the visitor's. It comes back with what is heard; one that is lost → TalkAway with `hall_silent`."""

    talk: str
    line: str
    words: str


class HangUpTalk(Errand, frozen=True):
    """It is over; nothing answers."""

    talk: str


class TalkStands(Hushed, JourneyEvent, frozen=True):
    """Whose turn it is."""

    talk: str
    state: VideoState
    ahead: int = 0
    wait_min: int | None = None
    address: str = ""


class TalkHeard(Hushed, JourneyEvent, frozen=True):
    """What came since the last time."""

    talk: str
    state: VideoState
    lines: tuple[TalkLine, ...] = ()
    left_out: int = 0


class TalkAway(JourneyEvent, frozen=True):
    """No answer, or a no."""

    talk: str
    code: str


def remote_way(session: Session) -> RemoteWay | None:
    """The talk, also while it is covered by 您还在吗？; None when there is none."""
    visit = _behind(session)
    return visit.talk if visit is not None and isinstance(visit.talk, RemoteWay) else None


def _behind(session: Session) -> Visit | None:
    return session.visit if session.warning is None else session.warning.kept


def with_talk(session: Session, way: RemoteWay) -> Session:
    """The talk as it is now, also while it is covered."""
    visit = _behind(session)
    if visit is None:
        return session
    visit = replace(visit, talk=way)
    if session.warning is None:
        return replace(session, visit=visit)
    return replace(session, warning=replace(session.warning, kept=visit))


def _open(session: Session, event: Touched) -> Turn:
    """Only with the hall; a talk of its own for each time, and one at a time."""
    if live_talk(session) is not None:
        return replace(session, page=Page.REMOTE, last_touch=session.now), ()
    if not session.online or not event.fresh_id:
        return session, ()
    visit = session.current_visit()
    way = RemoteWay(event.fresh_id, session.now)
    opened = replace(session, page=Page.REMOTE, visit=replace(visit, talk=way), last_touch=session.now)
    return opened, (OpenTalk(way.talk, _SPEECH[session.modes.language]),)


def _stands(session: Session, event: TalkStands) -> Turn:
    way = _mine(session, event.talk)
    if way is None:
        return session, ()
    if event.state is VideoState.ENDED:
        return _ended(session, way, TalkStep.OVER)
    talking = event.state is VideoState.READY
    step = TalkStep.TALKING if talking else TalkStep.WAITING
    told = replace(way, step=step, ahead=event.ahead, wait_min=event.wait_min, address=event.address)
    after = _patient(with_talk(session, told))
    effects = (PlayTone(Tone.OK),) if talking and way.step is not TalkStep.TALKING else ()
    return after, (*effects, WatchTalk(way.talk, talking))


def _heard(session: Session, event: TalkHeard) -> Turn:
    way = _mine(session, event.talk)
    if way is None:
        return session, ()
    known = {line.n for line in way.lines}
    new = tuple(line for line in event.lines if line.n not in known)
    lines = (*way.lines, *new)[-MOST_LINES:]
    way = replace(way, lines=lines, left_out=way.left_out + event.left_out, line_page=0 if new else way.line_page)
    session = with_talk(session, way)
    if event.state is VideoState.ENDED:
        return _ended(session, way, TalkStep.OVER)
    spoke = any(line.by is Speaker.STAFF for line in new)
    return (_patient(session) if spoke else session), (WatchTalk(way.talk, talking=True),)


def _away(session: Session, event: TalkAway) -> Turn:
    """A hall that is silent in the middle of it is asked again; a no, or silence at the beginning, is an end."""
    way = _mine(session, event.talk)
    if way is None:
        return session, ()
    if event.code == HALL_SILENT and way.step in {TalkStep.WAITING, TalkStep.TALKING}:
        return session, (WatchTalk(way.talk, way.step is TalkStep.TALKING, FAR_S),)
    return _ended(session, way, TalkStep.AWAY)


def _ended(session: Session, way: RemoteWay, step: TalkStep) -> Turn:
    over = replace(way, step=step, screen=ScreenStep.OFF)
    return with_talk(session, over), (HangUpTalk(way.talk), PlayTone(Tone.WARN))


def live_talk(session: Session) -> RemoteWay | None:
    """The talk while it is not over."""
    way = remote_way(session)
    return way if way is not None and way.step not in {TalkStep.OVER, TalkStep.AWAY} else None


def _mine(session: Session, talk: str) -> RemoteWay | None:
    way = live_talk(session)
    return way if way is not None and way.talk == talk else None


def _patient(session: Session) -> Session:
    way = remote_way(session)
    return stirred(session) if way is not None and session.now - way.since < PATIENT_S else session


def _phrase(session: Session, event: Chosen) -> Turn:
    """One of the ready phrases; what there is not, or comes before anybody is there, says nothing."""
    way, words = remote_way(session), PHRASES.get(event.value)
    if way is None or words is None or way.step is not TalkStep.TALKING or not event.fresh_id:
        return session, ()
    return with_talk(session, replace(way, since=session.now)), (SayInTalk(way.talk, event.fresh_id, words),)


def _other_pad(session: Session, _: Touched) -> Turn:
    """打字, or the ready phrases again; what was typed stays until it is sent."""
    way = remote_way(session)
    return (session, ()) if way is None else (with_talk(session, replace(way, pad=not way.pad)), ())


def _key(session: Session, event: Chosen) -> Turn:
    """A sign, or what undoes; one too many changes nothing."""
    way = remote_way(session)
    if way is None or not way.pad:
        return session, ()
    match event.value:
        case "back":
            typed = way.typed[:-1]
        case "clear":
            typed = ""
        case sign if sign in SIGNS and len(way.typed) < LONGEST:
            typed = way.typed + sign
        case _:
            return session, ()
    return with_talk(session, replace(way, typed=typed, since=session.now)), ()


def _send(session: Session, event: Touched) -> Turn:
    """送出: what was typed is one line; nothing typed says nothing."""
    way = remote_way(session)
    if way is None or not way.typed or way.step is not TalkStep.TALKING or not event.fresh_id:
        return session, ()
    said = SayInTalk(way.talk, event.fresh_id, way.typed)
    return with_talk(session, replace(way, typed="", since=session.now)), (said,)


def _more_phrases(session: Session, _: Touched) -> Turn:
    way = remote_way(session)
    return (session, ()) if way is None else (with_talk(session, replace(way, phrase_page=way.phrase_page + 1)), ())


def _earlier(session: Session, _: Touched) -> Turn:
    way = remote_way(session)
    return (session, ()) if way is None else (with_talk(session, replace(way, line_page=way.line_page + 1)), ())


def _hang_up(session: Session, _: Touched) -> Turn:
    """挂断: nothing of it is left; on with what the visitor was doing."""
    way = remote_way(session)
    if way is None:
        return session, ()
    ended = (HangUpTalk(way.talk),) if live_talk(session) is not None else ()
    after = replace(session, visit=replace(session.current_visit(), talk=None), last_touch=session.now)
    asked = session.help is not None and session.help.waits_here
    return (replace(after, page=Page.WAYS) if asked else leave_help(after)), ended


_SPEECH = {Language.ZH_CN: Speech.MANDARIN, Language.ZH_HK: Speech.CANTONESE, Language.EN: Speech.ENGLISH}

JOURNEY = Journey(
    touches={
        (Page.WAYS, Touch.REMOTE_HELP): _open,
        (Page.REMOTE, Touch.NEXT_LIST_PAGE): _more_phrases,
        (Page.REMOTE, Touch.PREVIOUS_LIST_PAGE): _earlier,
        (Page.REMOTE, Touch.OTHER_PAD): _other_pad,
        (Page.REMOTE, Touch.SEND): _send,
        (Page.REMOTE, Touch.BACK): _hang_up,
    },
    choices={(Page.REMOTE, Choice.PHRASE): _phrase, (Page.REMOTE, Choice.KEY): _key},
    answers={TalkStands: _stands, TalkHeard: _heard, TalkAway: _away},
)
