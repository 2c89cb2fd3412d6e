"""共享屏幕 in 远程帮办: after a question and a yes somebody of the hall sees small pictures of the page that is filled.

The picture is blanked before it leaves the screen's own thread. From the yes to the no the visitor goes on with what
they were doing; 请人帮忙 is 停止共享 then, on every page, and leads back to the talk. With the talk it is over as well.
"""

from __future__ import annotations

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Touch, Touched
from kiosk.session.helping import ASIDE, HELP_PAGES, ask_for_help, leave_help
from kiosk.session.journey import Errand, Journey, JourneyEvent
from kiosk.session.leaving import Turn, forgotten_card
from kiosk.session.remote import ScreenStep, TalkStep, live_talk, with_talk
from kiosk.session.state import Page, Session
from kiosk.values import replace


class ShareScreen(Errand, frozen=True):
    """The visitor's word to hall and city → ScreenShared for a yes; a no is told until somebody has heard it."""

    talk: str
    shared: bool


class ScreenShared(JourneyEvent, frozen=True):
    """What came of a yes; or, later, that pictures are taken no more."""

    talk: str
    shared: bool


def shares_screen(session: Session) -> bool:
    """Whether a picture may be taken now; never under 您还在吗？, where the mark does not stand."""
    talk = live_talk(session)
    return talk is not None and talk.screen is ScreenStep.ON and session.warning is None


def may_share(session: Session) -> bool:
    """Whether there is somebody to show a page to, and a page."""
    talk = live_talk(session)
    return talk is not None and talk.step is TalkStep.TALKING and session.help_from is not Page.HOME


def talk_on(session: Session) -> str:
    """What 请人帮忙 is instead on this page: "shared" 停止共享, "on" 回到对话, "" itself."""
    talk = live_talk(session)
    if talk is None or session.page in ASIDE or forgotten_card(session):
        return ""
    if talk.screen is ScreenStep.ON:
        return "shared"
    return "on" if session.page in HELP_PAGES else ""


def _ask(session: Session, _: Touched) -> Turn:
    return _to(session, ScreenStep.ASKED) if may_share(session) else (session, ())


def _agree(session: Session, _: Touched) -> Turn:
    talk = live_talk(session)
    if talk is None or talk.screen is not ScreenStep.ASKED:
        return session, ()
    return _to(session, ScreenStep.BEGINNING, ShareScreen(talk.talk, shared=True))


def _decline(session: Session, _: Touched) -> Turn:
    talk = live_talk(session)
    return (session, ()) if talk is None or talk.screen is not ScreenStep.ASKED else _to(session, ScreenStep.OFF)


def _shared(session: Session, event: ScreenShared) -> Turn:
    """The hall has the yes: back to the page that is to be seen. No, or no longer: that is said on the talk's page."""
    talk = live_talk(session)
    if talk is None or talk.talk != event.talk or talk.screen not in {ScreenStep.BEGINNING, ScreenStep.ON}:
        return session, ()
    if not event.shared:
        after, _ = _to(session, ScreenStep.REFUSED)
        return after, (PlayTone(Tone.WARN),)
    after, _ = _to(session, ScreenStep.ON)
    seen = leave_help(after) if after.page is Page.REMOTE and after.warning is None else after
    return seen, (PlayTone(Tone.OK),)


def _help_or_talk(session: Session, event: Touched) -> Turn:
    """停止共享, or 回到对话: back to whoever is there. Else 请人帮忙, as always."""
    talk, instead = live_talk(session), talk_on(session)
    if talk is None or not instead:
        return ask_for_help(session, event)
    ended = instead == "shared"
    after, effects = _to(session, ScreenStep.OFF, ShareScreen(talk.talk, shared=False)) if ended else (session, ())
    if session.page in HELP_PAGES:
        after = replace(after, page=Page.REMOTE, help_from=session.page)
    return replace(after, last_touch=session.now), effects


def _to(session: Session, screen: ScreenStep, *errands: Errand) -> Turn:
    talk = live_talk(session)
    return (session, ()) if talk is None else (with_talk(session, replace(talk, screen=screen)), errands)


JOURNEY = Journey(
    touches={
        (Page.REMOTE, Touch.SHARE_SCREEN): _ask,
        (Page.REMOTE, Touch.AGREE): _agree,
        (Page.REMOTE, Touch.DECLINE): _decline,
        **{(page, Touch.HELP): _help_or_talk for page in frozenset(Page) - ASIDE - {Page.SETUP}},
    },
    answers={ScreenShared: _shared},
)
