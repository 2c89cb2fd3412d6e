"""One page at a time, and nothing of it afterwards."""

import pytest

from kiosk.session.state import IdleWarning, Page
from kiosk.values import replace
from kiosk.viewmodels.examples import ABOUT, EXAMPLES, NOW, Nobody
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen


@pytest.fixture
def screen(qapp):
    return Screen(Intents(Nobody()), ABOUT)


def test_a_session_brings_its_page_and_props(screen):
    screen.show(EXAMPLES["confirm"])
    assert screen.shown_page() == Page.CONFIRM
    assert screen.property("pageFile") == "ConfirmPage"
    assert screen.page_model().props.name_mask == "陈*明"
    assert screen.property("frame").props.clock == "09:42"


def test_the_same_page_keeps_its_view_model_and_shows_the_new_props(screen):
    screen.show(EXAMPLES["ticket"])
    model = screen.page_model()
    screen.show(replace(EXAMPLES["ticket"], now=NOW + 3))
    assert screen.page_model() is model
    assert model.props.seconds == 5


def test_another_page_gets_a_view_model_of_its_own(screen):
    screen.show(EXAMPLES["confirm"])
    model = screen.page_model()
    screen.show(EXAMPLES["home"])
    assert screen.page_model() is not model


def test_under_the_question_no_page_stands(screen):
    screen.show(EXAMPLES["confirm"])
    screen.show(replace(EXAMPLES["confirm"], warning=IdleWarning(ends_at=NOW + 18)))
    assert screen.page_model() is None
    assert screen.property("pageFile") == ""
    assert screen.shown_page() == "warning"


def test_before_any_session_nothing_stands(screen):
    assert screen.shown_page() == ""
    assert screen.property("page") is None
    assert screen.property("intents") is not None


def test_a_notice_stands_until_a_touch_or_another_page(screen):
    screen.show(EXAMPLES["home"])
    heard = []
    screen.noticeChanged.connect(lambda: heard.append(screen.property("notice")))
    intents = screen.property("intents")
    intents.ask_later("guides")
    intents.touch("back")
    intents.ask_later("language")
    screen.show(EXAMPLES["help"])
    assert heard == ["guides", "", "language", ""]
