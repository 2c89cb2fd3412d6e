"""How many presses of six keys common goals cost somebody who sees nothing, from the first page's question on.

The first key of all wakes the voice and is not counted. What is hoped for stands in the test: more is a fault.
"""

import pytest

from tests.qml.listening import listening

MOST_STOPS = 60
ITEM = "services.item."


class Presses:
    def __init__(self, heard):
        listening(heard)
        self.heard, self.made = heard, 0

    def press(self, key):
        self.heard.visitor.press(key)
        self.made += 1

    def lead_on(self):
        """OK at the question stands on what leads on, OK there goes on."""
        self.press("select")
        self.press("select")

    def go_down_to(self, name):
        for _ in range(MOST_STOPS):
            self.press("down")
            if self.heard.visitor.reader.focus.startswith(name):
                return
        raise AssertionError(f"{name} is not on {self.heard.page}")

    def choose(self, name):
        self.go_down_to(name)
        self.press("select")


@pytest.fixture
def presses(heard):
    return Presses(heard)


def test_the_first_item_is_two_keys_below_the_question(presses):
    presses.lead_on()
    before = presses.made
    presses.go_down_to(ITEM)
    assert presses.made - before == 2  # search comes first


def test_a_number_without_a_card_takes_twelve_presses(presses):
    presses.lead_on()
    presses.choose(ITEM)
    presses.choose("card.without_card")
    presses.lead_on()
    assert presses.heard.page == "ticket"
    assert presses.made <= 12


def test_another_theme_comes_right_after_the_items_and_what_turns_them(presses):
    presses.lead_on()
    presses.choose("services.tab.社会保障")
    assert presses.made <= 14


@pytest.mark.parametrize(
    ("tile", "most"), [("home.check_in", 3), ("home.print_record", 4), ("home.track_case", 5), ("home.guides", 6)]
)
def test_what_the_first_page_offers_is_near(presses, tile, most):
    presses.choose(tile)
    assert presses.made <= most


def test_the_language_and_larger_type_are_reached_backwards(presses):
    while presses.heard.visitor.reader.focus != "access.language":
        presses.press("up")
    assert presses.made <= 6


def test_a_person_is_one_press_away(presses):
    presses.press("help")
    assert presses.heard.page == "help"
    assert presses.made == 1
