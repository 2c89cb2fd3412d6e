"""CL-H14 The search on phrases that nobody who wrote by-names has read; only rates are shown when one is too low."""

from __future__ import annotations

import pytest

from kiosk.guides.search import Search
from tests.bench.eval_search import GOAL, demo, missed, rate
from tests.bench.search.phrases import Half, nothing


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(demo())


def test_nine_of_ten_frozen_phrases_find_their_item_among_the_first_three(search: Search) -> None:
    found = rate(Half.FROZEN, missed(search, Half.FROZEN))
    assert found >= GOAL


def test_the_open_half_is_found_at_least_as_well(search: Search) -> None:
    found = rate(Half.OPEN, missed(search, Half.OPEN))
    assert found >= GOAL


def test_nothing_sure_is_found_for_what_the_hall_does_not_have(search: Search) -> None:
    assert [text for text in nothing() if any(hit.sure for hit in search.find(text) or ())] == []
