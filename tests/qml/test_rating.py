"""评一评 on the glass: five equal words, nothing chosen, going without one as large as any."""

import pytest

from kiosk.session.events import Touch
from kiosk.session.rating import RatingSent, RatingStep
from kiosk.session.state import Page
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.forms import FORMS
from tests.qml.glass import TICKET_ID

WORDS = [f"rating.stars.{stars}" for stars in (5, 4, 3, 2, 1)]


def test_whoever_shows_the_slip_of_a_finished_ticket_rates_it_in_two_touches(glass):
    glass.stand("slip_ended")
    glass.tap("ticket_state.rate")
    assert glass.page == Page.RATING
    glass.tap("rating.stars.2")
    assert glass.says("正在送出")
    glass.visitor.happen(RatingSent(glass.visitor.session.now, TICKET_ID, RatingStep.HEARD))
    glass.settle()
    assert glass.says("谢谢，收到了")
    glass.tap("rating.finish")
    assert glass.page == Page.CLEARED


def test_going_without_a_word_is_one_touch(glass):
    glass.stand("rating")
    glass.tap("rating.skip")
    assert (glass.page, glass.visitor.touches) == (Page.CLEARED, [Touch.SKIP])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_word_is_larger_or_louder_than_another_and_none_than_going_without(glass, form):
    glass.stand(form.of(EXAMPLES["rating"]))
    words, skip = [glass.find(name) for name in WORDS], glass.find("rating.skip")
    widths, heights = [word.width() for word in words], [word.height() for word in words]
    assert max(widths) - min(widths) <= 2
    assert max(heights) - min(heights) <= 2
    grounds = {item.property("color").name() for word in words for item in word.childItems() if item.isVisible()}
    assert len(grounds) == 1
    assert skip.width() * skip.height() >= min(widths) * min(heights) * 0.9
