"""UI-K30: the hall's own table, page by page."""

from kiosk.session.complaining import SENTENCES
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.complaining import ComplaintProps, complaint_props, ways_props
from kiosk.viewmodels.examples import EXAMPLES


def with_page(session, number):
    way = replace(session.visit.way, list_page=number)
    return replace(session, visit=replace(session.visit, way=way))


def test_the_table_stands_in_its_order_on_as_many_pages_as_it_takes():
    session = EXAMPLES["complaint"]
    pages = complaint_props(session).pages
    shown = [row.code for number in range(pages) for row in complaint_props(with_page(session, number)).rows]
    assert shown == [one.code for one in session.visit.way.categories]
    assert complaint_props(with_page(session, pages)).page_number == 1


def test_sentences_are_told_by_code_and_what_is_chosen_is_on():
    props = complaint_props(EXAMPLES["complaint_words"])
    assert {row.code for row in props.rows} <= set(SENTENCES)
    assert [row.code for row in props.rows if row.on] == ["long_wait"]


def test_a_number_stands_with_its_category_and_what_became_of_the_slip():
    props = [complaint_props(EXAMPLES[name]) for name in ("complaint_heard", "complaint_without_slip")]
    assert [(one.number, one.category, one.slip) for one in props] == [
        ("TS261016-0007", "办事效率", "out"),
        ("TS261016-0007", "办事效率", "none"),
    ]


def test_without_a_complaint_the_page_is_empty():
    assert complaint_props(Session()) == ComplaintProps()
    assert not ways_props(Session()).online
