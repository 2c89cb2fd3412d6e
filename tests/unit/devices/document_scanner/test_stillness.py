"""A page is taken when it lies still, once, and not again until it was touched."""

import numpy as np
import pytest

from devices.document_scanner.judge import Seen
from devices.document_scanner.stillness import STILL_LOOKS, STILL_S, Stillness, thumbnail
from devices.values.document_scanner import Verdict

QUAD = np.array([[100, 100], [500, 100], [500, 700], [100, 700]], float)
THUMB = np.full((24, 32), 120, np.uint8)


class Eye:
    """Looks every 0.2 seconds."""

    def __init__(self):
        self.still, self.at = Stillness(), 10.0

    def look(self, verdict=Verdict.GOOD, moved=0.0, thumb=THUMB):
        self.at += 0.2
        quad = None if verdict is Verdict.NO_PAGE else QUAD + moved
        return self.still.take(self.at, Seen(verdict, quad, 1000, 800), thumb)

    def until_taken(self, **look):
        for count in range(1, 20):
            if self.look(**look):
                return count
        return 0


def test_a_page_is_taken_after_it_has_lain_still_for_a_while():
    count = Eye().until_taken()
    assert count >= STILL_LOOKS
    assert (count - 1) * 0.2 >= STILL_S


def test_a_page_that_lies_there_is_taken_once():
    eye = Eye()
    assert eye.until_taken()
    assert not eye.until_taken()


def test_a_page_that_moves_is_not_taken():
    eye = Eye()
    assert not any(eye.look(moved=20.0 * at) for at in range(20))


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.GOOD])
def test_a_bad_page_is_never_taken(verdict):
    assert not Eye().until_taken(verdict=verdict)


def test_the_next_page_is_taken_when_it_lies_elsewhere_or_looks_otherwise():
    eye = Eye()
    assert eye.until_taken()
    assert eye.until_taken(moved=9.0)
    assert eye.until_taken(moved=9.0, thumb=THUMB + np.uint8(30))


def test_a_hand_over_the_page_does_not_have_it_taken_again():
    eye = Eye()
    assert eye.until_taken()
    eye.look(verdict=Verdict.TWO_PAGES, thumb=THUMB + np.uint8(60))
    eye.look(verdict=Verdict.NO_PAGE)
    assert not eye.until_taken()


def test_a_page_may_be_taken_again_when_it_is_asked_for():
    eye = Eye()
    assert eye.until_taken()
    eye.still.forget()
    assert eye.until_taken()


def test_looks_before_an_order_do_not_count():
    eye = Eye()
    for _ in range(2):
        eye.look()
    eye.still.restart()
    assert not eye.look()


def test_a_thumbnail_is_too_small_to_read():
    assert thumbnail(np.zeros((1200, 1600, 3), np.uint8)).shape == (24, 32)
