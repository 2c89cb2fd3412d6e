"""Codes for made-up persons: each time another, good for its time and for no longer."""

from __future__ import annotations

import re

import pytest

from hall_server.city.reference.code_desk import CodeDesk
from hall_server.city.reference.key_ring import new_ring
from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.codes.answers import Accepted, Refused
from hall_server.contract.codes.claims import CodeKind
from hall_server.contract.codes.reference_code import ReferenceCodes
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust_list import read_trust_list

NOW_US = 1_795_000_000_250_000
HALL = "gz-demo-district"
RING = new_ring("city.demo", "", b"\5" * 32, b"\1" * 32, NOW_US // 1_000_000)
READER = ReferenceCodes(
    read_trust_list(RING.trust_list(), RING.signature(), [RING.root_public]), frozenset({HALL, "gz"})
)


class _Kept:
    def __init__(self, ring=RING):
        self._ring = ring

    def ring(self):
        return self._ring

    def fresh_ring(self, now):
        return self._ring


def desk(life_s=60, ring=RING, now_us=NOW_US):
    counted = iter(range(1, 100))
    return CodeDesk(_Kept(ring), HALL, lambda: now_us, lambda length: next(counted).to_bytes(length), life_s)


@pytest.mark.parametrize("name", PERSONS)
def test_everybody_may_be_shown_and_is_read_as_who_they_are(name):
    person = PERSONS[name]
    answer = READER.read(desk().issue(person).code, NOW_US)
    assert isinstance(answer, Accepted)
    assert (answer.claims.subject, answer.claims.kind) == (person.subject, person.kind)


def test_a_code_is_good_until_its_last_moment_and_expired_in_the_next():
    issued = desk().issue(PERSONS["chen"])
    end_us = NOW_US + issued.left_ms * 1000
    assert isinstance(READER.read(issued.code, end_us - 1), Accepted)
    assert READER.read(issued.code, end_us) == Refused(Refusal.EXPIRED)


def test_a_life_is_a_setting():
    issued = desk(life_s=5).issue(PERSONS["chen"])
    assert issued.expires_at - issued.issued_at == 5
    assert issued.left_ms == 4750  # the answer came a quarter into a second


def test_each_code_is_another():
    office = desk()
    assert office.issue(PERSONS["chen"]).code != office.issue(PERSONS["chen"]).code


def test_a_code_for_another_hall_is_refused_here():
    issued = desk().issue(PERSONS["chen"], "gz-other")
    assert READER.read(issued.code, NOW_US) == Refused(Refusal.WRONG_AUDIENCE)


def test_an_audience_that_is_no_name_is_refused():
    with pytest.raises(CityError) as told:
        desk().issue(PERSONS["chen"], "木棉区")
    assert (told.value.code, told.value.field) == (CityProblem.BAD_REQUEST, "audience")


def test_a_clock_that_was_set_back_before_the_first_key_issues_nothing():
    with pytest.raises(CityError) as told:
        desk(now_us=NOW_US - 1_000_000).issue(PERSONS["chen"])
    assert told.value.code is CityProblem.NO_KEY


def test_an_issued_code_does_not_show_itself_in_a_repr():
    issued = desk().issue(PERSONS["chen"])
    assert issued.code not in repr(issued)


def test_the_made_up_persons_are_plainly_made_up():
    for person in PERSONS.values():
        assert person.subject.startswith("demo-person-")
        assert "*" in person.name_mask
        assert re.fullmatch(r"[0-9]{4}", person.number_tail)
        assert set(person.family) <= set(PERSONS)
    assert len({person.subject for person in PERSONS.values()}) == len(PERSONS)
    assert {person.kind for person in PERSONS.values()} == set(CodeKind)
