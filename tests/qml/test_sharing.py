"""共享屏幕: what somebody else sees of the glass holds nothing of the visitor; mark and end stand on every page."""

import pickle

import pytest
from PySide6.QtGui import QImage

from hall_server.contract.remote_help import PICTURE_MOST
from kiosk.bridge.blanking import KnownWords, blanked
from kiosk.bridge.sharing import LONG_SIDE, ScreenSharing, jpeg_of
from kiosk.bridge.window import QML
from kiosk.session.events import Touch
from kiosk.session.remote import ScreenStep, remote_way
from kiosk.session.sharing import ScreenShared
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES

OTHERS = {  # as long in bytes and on the glass, and somebody else's
    "陈*明": "欧*华",
    "李*": "王*",
    "0018": "8100",
    "4321": "3124",
    "E042": "E204",
    "13800000000": "18300000000",
    "1380013": "1381003",
    "51237788": "52137788",
    "4401061990": "4404161990",
    "440106": "404106",
}
SEEN_AS = {name: one for name, one in EXAMPLES.items() if one.visit is not None}


def somebody_else(session):
    """The same visit of another person: every name, number and telephone in it is exchanged."""
    told = pickle.dumps(session)
    for mine, theirs in OTHERS.items():
        told = told.replace(mine.encode(), theirs.encode())
    return pickle.loads(told)


WITH_SOMEBODY = [name for name, one in SEEN_AS.items() if somebody_else(one) != one]


@pytest.fixture(scope="module")
def words():
    return KnownWords(QML)


def shot(glass, words, session):
    glass.stand(session)
    words.learn(session.modes.language, session.catalogue, session.hall)
    return blanked(glass.view, words)


@pytest.mark.parametrize("name", WITH_SOMEBODY)
def test_cl_e10_what_is_sent_is_the_same_whoever_stands_there(glass, words, name):
    mine, theirs = EXAMPLES[name], somebody_else(EXAMPLES[name])
    assert shot(glass, words, mine) == shot(glass, words, theirs)


@pytest.mark.parametrize("name", ["confirm", "phone", "apply_form", "ticket"])
def test_without_the_paint_the_glass_itself_would_tell(glass, name):
    glass.stand(EXAMPLES[name])
    mine = glass.view.grabWindow()
    glass.stand(somebody_else(EXAMPLES[name]))
    assert mine != glass.view.grabWindow()


def test_sentences_of_the_pages_and_the_hall_can_be_read_and_all_else_not(glass, words):
    session = EXAMPLES["confirm"]
    words.learn(session.modes.language, session.catalogue, session.hall)
    said = ["请人帮忙", session.visit.item.name, session.hall.hall_name]
    assert all(words.known(one) for one in said)
    assert not any(
        words.known(one) for one in ("陈小明", "陈*明", "440106199001011234", "13800000000", "E042", "12", "3 号张三")
    )


def test_a_pad_is_blank_whichever_key_is_pressed(glass, words):
    session = EXAMPLES["number"]
    picture = shot(glass, words, session)
    key = glass.find("typing.key.7")
    at = key.mapRectToScene(key.boundingRect()).center().toPoint()
    assert picture.pixelColor(at).name() == "#8a8a8a"


def test_a_picture_is_small_and_nothing_is_taken_without_a_yes(glass):
    taken = []

    class Viewer:
        def show_picture(self, picture):
            taken.append(picture)

    sharing = ScreenSharing(glass.view, Viewer(), QML)
    glass.stand("card_talk")
    sharing.see(EXAMPLES["card_talk"])
    sharing.take()
    assert taken == []
    glass.stand("card_shared")
    sharing.see(EXAMPLES["card_shared"])
    sharing.take()
    assert len(taken[0]) < PICTURE_MOST
    seen = QImage.fromData(taken[0])
    assert (seen.height(), seen.isNull()) == (LONG_SIDE, False)


def test_every_page_s_picture_fits(glass, words):
    for name in ("home", "services", "ticket", "guide", "remote_page"):
        assert len(jpeg_of(shot(glass, words, EXAMPLES[name]))) < PICTURE_MOST


def test_the_mark_stands_while_somebody_sees_the_page_and_one_touch_ends_it(glass):
    glass.stand("card_talk")
    assert not glass.has("shared")
    glass.stand("card_shared")
    assert glass.says("正在给工作人员看")
    stop = glass.find("access.help")
    others = glass.find("access.contrast")
    assert stop.width() >= others.width()
    assert stop.height() >= others.height()
    glass.tap("access.help")
    assert (glass.page, remote_way(glass.visitor.session).screen) == ("remote", ScreenStep.OFF)
    assert not glass.has("shared")


def test_a_yes_leads_back_to_the_page_with_the_mark(glass):
    glass.stand("remote_screen")
    glass.tap("remote.screen")
    assert glass.says("姓名、号码和您打的字都遮住，不保存")
    glass.tap("remote.screen_yes")
    glass.visitor.happen(ScreenShared(glass.visitor.session.now, "example", shared=True))
    glass.settle()
    assert (glass.page, glass.has("shared")) == ("card", True)


def test_a_no_leads_back_to_the_talk(glass):
    glass.stand("remote_screen_asked")
    glass.tap("remote.screen_no")
    assert (glass.page, glass.visitor.touches) == ("remote", [Touch.DECLINE])
    assert glass.has("remote.screen")


def test_without_a_page_to_show_nothing_is_offered(glass):
    glass.stand("remote")
    assert not glass.has("remote.screen")
    glass.stand(replace(EXAMPLES["remote_screen"], help_from=EXAMPLES["card_shared"].page))
    assert glass.has("remote.screen")
