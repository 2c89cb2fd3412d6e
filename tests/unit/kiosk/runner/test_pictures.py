"""Pictures stand there while they are shown."""

import pytest

from kiosk.runner.pictures import CERTIFICATE, LIVE, Pictures


def test_a_picture_stands_there_until_it_is_hidden():
    pictures = Pictures()
    pictures.show(LIVE, b"one")
    pictures.show(LIVE, b"two")
    pictures.show(CERTIFICATE, b"paper")
    pictures.hide(LIVE)
    assert (pictures.picture(LIVE), pictures.picture(CERTIFICATE)) == (b"", b"paper")
    pictures.clear()
    assert pictures.picture(CERTIFICATE) == b""


def test_pages_are_made_on_demand():
    pictures = Pictures()
    pictures.show_pages(lambda number: b"page %d" % number)
    assert pictures.picture("page/2") == b"page 2"
    pictures.clear()
    assert pictures.picture("page/2") == b""


@pytest.mark.parametrize("name", ["page/", "page/x", "page/-1", "page/²", "2", "", "live/2"])
def test_a_name_that_nobody_has_shows_nothing(name):
    pictures = Pictures()
    pictures.show_pages(lambda number: b"page %d" % number)
    assert pictures.picture(name) == b""
