"""A trip to the provider and back: one secret, from which everything follows, for ten minutes."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.identity_provider import TRIP_S, ProviderRefusal, Trip, trip_of
from hall_server.web.sign_in_words import WORDS
from tests.house_rules.sources import ROOT

NOW = 1_795_000_000
TRIP = Trip(bytes(range(32)), NOW)


def test_state_nonce_and_verifier_are_each_another_and_fit_where_they_go():
    made = [TRIP.state, TRIP.nonce, TRIP.verifier]
    assert len(set(made)) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", one) for one in made)
    hashed = hashlib.sha256(TRIP.verifier.encode()).digest()
    assert base64.urlsafe_b64encode(hashed).rstrip(b"=").decode() == TRIP.challenge


def test_a_trip_that_began_at_another_time_is_another_trip():
    later = Trip(TRIP.secret, NOW + 1)
    assert {later.state, later.nonce, later.verifier}.isdisjoint({TRIP.state, TRIP.nonce, TRIP.verifier})


def test_a_browser_remembers_a_trip_for_ten_minutes():
    assert trip_of(TRIP.cookie, NOW + TRIP_S - 1) == TRIP
    assert trip_of(TRIP.cookie, NOW + TRIP_S) is None
    assert trip_of(TRIP.cookie, NOW - 1) is None


def test_a_trip_shows_nobody_its_secret():
    assert base64.urlsafe_b64encode(TRIP.secret)[:8].decode() not in repr(TRIP)
    assert "\\x01" not in repr(TRIP)


@pytest.mark.parametrize(
    "cookie", ["", ".", "a.1", f"{'A' * 43}.", f"{'A' * 43}.-1", f"{'A' * 43}.١", "A" * 500, "é.1"]
)
def test_what_is_no_trip_is_none(cookie):
    assert trip_of(cookie, NOW) is None


@given(st.text(max_size=90), st.integers(0, 2**40))
def test_nothing_that_a_browser_may_say_throws(cookie, now):
    trip_of(cookie, now)
    trip_of(f"{TRIP.cookie}{cookie}", NOW)


def test_every_refusal_has_a_sentence_for_people_and_a_row_in_the_docs():
    page = (ROOT / "docs/integration/identity-provider.md").read_text(encoding="utf-8")
    for why in ProviderRefusal:
        assert WORDS[why].endswith("。")
        assert f"| `{why.value}` |" in page
