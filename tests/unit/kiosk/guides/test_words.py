"""The catalogue in English: nothing of the demo hall stays Chinese, and what is missing is named."""

from __future__ import annotations

import msgspec

from hall_server.city.reference.licence_shelf import SHELF
from hall_server.domain.city.voices import CATEGORIES
from kiosk.guides.words import English, in_english, untranslated
from tests.unit.kiosk.guides.demo import CATALOGUE, SITE


def test_nothing_of_the_demo_hall_is_left_in_chinese() -> None:
    assert untranslated(CATALOGUE) == ()


def test_what_else_the_demo_hall_and_its_city_show_on_a_kiosk_has_its_english_too() -> None:
    licences = [one for held in SHELF.values() for one in held]
    shown = {
        *(one.name for one in CATEGORIES),
        *(one.type for one in licences),
        *(one.issuer for one in licences),
        *(one.name for one in SITE.kiosk),
    }
    assert shown - set(CATALOGUE.english) == set()


def test_names_materials_questions_and_places_are_said_in_english() -> None:
    said = in_english(CATALOGUE)
    item = next(one for one in said.items if one.id == "i01")
    assert item.name == "Guangdong residence permit, first issue"
    assert item.materials[0].name == "Resident identity card"
    assert item.situations[0].question.startswith("Was an ID photograph")
    assert said.themes[0] == "Moving to Guangzhou"
    assert said.bundles[0].questions[0].answers[0].words == "Yes"
    assert [one.id for one in said.items] == [one.id for one in CATALOGUE.items]


def test_a_text_without_english_stays_and_is_named() -> None:
    poor = msgspec.structs.replace(CATALOGUE, english={})
    assert in_english(poor).items[0].plain == CATALOGUE.items[0].plain
    assert CATALOGUE.items[0].plain in untranslated(poor)


def test_the_english_of_one_catalogue_is_made_once() -> None:
    english = English()
    first = english(CATALOGUE)
    assert english(CATALOGUE) is first
    assert english(msgspec.structs.replace(CATALOGUE, version="other")) is not first
