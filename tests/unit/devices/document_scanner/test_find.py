"""Paper is found that is brighter than its table, and paper that is darker where nothing brighter lies there."""

import numpy as np
import pytest

from devices.document_scanner.find import find_sheets, prepared
from devices.document_scanner.judge import see
from devices.document_scanner.papers import laid, sheet
from devices.values.document_scanner import Verdict

BRIGHT = 190  # added to the emulator's dark table


def on_white(tint):
    """The page in this colour on a bright table."""
    view = laid((sheet(1) * (np.array(tint) / 255)).astype(np.uint8)).astype(int)
    table = np.abs(laid(sheet(1, lines=0)).astype(int) - (52, 48, 46)).max(axis=2) < 20
    view[table] += BRIGHT
    return np.clip(view, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("tint", [(150, 150, 150), (120, 170, 205), (205, 150, 120), (170, 150, 215)])
def test_paper_that_is_darker_than_its_table_is_a_page_with_its_corners(tint):
    seen, plain = see(on_white(tint)), see(laid(sheet(1)))
    assert seen.verdict is Verdict.GOOD
    assert np.abs(seen.quad - plain.quad).max() < 4


def test_the_same_picture_gets_the_same_answer_wherever_it_lies_in_memory():
    view = on_white((150, 150, 150))
    assert len({prepared(view.copy()).smooth.tobytes() for _ in range(8)}) == 1


def test_a_thing_that_is_too_dark_for_paper_is_none():
    view = np.full((760, 1000, 3), 235, np.uint8)
    view[150:600, 300:640] = (35, 30, 28)
    assert see(view).verdict is Verdict.NO_PAGE


def test_darker_paper_that_runs_out_of_view_is_not_guessed_at():
    view = np.full((760, 1000, 3), 235, np.uint8)
    view[150:600, 500:] = (120, 170, 205)
    assert see(view).quad is None


def test_a_dark_thing_beside_a_bright_page_is_not_looked_for():
    view = laid(sheet(1), at=(0.35, 0.5))
    view[200:560, 720:960] = (110, 110, 110)
    assert not any(found.unlike for found in find_sheets(prepared(view)))
