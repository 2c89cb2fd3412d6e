"""Pictures of themes; what they are called is tested with the words (tests/qml/test_words.py)."""

from kiosk.viewmodels.examples import THEMES
from kiosk.viewmodels.themes import picture


def test_every_theme_of_the_demo_hall_has_a_picture_of_its_own_or_a_folder():
    assert "folder" not in {picture(theme) for theme in THEMES}


def test_a_theme_that_nobody_listed_is_a_folder():
    assert picture("交通出行") == "folder"
