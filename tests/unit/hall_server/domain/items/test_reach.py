"""CL-A9: applicants from elsewhere get a number, or the way to where they get one; never a silent refusal."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.items import Reach, ReferralReason, VenueLevel
from hall_server.domain.items.reach import Applicant, Here, Referral, Taken, take_or_refer
from hall_server.domain.items.venues import Venue
from tests.unit.hall_server.domain.items.sample import item

HERE, SAME_CITY, SAME_PROVINCE, FAR = "440106", "440105", "440303", "430102"


def venue(name, *regions, level=VenueLevel.DISTRICT, **fields):
    return Venue(id=name, name=name, level=level, regions=regions, **fields)


HALL = Here(VenueLevel.DISTRICT, (HERE,), cross_region_queue="X", help_queue="K")
WITH_VENUES = msgspec.structs.replace(
    HALL,
    venues=(
        venue("unknown-way", SAME_CITY),
        venue("far", SAME_CITY, km=9.0),
        venue("near", SAME_CITY, km=2.5),
        venue("near-but-other-items", SAME_CITY, km=1.0, items=("i9",)),
        venue("named", SAME_CITY, km=3.0, items=("i1",)),
        venue("changsha", FAR),
        venue("street", HERE, level=VenueLevel.STREET, km=0.5),
    ),
)


@pytest.mark.parametrize(
    ("reach", "taken"),
    [
        (Reach.LOCAL, [HERE]),
        (Reach.CITY, [HERE, SAME_CITY]),
        (Reach.PROVINCE, [HERE, SAME_CITY, SAME_PROVINCE]),
        (Reach.CROSS_PROVINCE, [HERE, SAME_CITY, SAME_PROVINCE, FAR]),
    ],
)
def test_the_reach_of_an_item_says_whom_the_hall_takes(reach, taken):
    """CL-A9 reach=city: an applicant of another district still gets a ticket; reach=local: a clear referral."""
    for region in (HERE, SAME_CITY, SAME_PROVINCE, FAR):
        found = take_or_refer(item(reach=reach), HALL, Applicant(region))
        if region in taken:
            assert found == (Taken("A") if region == HERE else Taken("X", cross_region=True))
        else:
            assert found == Referral(ReferralReason(f"reach_{reach}"), None, "K")


def test_without_a_cross_region_queue_everybody_stands_in_the_items_own():
    hall = msgspec.structs.replace(HALL, cross_region_queue="")
    assert take_or_refer(item(reach=Reach.CITY), hall, Applicant(SAME_CITY)) == Taken("A", cross_region=True)


@pytest.mark.parametrize(
    ("hall", "applicant"),
    [
        (HALL, Applicant()),
        (HALL, Applicant(FAR, lives_here=True)),
        (Here(VenueLevel.DISTRICT), Applicant(FAR)),
        (msgspec.structs.replace(HALL, regions=(HERE, "440121")), Applicant("440121")),
    ],
)
def test_who_lives_here_or_shows_no_card_is_at_home(hall, applicant):
    """Six digits say where a number was first given out, not where its holder lives."""
    assert take_or_refer(item(), hall, applicant) == Taken("A")


@pytest.mark.parametrize(("region", "named"), [(SAME_CITY, "near"), (FAR, "changsha"), (SAME_PROVINCE, None)])
def test_a_referral_names_the_nearest_venue_that_can(region, named):
    """CL-A9 Otherwise names the nearest venue that can."""
    found = take_or_refer(item(), WITH_VENUES, Applicant(region))
    assert isinstance(found, Referral)
    assert (found.venue and found.venue.id) == named


def test_a_venue_whose_way_is_unknown_comes_last():
    hall = msgspec.structs.replace(HALL, venues=(venue("a", SAME_CITY), venue("b", SAME_CITY, km=30.0)))
    assert take_or_refer(item(), hall, Applicant(SAME_CITY)).venue.id == "b"


@pytest.mark.parametrize("applicant", [Applicant(), Applicant(FAR, lives_here=True), Applicant(HERE)])
def test_an_item_of_another_level_is_referred_to_a_venue_of_that_level(applicant):
    """CL-A1 Item availability is filtered by level."""
    found = take_or_refer(item(levels=(VenueLevel.STREET,)), WITH_VENUES, applicant)
    assert isinstance(found, Referral)
    assert (found.reason, found.venue and found.venue.id) == (ReferralReason.NOT_AT_THIS_LEVEL, "street")


def test_a_hall_of_a_whole_city_refers_into_its_districts():
    city = Here(VenueLevel.CITY, ("440100",), venues=(venue("district", HERE),))
    found = take_or_refer(item(levels=(VenueLevel.DISTRICT,)), city, Applicant())
    assert found.venue.id == "district"


def test_a_hall_that_does_not_say_where_it_is_refers_to_any_venue_of_the_level():
    hall = Here(VenueLevel.CITY, (), venues=(venue("district"),))
    found = take_or_refer(item(levels=(VenueLevel.DISTRICT,)), hall, Applicant())
    assert found.venue.id == "district"


@given(st.from_regex(r"[1-9][0-9]{5}", fullmatch=True), st.sampled_from(Reach), st.booleans())
def test_the_answer_is_always_a_queue_or_a_reason(region, reach, lives_here):
    """CL-A9 Never a silent refusal; a wider reach never takes fewer people."""
    found = take_or_refer(item(reach=reach), WITH_VENUES, Applicant(region, lives_here))
    assert found.queue if isinstance(found, Taken) else (found.reason and found.help_queue == "K")
    if isinstance(found, Taken):
        for wider in list(Reach)[list(Reach).index(reach) :]:
            assert isinstance(take_or_refer(item(reach=wider), WITH_VENUES, Applicant(region, lives_here)), Taken)
