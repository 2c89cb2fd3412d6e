"""The drill of slips in small: sixty numbers through every kind of fault, and its controls are caught."""

import logging

import pytest

from tests.drills.slips.__main__ import judge
from tests.drills.verdict import Verdict


@pytest.fixture(autouse=True)
def _quiet():
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def test_what_is_said_of_sixty_slips_is_what_lies_on_the_paper():
    verdict = Verdict("drill-slips")
    judge(verdict, 60, each=15)
    assert verdict.findings == []
    rows = {row.id: row for row in verdict.rows}
    assert rows["Csilent"].met
    assert rows["Cagain"].met
