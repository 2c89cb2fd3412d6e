"""CL-H4: one id of a visit."""

import msgspec
import pytest

from hall_server.contract.items import CorrelationId, RegionCode
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.correlation import correlation_of

TICKET, BOOKING = "0" * 8 + "-0000-4000-8000-" + "0" * 12, "f" * 8 + "-0000-4000-8000-" + "0" * 12


def test_what_began_a_visit_gives_it_its_id():
    """CL-H4 A booking's id goes along; who just comes goes by the ticket's."""
    assert correlation_of(TICKET, BOOKING) == BOOKING
    assert correlation_of(TICKET) == TICKET


@pytest.mark.parametrize("bad", ["x", TICKET + "\n", BOOKING.upper(), "{" + TICKET + "}", "粤" * 36])
def test_what_is_no_uuid_is_refused_by_rule_and_by_shape(bad):
    with pytest.raises(HallProblem) as told:
        correlation_of(TICKET, bad)
    assert told.value.code is ProblemCode.BAD_REQUEST
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(bad, CorrelationId)


@pytest.mark.parametrize("bad", ["44010", "4401061", "044010", "440106\n", "110101199003071"])
def test_a_region_code_is_six_digits_and_never_more_of_a_number(bad):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(bad, RegionCode)
    assert msgspec.convert("440106", RegionCode) == "440106"
