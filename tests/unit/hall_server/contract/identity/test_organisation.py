"""统一社会信用代码. All codes are made up but the standard's own example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.check_digits import GB32100_CHARACTERS
from hall_server.contract.identity.identity import Claimed, Ignored, Organisation, Refused
from hall_server.contract.identity.organisation import read
from hall_server.contract.identity.words import Caution, Reason
from tests.unit.hall_server.contract.identity.made_up import code

BODIES = st.tuples(
    st.sampled_from(["91", "92", "93", "11", "12", "52", "N2", "A1", "Y1"]),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(GB32100_CHARACTERS, min_size=9, max_size=9),
).map("".join)


def test_the_standards_example_is_right_and_its_counterexample_is_not() -> None:
    assert read("91350100M000100Y43", Source.TYPED) == Claimed(Organisation("91350100M000100Y43", Source.TYPED))
    assert read("91350100M000100Y4Z", Source.TYPED) == Refused(Reason.WRONG_CHECK_DIGIT)


@given(BODIES)
def test_every_right_code_names_an_organisation_without_a_caution(body: str) -> None:
    assert read(code(body).lower(), Source.TYPED) == Claimed(Organisation(code(body), Source.TYPED))


@given(BODIES, st.integers(0, 17), st.integers(1, 30))
def test_a_wrong_character_is_never_passed_without_a_caution(body: str, at: int, by: int) -> None:
    right = code(body)
    other = GB32100_CHARACTERS[(GB32100_CHARACTERS.index(right[at]) + by) % 31]
    answer = read(right[:at] + other + right[at + 1 :], Source.TYPED)
    assert not isinstance(answer, Claimed) or Caution.CODE_FAILS_CHECK in answer.cautions


def test_a_sum_without_remainder_ends_in_zero() -> None:
    ending = [found for number in range(400) if (found := code(f"91440106MA59X{number:04d}")).endswith("0")]
    assert ending
    assert all(read(one, Source.TYPED) == Claimed(Organisation(one, Source.TYPED)) for one in ending)


def test_cl_g7_an_early_code_that_fails_its_check_is_taken_with_a_caution() -> None:
    right = code("91350100M0001XXXX")
    early = right[:-1] + ("M" if right[-1] != "M" else "N")
    assert read(early, Source.TYPED) == Claimed(Organisation(early, Source.TYPED), (Caution.CODE_FAILS_CHECK,))


def test_a_registrar_that_the_standard_does_not_list_is_told_and_without_a_right_check_it_is_no_code() -> None:
    right = code("97440106MA59XXXX0")
    assert read(right, Source.TYPED) == Claimed(Organisation(right, Source.TYPED), (Caution.REGISTRAR_UNKNOWN,))
    wrong = right[:-1] + ("M" if right[-1] != "M" else "N")
    assert read(wrong, Source.TYPED) == Ignored()


def test_an_o_can_only_be_a_zero_and_then_the_check_must_hold() -> None:
    right = code("91440106MA59XX000")
    assert read(right[:15] + "oO" + right[17:], Source.TYPED) == Claimed(
        Organisation(right, Source.TYPED), (Caution.LOOKALIKE_READ,)
    )
    assert read(right[:15] + "O1" + right[17:], Source.TYPED) == Refused(Reason.WRONG_CHECK_DIGIT)


@pytest.mark.parametrize(
    "text", ["", "91440106", "0" * 18, "9144O1O6-MA59", "B1" + "0" * 16, "91A40106MA59XXXX01", "9" * 5000]
)
def test_other_text_is_ignored(text: str) -> None:
    assert read(text, Source.TYPED) == Ignored()
