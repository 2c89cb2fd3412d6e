"""The hall's words in English, where it has them."""

from msgspec.structs import replace as changed

from kiosk.session.modes import Language, Modes
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import IDLE, ITEMS, TICKET
from kiosk.viewmodels.tongue import item_name, listed, said, ticket_item

ENGLISH = replace(IDLE, modes=Modes(language=Language.EN))


def test_words_stay_as_they_are_in_chinese():
    assert (said(IDLE, "不动产"), item_name(IDLE, ITEMS[0])) == ("不动产", ITEMS[0].name)
    assert listed(IDLE, ("4", "9")) == "4、9"


def test_words_are_english_where_the_hall_has_them():
    assert (said(ENGLISH, "不动产"), item_name(ENGLISH, ITEMS[0])) == ("Real estate", ITEMS[0].name_en)
    assert ticket_item(ENGLISH, TICKET) == ITEMS[0].name_en
    assert listed(ENGLISH, ("相片", "9")) == "photo, 9"


def test_a_word_that_nobody_translated_stands_as_it_is():
    assert said(ENGLISH, "身后事") == "身后事"
    assert item_name(ENGLISH, changed(ITEMS[0], name_en="")) == ITEMS[0].name
    assert ticket_item(ENGLISH, changed(TICKET, item="gone")) == TICKET.item_name
    assert said(Session(modes=ENGLISH.modes), "不动产") == "不动产"
