"""A talk is opened, watched, spoken in and hung up; the end of a visit hangs up whatever is open."""

import asyncio

import pytest

from hall_server.contract.city.video import Speech, VideoSession, VideoState
from hall_server.contract.remote_help import TalkView
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.errands import Errands
from kiosk.runner.remote import Talks
from kiosk.session.effects import Wipe
from kiosk.session.remote import HangUpTalk, OpenTalk, SayInTalk, TalkAway, TalkHeard, TalkStands, WatchTalk
from kiosk.session.sharing import ScreenShared, ShareScreen

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


class Talk:
    """A talk of the hall that does as it is told."""

    def __init__(self, session, fails=None):
        self.session, self.fails, self.said, self.over = session, fails, [], 0
        self.seen, self.pictures = [], []

    def _stands(self):
        if self.fails is not None:
            raise self.fails
        return VideoSession(session=self.session, state=VideoState.WAITING, ahead=1)

    def open(self, item, speech):
        return self._stands()

    def look(self):
        return self._stands()

    def hear(self):
        self._stands()
        return TalkView(session=self.session, state=VideoState.READY, next=0)

    def say(self, line, words):
        self.said.append((line, words))
        self._stands()

    def share_screen(self, *, shared):
        self.seen.append(shared)
        self._stands()
        return TalkView(session=self.session, state=VideoState.READY, next=0, shared=shared)

    def show_picture(self, picture):
        self.pictures.append(picture)
        self._stands()

    def hang_up(self):
        self.over += 1
        self._stands()


def kiosk(fails=None):
    talk, posted, works, errands = Talk(ID, fails), [], [], Errands()
    talks = Talks(lambda _: talk, posted.append, lambda: 1.0, lambda work: works.append(asyncio.ensure_future(work)))
    talks.serve(errands)
    return talk, posted, works, errands, talks


async def test_a_talk_is_opened_and_watched():
    _, posted, _, errands, _ = kiosk()
    for errand in (OpenTalk(ID, Speech.SIGN), WatchTalk(ID, False, 0), WatchTalk(ID, True, 0)):
        await errands.begin(errand)
    waiting = TalkStands(1.0, ID, VideoState.WAITING, 1)
    assert posted == [waiting, waiting, TalkHeard(1.0, ID, VideoState.READY)]


@pytest.mark.parametrize(
    ("fails", "code"), [(HallSilentError(), "hall_silent"), (HallRefusedError("city_away"), "city_away")]
)
async def test_what_goes_wrong_is_told(fails, code):
    talk, posted, _, errands, _ = kiosk(fails)
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    assert posted == [TalkAway(1.0, ID, code)]
    await errands.begin(SayInTalk(ID, "line", "好"))
    assert len(talk.said) == (2 if code == "hall_silent" else 1)
    await errands.begin(HangUpTalk(ID))
    assert talk.over == 1


async def test_the_end_of_a_visit_hangs_up_once():
    talk, posted, works, errands, talks = kiosk()
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    talks.hear(Wipe())
    await asyncio.gather(*works)
    talks.hear(Wipe())
    for errand in (WatchTalk(ID, True, 0), SayInTalk(ID, "line", "好"), HangUpTalk(ID)):
        await errands.begin(errand)
    assert (talk.over, talk.said, len(posted)) == (1, [], 1)


async def test_cl_e10_pictures_go_out_from_the_yes_to_the_no():
    talk, posted, _, errands, talks = kiosk()
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    await talks.picture(b"early")
    await errands.begin(ShareScreen(ID, shared=True))
    assert posted[-1] == ScreenShared(1.0, ID, shared=True)
    await talks.picture(b"seen")
    await errands.begin(ShareScreen(ID, shared=False))
    await talks.picture(b"late")
    assert (talk.seen, talk.pictures) == ([True, False], [b"seen"])


async def test_a_picture_that_is_refused_ends_it():
    talk, posted, _, errands, talks = kiosk()
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    await errands.begin(ShareScreen(ID, shared=True))
    talk.fails = HallRefusedError("screen_not_shared")
    await talks.picture(b"refused")
    assert posted[-1] == ScreenShared(1.0, ID, shared=False)
    await talks.picture(b"late")
    assert talk.pictures == [b"refused"]


@pytest.mark.parametrize("fails", [HallSilentError(), HallRefusedError("city_away"), HallRefusedError("city_refused")])
async def test_a_yes_that_nobody_heard_shows_nothing(fails):
    talk, posted, _, errands, talks = kiosk()
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    talk.fails = fails
    await errands.begin(ShareScreen(ID, shared=True))
    await talks.picture(b"unseen")
    assert (posted[-1], talk.pictures) == (ScreenShared(1.0, ID, shared=False), [])


async def test_a_no_is_said_until_somebody_has_heard_it(monkeypatch):
    monkeypatch.setattr("kiosk.runner.remote.AGAIN_S", 0.0)
    talk, _, _, errands, _ = kiosk()
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    talk.fails = HallSilentError()
    told = asyncio.create_task(errands.begin(ShareScreen(ID, shared=False)))
    while len(talk.seen) < 3:
        await asyncio.sleep(0.01)
    talk.fails = None
    await told
    assert set(talk.seen) == {False}


async def test_a_kiosk_without_a_hall_for_it_says_so():
    posted, errands = [], Errands()
    Talks(None, posted.append, lambda: 1.0, print).serve(errands)
    await errands.begin(OpenTalk(ID, Speech.MANDARIN))
    assert posted == [TalkAway(1.0, ID, "not_found")]
