"""CL-A1, A5, A12: levels and regions of venues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.items import VenueLevel
from hall_server.domain.items.venues import LEVELS, covers, missing_kinds, same_city, same_province

REGION = st.from_regex(r"[1-9][0-9]{5}", fullmatch=True)


def test_every_level_has_a_rule():
    """CL-A1 Four levels; a village hall has at most two counters and no boards."""
    assert set(LEVELS) == set(VenueLevel)
    assert (LEVELS[VenueLevel.VILLAGE].counters, LEVELS[VenueLevel.VILLAGE].boards) == ((0, 2), False)


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("city", (("unsolved",), ())),
        ("district", (("unsolved",), ())),
        ("street", ((), ("unsolved",))),
        ("village", ((), ("unsolved",))),
    ],
)
def test_a_missing_kind_is_a_finding_above_and_advice_below(level, found):
    """CL-A5 A district hall lacks 办不成事: a finding; a street hall: advice. CL-A10: kinds of its own are welcome."""
    assert missing_kinds(VenueLevel(level), ["general", "consult", "agency", "cross_region", "tax"]) == found


@pytest.mark.parametrize(
    ("regions", "region", "inside"),
    [
        (["440106"], "440106", True),
        (["440106"], "440105", False),
        (["440100"], "440106", True),
        (["440000"], "440106", True),
        (["440113", "440121"], "440121", True),
        (["440100"], "430102", False),
        ([], "440106", False),
    ],
)
def test_a_hall_covers_what_lies_in_its_region_and_its_former_ones(regions, region, inside):
    assert covers(regions, region) is inside


@given(REGION, REGION)
def test_regions_of_one_city_lie_in_one_province(one, other):
    assert same_city(one, one)
    assert same_city(one, other) == same_city(other, one)
    assert same_province(one, other) or not same_city(one, other)


def test_a_municipality_is_one_city():
    assert same_city("120101", "120221")
    assert not same_city("440106", "440303")
