"""CL-B6 The lists of the guide: theme first, A to Z by the reading, bundles among them; each line stands once."""

from __future__ import annotations

import msgspec

from hall_server.contract.catalogue import Catalogue, ItemView
from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.guides.browse import OTHERS, by_department, by_kind, by_letter, by_theme, common
from kiosk.guides.words import in_english
from tests.unit.kiosk.guides.demo import CATALOGUE

HOW_MANY = len(CATALOGUE.items) - 1 + len(CATALOGUE.bundles)


def test_everything_stands_once_under_its_first_letter() -> None:
    groups = by_letter(CATALOGUE)
    assert [one.heading for one in groups] == sorted(one.heading for one in groups)
    assert sum(len(one.entries) for one in groups) == HOW_MANY
    under_c = next(one for one in groups if one.heading == "C")
    assert "长寿保健金(高龄津贴)申领" in [one.name for one in under_c.entries]  # chang, not zhang


def test_the_general_number_is_no_guide() -> None:
    assert all(entry.id != GENERAL_ITEM for one in by_letter(CATALOGUE) for entry in one.entries)


def test_themes_come_as_the_hall_has_them_and_bundles_stand_first_in_theirs() -> None:
    groups = by_theme(CATALOGUE)
    assert [one.heading for one in groups][: len(CATALOGUE.themes)] == [one for one in CATALOGUE.themes if one]
    house = next(one for one in groups if one.heading == "不动产")
    assert [one.id for one in house.entries] == ["b_house", "i27", "i28"]
    assert [one.bundle for one in house.entries] == [True, False, False]


def test_departments_and_kinds_hold_every_item() -> None:
    assert sum(len(one.entries) for one in by_department(CATALOGUE)) == len(CATALOGUE.items) - 1
    assert sum(len(one.entries) for one in by_kind(CATALOGUE)) == len(CATALOGUE.items) - 1
    assert {"permit", ""} <= {one.heading for one in by_kind(CATALOGUE)}


def test_english_names_stand_under_their_own_letters() -> None:
    groups = by_letter(in_english(CATALOGUE))
    social = next(one for one in groups if one.heading == "S")
    assert "Social security card, first issue" in [one.name for one in social.entries]


def test_a_name_that_begins_with_no_letter_stands_last() -> None:
    odd = ItemView("x", "（临时）", "", "A", pinyin="· lin shi ·")
    groups = by_letter(msgspec.structs.replace(CATALOGUE, items=(odd, *CATALOGUE.items)))
    assert (groups[-1].heading, groups[-1].entries[0].id) == (OTHERS, "x")
    assert by_letter(Catalogue("h", "1", (), (ItemView("y", "", "", "A"),)))[0].heading == OTHERS


def test_what_is_most_asked_for_is_a_list_of_its_own() -> None:
    assert [one.id for one in common(CATALOGUE).entries] == ["i01", "i05", "i08", "i13", "i15", "i23"]
