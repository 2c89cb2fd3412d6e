"""The phrases that the search is measured with: well-formed, of the demo hall, in one half only; one half is frozen."""

from collections import Counter
from hashlib import sha256

import pytest

from config.site import load_site
from tests.bench.search.phrases import Half, Kind, Phrase, folded, nothing, path_of, phrases
from tests.house_rules.sources import ROOT

FROZEN = "02f1d4af75f2e32b48bf8febe8115ea97acf6d6a5fff0cfd94372d7c9950499a"
ENOUGH = 100
EACH = 4


@pytest.fixture(scope="module")
def known():
    """The ids of all items and bundles of the demo hall."""
    site = load_site(ROOT / "config/sites/demo.toml")
    return {row.id for row in (*site.item, *site.bundle)}


@pytest.mark.parametrize("half", Half)
def test_a_half_has_enough_phrases_of_every_kind(half):
    kinds = Counter(phrase.kind for phrase in phrases(half))
    assert kinds.total() >= ENOUGH
    assert set(kinds) == set(Kind)


@pytest.mark.parametrize("half", Half)
def test_every_phrase_names_one_to_three_items_or_bundles_of_the_demo_hall(half, known):
    for phrase in phrases(half):
        assert folded(phrase.text)
        assert phrase.text == phrase.text.strip()
        assert 1 <= len(phrase.ids) <= 3
        assert phrase.ids <= known, phrase.ids - known


@pytest.mark.parametrize("half", Half)
def test_every_item_and_bundle_is_looked_for_in_each_half(half, known):
    asked = Counter(one for phrase in phrases(half) for one in phrase.ids)
    assert not {one for one in known if asked[one] < EACH}


def test_no_phrase_stands_twice_in_one_half_or_in_two_lists():
    texts = [phrase.text for half in Half for phrase in phrases(half)] + nothing()
    seen = Counter(folded(text) or text for text in texts)
    assert max(seen.values()) == 1


def test_the_hall_has_nothing_for_some_twenty_phrases():
    assert len(nothing()) >= 20


def test_the_frozen_half_is_byte_for_byte_what_was_frozen():
    assert sha256(path_of(Half.FROZEN).read_bytes()).hexdigest() == FROZEN


def test_a_right_id_counts_among_the_first_three_only():
    phrase = Phrase("卡", frozenset({"i05"}), Kind.MANDARIN)
    assert phrase.is_hit(["i01", "i02", "i05"])
    assert not phrase.is_hit(["i01", "i02", "i03", "i05"])
    assert not phrase.is_hit([])
