"""Documents lie in the drawer until the page is left, and are overwritten then."""

import pytest

from kiosk.paper.apart import PaperError
from kiosk.runner.drawer import MOST_BYTES, MOST_DOCUMENTS, Drawer


def test_what_is_shredded_is_overwritten_and_gone():
    drawer = Drawer()
    drawer.put("a", b"%PDF secret")
    (inside,) = drawer._kept.values()
    drawer.shred()
    assert bytes(inside) == bytes(11)
    with pytest.raises(PaperError, match="paper_gone"):
        drawer.get("a")


def test_a_key_has_one_document():
    drawer = Drawer()
    drawer.put("a", b"one")
    drawer.put("a", b"two")
    assert drawer.get("a") == b"two"
    assert list(drawer) == ["a"]


def test_a_full_drawer_takes_no_more():
    drawer = Drawer()
    for number in range(MOST_DOCUMENTS):
        drawer.put(str(number), b"x")
    with pytest.raises(PaperError, match="drawer_full"):
        drawer.put("more", b"x")
    drawer.shred()
    with pytest.raises(PaperError, match="drawer_full"):
        drawer.put("large", bytes(MOST_BYTES + 1))
    drawer.drop("never there")
