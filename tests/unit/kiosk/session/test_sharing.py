"""共享屏幕: asked, agreed to, shown on the page that was left, ended by one touch, by a no, or with the talk."""

from __future__ import annotations

from hall_server.contract.city.video import VideoState
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Tick, Touch
from kiosk.session.remote import ScreenStep, TalkHeard, TalkStands, remote_way
from kiosk.session.sharing import ScreenShared, ShareScreen, may_share, shares_screen, talk_on
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import ID, SERVICES, T0, after, played, touch

TALKING = after(
    SERVICES,
    *(touch(one) for one in (Touch.HELP, Touch.OTHER_WAYS, Touch.REMOTE_HELP)),
    TalkStands(T0, ID, VideoState.READY),
)
ASKED = after(TALKING, touch(Touch.SHARE_SCREEN))
AGREED = after(ASKED, touch(Touch.AGREE))
SHARED = after(AGREED, ScreenShared(T0, ID, shared=True))


def screen_of(session: Session) -> ScreenStep | None:
    way = remote_way(session)
    return None if way is None else way.screen


def test_cl_e10_nothing_is_shared_before_the_question_and_the_yes() -> None:
    assert played(TALKING, touch(Touch.AGREE))[1] == []
    session, effects = played(TALKING, touch(Touch.SHARE_SCREEN))
    assert (screen_of(session), effects, shares_screen(session)) == (ScreenStep.ASKED, [], False)
    session, effects = played(session, touch(Touch.AGREE))
    assert (screen_of(session), shares_screen(session)) == (ScreenStep.BEGINNING, False)
    assert effects == [ShareScreen(ID, shared=True)]
    assert screen_of(after(ASKED, touch(Touch.DECLINE))) is ScreenStep.OFF


def test_a_yes_that_the_hall_has_leads_back_to_the_page_and_the_talk_goes_on() -> None:
    assert (SHARED.page, SHARED.visit and SHARED.visit.way) == (SERVICES.page, SERVICES.visit and SERVICES.visit.way)
    assert shares_screen(SHARED)
    assert talk_on(SHARED) == "shared"


def test_cl_e10_one_touch_ends_it_and_leads_back_to_the_talk() -> None:
    session, effects = played(SHARED, touch(Touch.HELP, T0 + 2))
    assert (session.page, screen_of(session), shares_screen(session)) == (Page.REMOTE, ScreenStep.OFF, False)
    assert effects == [ShareScreen(ID, shared=False)]
    back = after(session, touch(Touch.BACK, T0 + 4))
    assert (back.page, remote_way(back)) == (SERVICES.page, None)


def test_with_the_talk_it_is_over() -> None:
    session, effects = played(SHARED, TalkHeard(T0, ID, VideoState.ENDED))
    assert (session.page, shares_screen(session), talk_on(session)) == (SERVICES.page, False, "")
    assert PlayTone(Tone.WARN) in effects


def test_a_hall_that_will_not_is_said_and_the_talk_goes_on() -> None:
    refused, effects = played(AGREED, ScreenShared(T0, ID, shared=False))
    assert (refused.page, screen_of(refused), effects) == (Page.REMOTE, ScreenStep.REFUSED, [PlayTone(Tone.WARN)])
    assert screen_of(after(refused, touch(Touch.SHARE_SCREEN, T0 + 2))) is ScreenStep.ASKED
    assert not shares_screen(after(SHARED, ScreenShared(T0, ID, shared=False)))


def test_a_late_yes_of_the_hall_shares_nothing() -> None:
    stopped = after(SHARED, touch(Touch.HELP, T0 + 2))
    assert after(stopped, ScreenShared(T0 + 3, ID, shared=True)) == replace(stopped, now=T0 + 3)


def test_under_the_warning_nothing_is_shown_and_afterwards_it_goes_on() -> None:
    warned = after(SHARED, Tick(T0 + 61))
    assert warned.warning is not None
    assert not shares_screen(warned)
    assert shares_screen(after(warned, touch(Touch.STILL_HERE, T0 + 62)))


def test_without_a_page_to_show_nothing_is_asked() -> None:
    from_home = replace(TALKING, help_from=Page.HOME)
    assert not may_share(from_home)
    assert screen_of(after(from_home, touch(Touch.SHARE_SCREEN))) is ScreenStep.OFF
