"""How sure it is who somebody is (CL-H2)."""

from __future__ import annotations

import itertools

import pytest

from hall_server.contract.identity.assurance import LEVEL, Assurance, Lack, Source, enough, lacking


def test_every_source_has_a_level() -> None:
    assert set(LEVEL) == set(Source)


@pytest.mark.parametrize(
    ("sources", "level"),
    [
        ({Source.TYPED, Source.CODE, Source.MRZ, Source.UNTIMED_CODE}, Assurance.L1),
        ({Source.SIGNED_CODE}, Assurance.L2),
        ({Source.CARD}, Assurance.L3),
        ({Source.CARD_AND_FACE}, Assurance.L4),
    ],
)
def test_what_anybody_can_say_or_print_is_level_one_and_a_chip_is_level_three(
    sources: set[Source], level: Assurance
) -> None:
    assert {source for source in Source if LEVEL[source] is level} == sources


@pytest.mark.parametrize(("level", "required"), list(itertools.product(Assurance, Assurance)))
def test_a_higher_level_is_enough_for_a_lower_one_and_what_lacks_is_told(level: Assurance, required: Assurance) -> None:
    assert enough(level, required) is (level.value >= required.value)
    assert (lacking(level, required) is None) is enough(level, required)


def test_what_lacks_is_what_would_be_enough() -> None:
    assert [lacking(Assurance.L1, required) for required in Assurance] == [
        None,
        Lack.WANTS_CODE,
        Lack.WANTS_CARD,
        Lack.WANTS_FACE,
    ]


def test_the_words_stay() -> None:
    assert " ".join(Source) == "typed code mrz untimed_code signed_code card card_and_face"
    assert [level.value for level in Assurance] == [1, 2, 3, 4]
