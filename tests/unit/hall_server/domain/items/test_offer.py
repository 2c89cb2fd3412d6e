"""What a hall offers, in one value."""

from hall_server.contract.items import VenueLevel
from hall_server.domain.items.offer import NOTHING
from hall_server.domain.items.reach import Applicant, Taken, take_or_refer
from tests.unit.hall_server.domain.items.sample import item


def test_a_hall_that_was_told_nothing_refers_nobody():
    """CL-A9 Without a region nobody is from elsewhere."""
    assert (NOTHING.catalogue.items, NOTHING.bundles, NOTHING.odd_codes) == ({}, {}, ())
    assert NOTHING.here.level is VenueLevel.DISTRICT
    assert take_or_refer(item(), NOTHING.here, Applicant("430102")) == Taken("A")
