"""Spoken names of themes."""

from kiosk.viewmodels.examples import THEMES
from kiosk.viewmodels.themes import picture, spoken


def test_the_demo_hall_s_themes_have_two_characters_each_and_no_two_the_same():
    names = [spoken(theme) for theme in THEMES]
    assert {len(name) for name in names} == {2}
    assert len(set(names)) == len(names)


def test_a_theme_that_nobody_listed_is_cut_to_two_characters_in_a_folder():
    assert (spoken("交通出行"), picture("交通出行")) == ("交通", "folder")
