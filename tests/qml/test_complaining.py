"""投诉、办不成事、建议 on the glass."""

from kiosk.session.complaining import SENTENCES, CategoriesFound, ComplaintSent, ComplaintStep
from kiosk.session.state import Page
from kiosk.viewmodels.examples import EXAMPLES


def drawn(glass):
    glass.settle()
    glass.view.grabWindow()  # layouts find their places when a frame is drawn


def test_whoever_asked_for_help_complains_in_a_few_touches_and_gets_a_number(glass):
    glass.stand("confirm")
    for name in ("access.help", "help.other_ways", "ways.complain"):
        glass.tap(name)
        drawn(glass)
    assert glass.page == Page.COMPLAINT
    way = glass.visitor.session.visit.way
    table = EXAMPLES["complaint"].visit.way.categories
    glass.visitor.happen(CategoriesFound(glass.visitor.session.now, way.key, table))
    drawn(glass)
    glass.tap("complaint.category.02")
    drawn(glass)
    glass.tap("complaint.sentence.long_wait")
    glass.tap("complaint.send")
    glass.visitor.happen(ComplaintSent(glass.visitor.session.now, way.key, ComplaintStep.HEARD, "TS261016-0001"))
    drawn(glass)
    assert glass.says("TS261016-0001")
    assert glass.says("12345")
    glass.tap("complaint.finish")
    assert glass.page == Page.CONFIRM


def test_every_sentence_stands_on_the_glass_as_the_hall_is_told_it(glass):
    glass.stand("complaint_words")
    words = glass.words()
    glass.tap("complaint.next_page")
    assert set(SENTENCES.values()) <= {*words, *glass.words()}
